import { isSourceFile } from '../facts/c-file.ts';
import type { Edge } from '../file-graph.ts';
import { givenWhen } from '../given.ts';
import type { Unmet } from '../needs/needs.ts';
import type { UsersPlan } from '../plan-users.ts';
import { bit } from '../reach.ts';
import { NEVER } from '../when/formulas.ts';
import type { Destination, Wrapper } from '../wrappers.ts';
import { type WordUses, wordUses } from './word-uses.ts';

/** A name that a file uses and whose part it does not read, though it reads other parts of the header. */
export type LostPart = {
  /** The file that lacks an include, by its number in the graph. */
  readonly file: number;
  readonly name: number;
  /** The word that stands there: the name, or a macro that stands for it. */
  readonly by: number;
  readonly wrapper: Wrapper;
  /** The parts that declare it; one is enough. */
  readonly anyOf: readonly Destination[];
  /** It reads one of them further down. */
  readonly isLate: boolean;
  /** Where the word stands first: a file and a byte. */
  readonly usedIn: number;
  readonly at: number;
  /** The include by which `usedIn` comes into `file`; null: it is the file itself. */
  readonly entry: Edge | null;
};

/**
 * What the users of each header lost after the split, each name of a file once. Only what is sure is told: a source file
 * reads some part files (who reads the wrapper reads all), neither it nor what it reads declares the name, and nothing
 * keeps the tool from telling what it needs. A header that uses the name is the one to change if it reads part files
 * itself.
 */
export function lostParts(
  plan: Pick<UsersPlan, 'tree' | 'situation' | 'unmet' | 'names' | 'table'>,
): readonly LostPart[] {
  const { graph, wrappers, marked, standing } = plan.situation;
  const { paths, facts, edges } = graph;
  const { formulas } = graph.branchFormulas;
  if (plan.unmet.every((own) => own.length === 0)) return [];
  const entered = new Set(edges.flatMap((list) => list.flatMap(({ targets }) => targets)));
  const partsOf = new Map(wrappers.map((one) => [one, one.destinations.filter(({ isPart }) => isPart)]));
  const known = new Map<string, WordUses>();
  const usesIn = (file: number, word: number): WordUses => {
    const key = `${file} ${word}`;
    const uses = known.get(key) ?? usesOfWord(plan.tree.read(paths[file] ?? '') ?? '', word);
    known.set(key, uses);
    return uses;
  };
  // The facts of a file leave out what it declares `static`.
  const usesOfWord = (text: string, word: number): WordUses =>
    text.includes(plan.names.wordOf(word)) ? wordUses(text, word, plan.names) : { first: null, mayDeclare: false };
  const found = new Map<string, LostPart>();
  for (const [file, path] of paths.entries()) {
    // What another file includes is read in its surroundings.
    if (!isSourceFile(path) || entered.has(file)) continue;
    const open = (plan.unmet[file] ?? []).flatMap((unmet) => lostBy(file, unmet));
    if (open.length === 0) continue;
    const read = filesRead(edges, file);
    for (const lost of open) {
      if (isDeclaredIn(read, lost)) continue;
      const key = `${lost.file} ${lost.name}`;
      if (!found.has(key)) found.set(key, lost);
    }
  }
  return [...found.values()];

  function lostBy(file: number, { demand, entry, when, isVisible, isLate }: Unmet): readonly LostPart[] {
    if (isVisible) return [];
    const declared = plan.table.declared.get(demand.name) ?? [];
    const usedIn = demand.rule.kind === 'header' ? demand.rule.file : file;
    const isDefinedAbove = facts[usedIn]?.macros.some(
      ({ name, words, at }) => name === demand.by && words.includes(demand.name) && at < demand.at,
    );
    // Another macro may be defined as late as what it stands for is declared.
    if (isLate && demand.by !== demand.name && isDefinedAbove !== true) return [];
    for (const wrapper of wrappers) {
      const parts = partsOf.get(wrapper) ?? [];
      const anyOf = parts.filter(({ mark }) => declared.some((one) => bit(one.mark) === mark));
      const isUser = (one: number): boolean =>
        parts.some(({ mark }) => ((marked.any[one] ?? 0n) & mark) !== 0n) && standing(one, wrapper) === null;
      if (anyOf.length === 0 || !isUser(file)) continue;
      // What the part files lack of each other is a question of the split.
      if (wrapper.destinations.some((one) => one.file === usedIn)) continue;
      if (usedIn !== file && standing(usedIn, wrapper) !== null) continue;
      const { first } = usesIn(usedIn, demand.by);
      if (first === null) continue;
      const some = parts.reduce((bits, { mark }) => bits | mark, 0n);
      // A use above all that reads the header never had its declaration by it.
      const isBehindPart = (one: number, limit: number): boolean =>
        formulas.and(when, givenWhen(edges[one] ?? [], marked, some, limit, formulas)) !== NEVER;
      const isOwner =
        usedIn === file || (isUser(usedIn) && !anyOf.some((one) => filesRead(edges, one.file).has(usedIn)));
      const what = { name: demand.name, by: demand.by, wrapper, anyOf, isLate, usedIn, at: first };
      if (isOwner && isBehindPart(usedIn, first)) return [{ ...what, file: usedIn, entry: null }];
      if (entry !== null && isBehindPart(file, entry.at)) return [{ ...what, file, entry }];
    }
    return [];
  }

  function isDeclaredIn(read: ReadonlySet<number>, { name, by, usedIn }: LostPart): boolean {
    if (name !== by && usesIn(usedIn, by).mayDeclare) return true;
    return [...read].some((one) => {
      if (marked.self[one] !== 0n) return false;
      if (facts[one]?.macros.some((macro) => macro.name === name) === true) return true;
      return usesIn(one, name).mayDeclare;
    });
  }
}

/** A file and what it reads. */
function filesRead(edges: readonly (readonly Edge[])[], from: number): ReadonlySet<number> {
  const found = new Set([from]);
  for (const file of found) for (const { targets } of edges[file] ?? []) for (const to of targets) found.add(to);
  return found;
}
