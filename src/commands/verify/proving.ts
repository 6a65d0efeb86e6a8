import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Compilation } from '../../io/verify/compile-unit.ts';
import type { ProofCache } from '../../io/verify/proof-cache.ts';
import type { ScratchInput, ScratchTrees } from '../../io/verify/scratch-trees.ts';
import type { Standing, UnitRunner } from '../../io/verify/unit-runner.ts';
import type { Unit } from '../../verify/command/read-command.ts';
import type { Configuration, ProofPatch } from '../../verify/proof.ts';
import type { Generated } from './generated.ts';

export type ProofRequest = Omit<ScratchInput, 'buildFolders' | 'folders'> & {
  readonly configurations: readonly Configuration[];
  readonly buildFolders: readonly string[];
  readonly patches: readonly ProofPatch[];
  /** What a unit includes before a header that does not compile by itself, as `#include` spells it, by the header. */
  readonly preludes: ReadonlyMap<string, string>;
  /** The project's build tool, as words with `{dir}` and `{target}`; null: what it generates stays as it is. */
  readonly build: readonly string[] | null;
  /** What stands before the compiler. */
  readonly launcher: readonly string[];
  /** Compilers at once. */
  readonly jobs: number;
  readonly cache: ProofCache | null;
  readonly step: (text: string) => void;
  /** Looks at the trees as the patches leave them, while they are there. */
  readonly finish?: (proving: Proving) => Promise<readonly Diagnostic[]>;
};

/** What the proof of one patch works with. */
export type Proving = {
  readonly request: ProofRequest;
  readonly scratch: ScratchTrees;
  readonly compilation: Compilation;
  readonly runner: UnitRunner;
  readonly generated: Generated;
  /** What a generator makes of changed files and was not made again, absolute. */
  readonly stale: Set<string>;
  /** What each unit that was compiled came to, in the state before the current patch. */
  readonly standing: Map<Unit, Standing>;
};

/** A path as messages name it: relative to the root where it lies there. */
export function belowRoot(root: string, path: string): string {
  return path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path;
}
