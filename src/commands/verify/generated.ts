import type { FileChange } from '../../diff/file-change.ts';
import { readScratch, type ScratchTrees } from '../../io/verify/scratch-trees.ts';
import { absoluteIn } from '../../text/file-path.ts';
import { generatingSteps, madeFrom } from '../../verify/ninja-outputs.ts';

/** A file that a build generates: its build directory, its name there, and its absolute path. */
export type Output = { readonly folder: string; readonly target: string; readonly path: string };

/** What the builds generate of changed files, directly or in steps, as each build.ninja has it. */
export type Generated = {
  readonly hasBuild: boolean;
  readonly outputsOf: (changes: readonly FileChange[]) => readonly Output[];
};

export function findGenerated(
  { root, buildFolders }: { readonly root: string; readonly buildFolders: readonly string[] },
  scratch: ScratchTrees,
): Generated {
  const builds = buildFolders.flatMap((folder) => {
    const ninja = readScratch(scratch.into('before', `${folder}/build.ninja`));
    return ninja === null ? [] : [{ folder, steps: generatingSteps(ninja) }];
  });
  return {
    hasBuild: builds.length > 0,
    outputsOf: (changes) => {
      const changed = new Set(changes.map(({ path }) => absoluteIn(root, path)));
      return builds.flatMap(({ folder, steps }) =>
        madeFrom(steps, (input) => changed.has(absoluteIn(folder, input))).map((target) => ({
          ...{ folder, target },
          path: absoluteIn(folder, target),
        })),
      );
    },
  };
}
