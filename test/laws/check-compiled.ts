import { deepStrictEqual } from 'node:assert';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { countTokens, guardIn, logicalLines } from './token-count.ts';

type Files = ReadonlyMap<string, string>;

export type Compilation = {
  readonly header: string;
  readonly parts: readonly string[];
  readonly prelude: string | null;
  readonly before: Files;
  readonly after: Files;
};

/** Law 2 by gcc: header, wrapper and each part compile alone; the wrapper declares and defines what the header did. */
export async function checkCompiled({ header, parts, prelude, before, after }: Compilation): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'header-split-case-'));
  try {
    const old = writeTree(join(folder, 'old'), before);
    const split = writeTree(join(folder, 'new'), after);
    const syntax = ['-fsyntax-only', '-Werror=implicit'];
    // Each file is a unit of its own, also when one call names them all.
    await Promise.all([
      gcc(old, [...syntax, header], prelude),
      gcc(split, [...syntax, ...new Set([header, ...parts])], prelude),
    ]);
    const texts = [old, split].map((root) => gcc(root, ['-E', '-P', '-dD', header], prelude));
    const [textBefore = '', textAfter = ''] = await Promise.all(texts);
    deepStrictEqual(topLevelUnits(textAfter), topLevelUnits(textBefore));
    const guards = new Set([header, ...parts].map((path) => guardIn(logicalLines(after.get(path) ?? ''))));
    deepStrictEqual(macrosAtEnd(textAfter, guards), macrosAtEnd(textBefore, guards));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function writeTree(root: string, files: Files): string {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text, 'latin1');
  }
  return root;
}

async function gcc(root: string, rest: readonly string[], prelude: string | null): Promise<string> {
  const included = prelude === null ? [] : ['-include', prelude];
  const run = promisify(execFile)('gcc', ['-x', 'c', '-I.', '-Iinclude', ...included, ...rest], { cwd: root });
  return (await run).stdout;
}

/** What ends with `;` or `}` outside brackets, white space made equal, counted. Pragmas stand around it anew. */
function topLevelUnits(preprocessed: string): Readonly<Record<string, number>> {
  const units: string[] = [];
  let depth = 0;
  const unit: string[] = [];
  const code = preprocessed.replaceAll(/^#.*$/gm, '');
  for (const token of code.match(/\w+|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\S/g) ?? []) {
    unit.push(token);
    if ('([{'.includes(token)) depth++;
    if (')]}'.includes(token)) depth--;
    if (depth === 0 && (token === ';' || token === '}')) units.push(unit.splice(0).join(' '));
  }
  return countTokens([...units, unit.join(' ')]);
}

/** The macros that are in force at the end, each as it was defined last, by name; -dD has every definition in order. */
function macrosAtEnd(preprocessed: string, guards: ReadonlySet<string | null>): Readonly<Record<string, string>> {
  const macros = new Map<string, string>();
  for (const [line, directive, name = ''] of preprocessed.matchAll(/^#(define|undef) (\w+).*$/gm)) {
    if (directive === 'undef' || guards.has(name)) macros.delete(name);
    else macros.set(name, line);
  }
  return Object.fromEntries(macros);
}
