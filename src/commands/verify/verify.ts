import { resolve } from 'node:path';
import { stopsTheRun } from '../../diagnostics/diagnostic.ts';
import { outputProblem, writeOutputFile } from '../../io/input-file.ts';
import { openRevisionTree } from '../../io/tree/revision-tree.ts';
import { keepRecord } from '../../io/verify/proof-records.ts';
import { keepHeapSmall } from '../../io/verify/small-heap.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { proofPage } from '../../report/proof-page.ts';
import { bytesOfText } from '../../text/source-text.ts';
import { patchesText, provedSentences } from '../../verify/proof-record.ts';
import { coverTree } from '../coverage/cover-tree.ts';
import { earlierPage } from '../earlier-page.ts';
import { findRoot, openRoot } from '../open-tree.ts';
import type { VerifyOptions } from '../options.ts';
import { refuse } from '../refuse.ts';
import type { Shell } from '../shell.ts';
import { openEngine } from './open-engine.ts';
import { type Planned, planPatches } from './plan-patches.ts';
import { standingCommit } from './standing-commit.ts';
import { allFindings, tellVerify } from './tell-verify.ts';

/**
 * Proves by the compiler what patches do to the code. Exits with 1 when something does not hold, else with 2 when nothing is
 * proved of a patch.
 */
export async function runVerify(options: VerifyOptions, shell: Shell): Promise<number> {
  keepHeapSmall();
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
  const planned = await planWithTree(options, found, shell);
  if (planned.kind === 'refused') return refuse('verify', planned.findings, options, shell);
  const coverage = await coverWithTree(options, planned.manifests, found, shell);
  if (coverage?.kind === 'refused') return refuse('verify', coverage.findings, options, shell);
  const engine = openEngine(options, tree, shell);
  if (engine.kind === 'refused') return refuse('verify', engine.findings, options, shell);
  const revision = planned.from === null ? null : openRevisionTree(tree.repository, tree.root, planned.from);
  if (revision?.kind === 'unknown') return refuse('verify', [revision.finding], options, shell);
  const proof = await engine.prove(planned.patches, {
    revision: revision?.tree ?? null,
    manifests: planned.manifests,
  });
  const proved = { ...proof, findings: [...planned.findings, ...proof.findings] };
  const sentences = stopsTheRun(allFindings(proved)) ? null : provedSentences(proved);
  const { store } = engine;
  const from = sentences === null || store === null ? null : (planned.from ?? standingCommit(tree, proof.read));
  if (sentences !== null && store !== null && from !== null) {
    const changes = planned.patches.map((patch) => patch.changes);
    keepRecord(store, patchesText(from, changes), sentences);
  }
  const whole = { ...proved, findings: [...proved.findings, ...engine.notKept(), ...(coverage?.findings ?? [])] };
  if (html !== null) {
    const problem = writeOutputFile(shell.cwd, html, bytesOfText(proofPage(whole, coverage)));
    if (problem !== null) return refuse('verify', [problem], options, shell);
  }
  return tellVerify(whole, coverage, options, shell);
}

/** What planning reads of a tree it keeps: this one goes before the compilers start. */
async function planWithTree(options: VerifyOptions, found: FoundRoot, shell: Shell): Promise<Planned> {
  const opened = openRoot(found, null);
  return opened.kind === 'refused' ? opened : planPatches(options, found, opened.tree, shell);
}

/** What reports say of the assertions in the tree as it stands; null: nobody named one. */
async function coverWithTree(
  { reports }: VerifyOptions,
  manifests: readonly Manifest[],
  found: FoundRoot,
  shell: Shell,
): Promise<Awaited<ReturnType<typeof coverTree>> | null> {
  if (reports.length === 0) return null;
  const opened = openRoot(found, null);
  if (opened.kind === 'refused') return opened;
  return coverTree({ manifests: manifests.map(({ source }) => source.path), reports }, opened.tree, shell);
}

type FoundRoot = Parameters<typeof planPatches>[1];
