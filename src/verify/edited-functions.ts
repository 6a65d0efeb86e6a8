import type { FileChange } from '../diff/file-change.ts';
import { contentAfter, contentBefore } from '../diff/file-change.ts';
import { definedFunctions, findDefinitions } from '../model/bodies/definitions.ts';
import { commonAnnotations } from '../parse/declarations/annotations.ts';
import type { ProofPatch } from './proof.ts';

/** The functions whose code a patch may change. */
export function mayChange({ kind, changes }: Pick<ProofPatch, 'kind' | 'changes'>): ReadonlySet<string> {
  if (kind === 'split') return new Set();
  const edited = editedFunctions(changes);
  const names = [...edited].filter(
    ([, { isOfHeader, was, now }]) => kind === 'assertions' || !isOfHeader || gainsCall(was, now),
  );
  return new Set(names.map(([name]) => name));
}

type Edited = { readonly isOfHeader: boolean; readonly was: readonly string[]; readonly now: readonly string[] };

/** Function -> its bodies before and after, where they are not the same; white space does not count. */
export function editedFunctions(changes: readonly FileChange[]): ReadonlyMap<string, Edited> {
  const all = new Map<string, { isOfHeader: boolean; was: string[]; now: string[] }>();
  const note = (path: string, text: string | null, side: 'was' | 'now'): void => {
    for (const [name, body] of bodiesIn(text ?? '')) {
      const known = all.get(name) ?? { isOfHeader: false, was: [], now: [] };
      all.set(name, known);
      known[side].push(body);
      if (isHeader(path)) known.isOfHeader = true;
    }
  };
  for (const change of changes) {
    note(change.path, contentBefore(change), 'was');
    note(change.path, contentAfter(change), 'now');
  }
  return new Map([...all].filter(([, { was, now }]) => was.sort().join('\0') !== now.sort().join('\0')));
}

/** By its name: anything that is no source of its own. */
export function isHeader(path: string): boolean {
  return !/\.(c|cc|cpp|cxx|C|m|mm|S)$/.test(path);
}

function bodiesIn(text: string): readonly (readonly [string, string])[] {
  if (!text.includes('{')) return [];
  const names = new Set(definedFunctions(text, commonAnnotations));
  const { definitions } = findDefinitions(text, names, commonAnnotations);
  return definitions.map(({ name, body }) => [name, text.slice(body.start, body.end).replace(/\s+/g, ' ')] as const);
}

/** Whether a body differs by one call that stands as a statement. */
function gainsCall(was: readonly string[], now: readonly string[]): boolean {
  const [before, after] = [was[0], now[0]];
  if (was.length !== now.length || before === undefined || after === undefined) return false;
  const [short, long] = before.length < after.length ? [before, after] : [after, before];
  let from = 0;
  while (from < short.length && short[from] === long[from]) from++;
  let to = 0;
  while (to < short.length - from && short[short.length - 1 - to] === long[long.length - 1 - to]) to++;
  return from + to >= short.length - 1 && holdsCall(long.slice(Math.max(0, from - 1), long.length - to));
}

function holdsCall(text: string): boolean {
  const open = /\w ?\(/.exec(text);
  return open !== null && /\) ?;/.test(text.slice(open.index));
}
