import type { Names } from '../scan/names.ts';
import type { Tree } from '../text/tree.ts';
import { actsUnnamed } from './acts-unnamed.ts';
import { declaredIn, type NameTable, nameTable } from './facts/name-table.ts';
import type { FileGraph } from './file-graph.ts';
import type { Narrowed } from './narrow/narrow-users.ts';
import type { Situation } from './narrow/situation.ts';
import type { Spelling } from './resolve-spelling.ts';
import { edgesAfter, type FileRewrite } from './rewrite.ts';
import type { Wrapper } from './wrappers.ts';

type Surroundings = {
  readonly tree: Pick<Tree, 'read'>;
  readonly names: Names;
  readonly resolve: (from: string, spelling: Spelling) => readonly string[];
  /** The graph's numbers of files that each unit reads first. */
  readonly prelude: readonly number[];
};

/**
 * Where the manifest asks for it (`unused: drop`), a user that needs none of the parts loses its include. It keeps the
 * shared part unless that is sure: another file includes the user; it names, by whatever macros, something that only the
 * include brings; or the include brings a file that the tree does not have, and the user has it from nowhere else.
 */
export function dropUnused(narrowed: Narrowed, situation: Situation, around: Surroundings): Narrowed {
  const { graph, wrappers, needs, marked } = situation;
  const dropping = wrappers.filter(({ moved }) => moved.unused === 'drop');
  if (dropping.length === 0) return narrowed;
  const isIncluded = new Set(
    graph.edges.flatMap((edges, file) => edges.flatMap(({ targets }) => targets.filter((to) => to !== file))),
  );
  const bodies = macroBodies(graph);
  const brought = new Map(dropping.map((wrapper) => [wrapper, bringsOf(graph, wrapper, around)]));
  const rewrites = new Map(narrowed.rewrites);
  const any = [...narrowed.after.any];
  for (const [file, rewrite] of narrowed.rewrites) {
    if (isIncluded.has(file)) continue;
    for (const { line, targets } of graph.edges[file] ?? []) {
      const [wrapper, brings] = [...brought].find(([one]) => one.file === targets[0]) ?? [];
      if (!wrapper || !brings || !rewrite.replaced.has(line)) continue;
      if ((needs[file] ?? []).some(({ anyOf }) => (anyOf & wrapper.marks) !== 0n)) continue;
      const now = rewrites.get(file) ?? rewrite;
      const without: FileRewrite = { ...now, replaced: new Map([...now.replaced, [line, []]]) };
      const others = surely(graph, [
        ...edgesAfter(graph, file, without).flatMap((edge) => (edge.isSure ? edge.targets : [])),
        ...around.prelude,
      ]);
      if (!canDoWithout(graph, file, brings, others, bodies, around)) continue;
      rewrites.set(file, without);
      any[file] = edgesAfter(graph, file, without)
        .flatMap(({ targets }) => targets)
        .reduce((bits, to) => bits | (any[to] ?? 0n), marked.self[file] ?? 0n);
    }
  }
  return { ...narrowed, rewrites, after: { ...narrowed.after, any } };
}

/** What an include of a wrapper brings in. */
type Brings = {
  readonly files: readonly number[];
  /** By index in `files`. */
  readonly table: NameTable;
  /** Includes of files that the tree does not have, as they are spelt. */
  readonly unknown: ReadonlySet<string>;
  /** The wrapper and files that do something to whoever reads them. */
  readonly acting: readonly number[];
};

function bringsOf(graph: FileGraph, { file }: Wrapper, { tree, names, resolve }: Surroundings): Brings {
  const files = [...reached(graph, [file])].filter((one) => one !== file);
  const paths = files.map((one) => graph.paths[one] ?? '');
  const acting = [file, ...files].filter((one) => {
    const path = graph.paths[one] ?? '';
    return actsUnnamed(path, tree.read(path) ?? '', names);
  });
  return {
    files,
    acting,
    table: nameTable(declaredIn(tree, paths), names),
    unknown: unknownOf(graph, files, resolve, 'any'),
  };
}

function canDoWithout(
  graph: FileGraph,
  file: number,
  { files, acting, table, unknown }: Brings,
  others: ReadonlySet<number>,
  bodies: ReadonlyMap<number, readonly number[]>,
  { resolve }: Surroundings,
): boolean {
  if (acting.some((one) => !others.has(one))) return false;
  const own = unknownOf(graph, [file, ...others], resolve, 'sure');
  if ([...unknown].some((spelt) => !own.has(spelt))) return false;
  const used = new Set<number>([
    ...(graph.facts[file]?.names ?? []),
    ...(graph.facts[file]?.members ?? []),
    ...(graph.facts[file]?.own.keys() ?? []),
  ]);
  for (const name of used) for (const word of bodies.get(name) ?? []) used.add(word);
  return ![...used].some((name) => table.declared.get(name)?.some(({ mark }) => !others.has(files[mark] ?? -1)));
}

/** What each macro names, in whichever file it is defined. */
function macroBodies({ facts }: FileGraph): ReadonlyMap<number, readonly number[]> {
  const bodies = new Map<number, number[]>();
  for (const { macros } of facts)
    for (const { name, words, members } of macros)
      bodies.set(name, [...(bodies.get(name) ?? []), ...words, ...members]);
  return bodies;
}

function unknownOf(
  { facts, paths }: FileGraph,
  files: readonly number[],
  resolve: Surroundings['resolve'],
  only: 'any' | 'sure',
): ReadonlySet<string> {
  return new Set(
    files.flatMap((file) =>
      (facts[file]?.includes ?? []).flatMap((line) =>
        line.isDisabled || (only === 'sure' && !line.isSure) || resolve(paths[file] ?? '', line).length > 0
          ? []
          : [`${line.form} ${line.path}`],
      ),
    ),
  );
}

/** Files and all that they may include. */
function reached({ edges }: FileGraph, from: readonly number[]): ReadonlySet<number> {
  const found = new Set(from);
  for (const file of found) for (const { targets } of edges[file] ?? []) for (const to of targets) found.add(to);
  return found;
}

/** Files and all that they include in every configuration. */
function surely({ edges }: FileGraph, from: readonly number[]): ReadonlySet<number> {
  const found = new Set(from);
  for (const file of found)
    for (const { targets, isSure } of edges[file] ?? []) if (isSure) for (const to of targets) found.add(to);
  return found;
}
