import { readHeaders } from '../../assign/read-functions.ts';
import { type KnownCalls, readCalls } from '../../audit/audit-tree.ts';
import { type Diagnostic, stopsTheRun } from '../../diagnostics/diagnostic.ts';
import type { DiskTree } from '../../io/tree/disk-tree.ts';
import { startProgress } from '../../report/progress.ts';
import { type ReviewedHeader, reviewHeader } from '../../review/describe-tree.ts';
import { placeOf } from '../../text/place.ts';
import { rememberSearches } from '../../text/remember-searches.ts';
import type { Tree } from '../../text/tree.ts';
import { openIndex } from '../audit/open-index.ts';
import { type AuditSources, readAuditInput } from '../audit/read-audit-input.ts';
import { sourceReader, toldRead } from '../audit/source-reader.ts';
import { checkHeaderPath } from '../check-paths.ts';
import { openTree } from '../open-tree.ts';
import type { ReviewOptions } from '../options.ts';
import type { Shell } from '../shell.ts';

/** A tree that is read once, whatever parts its functions get. */
export type OpenReview = {
  readonly kind: 'open';
  readonly disk: DiskTree;
  /** The same tree; it remembers what was searched for. */
  readonly tree: Tree;
  readonly sources: AuditSources;
  readonly headers: readonly ReviewedHeader[];
  readonly known: KnownCalls;
  readonly findings: readonly Diagnostic[];
};

export type OpenedReview = OpenReview | { readonly kind: 'refused'; readonly findings: readonly Diagnostic[] };

/** Reads manifests, headers and calls, or says why that cannot be. */
export function openReview(
  options: Pick<ReviewOptions, 'root' | 'manifests' | 'file' | 'cache'>,
  shell: Shell,
): OpenedReview {
  const opened = openTree(options.root, shell);
  if (opened.kind === 'refused') return opened;
  const { tree: disk } = opened;
  const { sources, findings } = readAuditInput(options.manifests, options.file, shell);
  if (sources === null) return { kind: 'refused', findings };
  const missing = sources.manifests.flatMap(
    ({ source, header }) => checkHeaderPath(disk, header.value, placeOf(source, header.span)) ?? [],
  );
  const before = [...disk.notes, ...findings, ...missing];
  if (stopsTheRun(before)) return { kind: 'refused', findings: before };
  const progress = startProgress(shell);
  const tree = rememberSearches(disk);
  const read = sources.manifests.map((manifest) => {
    progress.step(`${manifest.header.value} ...`);
    return { manifest, headers: readHeaders(tree, manifest) };
  });
  const unread = read.flatMap(({ headers }) => ('code' in headers ? [headers] : []));
  progress.step('reading calls ...');
  const { paths, read: readFiles } = sourceReader(disk, null);
  const kept = openIndex(disk, options.cache);
  const { manifests, rules } = sources;
  const known = readCalls({ paths, read: toldRead(readFiles, progress.step), manifests, rules, index: kept.index });
  kept.close();
  progress.done();
  if (unread.length > 0) return { kind: 'refused', findings: [...before, ...unread] };
  const headers = read.flatMap((one) => ('code' in one.headers ? [] : [reviewHeader(one.manifest, one.headers)]));
  return { kind: 'open', disk, tree, sources, headers, known, findings: [...before, ...kept.notes] };
}
