import type { Code } from '../../diagnostics/codes.ts';
import { type Diagnostic, severityOf, stopsTheRun, withNext } from '../../diagnostics/diagnostic.ts';
import { splitFindingOf } from '../../diagnostics/split-findings.ts';
import type { FileChange } from '../../diff/file-change.ts';
import type { DiskTree } from '../../io/tree/disk-tree.ts';
import { writeChanges } from '../../io/write/writer.ts';
import { stopped } from '../../split/split-result.ts';
import { openTree } from '../open-tree.ts';
import type { CheckOptions } from '../options.ts';
import { type DivideStructs, definitionsOf, type PlanOptions, planRun } from '../plan-run.ts';
import { type ReadByTokens, readByTokens } from '../report-run.ts';
import type { Shell } from '../shell.ts';
import { type Checked, checkTree } from './check-tree.ts';
import { fixSplit } from './fix-split.ts';

export type Fixed = {
  /** The errors that are gone. */
  readonly findings: readonly Diagnostic[];
  readonly changes: readonly FileChange[];
  readonly readByTokens: readonly ReadByTokens[];
};

export type FixOutcome =
  /** `left` is what a check of the tree finds afterwards. */
  | { readonly kind: 'done'; readonly fixed: Fixed; readonly left: Checked }
  /** Nothing was written. */
  | { readonly kind: 'stopped'; readonly findings: readonly Diagnostic[] };

/** Writes to a tree what `found` has one right answer for, all files or none, and checks the tree again. */
export async function fixTree(
  tree: DiskTree,
  found: Checked,
  divided: Pick<PlanOptions, 'divide' | 'prepare'>,
  options: CheckOptions,
  shell: Shell,
): Promise<FixOutcome> {
  const isFixable = found.run.findings.some(({ code }) => isFixed(code));
  if (!isFixable) return { kind: 'done', fixed: { findings: [], changes: [], readByTokens: [] }, left: found };
  const split = new Set(
    found.run.splits.filter(({ result }) => result.before === 'split').map(({ manifest }) => manifest.header.value),
  );
  const fixing = await planRun(tree, options.manifests, null, shell, {
    plan: async (base, manifest) =>
      split.has(manifest.header.value) ? fixSplit(base, manifest, tree) : stopped([], 'whole'),
    divide: divided.divide ? ofDivided(divided.divide) : null,
    ...(divided.prepare && { prepare: divided.prepare }),
  });
  if (stopsTheRun(fixing.findings)) return { kind: 'stopped', findings: fixing.findings };
  const outcome = writeChanges(tree.root, fixing.changes, tree.repository);
  if (outcome.kind !== 'written') return { kind: 'stopped', findings: outcome.findings };
  const opened = openTree(options.root, shell);
  if (opened.kind === 'refused') return { kind: 'stopped', findings: opened.findings };
  const checked = await checkTree(opened.tree, options.manifests, null, shell, divided);
  const gone = goneSince(found.run.findings, checked.run.findings);
  const told = new Set(checked.run.findings.map(keyOf));
  const news = fixing.findings.filter((one) => !told.has(keyOf(one)) && !toldByCheck.has(one.code));
  const left = { ...checked, run: { ...checked.run, findings: [...checked.run.findings.map(byHand), ...news] } };
  return {
    kind: 'done',
    fixed: { findings: gone, changes: fixing.changes, readByTokens: readByTokens(definitionsOf(fixing)) },
    left,
  };
}

function isFixed(code: Code): boolean {
  return code === 'member-misplaced' || splitFindingOf(code)?.remedy === 'fix';
}

/** Structs that have no sections yet stay as they are: `apply` is asked to divide them. */
function ofDivided(divide: DivideStructs): DivideStructs {
  return (tree) => {
    const { changes, findings, structs } = divide(tree);
    const kept = structs.filter(({ divided }) => divided.isDivided);
    const paths = new Set(kept.map(({ definition }) => definition.source.path));
    const others = structs.filter(({ divided, definition }) => !divided.isDivided && paths.has(definition.source.path));
    return {
      changes: others.length > 0 ? [] : changes.filter(({ path }) => paths.has(path)),
      findings: findings.filter(({ code }) => code !== 'member-order-matters' || kept.length > 0),
      structs: kept,
    };
  };
}

/** What `--fix` left will not be fixed by it the next time. */
function byHand(finding: Diagnostic): Diagnostic {
  return isFixed(finding.code) ? withNext(finding, 'Fix it by hand: it has more than one right answer.') : finding;
}

/** Notes of what stays as it is, which the check that follows has as errors. */
const toldByCheck: ReadonlySet<Code> = new Set<Code>([
  'stands-unlisted',
  'stands-elsewhere',
  'stands-nowhere',
  'assertion-older',
]);

/** The errors of a split that were there before and are not now. Lines may have moved: messages tell them apart. */
function goneSince(before: readonly Diagnostic[], after: readonly Diagnostic[]): readonly Diagnostic[] {
  const standing = after.map(keyOf);
  return before.filter((finding) => {
    if (
      severityOf(finding) !== 'error' ||
      (splitFindingOf(finding.code) === null && finding.code !== 'member-misplaced')
    )
      return false;
    const at = standing.indexOf(keyOf(finding));
    if (at >= 0) standing.splice(at, 1);
    return at < 0;
  });
}

function keyOf({ code, message }: Diagnostic): string {
  return `${code} ${message}`;
}
