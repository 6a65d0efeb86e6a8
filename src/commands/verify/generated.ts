import type { FileChange } from '../../diff/file-change.ts';
import { isBelow, readScratch, type ScratchTrees } from '../../io/verify/scratch-trees.ts';
import { absoluteIn, baseName, folderOf } from '../../text/file-path.ts';
import { type BuildStep, isSource, madeFrom, type Output, type SpeltStep } from '../../verify/build-steps.ts';
import { makeSteps } from '../../verify/make-outputs.ts';
import { ninjaSteps } from '../../verify/ninja-outputs.ts';

/** What builds generate, as each build.ninja or makefile has it. */
export type Generated = {
  /** What is made of changed files, directly or in steps. */
  readonly outputsOf: (changes: readonly FileChange[]) => readonly Output[];
  /** Sources and headers that git does not track and of which no build file says how they are made, absolute. */
  readonly unknown: readonly string[];
};

type Input = {
  readonly root: string;
  readonly buildFolders: readonly string[];
  readonly tracked: ReadonlySet<string>;
  /** Null: nothing is made again. */
  readonly build: readonly string[] | null;
};

/** A build.ninja counts alone: what makefiles lie beside it then only start ninja, or are of another build. */
export function findGenerated({ root, buildFolders, tracked, build }: Input, scratch: ScratchTrees): Generated {
  const read = (path: string): string => readScratch(scratch.into('before', path)) ?? '';
  const ninjas = buildFolders.map((folder) => `${folder}/build.ninja`).filter((path) => read(path) !== '');
  const makefiles = ninjas.length > 0 ? [] : scratch.files.filter(isMakefile);
  const steps = [
    ...ninjas.flatMap((path) => inPlace(ninjaSteps(read(path)), folderOf(path).slice(0, -1), null)),
    ...makefiles.flatMap((path) => {
      const { folder, makefile } = startOf(path, buildFolders);
      return inPlace(makeSteps(read(path)), folder, makefile);
    }),
  ];
  // A step that reads more than it says is known to the build tool alone.
  const [unsure, sure] = [true, false].map((which) =>
    steps
      .filter(({ readsMore }) => (readsMore && build === null) === which)
      .flatMap(({ outputs }) => outputs.map(({ path }) => path)),
  );
  const known = new Set(sure);
  const isLoose = (path: string): boolean =>
    isSource(path) && !(isBelow(root, path) && tracked.has(path.slice(root.length + 1)));
  return {
    outputsOf: (changes) => {
      const changed = new Set(changes.map(({ path }) => absoluteIn(root, path)));
      return madeFrom(steps, changed, build !== null);
    },
    unknown:
      ninjas.length > 0 || tracked.size === 0
        ? (unsure ?? [])
        : scratch.files.filter((path) => isLoose(path) && !known.has(path)),
  };
}

function isMakefile(path: string): boolean {
  return MAKEFILE.test(baseName(path));
}

/** `build.make` is what CMake writes for each target. */
const MAKEFILE = /^(?:GNUmakefile|[mM]akefile|build\.make)$/;

/** Where make starts, and with which file: CMake's name their files from the build directory. */
function startOf(
  path: string,
  buildFolders: readonly string[],
): { readonly folder: string; readonly makefile: string | null } {
  const top = path.endsWith('/build.make') ? buildFolders.find((one) => isBelow(one, path)) : undefined;
  if (top !== undefined) return { folder: top, makefile: path.slice(top.length + 1) };
  return { folder: folderOf(path).slice(0, -1), makefile: null };
}

function inPlace(steps: readonly SpeltStep[], folder: string, makefile: string | null): readonly BuildStep[] {
  return steps.map(({ outputs, inputs, readsMore }) => ({
    outputs: outputs.map((target) => ({ folder, makefile, target, path: absoluteIn(folder, target) })),
    inputs: inputs.map((input) => absoluteIn(folder, input)),
    readsMore,
  }));
}
