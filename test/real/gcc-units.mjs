import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Puts a split into a copy of the include folder, lets gcc see header, wrapper and parts alone, and takes it out again.
 * `same`: gcc accepts all, with the same declarations and macros; `alone`: gcc does not accept the header by itself.
 */
export async function compareUnits({ copy, path, changes, run }) {
  const root = join(copy, 'include');
  const before = await look(run, copy, path);
  if (before.error) return { kind: 'alone', why: before.error };
  const saved = changes.map((change) => ({
    file: join(root, change.path),
    text: existsSync(join(root, change.path)) ? readFileSync(join(root, change.path)) : null,
  }));
  try {
    for (const change of changes) {
      mkdirSync(dirname(join(root, change.path)), { recursive: true });
      writeFileSync(join(root, change.path), change.after, 'latin1');
    }
    const after = await look(run, copy, path);
    if (after.error) return { kind: 'failed', why: `wrapper: ${after.error}` };
    const declarations = unequal(before.declarations, after.declarations);
    if (declarations.length > 0)
      return { kind: 'failed', why: `declarations: ${declarations.slice(0, 3).join(' || ')}` };
    const macros = unequal(before.macros, after.macros, guardsOf(changes));
    if (macros.length > 0) return { kind: 'failed', why: `macros: ${macros.slice(0, 3).join(' || ')}` };
    for (const change of changes) {
      if (change.path === path) continue;
      const part = await look(run, copy, change.path);
      if (part.error) return { kind: 'failed', why: `part ${change.path}: ${part.error}` };
    }
    return { kind: 'same' };
  } finally {
    for (const { file, text } of saved) {
      if (text === null) rmSync(file, { force: true });
      else writeFileSync(file, text);
    }
  }
}

async function look(run, copy, path) {
  const unit = join(copy, 'unit.c');
  writeFileSync(unit, `#include <${path}>\n`);
  const dirs = [
    '-nostdinc',
    '-I',
    join(copy, 'include', 'x86_64-linux-gnu'),
    '-I',
    join(copy, 'include'),
    '-I',
    dirname(join(copy, 'include', path)),
    '-isystem',
    await gccInclude(run),
  ];
  for (const package_ of ['glib-2.0', 'gio-unix-2.0', 'postgresql', 'postgresql/internal'])
    dirs.push('-I', join(copy, 'include', package_));
  dirs.push('-isystem', '/usr/lib/x86_64-linux-gnu/glib-2.0/include');
  const options = { maxBuffer: 1e9, encoding: 'latin1' };
  try {
    await run('gcc', ['-fsyntax-only', '-Werror=implicit', ...dirs, unit], options);
    const { stdout } = await run('gcc', ['-E', '-P', '-dD', ...dirs, unit], options);
    return { error: null, ...readUnit(stdout) };
  } catch (error) {
    return {
      error:
        (error.stderr ?? String(error))
          .split('\n')
          .find((line) => /error/.test(line))
          ?.replaceAll(copy, '') ?? String(error.stderr ?? error).slice(0, 200),
    };
  }
}

let gccIncludeDir = null;
async function gccInclude(run) {
  gccIncludeDir ??= (await run('gcc', ['-print-file-name=include'])).stdout.trim();
  return gccIncludeDir;
}

/** What a preprocessed unit declares, as counted texts, and the macros that hold at its end. */
function readUnit(text) {
  const macros = new Map();
  const code = [];
  for (const line of text.split('\n')) {
    const define = /^#define ([A-Za-z_$][\w$]*)(.*)$/.exec(line);
    const undef = /^#undef ([A-Za-z_$][\w$]*)/.exec(line);
    if (define) macros.set(define[1], define[2]);
    else if (undef) macros.delete(undef[1]);
    else if (!/^#pragma/.test(line)) code.push(line);
  }
  const declarations = new Map();
  for (const declaration of splitDeclarations(code.join('\n')))
    declarations.set(declaration, (declarations.get(declaration) ?? 0) + 1);
  return { macros, declarations };
}

function splitDeclarations(text) {
  const tokens = text.match(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[\w$]+|[^\s]/g) ?? [];
  const declarations = [];
  let current = [];
  let depth = 0;
  let isBody = false;
  for (const token of tokens) {
    if (token === '{' && depth === 0)
      isBody =
        current.includes('(') &&
        !current.includes('=') &&
        current[0] !== 'typedef' &&
        (current.at(-1) === ')' || !/^(?:struct|union|enum)$/.test(current.at(-2) ?? ''));
    if ('([{'.includes(token)) depth++;
    current.push(token);
    if (')]}'.includes(token)) depth--;
    if (depth === 0 && (token === ';' || (token === '}' && isBody))) {
      if (current.length > 1) declarations.push(current.join(' '));
      current = [];
      isBody = false;
    }
  }
  if (current.length > 0) declarations.push(current.join(' '));
  return declarations;
}

function unequal(before, after, except = new Set()) {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((key) => !except.has(key) && before.get(key) !== after.get(key))
    .map(
      (key) =>
        `${key.slice(0, 200)} (${String(before.get(key)).slice(0, 60)} -> ${String(after.get(key)).slice(0, 60)})`,
    );
}

/** Every name that a first `#define` after a test gives: the guards of the files written. */
function guardsOf(changes) {
  return new Set(
    changes.flatMap(({ after }) =>
      [...after.matchAll(/^[ \t]*#[ \t]*define[ \t]+(\w+)/gm)].slice(0, 1).map((match) => match[1]),
    ),
  );
}
