import { displayText } from '../text/source-text.ts';
import type { FileFacts } from './facts/file-facts.ts';
import type { NameTable } from './facts/name-table.ts';
import type { FileGraph } from './file-graph.ts';
import type { ByGuard } from './guard-tests.ts';
import { bit } from './reach.ts';
import type { Wrapper } from './wrappers.ts';

/** Why an include of a wrapper stays as it is. `at` is a byte of the file. */
export type Standing =
  /** The manifest keeps the file. */
  | { readonly kind: 'kept'; readonly why: string }
  /** The manifest's `files` leave it out. */
  | { readonly kind: 'outside' }
  /** What it needs cannot be told. */
  | {
      readonly kind: 'unsure';
      readonly reason: string;
      readonly at: number /** By a program. */;
      readonly isMade: boolean;
    };

/** How names and marked files, by their numbers, are told. */
export type Wording = { readonly wordOf: (name: number) => string; readonly pathOf: (mark: number) => string };

/** Null: it may change. */
export function standingOf(
  graph: FileGraph,
  file: number,
  wrapper: Wrapper,
  table: NameTable,
  pasted: PastedNames,
  wording: Wording,
  self: bigint,
  byGuard: ByGuard = new Map(),
): Standing | null {
  const path = graph.paths[file] ?? '';
  const why = wrapper.moved.keep.get(path);
  if (why !== undefined) return { kind: 'kept', why };
  if (!wrapper.moved.mayChange(path)) return { kind: 'outside' };
  const facts = graph.facts[file];
  if (facts === undefined) return null;
  const asking = byGuard.get(file);
  if (asking !== undefined) {
    const reason = asking === path ? 'it tests its guard' : `${asking}, which is read with it, tests its guard`;
    return { kind: 'unsure', reason, at: 0, isMade: false };
  }
  return unsureOf(facts, wrapper.marks & ~self, table, pasted, wording);
}

/** By macro: what the headers that define it join to names, and the declared names that this may make. */
export type PastedNames = (macro: number) => readonly {
  readonly text: string;
  readonly file: string;
  readonly names: readonly number[];
}[];

/** @param isLeftOut Files whose macros are their own. */
export function pastedNames(graph: FileGraph, table: NameTable, isLeftOut: (file: number) => boolean): PastedNames {
  const found = new Map<number, { text: string; file: string; names: readonly number[] }[]>();
  for (const [file, { macros }] of graph.facts.entries()) {
    if (isLeftOut(file)) continue;
    for (const { name, pieces } of macros) {
      const all = pieces.flatMap((piece) => {
        const names = table.matching(piece);
        const text = piece.side === 'begin' ? `${piece.text}##` : `##${piece.text}`;
        return names.length === 0 ? [] : [{ text, file: graph.paths[file] ?? '', names }];
      });
      if (all.length > 0) found.set(name, [...(found.get(name) ?? []), ...all]);
    }
  }
  return (macro) => found.get(macro) ?? [];
}

function unsureOf(
  facts: FileFacts,
  marks: bigint,
  table: NameTable,
  pasted: PastedNames,
  wording: Wording,
): Standing | null {
  if (facts.unclear !== null) return { kind: 'unsure', ...facts.unclear };
  const isOurs = (name: number): boolean =>
    (table.declared.get(name) ?? []).some(({ mark }) => (bit(mark) & marks) !== 0n);
  for (const { pieces } of facts.macros) {
    for (const piece of pieces) {
      if (!table.matching(piece).some(isOurs)) continue;
      const joined = piece.side === 'begin' ? `${piece.text}##` : `##${piece.text}`;
      return { kind: 'unsure', reason: `it pastes \`${joined}\``, at: piece.at, isMade: false };
    }
  }
  for (const { name, at, how } of facts.changed) {
    const ours = (table.declared.get(name) ?? []).find(({ mark }) => (bit(mark) & marks) !== 0n);
    if (!ours) continue;
    const reason = `it ${how} \`${displayText(wording.wordOf(name))}\`, a name of ${wording.pathOf(ours.mark)}`;
    return { kind: 'unsure', reason, at, isMade: false };
  }
  for (const [index, name] of facts.names.entries()) {
    const by = pasted(name).find(({ names }) => names.some(isOurs));
    const at = facts.at[index] ?? 0;
    if (by)
      return { kind: 'unsure', reason: `a macro of ${by.file} that it names pastes \`${by.text}\``, at, isMade: false };
  }
  return null;
}
