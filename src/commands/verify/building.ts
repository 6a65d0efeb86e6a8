import type { FileChange } from '../../diff/file-change.ts';
import { type BuildCopy, makeBuildCopy } from '../../io/verify/build-copy.ts';
import { readScratch } from '../../io/verify/scratch-trees.ts';
import type { Output } from './generated.ts';
import type { ProofRequest, Proving } from './proving.ts';

/** Has the project's own build tool make again what is generated. */
export type Building = {
  /**
   * Puts changes into the tree that it builds. What follows in generated files is a list of changes; a text says why the tool
   * failed.
   */
  readonly make: (changes: readonly FileChange[]) => Promise<readonly FileChange[] | string>;
};

/**
 * Copies the tree for the build tool, and lets it make what it would make before any patch; a text says why it failed. Null:
 * nobody named a tool, or no patch changes what a generator reads.
 */
export async function startBuilding(
  request: ProofRequest,
  { scratch, runner, generated, compilation }: Pick<Proving, 'scratch' | 'runner' | 'generated' | 'compilation'>,
): Promise<Building | string | null> {
  const { root, build, step, patches } = request;
  const all = generated.outputsOf(patches.flatMap(({ changes }) => changes));
  if (build === null || all.length === 0) return null;
  step('building what is generated ...');
  const copy = makeBuildCopy(request, scratch, build, compilation.env.ofBuild);
  const before = await makeAll(copy, all);
  if (before !== null) return before;
  const stale = changesIn(all);
  for (const side of ['before', 'after'] as const) runner.put(side, stale, root);
  return {
    make: async (changes) => {
      copy.put(changes);
      const outputs = generated.outputsOf(changes);
      if (outputs.length === 0) return [];
      return (await makeAll(copy, outputs)) ?? changesIn(outputs);
    },
  };

  /** What the copies for compilers have otherwise. Paths are relative to the root, also where they lead out of it. */
  function changesIn(outputs: readonly Output[]): readonly FileChange[] {
    return outputs.flatMap(({ path }): readonly FileChange[] => {
      const [was, now] = [readScratch(scratch.into('after', path)), copy.read(path)];
      if (was === now || now === null) return [];
      const change = { path: relativeTo(root, path), mode: '100644', after: now };
      return [was === null ? { kind: 'create', ...change } : { kind: 'modify', ...change, before: was }];
    });
  }
}

/** Null, or what the tool said. */
async function makeAll(copy: BuildCopy, outputs: readonly Output[]): Promise<string | null> {
  const folders = new Map<string, string[]>();
  for (const { folder, target } of outputs) folders.set(folder, [...(folders.get(folder) ?? []), target]);
  for (const [folder, targets] of folders) {
    const problem = await copy.make(folder, targets);
    if (problem !== null) return problem;
  }
  return null;
}

function relativeTo(root: string, path: string): string {
  if (path.startsWith(`${root}/`)) return path.slice(root.length + 1);
  return `${'../'.repeat(root.split('/').length - 1)}${path.slice(1)}`;
}
