import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { FileChange } from '../../diff/file-change.ts';
import { compilerEnvironment } from '../../io/verify/compiler-environment.ts';
import { compilerProbe } from '../../io/verify/compiler-probe.ts';
import { findRead } from '../../io/verify/files-read.ts';
import { onInterruption } from '../../io/verify/interruption.ts';
import { directStarter, processStarter } from '../../io/verify/process-starter.ts';
import { endProcesses } from '../../io/verify/run-process.ts';
import { makeScratchTrees } from '../../io/verify/scratch-trees.ts';
import { type Standing, unitRunner } from '../../io/verify/unit-runner.ts';
import { countOf } from '../../text/count-of.ts';
import { absoluteIn, baseName } from '../../text/file-path.ts';
import { placeOfFile } from '../../text/place.ts';
import type { Unit } from '../../verify/command/read-command.ts';
import type { Reach } from '../../verify/include-reach.ts';
import type { PatchProof, Proof, ProofPatch } from '../../verify/proof.ts';
import { type Building, isWhole, startBuilding } from './building.ts';
import { checkAlone } from './check-alone.ts';
import { eachOf } from './each-of.ts';
import { findGenerated, type Generated } from './generated.ts';
import { idleAssertions } from './idle-assertions.ts';
import { type Judged, judgeUnit } from './judge-unit.ts';
import { type Member, membersOf, reachOver } from './members.ts';
import { belowRoot, type ProofRequest, type Proving } from './proving.ts';

/** Units for which a helper process costs more to start than it saves. */
const FEW = 10;

/**
 * Compiles every unit that a patch could concern before and after it, in two scratch trees, and says what differs. Each unit
 * is compiled once for each state that it reads otherwise.
 */
export async function provePatches(request: ProofRequest): Promise<Proof> {
  request.step('making the scratch trees ...');
  const folders = new Set(request.configurations.flatMap(({ units }) => units.map(({ folder }) => folder)));
  const scratch = makeScratchTrees({ ...request, folders: [...folders] });
  const members = membersOf(request.configurations);
  const starter = members.length < FEW ? directStarter : processStarter();
  const stop = onInterruption(() => {
    endProcesses();
    starter.end();
    scratch.remove();
  });
  try {
    const env = compilerEnvironment(`${scratch.folder}/tmp`, scratch.into);
    const compilation = { scratch, findRead: findRead(scratch), env, launcher: request.launcher, start: starter.start };
    const generated = findGenerated(request, scratch);
    const probe = compilerProbe(scratch.folder, env.of('before'));
    const runner = unitRunner(compilation, probe, request.cache, concernOf(request, generated));
    const standing = new Map<Unit, Standing>();
    const proving: Proving = { request, scratch, compilation, runner, generated, stale: new Set<string>(), standing };
    const started = await startBuilding(request, proving);
    const building = typeof started === 'string' ? null : started;
    const reach = reachOver(request, scratch);
    const patches: PatchProof[] = [];
    for (const patch of request.patches) patches.push(await provePatch(patch, { members, reach, building }, proving));
    const findings = await request.finish?.(proving);
    const { compiled, known, took } = runner.figures();
    const slowest = [...took].sort(([, a], [, b]) => b - a).slice(0, 5);
    return {
      configurations: request.configurations.map(({ name, units }) => ({ name, units: units.length })),
      patches,
      findings: [
        ...(typeof started === 'string' ? [buildFailed(`before any patch: ${started}`)] : []),
        ...(findings ?? []),
      ],
      read: runner.read,
      compiled,
      known,
      slowest: slowest.map(([file, milliseconds]) => ({ file: belowRoot(request.root, file), took: milliseconds })),
    };
  } finally {
    stop();
    await starter.end();
    scratch.remove();
  }
}

type Surroundings = {
  readonly members: readonly Member[];
  readonly reach: Reach;
  /** Null: what is generated stays as it is. */
  readonly building: Building | null;
};

async function provePatch(
  asked: ProofPatch,
  { members, reach, building }: Surroundings,
  proving: Proving,
): Promise<PatchProof> {
  const { request, runner, standing, stale } = proving;
  const { root, jobs, step } = request;
  runner.put('after', asked.changes, root);
  const made = (await building?.make(asked.changes)) ?? asked.title;
  const failed = building !== null && typeof made === 'string' ? [buildFailed(`after '${asked.title}': ${made}`)] : [];
  const old = typeof made === 'string' ? staleAfter(asked.changes, proving) : [];
  for (const path of old) stale.add(path);
  if (typeof made !== 'string') runner.put('after', made, root);
  const patch = typeof made === 'string' ? asked : { ...asked, changes: [...asked.changes, ...made] };
  const paths = new Set([...patch.changes.map(({ path }) => absoluteIn(root, path)), ...old]);
  const reaching = new Set(
    reach.reaching(
      members.map(({ source }) => source),
      paths,
    ),
  );
  const near = members.filter(({ source }) => reaching.has(source));
  const count = counter(asked.title, step);
  const unknown = near.filter(({ unit }) => !standing.has(unit));
  await eachOf(unknown, jobs, count(unknown.length, 'before'), async ({ unit }) => {
    standing.set(unit, await runner.stand({ unit, side: 'before', further: [] }));
  });
  const concerned = near.filter(({ unit }) => isConcerned(standing.get(unit), patch.changes, paths));
  const judged: { unit: Unit; configuration: string; after: Standing; judged: Judged }[] = [];
  await eachOf(concerned, jobs, count(concerned.length, 'after'), async ({ unit, configuration }) => {
    const before = standing.get(unit) ?? { kind: 'not-run', reason: 'it was not compiled' };
    const after = await runner.stand({ unit, side: 'after', further: [] });
    // A generated source is not one that the patch edits.
    const found = await judgeUnit({ unit, configuration, before, after, patch: asked }, proving);
    judged.push({ unit, configuration, after, judged: readsStale(after, stale) ? asUnproved(found) : found });
  });
  const order = new Map(concerned.map(({ unit }, at) => [unit, at]));
  judged.sort((a, b) => (order.get(a.unit) ?? 0) - (order.get(b.unit) ?? 0));
  const users = judged.flatMap(({ unit, configuration, after }) =>
    after.kind === 'compiled' ? [{ unit, configuration, files: new Set(after.files) }] : [],
  );
  const alone = await checkAlone(patch, users, proving);
  const before = judged.flatMap(({ unit }) => standing.get(unit) ?? []);
  for (const { unit, after } of judged) standing.set(unit, after);
  const verdicts = judged.map((one) => one.judged.verdict);
  const idle = idleAssertions(asked, verdicts, proving);
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
    units: verdicts,
    alone: alone.passed,
    findings: withoutDoubles([...failed, ...alone.findings, ...judged.flatMap((one) => one.judged.findings), ...idle]),
  };
}

/** What is made of changed files, and was not made again. */
function staleAfter(changes: readonly FileChange[], { request: { build }, generated }: Proving): readonly string[] {
  const outputs = generated.outputsOf(changes).map(({ path }) => path);
  return build !== null && isWhole(build) ? [...outputs, ...generated.unknown] : outputs;
}

function readersOf(path: string, results: readonly Standing[]): number {
  return results.filter((one) => one.kind === 'compiled' && one.files.includes(path)).length;
}

/** Files that a patch changes or a build makes of these, and those of the same name: a new one may be found before them. */
function concernOf({ patches, build }: ProofRequest, generated: Generated): (path: string) => boolean {
  const changes = patches.flatMap((patch) => patch.changes);
  const loose = build !== null && isWhole(build) ? generated.unknown : [];
  const paths = [...[...changes, ...generated.outputsOf(changes)].map(({ path }) => path), ...loose];
  const names = new Set(paths.map(baseName));
  return (path) => names.has(baseName(path));
}

/** Whether a unit read a file that changes, or could read a new one, or is not known to have read anything. */
function isConcerned(
  before: Standing | undefined,
  changes: readonly FileChange[],
  changed: ReadonlySet<string>,
): boolean {
  if (before === undefined || before.kind !== 'compiled') return true;
  const moved = new Set(changes.filter(({ kind }) => kind !== 'modify').map(({ path }) => baseName(path)));
  return before.files.some((path) => changed.has(path) || moved.has(baseName(path)));
}

function readsStale(after: Standing, stale: ReadonlySet<string>): boolean {
  return after.kind === 'compiled' && after.files.some((path) => stale.has(path));
}

/** What was seen of the code holds for the old output alone; a fault is one all the same. */
function asUnproved({ verdict, findings }: Judged): Judged {
  if (verdict.verdict === 'broken' || verdict.verdict === 'changed') return { verdict, findings };
  return { verdict: { ...verdict, verdict: 'unproved' }, findings };
}

function buildFailed(message: string): Diagnostic {
  return diagnostic('build-failed', `the build tool could not make what is generated ${message}`, placeOfFile('.'));
}

function counter(title: string, step: (text: string) => void) {
  return (total: number, when: string) => {
    const start = Date.now();
    return (done: number): void => {
      const seconds = Math.round((((Date.now() - start) / Math.max(1, done)) * (total - done)) / 1000);
      const left = done > 4 && seconds > 2 ? `, about ${seconds} s left` : '';
      step(`${when} ${title}: ${done} of ${countOf(total, 'unit')}${left}`);
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
