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
    await Promise.all([
      gcc(old, [...syntax, header], prelude),
      ...[header, ...parts].map((path) => gcc(split, [...syntax, path], prelude)),
    ]);
    const declarations = [old, split].map((root) => gcc(root, ['-E', '-P', header], prelude));
    const [declaredBefore = '', declaredAfter = ''] = await Promise.all(declarations);
    deepStrictEqual(topLevelUnits(declaredAfter), topLevelUnits(declaredBefore));
    const macros = [old, split].map((root) => gcc(root, ['-E', '-dM', header], prelude));
    const [definedBefore = '', definedAfter = ''] = await Promise.all(macros);
    const guards = new Set([header, ...parts].map((path) => guardIn(logicalLines(after.get(path) ?? ''))));
    deepStrictEqual(macroLines(definedAfter, guards), macroLines(definedBefore, guards));
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

function macroLines(defined: string, guards: ReadonlySet<string | null>): readonly string[] {
  return defined
    .split('\n')
    .filter((line) => !guards.has(/^#define (\w+)/.exec(line)?.[1] ?? ''))
    .sort();
}
