import type { Edge, FileGraph } from './file-graph.ts';
import type { MovedHeader } from './moved-header.ts';
import { plainEdges } from './plain-edges.ts';
import { bit } from './reach.ts';

/** A header whose users change, with the files that its users may include in its place. */
export type Wrapper = {
  readonly moved: MovedHeader;
  /** Its number in the graph. */
  readonly file: number;
  /** In the order of its includes. What it includes beside the parts is brought along, and as good as a part. */
  readonly destinations: readonly Destination[];
  /** The files that one user may lose and another not. */
  readonly marks: bigint;
};

export type Destination = {
  readonly file: number;
  readonly path: string;
  /** The marked files that it reads, whatever becomes of the wrappers' users; itself included. */
  readonly covers: bigint;
  readonly mark: bigint;
  readonly isPart: boolean;
};

export type MarkedFiles = {
  readonly wrappers: readonly Wrapper[];
  /** The graph's numbers of the marked files: what a narrower include may no longer bring. */
  readonly files: readonly number[];
};

/**
 * A file behind every destination of a wrapper is never lost, and not marked; nor is what only the assertions of a part
 * bring.
 */
export function markFiles(graph: FileGraph, moved: readonly MovedHeader[]): MarkedFiles {
  const { edges, numberOf, paths } = graph;
  const plain = plainEdges(graph, moved);
  const known = moved.flatMap((one) => {
    const file = numberOf.get(one.path);
    return file === undefined ? [] : [{ moved: one, file }];
  });
  const isWrapper = new Set(known.map(({ file }) => file));
  const files: number[] = [];
  const drafts = known.map(({ moved: one, file }) => {
    const included = new Set((edges[file] ?? []).flatMap((edge) => edge.targets).filter((to) => !isWrapper.has(to)));
    // A part that others include need not stand in the wrapper itself.
    const behind = closure(edges, file, isWrapper, 'any');
    const through = one.destinations.flatMap((path) => {
      const to = numberOf.get(path);
      return to === undefined || included.has(to) || !behind.has(to) ? [] : [to];
    });
    const targets = [...through, ...included];
    const reads = targets.map((to) => closure(plain, to, isWrapper, 'any'));
    const surely = targets.map((to) => closure(plain, to, isWrapper, 'sure'));
    const own = new Set(targets);
    const isKept = (to: number): boolean =>
      reads.every((all) => all.has(to)) && (surely.every((all) => all.has(to)) || !surely.some((all) => all.has(to)));
    for (const all of reads) for (const to of all) if (!isKept(to)) own.add(to);
    for (const to of own) if (!files.includes(to)) files.push(to);
    return { moved: one, file, targets, reads, own };
  });
  const markOf = new Map(files.map((file, index) => [file, bit(index)]));
  const bitsFor = (some: Iterable<number>): bigint =>
    [...some].reduce((bits, file) => bits | (markOf.get(file) ?? 0n), 0n);
  const wrappers = drafts.map(({ moved: one, file, targets, reads, own }) => ({
    moved: one,
    file,
    marks: bitsFor(own),
    destinations: targets.map((to, index) => ({
      file: to,
      path: paths[to] ?? '',
      covers: bitsFor(reads[index] ?? []),
      mark: bitsFor([to]),
      isPart: one.destinations.includes(paths[to] ?? ''),
    })),
  }));
  return { wrappers, files };
}

/** A file and what it reads without the wrappers. */
function closure(
  edges: readonly (readonly Edge[])[],
  from: number,
  without: ReadonlySet<number>,
  only: 'any' | 'sure',
): ReadonlySet<number> {
  const found = new Set([from]);
  for (const file of found) {
    for (const { targets, isSure } of edges[file] ?? []) {
      if (only === 'sure' && !isSure) continue;
      for (const target of targets) if (!without.has(target)) found.add(target);
    }
  }
  return found;
}

/** The graph's edges without those to wrappers. */
export function withoutWrappers({ edges }: FileGraph, wrappers: readonly Wrapper[]): readonly (readonly Edge[])[] {
  const isWrapper = new Set(wrappers.map(({ file }) => file));
  return edges.map((list) => list.filter(({ targets }) => !targets.some((target) => isWrapper.has(target))));
}
