import { resolve } from 'node:path';
import { type Diagnostic, diagnostic, stopsTheRun } from '../../diagnostics/diagnostic.ts';
import { buildId } from '../../io/audit/build-id.ts';
import { outputProblem, writeOutputFile } from '../../io/input-file.ts';
import { openRevisionTree } from '../../io/tree/revision-tree.ts';
import { proofCache } from '../../io/verify/proof-cache.ts';
import { keepRecord } from '../../io/verify/proof-records.ts';
import { proofStore } from '../../io/verify/proof-store.ts';
import { scratchPlace } from '../../io/verify/scratch-place.ts';
import { openStateFolder, type StateFolder, usualDatabase } from '../../io/verify/state-folder.ts';
import { startProgress } from '../../report/progress.ts';
import { proofPage } from '../../report/proof-page.ts';
import { toolVersion } from '../../report/tool-version.ts';
import { placeOfFile } from '../../text/place.ts';
import { bytesOfText } from '../../text/source-text.ts';
import { patchesText, provedSentences } from '../../verify/proof-record.ts';
import { earlierPage } from '../earlier-page.ts';
import { findRoot, openRoot } from '../open-tree.ts';
import type { VerifyOptions } from '../options.ts';
import { refuse } from '../refuse.ts';
import type { Shell } from '../shell.ts';
import { findUnproved } from './find-unproved.ts';
import { openConfigurations } from './open-configurations.ts';
import { patchesUnproved } from './patches-unproved.ts';
import { planPatches } from './plan-patches.ts';
import { provePatches } from './prove-patches.ts';
import { allFindings, tellVerify } from './tell-verify.ts';

/**
 * Proves by the compiler what patches do to the code. Exits with 1 when something does not hold, else with 2 when nothing is
 * proved of a patch.
 */
export async function runVerify(options: VerifyOptions, shell: Shell): Promise<number> {
  const found = findRoot(options.root, shell);
  if (found.kind === 'refused') return refuse('verify', found.findings, options, shell);
  const opened = openRoot(found, null);
  if (opened.kind === 'refused') return refuse('verify', opened.findings, options, shell);
  const { tree } = opened;
  const { what } = options;
  const keeps = (what.kind === 'series' ? [what.path] : what.paths).map((path) => resolve(shell.cwd, path));
  const html = options.html === null ? null : { path: options.html, root: tree.root, replaces: earlierPage, keeps };
  const unfit = html === null ? null : outputProblem(shell.cwd, html);
  if (unfit !== null) return refuse('verify', [unfit], options, shell);
  const planned = await planPatches(options, found, tree, shell);
  if (planned.kind === 'refused') return refuse('verify', planned.findings, options, shell);
  const usual = options.databases.length === 0 && options.cc === null ? usualDatabase(tree.root) : null;
  const databases = usual === null ? options.databases : [usual];
  const tracked = new Set(tree.files().filter((path) => tree.isTracked(path)));
  const sources = options.cc === null ? [] : [...tracked].filter((path) => path.endsWith('.c'));
  const { configurations, buildFolders, findings } = openConfigurations(
    { databases, cc: options.cc, allowed: options.allowed },
    { root: tree.root, sources },
    shell.cwd,
  );
  const unusable = configurations.every(({ units }) => units.length === 0);
  if (stopsTheRun(findings) || unusable) {
    return refuse('verify', [...findings, ...(unusable ? [nothing(databases)] : [])], options, shell);
  }
  const revision = planned.from === null ? null : openRevisionTree(tree.repository, tree.root, planned.from);
  if (revision?.kind === 'unknown') return refuse('verify', [revision.finding], options, shell);
  const place = scratchPlace(shell.env['TMPDIR'], [tree.root, ...buildFolders]);
  if (place.kind === 'refused') {
    return refuse('verify', [diagnostic('scratch-unusable', place.reason, placeOfFile('.'))], options, shell);
  }
  const state = openStateFolder(shell.cwd, options.state, tree.repository);
  if (state.kind === 'refused') {
    const message = `${state.path} ${state.reason}, so no proofs are kept there`;
    return refuse('verify', [diagnostic('state-unusable', message, placeOfFile(state.path))], options, shell);
  }
  const store = state.kind === 'folder' ? proofStore(state.folder, buildId(toolVersion())) : null;
  const progress = startProgress(shell);
  const proof = await provePatches({
    root: tree.root,
    revision: revision?.tree ?? null,
    tracked,
    configurations,
    buildFolders,
    patches: planned.patches,
    preludes: new Map(
      planned.manifests.flatMap(({ header, prelude }) => (prelude === null ? [] : [[header.value, prelude]])),
    ),
    launcher: options.launcher,
    jobs: options.jobs,
    cache: store === null ? null : proofCache(store),
    scratchTop: place.folder,
    step: progress.step,
    finish: (proving) => findUnproved(proving, revision?.tree ?? tree),
  });
  progress.done();
  const proved = {
    ...proof,
    findings: [...planned.findings, ...findings, ...proof.findings, ...patchesUnproved(proof)],
  };
  const sentences = stopsTheRun(allFindings(proved)) ? null : provedSentences(proved);
  if (sentences !== null && store !== null && planned.from !== null) {
    const changes = planned.patches.map((patch) => patch.changes);
    keepRecord(store, patchesText(planned.from, changes), sentences);
  }
  const whole = { ...proved, findings: [...proved.findings, ...(store?.hasFailed() ? [notKept(state)] : [])] };
  if (html !== null) {
    const problem = writeOutputFile(shell.cwd, html, bytesOfText(proofPage(whole)));
    if (problem !== null) return refuse('verify', [problem], options, shell);
  }
  return tellVerify(whole, options, shell);
}

function notKept(state: StateFolder): Diagnostic {
  const path = state.kind === 'folder' ? state.folder : '.';
  return diagnostic('proofs-not-kept', `the proofs of this run could not be written to ${path}`, placeOfFile(path));
}

function nothing(databases: readonly string[]): Diagnostic {
  const [first] = databases;
  const message =
    first === undefined
      ? 'the tree has no compile_commands.json, and neither -p nor --cc was given'
      : 'the compile databases have no unit that can be compiled';
  return diagnostic('verify-nothing', message, placeOfFile(first ?? '.'));
}
