import type { FileChange } from '../diff/file-change.ts';
import type { Names } from '../scan/names.ts';
import { namesOfC } from '../scan/words.ts';
import type { Tree } from '../text/tree.ts';
import { actsUnnamed } from './acts-unnamed.ts';
import { dropUnused } from './drop-unused.ts';
import { isSourceFile } from './facts/c-file.ts';
import { type FileFacts, LATER } from './facts/file-facts.ts';
import { declaredIn, type NameTable, nameTable, tagsOfTypes } from './facts/name-table.ts';
import { namedFacts } from './facts/named-facts.ts';
import { makeFactReader } from './facts/read-facts.ts';
import { type FileGraph, fileGraph, includedFirst } from './file-graph.ts';
import { mayRead, speltIncludes } from './find-readers.ts';
import { type MarkedReach, reachWhen, startReach } from './given.ts';
import { filesByGuard, guardOf } from './guard-tests.ts';
import type { MovedHeader } from './moved-header.ts';
import { type Narrowed, narrowUsers } from './narrow/narrow-users.ts';
import type { Situation } from './narrow/situation.ts';
import { askForNames } from './needs/ask-for-names.ts';
import { anywhere } from './needs/demands.ts';
import { needPoints } from './needs/need-points.ts';
import { type Need, needsOfFiles, type Unmet } from './needs/needs.ts';
import { plainEdges } from './plain-edges.ts';
import { printedIncludes } from './printed-includes.ts';
import { bit, bitsOf } from './reach.ts';
import { type Meaning, type Spelling, spellingMeanings, spellingResolver } from './resolve-spelling.ts';
import { rewrittenFiles } from './rewritten-files.ts';
import { pastedNames, standingOf } from './standing.ts';
import { toldConditions } from './told-conditions.ts';
import { branchFormulas } from './when/branch-formulas.ts';
import { ALWAYS } from './when/formulas.ts';
import { markFiles, type Wrapper } from './wrappers.ts';

/** What is known of a project's includes, and what becomes of them. */
export type UsersPlan = {
  /** Of users alone, on the tree that was given; sorted by path. */
  readonly changes: readonly FileChange[];
  /** That was given. */
  readonly tree: Pick<Tree, 'read' | 'mode'>;
  readonly situation: Situation;
  /** By file: names of marked files that it uses, and of which it reads no declaration in them. */
  readonly unmet: readonly (readonly Unmet[])[];
  readonly narrowed: Narrowed;
  readonly names: Names;
  readonly table: NameTable;
  /** By number of the mark: the graph's number of the file. */
  readonly markedFiles: readonly number[];
  /** Files that use a declared name and include what nobody can tell. */
  readonly blind: readonly string[];
  readonly resolve: (from: string, spelling: Spelling) => readonly string[];
  /** With guesses, where nothing resolves an include. */
  readonly meaningOf: (from: string, spelling: Spelling) => Meaning;
};

export type UsersInput = {
  /** The tree as the split leaves it: each wrapper includes its destinations. */
  readonly tree: Tree;
  readonly moved: readonly MovedHeader[];
  /** Include directories, relative to the root. */
  readonly dirs: readonly string[];
  /** Paths or spellings of files that each unit reads first. */
  readonly preludes: readonly string[];
};

/** What is read once may serve several plans of one run. */
export type UsersMemory = { readonly names: Names; readonly factsOf: (path: string, text: string) => FileFacts };

export function usersMemory(): UsersMemory {
  const names = namesOfC();
  const read = makeFactReader(names);
  const known = new Map<string, { text: string; facts: FileFacts }>();
  return {
    names,
    factsOf: (path, text) => {
      const cached = known.get(path);
      if (cached?.text === text) return cached.facts;
      const facts = read(text);
      known.set(path, { text, facts });
      return facts;
    },
  };
}

/** Plans the includes of all users of `moved` together. Reads the tree, writes nothing. */
export function planUsers(input: UsersInput, memory: UsersMemory = usersMemory()): UsersPlan {
  const { tree, moved, dirs, preludes } = input;
  const { names } = memory;
  const resolve = spellingResolver(tree, dirs);
  const own = new Set(moved.map(({ path }) => path));
  const meanings = spellingMeanings(tree, resolve);
  // What a wrapper brings is what its users may get instead: no guess.
  const meaningOf = (from: string, spelling: Spelling): Meaning =>
    own.has(from) ? { files: resolve(from, spelling), isGuess: false } : meanings(from, spelling);
  const starts = moved.flatMap(({ path, destinations }) => [path, ...destinations]);
  const preludeFiles = preludes.flatMap((path) => resolve('', { form: 'quote', path }));
  const factsOf = (path: string): FileFacts => memory.factsOf(path, tree.read(path) ?? '');
  const guards = moved.flatMap((one) => guardOf(tree, one) ?? []);
  const spelt = speltIncludes(tree, factsOf, guards);
  // They may ask whether a wrapper was read before them.
  const naming = spelt.naming.filter((path) => !own.has(path));
  const graph = fileGraph(
    [...starts, ...mayRead(tree, spelt, [...starts, ...naming], meaningOf), ...preludeFiles],
    factsOf,
    meaningOf,
    (facts) => branchFormulas(facts, names),
  );
  const order = includedFirst(graph);
  const { wrappers, files } = markFiles(graph, moved);
  const self = new Array<bigint>(graph.paths.length).fill(0n);
  for (const [mark, file] of files.entries()) self[file] = bit(mark);
  const { formulas } = graph.branchFormulas;
  const plain = plainEdges(graph, moved);
  const marked = { self, ...reachWhen(plain, order, startReach(self), formulas) };
  const textOf = (file: number): string => tree.read(graph.paths[file] ?? '') ?? '';
  const declared = declaredIn(
    tree,
    files.map((file) => graph.paths[file] ?? ''),
  );
  const named = namedFacts(graph.facts, textOf, names);
  const lean: FileGraph = { ...graph, facts: named.facts };
  askForNames(named, nameTable(declared, names), guards.map(names.numberOf), names.count());
  const tagsOf = tagsOfTypes(named.facts);
  named.ask(tagsOf.keys());
  const table = nameTable(declared, names, tagsOf);
  const isMarked = (file: number): boolean => self[file] !== 0n;
  const prelude = preludeFiles.flatMap((path) => graph.numberOf.get(path) ?? []);
  const { needs: tokens, unmet } = needsOfFiles(lean, order, { marked, table, isMarked }, prelude, {
    names,
    tagsOf,
    textOf,
    ask: named.ask,
  });
  const acting = files.flatMap((file, mark) => {
    const path = graph.paths[file] ?? '';
    return actsUnnamed(path, tree.read(path) ?? '', names) ? [bit(mark)] : [];
  });
  const printed = printedIncludes(tree, resolve, new Set(starts));
  const needs = tokens.map((own, file) => [
    ...own,
    ...needsByManifest(graph, file, wrappers, marked),
    ...needsOfActing(graph, file, acting, marked),
    ...needsOfPrinted(graph, file, printed, marked),
  ]);
  const pasted = pastedNames(lean, table, (file) => isSourceFile(graph.paths[file] ?? ''));
  const byGuard = new Map(
    wrappers.map(({ moved: one, file }) => [file, filesByGuard(lean, naming, guardOf(tree, one), names)]),
  );
  const blind = spelt.byMacro.filter((path) => {
    const { includes, byMacro, names: own } = factsOf(path);
    const isTold = (at: number): boolean =>
      includes.some((line) => line.start === at && resolve(path, line).length > 0);
    return own.some(table.has) && !byMacro.every(isTold);
  });
  const wording = { wordOf: names.wordOf, pathOf: (mark: number) => graph.paths[files[mark] ?? -1] ?? '' };
  const situation: Situation = {
    graph: lean,
    order,
    wrappers,
    marked,
    told: toldConditions(plain, order, marked, formulas),
    needs,
    standing: (file, wrapper) =>
      standingOf(lean, file, wrapper, table, pasted, wording, self[file] ?? 0n, byGuard.get(wrapper.file)),
  };
  const narrowed = dropUnused(narrowUsers(situation), { ...situation, graph }, { tree, names, resolve, prelude });
  const changes = rewrittenFiles({ tree, situation, resolve }, narrowed.rewrites);
  return { changes, tree, situation, unmet, narrowed, names, table, markedFiles: files, blind, resolve, meaningOf };
}

/** A file goes on reading what does something to it. @param acting Their marks. */
function needsOfActing(
  { edges, branchFormulas: { formulas } }: FileGraph,
  file: number,
  acting: readonly bigint[],
  marked: MarkedReach,
): readonly Need[] {
  const reads = (marked.any[file] ?? 0n) & ~(marked.self[file] ?? 0n);
  return acting.flatMap((anyOf) => {
    if ((reads & anyOf) === 0n) return [];
    const points = needPoints({ from: LATER, to: LATER, when: ALWAYS }, edges[file] ?? [], marked, anyOf, formulas);
    return points.length === 0 ? [] : [{ demand: anywhere(0, { kind: 'acts' }), anyOf, points }];
  });
}

/** What a program makes of the tree reads a file for all that it brings. */
function needsOfPrinted(
  { paths, edges, branchFormulas: { formulas } }: FileGraph,
  file: number,
  printed: ReadonlyMap<string, string>,
  marked: MarkedReach,
): readonly Need[] {
  const by = printed.get(paths[file] ?? '');
  if (by === undefined) return [];
  return bitsOf((marked.any[file] ?? 0n) & ~(marked.self[file] ?? 0n)).flatMap((mark) => {
    const anyOf = bit(mark);
    const points = needPoints({ from: LATER, to: LATER, when: ALWAYS }, edges[file] ?? [], marked, anyOf, formulas);
    return points.length === 0 ? [] : [{ demand: anywhere(0, { kind: 'printed', by }), anyOf, points }];
  });
}

function needsByManifest(
  { paths, edges, branchFormulas: { formulas } }: FileGraph,
  file: number,
  wrappers: readonly Wrapper[],
  marked: MarkedReach,
): readonly Need[] {
  const anytime = { from: LATER, to: LATER, when: ALWAYS };
  return wrappers.flatMap(({ moved, destinations }) =>
    (moved.need.get(paths[file] ?? '') ?? []).flatMap((path) => {
      const anyOf = destinations.find((one) => one.path === path)?.mark ?? 0n;
      const points = needPoints(anytime, edges[file] ?? [], marked, anyOf, formulas);
      return points.length === 0 ? [] : [{ demand: anywhere(0, { kind: 'manifest' }), anyOf, points }];
    }),
  );
}
