import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { FileChange } from '../../diff/file-change.ts';
import { contentAfter } from '../../diff/file-change.ts';
import { compilerEnvironment, searchedByEnvironment } from '../../io/verify/compiler-environment.ts';
import { compilerProbe } from '../../io/verify/compiler-probe.ts';
import { findRead, real } from '../../io/verify/files-read.ts';
import { onInterruption } from '../../io/verify/interruption.ts';
import { endProcesses } from '../../io/verify/run-process.ts';
import { makeScratchTrees, readScratch, type ScratchTrees } from '../../io/verify/scratch-trees.ts';
import { keepHeapSmall } from '../../io/verify/small-heap.ts';
import { type Standing, unitRunner } from '../../io/verify/unit-runner.ts';
import { baseName } from '../../text/file-path.ts';
import type { Unit } from '../../verify/command/read-command.ts';
import { includeReach, type Reach, type Source } from '../../verify/include-reach.ts';
import type { Configuration, PatchProof, Proof, ProofPatch } from '../../verify/proof.ts';
import { checkAlone } from './check-alone.ts';
import { eachOf } from './each-of.ts';
import { type Judged, judgeUnit } from './judge-unit.ts';
import { belowRoot, type ProofRequest, type Proving } from './proving.ts';

type Member = { readonly unit: Unit; readonly configuration: string; readonly source: Source };

/**
 * Compiles every unit that a patch could concern before and after it, in two scratch trees, and says what differs. Each unit
 * is compiled once for each state that it reads otherwise.
 */
export async function provePatches(request: ProofRequest): Promise<Proof> {
  keepHeapSmall();
  request.step('making the scratch trees ...');
  const scratch = makeScratchTrees(request);
  const stop = onInterruption(() => {
    endProcesses();
    scratch.remove();
  });
  try {
    const env = compilerEnvironment(`${scratch.folder}/tmp`, scratch.into);
    const compilation = { scratch, findRead: findRead(scratch), env, launcher: request.launcher };
    const runner = unitRunner(
      compilation,
      compilerProbe(scratch.folder, env.of('before')),
      request.cache,
      concernOf(request),
    );
    const proving = { request, scratch, compilation, runner, standing: new Map<Unit, Standing>() };
    const members = membersOf(request.configurations);
    const reach = reachOver(request, scratch);
    const patches: PatchProof[] = [];
    for (const patch of request.patches) patches.push(await provePatch(patch, members, reach, proving));
    const findings = await request.finish?.(proving);
    const { compiled, known, took } = runner.figures();
    const slowest = [...took].sort(([, a], [, b]) => b - a).slice(0, 5);
    return {
      configurations: request.configurations.map(({ name, units }) => ({ name, units: units.length })),
      patches,
      findings: findings ?? [],
      read: runner.read,
      compiled,
      known,
      slowest: slowest.map(([file, milliseconds]) => ({ file: belowRoot(request.root, file), took: milliseconds })),
    };
  } finally {
    stop();
    scratch.remove();
  }
}

async function provePatch(
  patch: ProofPatch,
  members: readonly Member[],
  reach: Reach,
  proving: Proving,
): Promise<PatchProof> {
  const { request, runner, standing } = proving;
  const { root, jobs, step } = request;
  const paths = new Set(patch.changes.map(({ path }) => `${root}/${path}`));
  const reaching = new Set(
    reach.reaching(
      members.map(({ source }) => source),
      paths,
    ),
  );
  const near = members.filter(({ source }) => reaching.has(source));
  const count = counter(patch.title, step);
  const unknown = near.filter(({ unit }) => !standing.has(unit));
  await eachOf(unknown, jobs, count(unknown.length, 'before'), async ({ unit }) => {
    standing.set(unit, await runner.stand({ unit, side: 'before', further: [] }));
  });
  runner.put('after', patch.changes, root);
  const concerned = near.filter(({ unit }) => isConcerned(standing.get(unit), patch.changes, root));
  const judged: { unit: Unit; configuration: string; after: Standing; judged: Judged }[] = [];
  await eachOf(concerned, jobs, count(concerned.length, 'after'), async ({ unit, configuration }) => {
    const before = standing.get(unit) ?? { kind: 'not-run', reason: 'it was not compiled' };
    const after = await runner.stand({ unit, side: 'after', further: [] });
    judged.push({
      unit,
      configuration,
      after,
      judged: await judgeUnit({ unit, configuration, before, after, patch }, proving),
    });
  });
  const order = new Map(concerned.map(({ unit }, at) => [unit, at]));
  judged.sort((a, b) => (order.get(a.unit) ?? 0) - (order.get(b.unit) ?? 0));
  const users = judged.flatMap(({ unit, configuration, after }) =>
    after.kind === 'compiled' ? [{ unit, configuration, files: new Set(after.files) }] : [],
  );
  const alone = await checkAlone(patch, users, proving);
  const before = judged.flatMap(({ unit }) => standing.get(unit) ?? []);
  for (const { unit, after } of judged) standing.set(unit, after);
  runner.put('before', patch.changes, root);
  return {
    title: patch.title,
    kind: patch.kind,
    headers: patch.headers,
    files: patch.changes.map(({ path, kind }) => ({
      path,
      kind,
      before: readersOf(`${root}/${path}`, before),
      after: readersOf(
        `${root}/${path}`,
        judged.map((one) => one.after),
      ),
    })),
    units: judged.map((one) => one.judged.verdict),
    alone: alone.passed,
    findings: withoutDoubles([...alone.findings, ...judged.flatMap((one) => one.judged.findings)]),
  };
}

function readersOf(path: string, results: readonly Standing[]): number {
  return results.filter((one) => one.kind === 'compiled' && one.files.includes(path)).length;
}

/** Files that a patch changes, and those of the same name: a new one may be found before them. */
function concernOf({ patches }: ProofRequest): (path: string) => boolean {
  const names = new Set(patches.flatMap(({ changes }) => changes.map(({ path }) => baseName(path))));
  return (path) => names.has(baseName(path));
}

/** Whether a unit read a file that changes, or could read a new one, or is not known to have read anything. */
function isConcerned(before: Standing | undefined, changes: readonly FileChange[], root: string): boolean {
  if (before === undefined || before.kind !== 'compiled') return true;
  const changed = new Set(changes.map(({ path }) => `${root}/${path}`));
  const moved = new Set(changes.filter(({ kind }) => kind !== 'modify').map(({ path }) => baseName(path)));
  return before.files.some((path) => changed.has(path) || moved.has(baseName(path)));
}

function membersOf(configurations: readonly Configuration[]): readonly Member[] {
  return configurations.flatMap(({ name, units }) =>
    units.map((unit) => ({
      unit,
      configuration: name,
      source: { path: unit.source, included: includedBy(unit), macros: definedBy(unit) },
    })),
  );
}

/** What the command of a unit includes. */
function includedBy({ flags }: Unit): readonly string[] {
  return flags.flatMap((flag, at) => {
    const before = flags[at - 1];
    if (before !== '-include' && before !== '-imacros') return [];
    return [typeof flag === 'string' ? flag : flag.path];
  });
}

/** The directories in which units look for what they include. */
function foldersOf(units: readonly Unit[]): readonly string[] {
  const found = new Set<string>();
  for (const { flags, folder } of units) {
    for (const [at, flag] of flags.entries()) {
      const before = flags[at - 1];
      if (typeof flag !== 'string') found.add(flag.path);
      else if (flag.startsWith('-I')) found.add(absolute(folder, flag.slice(2)));
      else if (typeof before === 'string' && SEARCHING.has(before)) found.add(absolute(folder, flag));
      else if (/^-i(quote|system|dirafter)./.test(flag))
        found.add(absolute(folder, flag.replace(/^-i(quote|system|dirafter)/, '')));
    }
    // What a command includes is looked for where the compiler starts.
    found.add(folder);
  }
  return [...found];
}

const SEARCHING: ReadonlySet<string> = new Set(['-iquote', '-isystem', '-idirafter', '-isysroot', '-iprefix']);

function absolute(folder: string, path: string): string {
  return path.startsWith('/') ? path : `${folder}/${path}`;
}

function definedBy({ flags }: Unit): readonly string[] {
  return flags.flatMap((flag) => (typeof flag === 'string' && flag.startsWith('-D') ? [flag.slice(2)] : []));
}

/** Over all states of the tree at once: what a file includes in any of them counts. */
function reachOver({ patches, root, configurations }: ProofRequest, scratch: ScratchTrees): Reach {
  const units = configurations.flatMap((one) => one.units);
  const starts = [...new Set(units.map(({ folder }) => folder))];
  const later = new Map<string, string[]>();
  for (const change of patches.flatMap(({ changes }) => changes)) {
    const path = `${root}/${change.path}`;
    later.set(path, [...(later.get(path) ?? []), contentAfter(change) ?? '']);
  }
  return includeReach({
    files: [...new Set([...scratch.files, ...later.keys()])],
    links: scratch.links,
    fileLinks: scratch.fileLinks,
    real,
    folders: [...new Set([...foldersOf(units), ...starts.flatMap((start) => searchedByEnvironment(start))])],
    read: (path) => [readScratch(scratch.into('before', path)) ?? '', ...(later.get(path) ?? [])].join('\n'),
  });
}

function counter(title: string, step: (text: string) => void) {
  return (total: number, when: string) => {
    const start = Date.now();
    return (done: number): void => {
      const seconds = Math.round((((Date.now() - start) / Math.max(1, done)) * (total - done)) / 1000);
      const left = done > 4 && seconds > 2 ? `, about ${seconds} s left` : '';
      step(`${when} ${title}: ${done} of ${total} units${left}`);
    };
  };
}

/** One fault in a header is told once, however many units see it. */
function withoutDoubles(findings: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return findings.filter(({ code, message, places: [{ place }] }) => {
    const key = `${code}\0${message}\0${place.file}\0${place.line}`;
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
}
