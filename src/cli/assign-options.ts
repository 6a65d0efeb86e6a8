import type { AssignOptions } from '../commands/options.ts';
import { UsageError } from './usage-error.ts';

type Flags = {
  readonly manifest: string;
  readonly assignment?: readonly string[] | undefined;
  readonly 'defined-in'?: readonly string[] | undefined;
  readonly section?: readonly string[] | undefined;
  readonly returns?: readonly string[] | undefined;
  readonly from?: string | undefined;
  readonly 'unassigned-only': boolean;
  readonly force: boolean;
  readonly 'dry-run': boolean;
  /** What follows `--`, behind the command's own name. */
  readonly _: readonly (string | number)[];
};

/** What `assign` should do. Nothing to assign, and options that exclude one another, are a usage error. */
export function assignOptions(flags: Flags): Omit<AssignOptions, 'root' | 'format' | 'color' | 'notes'> {
  const { manifest, 'defined-in': definedIn = [], section: sections = [], returns = [], from = null } = flags;
  const [, ...afterDashes] = flags._;
  const assignments = [...(flags.assignment ?? []), ...afterDashes.map(String)];
  if (from === null && [...assignments, ...definedIn, ...sections, ...returns].length === 0)
    throw new UsageError("nothing to assign, as in `header-split assign block.yaml 'bdrv_co_*=io'`");
  if (manifest.includes('=') && assignments.some((one) => !one.includes('=')))
    throw new UsageError("the manifest comes first, as in `header-split assign block.yaml 'bdrv_co_*=io'`");
  if (flags.force && flags['unassigned-only'])
    throw new UsageError('option --force reassigns what --unassigned-only ignores; leave out one of them');
  return {
    manifest,
    assignments,
    definedIn,
    sections,
    returns,
    from,
    assigned: flags.force ? 'replace' : flags['unassigned-only'] ? 'skip' : 'keep',
    dryRun: flags['dry-run'],
  };
}
