import type { FileChange } from '../../diff/file-change.ts';
import { type BuildCopy, makeBuildCopy } from '../../io/verify/build-copy.ts';
import { readScratch } from '../../io/verify/scratch-trees.ts';
import type { Output } from '../../verify/build-steps.ts';
import type { ProofRequest, Proving } from './proving.ts';

/** Has the project's own build tool make again what is generated. */
export type Building = {
  /**
   * Puts changes into the tree that it builds. What follows in generated files is a list of changes; a text says why the tool
   * failed.
   */
  readonly make: (changes: readonly FileChange[]) => Promise<readonly FileChange[] | string>;
};

/** Whether a command makes whatever the tool would make, and not the files that are named to it. */
export function isWhole(build: readonly string[]): boolean {
  return !build.includes('{target}');
}

/**
 * Copies the tree for the build tool, and lets it make what it would make before any patch; a text says why it failed. Null:
 * nobody named a tool, or no patch changes what a generator reads.
 */
export async function startBuilding(
  request: ProofRequest,
  { scratch, runner, generated, compilation }: Pick<Proving, 'scratch' | 'runner' | 'generated' | 'compilation'>,
): Promise<Building | string | null> {
  const { root, build, step, patches, buildFolders } = request;
  if (build === null) return null;
  const outputs = generated.outputsOf(patches.flatMap(({ changes }) => changes));
  const all = [...outputs.map(({ path }) => path), ...(isWhole(build) ? generated.unknown : [])];
  if (all.length === 0) return null;
  step('building what is generated ...');
  const copy = makeBuildCopy(request, scratch, build, compilation.env.ofBuild);
  const wholeOf = buildFolders.map((folder) => ({ folder, words: [] }));
  const before = await makeEach(copy, isWhole(build) ? wholeOf : callsFor(outputs));
  if (before !== null) return before;
  const stale = changesIn(all);
  for (const side of ['before', 'after'] as const) runner.put(side, stale, root);
  return {
    make: async (changes) => {
      copy.put(changes);
      const wanted = generated.outputsOf(changes);
      const calls = isWhole(build) ? wholeOf : callsFor(wanted);
      return (await makeEach(copy, calls)) ?? changesIn(isWhole(build) ? all : wanted.map(({ path }) => path));
    },
  };

  /** What the copies for compilers have otherwise. Paths are relative to the root, also where they lead out of it. */
  function changesIn(paths: readonly string[]): readonly FileChange[] {
    return [...new Set(paths)].flatMap((path): readonly FileChange[] => {
      const [was, now] = [readScratch(scratch.into('after', path)), copy.read(path)];
      if (was === now || now === null) return [];
      const change = { path: relativeTo(root, path), mode: '100644', after: now };
      return [was === null ? { kind: 'create', ...change } : { kind: 'modify', ...change, before: was }];
    });
  }
}

type Call = { readonly folder: string; readonly words: readonly string[] };

/** One call for each directory and makefile. */
function callsFor(outputs: readonly Output[]): readonly Call[] {
  const calls = new Map<string, Call>();
  for (const { folder, makefile, target } of outputs) {
    const key = JSON.stringify([folder, makefile]);
    const words = calls.get(key)?.words ?? (makefile === null ? [] : ['-f', makefile]);
    calls.set(key, { folder, words: [...words, target] });
  }
  return [...calls.values()];
}

/** Null, or what the tool said. */
async function makeEach(copy: BuildCopy, calls: readonly Call[]): Promise<string | null> {
  for (const { folder, words } of calls) {
    const problem = await copy.make(folder, words);
    if (problem !== null) return problem;
  }
  return null;
}

function relativeTo(root: string, path: string): string {
  if (path.startsWith(`${root}/`)) return path.slice(root.length + 1);
  return `${'../'.repeat(root.split('/').length - 1)}${path.slice(1)}`;
}
