import { type ListOwner, namesSeveral } from './list-owner.ts';
import { isFile, type Run } from './list-runs.ts';

/** What a run of words in brackets belongs to: a call of CMake or meson, or an array. */
export function callOwner(text: string, run: Run): ListOwner {
  const [bracket, outer] = openBrackets(text, run.words[0].span.start);
  if (bracket === undefined) return other('not in a list');
  const before = text.slice(0, bracket);
  if (run.form === 'cmake') return cmakeCall(nameAt(before), text.slice(bracket + 1), run);
  if (text[bracket] === '[') {
    const key = keyAt(before);
    if (outer !== undefined && text[outer] === '[') return other('one of several values that belong together');
    return NO_LISTS.has(key) ? other(`part of '${key}'`) : list(key === 'input');
  }
  const call = nameAt(before);
  return FILE_CALLS.has(call)
    ? list(keyAt(before.slice(0, before.length - call.length)) === 'input')
    : other(call === '' ? 'one of several values that belong together' : `an argument of ${call}()`);
}

/** Functions of meson, Bazel and SCons that take any number of files. */
const FILE_CALLS = new Set(['files', 'install_headers', 'install_data', 'exports_files', 'glob', 'Glob']);

/** Keys whose values are no files, or files that the build makes. */
const NO_LISTS = new Set(['output', 'outputs', 'outs', 'command', 'cmd', 'args', 'action', 'actions']);

function cmakeCall(call: string, inside: string, { words }: Run): ListOwner {
  const [, first = ''] = /^\s*([\w.${}-]+)/.exec(inside) ?? [];
  switch (call.toLowerCase()) {
    case 'add_library':
    case 'add_executable':
    case 'target_sources':
    case 'install':
    case 'source_group':
      return list(false);
    case 'list':
      return /^(?:APPEND|PREPEND)\s+(?!CMAKE_)/.test(inside.trimStart())
        ? list(false)
        : other(`an argument of list(${first})`);
    case 'set':
      return words.filter(isFile).length > 1 || namesSeveral(first)
        ? list(false)
        : other(`the only file of the variable ${first}`);
    default:
      return other(call === '' ? 'not in a list' : `an argument of ${call}()`);
  }
}

/** Offsets of the brackets that are open at a place, the innermost first. */
function openBrackets(text: string, at: number): readonly number[] {
  const open: number[] = [];
  for (const match of text.slice(0, at).matchAll(/#[^\n]*|\\['"\\]|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\])*"|[()[\]{}]/g)) {
    if (/^[([{]/.test(match[0])) open.unshift(match.index);
    else if (/^[)\]}]/.test(match[0])) open.shift();
  }
  return open;
}

function nameAt(before: string): string {
  return /(?<!\w)(\w+)[ \t]*$/.exec(before)?.[1] ?? '';
}

/** The key or variable that the value after `before` is for. */
function keyAt(before: string): string {
  return /(?<!\w)(\w+)['"]?\s*(?::|\+?=)\s*$/.exec(before)?.[1] ?? '';
}

function list(feeds: boolean): ListOwner {
  return { kind: 'list', isFree: !feeds, feeds };
}

function other(why: string): ListOwner {
  return { kind: 'other', why };
}
