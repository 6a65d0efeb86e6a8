import type { FileChange } from '../../diff/file-change.ts';
import { type Compilation, commandOf, compileUnit, type Ended, type Job } from './compile-unit.ts';
import type { ProbeCompiler } from './compiler-probe.ts';
import type { ProofCache } from './proof-cache.ts';
import type { Side } from './scratch-trees.ts';
import { type TreeContents, treeContents } from './tree-contents.ts';

export type UnitRunner = {
  /** Compiles, unless the result is known. */
  readonly run: (job: Job) => Promise<Ended>;
  /** Puts changes into one of the trees. */
  readonly put: (side: Side, changes: readonly FileChange[], root: string) => void;
  readonly contents: Readonly<Record<Side, TreeContents>>;
  readonly figures: () => {
    readonly compiled: number;
    readonly known: number;
    readonly took: ReadonlyMap<string, number>;
  };
};

export function unitRunner(compilation: Compilation, probe: ProbeCompiler, cache: ProofCache | null): UnitRunner {
  const outside = new Map<string, string | null>();
  const { scratch } = compilation;
  const contents = {
    before: treeContents(scratch, 'before', outside),
    after: treeContents(scratch, 'after', outside),
  };
  const took = new Map<string, number>();
  let compiled = 0;
  let known = 0;
  return {
    contents,
    put: (side, changes, root) => {
      scratch.put(side, changes);
      contents[side].forget(changes, root);
    },
    figures: () => ({ compiled, known, took }),
    run: async (job) => {
      const { unit, side } = job;
      const probed = await probe(unit.compiler, unit.language);
      const key = [
        probed.identity,
        compilation.env.identity,
        unit.compiler,
        unit.folder,
        unit.source,
        ...commandOf(job, probed),
      ];
      const found = cache?.find(key, contents[side]) ?? null;
      if (found !== null) {
        known++;
        return found;
      }
      const start = performance.now();
      const result = await compileUnit(job, probed, compilation);
      compiled++;
      took.set(unit.source, Math.max(took.get(unit.source) ?? 0, Math.round(performance.now() - start)));
      if (result.kind === 'compiled' && result.hasOriginals !== true) cache?.keep(key, result, contents[side]);
      return result;
    },
  };
}
