import type { FileChange } from '../diff/file-change.ts';
import type { UsersPlan } from './plan-users.ts';
import type { FileRewrite } from './rewrite.ts';
import { rewrittenFiles } from './rewritten-files.ts';

/** A plan in two steps, so that each file that the first changes may change alone. Sorted by path. */
export type UsersStages = {
  /**
   * Files that no other includes, as they will be, and the lines that other files get: with the wrappers still read by
   * all who read them, no file loses anything, whichever of these change.
   */
  readonly free: readonly FileChange[];
  /** Files that others include, as they will be; relative to the tree without the first step. They go together. */
  readonly included: readonly FileChange[];
};

export function stagesOf(plan: UsersPlan): UsersStages {
  const { graph } = plan.situation;
  const isIncluded = new Set(
    graph.edges.flatMap((edges, file) => edges.flatMap(({ targets }) => targets.filter((to) => to !== file))),
  );
  const first = new Map(
    [...plan.narrowed.rewrites].map(([file, rewrite]): [number, FileRewrite] => [
      file,
      isIncluded.has(file) ? { ...rewrite, replaced: new Map() } : rewrite,
    ]),
  );
  return {
    free: rewrittenFiles(plan, first),
    included: plan.changes.filter(({ path }) => isIncluded.has(graph.numberOf.get(path) ?? -1)),
  };
}
