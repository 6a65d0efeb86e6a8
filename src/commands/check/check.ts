import { auditForCheck } from '../audit/audit-for-check.ts';
import { STOPPED } from '../exit-codes.ts';
import { dividing, divisionOf } from '../members/division-of.ts';
import { openForWriting } from '../open-for-writing.ts';
import { openTree } from '../open-tree.ts';
import type { CheckOptions } from '../options.ts';
import { refuse } from '../refuse.ts';
import type { Shell } from '../shell.ts';
import { fixTree } from './check-fix.ts';
import { type Checked, checkTree } from './check-tree.ts';
import { tellCheck } from './tell-check.ts';

/**
 * Says whether manifest, headers and assertions agree, and with `audit` who calls what is forbidden; with `fix` it first fixes what has one right answer. Exits with 1
 * when an error is found (or left), with 2 when there was nothing that could be checked, a manifest that cannot be read
 * or a header that is not there, or when fixing stopped before it wrote.
 */
export async function runCheck(options: CheckOptions, shell: Shell): Promise<number> {
  const { opened, findings: recovery } = options.fix
    ? openForWriting(options.root, null, shell)
    : { opened: openTree(options.root, shell), findings: [] };
  if (opened.kind === 'refused') return refuse('check', opened.findings, options, shell);
  const division = await divisionOf(options, shell);
  if (division.kind === 'refused') return refuse('check', [...recovery, ...division.findings], options, shell);
  const divided = dividing(division, { tree: opened.tree, revision: null, cache: options.cache });
  const checked = await checkTree(opened.tree, options.manifests, options.only, shell, divided);
  const isAudited = options.audit && checked.exitCode !== STOPPED;
  // What is fixed was written, and a tree gives what it read once.
  const after = ({ run, exitCode, ...rest }: Checked, isWritten = false): Checked => {
    const again = isWritten ? openTree(options.root, shell) : opened;
    const tree = again.kind === 'refused' ? opened.tree : again.tree;
    const audited = isAudited ? auditForCheck(tree, options, shell) : { findings: [], exitCode: 0 };
    return {
      ...rest,
      exitCode: Math.max(exitCode, audited.exitCode),
      run: { ...run, findings: [...recovery, ...run.findings, ...audited.findings] },
    };
  };
  if (!options.fix || checked.exitCode === STOPPED) return tellCheck(after(checked), null, options, shell);
  const outcome = await fixTree(opened.tree, checked, divided, options, shell);
  if (outcome.kind === 'stopped') return refuse('check', [...recovery, ...outcome.findings], options, shell);
  return tellCheck(after(outcome.left, outcome.fixed.changes.length > 0), outcome.fixed, options, shell);
}
