import { basename, join } from 'node:path';
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Repository } from '../../io/git/git.ts';
import { trackedFile } from '../../io/git/tracked-file.ts';
import type { CommitRange } from '../../io/series/commit-range.ts';
import { readPrevious } from '../../io/series/previous-version.ts';
import type { SeriesStart } from '../../io/series/series-start.ts';
import type { Workbench } from '../../io/series/workbench.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { type HeaderChange, headerChangelog, manifestChangelog } from '../../series/changelog/manifest-changelog.ts';
import { placeOfFile } from '../../text/place.ts';
import type { SourceText } from '../../text/source-text.ts';
import type { SeriesOptions } from '../options.ts';
import { type WasManifest, wasManifest } from '../regenerate/was-manifest.ts';
import type { Shell } from '../shell.ts';
import { droppedManifests } from './dropped-manifests.ts';
import type { SeriesSources } from './series-sources.ts';

/** What is known of the version that was sent before this one. */
export type Previous = {
  /** As subjects count: 1 for a first version. */
  readonly version: number;
  /** Its commits; null: nobody named it. */
  readonly range: CommitRange | null;
  /** Its mails, as far as a folder of them was named. */
  readonly mails: readonly SourceText[];
  /** What its manifests have been made since; null: nobody knows them. */
  readonly changelog: readonly string[] | null;
  /** The same for each header that both versions split, by path. */
  readonly ofHeaders: ReadonlyMap<string, readonly HeaderChange[]>;
  readonly findings: readonly Diagnostic[];
};

type Asked = Pick<SeriesOptions, 'rerollCount' | 'previous' | 'was'>;

/** The version before the one that is to be made; null when this is the first. */
export function previousVersion(
  bench: Workbench,
  start: SeriesStart,
  { rerollCount, previous, was }: Asked,
  { manifests, series }: Pick<SeriesSources, 'manifests' | 'series'>,
  shell: Shell,
): Previous | null {
  const reroll = Number.parseFloat(rerollCount ?? '1');
  const version = Math.ceil(reroll) - 1;
  if (version < 1) return null;
  const read = previous === null ? null : readPrevious(bench, start, shell.cwd, previous, reroll);
  const ofRange = read !== null && 'code' in read ? [read] : [];
  const known = read === null || 'code' in read ? null : read;
  const { repository } = bench.source;
  const dropped =
    was === null || !('source' in series)
      ? []
      : droppedManifests(series.source.path, was, manifests, repository, shell);
  const changes =
    was === null ? sinceHead(manifests, version, repository, shell) : since(manifests, was, dropped, repository, shell);
  return {
    version,
    range: known?.range ?? null,
    mails: known?.mails ?? [],
    changelog: changes.changelog,
    ofHeaders: changes.ofHeaders,
    findings: [...ofRange, ...changes.findings],
  };
}

type Changes = Pick<Previous, 'changelog' | 'ofHeaders' | 'findings'>;

function changesSince(before: readonly Manifest[], now: readonly Manifest[]): Pick<Changes, 'changelog' | 'ofHeaders'> {
  const ofHeaders = now.flatMap((manifest) => {
    const was = before.find(({ header }) => header.value === manifest.header.value);
    return was === undefined ? [] : [[manifest.header.value, headerChangelog(was, manifest)] as const];
  });
  return { changelog: manifestChangelog(before, now), ofHeaders: new Map(ofHeaders) };
}

/** HEAD's manifests are the ones before, where today's are not committed yet. */
function sinceHead(manifests: readonly Manifest[], version: number, repository: Repository, shell: Shell): Changes {
  const before = manifests.flatMap((manifest) => {
    const found = wasManifest(manifest, null, shell, repository);
    return found.kind === 'manifest' && found.by === 'head' ? [found.manifest] : [];
  });
  const isOther = before.some((one) => manifests.every(({ source }) => source.text !== one.source.text));
  if (isOther) return { ...changesSince(before, manifests), findings: [] };
  const message = `nothing says what the manifests were in version ${version}`;
  const [first] = manifests;
  return {
    changelog: null,
    ofHeaders: new Map(),
    findings: [diagnostic('changelog-missing', message, placeOfFile(first?.source.path ?? '.'))],
  };
}

/** A manifest that `--was` does not have is new in the series; one at least must be known. `dropped` are only there. */
function since(
  manifests: readonly Manifest[],
  was: string,
  dropped: readonly Manifest[],
  repository: Repository,
  shell: Shell,
): Changes {
  const findings: Diagnostic[] = [];
  const unread: Diagnostic[] = [];
  const before: Manifest[] = [];
  for (const manifest of manifests) {
    const found = earlierManifest(manifest, was, manifests.length === 1, repository, shell);
    if (found.kind === 'manifest') before.push(found.manifest);
    else if (found.findings.some(isUnread)) unread.push(...found.findings);
    else findings.push(...found.findings);
  }
  if (before.length === 0 && findings.length === 0)
    return { changelog: null, ofHeaders: new Map(), findings: unread.slice(0, 1) };
  return { ...changesSince([...before, ...dropped], manifests), findings };
}

/** A manifest as a folder has it, or a revision; a single one may be named itself. */
export function earlierManifest(
  manifest: Manifest,
  was: string,
  isOnly: boolean,
  repository: Repository,
  shell: Shell,
): WasManifest {
  const { path } = manifest.source;
  const named = isOnly ? wasManifest(manifest, was, shell, repository) : null;
  if (named !== null && isRead(named)) return named;
  const inFolder = wasManifest(manifest, join(was, basename(path)), shell, repository);
  if (isRead(inFolder) || was.includes(':')) return inFolder;
  const tracked = trackedFile(repository, shell.cwd, path);
  return tracked === null ? inFolder : wasManifest(manifest, `${was}:${tracked.path}`, shell, repository);
}

function isRead(found: WasManifest): boolean {
  return found.kind === 'manifest' || !found.findings.some(isUnread);
}

function isUnread({ code }: Diagnostic): boolean {
  return code === 'input-unreadable' || code === 'repository-missing';
}
