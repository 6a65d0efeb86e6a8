import type { SeriesOptions } from '../commands/options.ts';
import { UsageError } from './usage-error.ts';

type Flags = {
  readonly output?: string | undefined;
  readonly file?: string | undefined;
  readonly 'audit-file'?: string | undefined;
  readonly from?: string | undefined;
  readonly branch?: string | undefined;
  readonly 'reroll-count'?: string | undefined;
  readonly previous?: string | undefined;
  readonly was?: string | undefined;
  readonly since?: string | undefined;
  readonly fixes: boolean;
  readonly 'run-cc-command': boolean;
  readonly signoff: boolean;
  readonly rfc: boolean;
  readonly 'subject-prefix'?: string | undefined;
  readonly to?: readonly string[] | undefined;
  readonly cc?: readonly string[] | undefined;
  readonly base?: string | undefined;
  readonly 'no-base': boolean;
  readonly thread?: 'shallow' | 'deep' | undefined;
  readonly 'in-reply-to'?: string | undefined;
  readonly 'find-copies'?: string | undefined;
};

/** What `series` should make. Options that exclude or miss one another are a usage error. */
export function seriesOptions(
  flags: Flags,
  manifests: readonly string[],
): Omit<SeriesOptions, 'root' | 'format' | 'color' | 'notes'> {
  const { output = null, branch = null, previous = null, was = null, since = null } = flags;
  const style = manifests.find((one) => one === 'shallow' || one === 'deep');
  if (style !== undefined && flags.thread !== undefined) {
    throw new UsageError(`write --thread=${style}: after a space it would be taken for a manifest`);
  }
  const sources = sourcesOf(flags.file ?? null, manifests, flags['audit-file'] ?? null);
  if (output === null && branch === null) {
    throw new UsageError('name a directory for the mails with -o, or a branch for the commits with --branch');
  }
  const rerollCount = flags['reroll-count'] ?? null;
  if (rerollCount !== null && !(/^\d+(\.\d+)*$/.test(rerollCount) && Number.parseFloat(rerollCount) > 0)) {
    throw new UsageError(`option --reroll-count takes a number of at least 1, not \`${rerollCount}\``);
  }
  if (Number.parseFloat(rerollCount ?? '1') <= 1) {
    if (previous !== null) throw new UsageError('option --previous needs -v 2 or later');
    if (was !== null && since !== null) throw new UsageError('option --was with --since needs -v 2 or later');
  }
  const isOfEdit = since !== null || (was !== null && Number.parseFloat(rerollCount ?? '1') <= 1);
  if (isOfEdit && flags['audit-file'] !== undefined) {
    throw new UsageError('options --audit-file and --since or --was cannot be combined');
  }
  if (flags.fixes && !isOfEdit) throw new UsageError('option --fixes needs --since or --was');
  if (since !== null && flags.from !== undefined) throw new UsageError('options --since and --from cannot be combined');
  if (flags['no-base'] && flags.base !== undefined) {
    throw new UsageError('options --base and --no-base cannot be combined');
  }
  if (flags['run-cc-command'] && (sources.kind === 'manifests' || output === null)) {
    throw new UsageError('option --run-cc-command needs --file and -o');
  }
  return {
    sources,
    output,
    branch,
    from: flags.from ?? null,
    rerollCount,
    previous,
    was,
    since,
    fixes: flags.fixes,
    runCcCommand: flags['run-cc-command'],
    signOff: flags.signoff,
    rfc: flags.rfc,
    subjectPrefix: flags['subject-prefix'] ?? null,
    to: flags.to ?? [],
    cc: flags.cc ?? [],
    base: flags.base ?? null,
    noBase: flags['no-base'],
    thread: flags.thread ?? null,
    inReplyTo: flags['in-reply-to'] ?? null,
    findCopies: shareOf(flags['find-copies'] ?? null),
  };
}

/** git would take `-C5` for half. */
function shareOf(copies: string | null): string | null {
  if (copies === null || /^\d{1,2}%$/.test(copies)) return copies;
  throw new UsageError(`option --find-copies takes a share such as 20%, not \`${copies}\``);
}

function sourcesOf(path: string | null, paths: readonly string[], auditFile: string | null): SeriesOptions['sources'] {
  if (path === null) {
    if (paths.length > 0) return { kind: 'manifests', paths, auditFile };
    throw new UsageError('no manifest given, as in `header-split series block.yaml -o mails`, and no --file');
  }
  if (auditFile !== null) throw new UsageError('name the audit file under `audit` in the series file');
  if (paths.length > 0) throw new UsageError('option --file names the manifests; give no others');
  return { kind: 'file', path };
}
