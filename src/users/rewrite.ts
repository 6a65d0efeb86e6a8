import type { Edge, FileGraph } from './file-graph.ts';
import type { Destination, Wrapper } from './wrappers.ts';

/** What becomes of the include lines of one file. */
export type FileRewrite = {
  /** Index of an include line of a wrapper -> what stands there instead; none: the line goes. */
  readonly replaced: Map<number, readonly Destination[]>;
  /** Index of an include line -> what comes behind it, in order. */
  readonly added: Map<number, AddedInclude[]>;
};

export type AddedInclude = { readonly wrapper: Wrapper; readonly destination: Destination };

export function emptyRewrite(): FileRewrite {
  return { replaced: new Map(), added: new Map() };
}

export function isEmptyRewrite({ replaced, added }: FileRewrite): boolean {
  return replaced.size === 0 && added.size === 0;
}

/** The includes of a file as they will be. */
export function edgesAfter(
  { edges, facts }: FileGraph,
  file: number,
  rewrite: FileRewrite | undefined,
): readonly Edge[] {
  const before = edges[file] ?? [];
  if (rewrite === undefined || isEmptyRewrite(rewrite)) return before;
  return before.flatMap((edge): readonly Edge[] => {
    const isSure = facts[file]?.includes[edge.line]?.isSure === true;
    const instead = rewrite.replaced
      .get(edge.line)
      ?.map(({ file: to }) => ({ ...edge, isSure, targets: [to], whenOfTarget: [edge.when] }));
    // Behind the line, and before the next.
    const behind = (rewrite.added.get(edge.line) ?? []).map(({ destination }) => ({
      ...edge,
      isSure,
      isGuess: false,
      at: edge.at + 0.5,
      targets: [destination.file],
      whenOfTarget: [edge.when],
    }));
    return [...(instead ?? [edge]), ...behind];
  });
}
