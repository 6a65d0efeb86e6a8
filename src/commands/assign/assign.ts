import { type AssignedParts, assignParts } from '../../assign/assign-parts.ts';
import type { Assignment } from '../../assign/assignment.ts';
import { readFunctions } from '../../assign/read-functions.ts';
import { type Diagnostic, stopsTheRun } from '../../diagnostics/diagnostic.ts';
import { formatPlainDiff } from '../../diff/plain-diff.ts';
import type { DiskTree } from '../../io/tree/disk-tree.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { wantsColour } from '../../report/colour.ts';
import { colourPatch } from '../../report/colour-patch.ts';
import { startProgress } from '../../report/progress.ts';
import { placeOf } from '../../text/place.ts';
import { checkHeaderPath } from '../check-paths.ts';
import { openTree } from '../open-tree.ts';
import type { AssignOptions } from '../options.ts';
import { readManifests } from '../read-manifests.ts';
import { refuse } from '../refuse.ts';
import { replaceManifest } from '../replace-manifest.ts';
import { tellFindings } from '../report-run.ts';
import type { Shell } from '../shell.ts';
import { gatherAssignments } from './gather-assignments.ts';
import { assignReport, describeAssigned } from './tell-assign.ts';

/** Gives many functions of a manifest their parts. The manifest is replaced as a whole, or not at all. */
export function runAssign(options: AssignOptions, shell: Shell): number {
  const opened = openTree(options.root, shell);
  if (opened.kind === 'refused') return refuse('assign', opened.findings, options, shell);
  const { tree } = opened;
  const { manifests, findings: ofManifest } = readManifests([options.manifest], shell);
  const { assignments, findings: ofAssignments } = gatherAssignments(options, shell);
  const [manifest] = manifests;
  const missing = manifest
    ? checkHeaderPath(tree, manifest.header.value, placeOf(manifest.source, manifest.header.span))
    : null;
  const before = [...tree.notes, ...ofManifest, ...ofAssignments, ...(missing ? [missing] : [])];
  if (!manifest || stopsTheRun(before)) return refuse('assign', before, options, shell);
  const assigned = plan({ tree, manifest, assignments, options, shell });
  const findings = [...before, ...('code' in assigned ? [assigned] : assigned.findings)];
  if ('code' in assigned || stopsTheRun(findings)) return refuse('assign', findings, options, shell);
  const problem = options.dryRun ? null : replaceManifest(tree, assigned, shell);
  if (problem) return refuse('assign', [...findings, problem], options, shell);
  const { source } = assigned.before;
  const diff = options.dryRun ? formatPlainDiff(source.path, source.text, assigned.after.source.text) : null;
  if (options.format === 'json') {
    shell.stdout(assignReport(assigned, findings, diff));
    return 0;
  }
  const colour = wantsColour({ flag: options.color, env: shell.env, isTTY: shell.stdoutIsTerminal });
  shell.stdout(colourPatch(diff ?? '', colour));
  tellFindings(findings, options, shell);
  shell.stderr(describeAssigned(assigned, options));
  return 0;
}

type Task = {
  readonly tree: DiskTree;
  readonly manifest: Manifest;
  readonly assignments: readonly Assignment[];
  readonly options: AssignOptions;
  readonly shell: Shell;
};

function plan({ tree, manifest, assignments, options, shell }: Task): AssignedParts | Diagnostic {
  const progress = startProgress(shell);
  progress.step(`${manifest.header.value} ...`);
  const header = readFunctions(
    tree,
    manifest,
    assignments.some(({ by }) => by === 'file'),
  );
  progress.done();
  return 'code' in header ? header : assignParts(manifest, header, assignments, options.assigned);
}
