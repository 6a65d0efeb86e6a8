import { type Diagnostic, diagnostic, withNext } from '../../diagnostics/diagnostic.ts';
import { type Repository, repositoryOf } from '../../io/git/git.ts';
import { readAtHead, readNamedVersion, trackedFile } from '../../io/git/tracked-file.ts';
import { readInputFile } from '../../io/input-file.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { parseManifest } from '../../manifest/parse-manifest.ts';
import { placeOf, placeOfFile } from '../../text/place.ts';
import type { SourceText } from '../../text/source-text.ts';
import type { Shell } from '../shell.ts';

/**
 * The manifest that the tree was made by, and who says so: the user, HEAD, or nobody. Then it is today's, the very same
 * value, which tells the engine to ask the tree.
 */
export type WasManifest =
  | { readonly kind: 'manifest'; readonly manifest: Manifest; readonly by: 'user' | 'head' | 'nobody' }
  | { readonly kind: 'refused'; readonly findings: readonly Diagnostic[] };

/**
 * @param named What `--was` gives: a file, a revision at which the manifest lay where it does, or `REV:PATH` in `repository`.
 * @param repository That of the tree; default: that of the current folder.
 */
export function wasManifest(
  now: Manifest,
  named: string | null,
  shell: Shell,
  repository: Repository | null = repositoryOf(shell.cwd),
): WasManifest {
  if (named !== null) {
    const source = namedSource(now, named, shell, repository);
    return 'code' in source ? { kind: 'refused', findings: [source] } : parsed(source, now, 'user');
  }
  const tracked = trackedFile(repository, shell.cwd, now.source.path);
  const text = tracked === null ? null : readAtHead(tracked);
  if (tracked === null || text === null) return { kind: 'manifest', manifest: now, by: 'nobody' };
  // Another value than today's: that one would stand for a manifest which nobody knows.
  if (text === now.source.text) return { kind: 'manifest', manifest: { ...now }, by: 'head' };
  return parsed({ path: `HEAD:${tracked.path}`, text }, now, 'head');
}

function namedSource(
  now: Manifest,
  named: string,
  shell: Shell,
  repository: Repository | null,
): SourceText | Diagnostic {
  const file = readInputFile(shell.cwd, named);
  if (!('code' in file)) return file;
  if (!named.includes(':')) return atRevision(now, named, shell, repository) ?? file;
  if (repository === null) {
    const message = `${named} names a git revision, but the tree is not in a repository`;
    return diagnostic('repository-missing', message, placeOfFile(named));
  }
  const text = readNamedVersion(repository, shell.cwd, named);
  if (text !== null) return { path: named, text };
  const tracked = trackedFile(repository, shell.cwd, now.source.path)?.path ?? 'PATH';
  const unknown = diagnostic('input-unreadable', `${named} cannot be read: git has no such file`, placeOfFile(named));
  return withNext(unknown, `Name a file, or a revision and a path from the top level, as in HEAD~1:${tracked}.`);
}

/** A revision alone means the manifest as it was then. */
function atRevision(now: Manifest, revision: string, shell: Shell, repository: Repository | null): SourceText | null {
  const tracked = trackedFile(repository, shell.cwd, now.source.path);
  if (repository === null || tracked === null) return null;
  const named = `${revision}:${tracked.path}`;
  const text = readNamedVersion(repository, shell.cwd, named);
  return text === null ? null : { path: named, text };
}

function parsed(source: SourceText, now: Manifest, by: 'user' | 'head'): WasManifest {
  // Of the manifests of a series most are as they were.
  if (source.text === now.source.text) return { kind: 'manifest', manifest: { ...now, source }, by };
  const { manifest, findings } = parseManifest(source);
  if (manifest === null) {
    const next = 'Name the manifest that the tree was split by with `--was`.';
    return { kind: 'refused', findings: by === 'user' ? findings : findings.map((one) => withNext(one, next)) };
  }
  if (manifest.header.value === now.header.value) return { kind: 'manifest', manifest, by };
  const message = `${source.path} splits ${manifest.header.value}, not ${now.header.value}`;
  const today = { place: placeOf(now.source, now.header.span), label: 'today' };
  return {
    kind: 'refused',
    findings: [diagnostic('was-other-header', message, placeOf(source, manifest.header.span), today)],
  };
}
