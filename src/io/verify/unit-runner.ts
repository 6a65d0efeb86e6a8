import type { FileChange } from '../../diff/file-change.ts';
import { detached } from '../../text/detached.ts';
import type { CompilerMessage } from '../../verify/compiler-messages.ts';
import { type Compilation, commandOf, compileUnit, digest, type Ended, type Job } from './compile-unit.ts';
import type { ProbeCompiler } from './compiler-probe.ts';
import type { ProofCache } from './proof-cache.ts';
import type { ScratchTrees, Side } from './scratch-trees.ts';
import { type TreeContents, treeContents } from './tree-contents.ts';

/**
 * What is held of a unit in one state of the tree. A run holds that of thousands of units: a digest in place of their symbols,
 * and of the files that they read those that the patches could concern.
 */
export type Standing =
  | {
      readonly kind: 'compiled';
      /** Equal for equal symbols. */
      readonly code: string;
      readonly messages: readonly CompilerMessage[];
      readonly files: readonly string[];
    }
  | Exclude<Ended, { readonly kind: 'compiled' }>;

export type UnitRunner = {
  /** Compiles, unless the result is known. */
  readonly run: (job: Job) => Promise<Ended>;
  /** Compiles in a tree that no other run could ask for, and keeps nothing. */
  readonly runOnce: (job: Job, tree: ScratchTrees) => Promise<Ended>;
  /** As `run`, for what is held. */
  readonly stand: (job: Job) => Promise<Standing>;
  /** Every file that any unit read so far, absolute. */
  readonly read: ReadonlySet<string>;
  /** Puts changes into one of the trees. */
  readonly put: (side: Side, changes: readonly FileChange[], root: string) => void;
  readonly contents: Readonly<Record<Side, TreeContents>>;
  readonly figures: () => {
    readonly compiled: number;
    readonly known: number;
    readonly took: ReadonlyMap<string, number>;
  };
};

/** @param isConcerned Whether a file that a unit read matters to the patches. */
export function unitRunner(
  compilation: Compilation,
  probe: ProbeCompiler,
  cache: ProofCache | null,
  isConcerned: (path: string) => boolean,
): UnitRunner {
  const outside = new Map<string, string | null>();
  const { scratch } = compilation;
  const contents = {
    before: treeContents(scratch, 'before', outside),
    after: treeContents(scratch, 'after', outside),
  };
  const took = new Map<string, number>();
  let compiled = 0;
  let known = 0;
  const read = new Set<string>();
  const run = async (job: Job): Promise<Ended> => {
    const { unit, side } = job;
    const probed = await probe(unit.compiler, unit.language);
    const key = [
      ...[probed.identity, compilation.env.identity, unit.compiler, unit.folder, unit.source],
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
  };
  return {
    contents,
    put: (side, changes, root) => {
      scratch.put(side, changes);
      contents[side].forget(changes, root);
    },
    figures: () => ({ compiled, known, took }),
    run,
    runOnce: async (job, tree) => {
      compiled++;
      return compileUnit(job, await probe(job.unit.compiler, job.unit.language), { ...compilation, scratch: tree });
    },
    read,
    stand: async (job) => {
      const ended = await run(job);
      if (ended.kind === 'failed') return firstOf(ended);
      if (ended.kind !== 'compiled') return ended;
      for (const path of ended.files) if (!read.has(path)) read.add(detached(path));
      const { symbols, messages, files } = ended;
      const held = files.filter(isConcerned).map(shared);
      return { kind: 'compiled', code: digest(symbols), messages: messages.map(sharedMessage), files: held };
    },
  };
}

/** Of what a compiler said the part that is told. */
function firstOf({ messages, output }: Extract<Ended, { kind: 'failed' }>): Standing {
  const first = messages.find(({ severity }) => severity === 'error');
  const [line = ''] = output.trim().split('\n');
  return { kind: 'failed', messages: first === undefined ? [] : [sharedMessage(first)], output: detached(line) };
}

const texts = new Map<string, string>();

/** Thousands of units read the same files, and are told of the same warnings. */
function shared(text: string): string {
  const known = texts.get(text);
  if (known !== undefined) return known;
  const own = detached(text);
  texts.set(own, own);
  return own;
}

function sharedMessage(message: CompilerMessage): CompilerMessage {
  return { ...message, file: shared(message.file), text: shared(message.text) };
}
