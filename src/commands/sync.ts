import { type SyncedManifest, syncManifest } from '../adopt/sync/sync-manifest.ts';
import { type Diagnostic, stopsTheRun } from '../diagnostics/diagnostic.ts';
import { formatPlainDiff } from '../diff/plain-diff.ts';
import type { DiskTree } from '../io/tree/disk-tree.ts';
import { wantsColour } from '../report/colour.ts';
import { colourPatch } from '../report/colour-patch.ts';
import { startProgress } from '../report/progress.ts';
import { placeOf } from '../text/place.ts';
import { checkHeaderPath } from './check-paths.ts';
import { openTree } from './open-tree.ts';
import type { SyncOptions } from './options.ts';
import { doubledHeaders } from './plan-run.ts';
import { readManifests } from './read-manifests.ts';
import { refuse } from './refuse.ts';
import { replaceManifest } from './replace-manifest.ts';
import { tellFindings } from './report-run.ts';
import type { Shell } from './shell.ts';
import { describeSync, syncReport } from './tell-sync.ts';

/**
 * Writes what was done by hand to a split tree into its manifests. They are planned before any is written, and each is
 * replaced as a whole; should the system refuse one, those before it are written.
 */
export function runSync(options: SyncOptions, shell: Shell): number {
  const opened = openTree(options.root, shell);
  if (opened.kind === 'refused') return refuse('sync', opened.findings, options, shell);
  const { synced, findings } = plan(opened.tree, options.manifests, shell);
  if (stopsTheRun(findings)) return refuse('sync', findings, options, shell);
  const written: SyncedManifest[] = [];
  for (const one of options.dryRun ? [] : synced) {
    const problem = replaceManifest(opened.tree, one, shell);
    if (problem) {
      shell.stderr(options.format === 'text' ? describeSync(written) : '');
      return refuse('sync', [...findings, problem], options, shell);
    }
    written.push(one);
  }
  const diff = options.dryRun ? synced.map(diffOf).join('') : null;
  if (options.format === 'json') {
    shell.stdout(syncReport(synced, findings, diff));
    return 0;
  }
  const colour = wantsColour({ flag: options.color, env: shell.env, isTTY: shell.stdoutIsTerminal });
  shell.stdout(colourPatch(diff ?? '', colour));
  tellFindings(findings, options, shell);
  shell.stderr(describeSync(synced));
  return 0;
}

function plan(
  tree: DiskTree,
  paths: readonly string[],
  shell: Shell,
): { readonly synced: readonly SyncedManifest[]; readonly findings: readonly Diagnostic[] } {
  const { manifests, findings } = readManifests(paths, shell);
  const missing = manifests.flatMap(
    ({ source, header }) => checkHeaderPath(tree, header.value, placeOf(source, header.span)) ?? [],
  );
  const all = [...tree.notes, ...findings, ...doubledHeaders(manifests), ...missing];
  if (stopsTheRun(all)) return { synced: [], findings: all };
  const progress = startProgress(shell);
  const synced = manifests.map((manifest) => {
    progress.step(`${manifest.header.value} ...`);
    return syncManifest(tree, manifest);
  });
  progress.done();
  return { synced, findings: [...all, ...synced.flatMap((one) => one.findings)] };
}

function diffOf({ before, after }: SyncedManifest): string {
  return formatPlainDiff(before.source.path, before.source.text, after.source.text);
}
