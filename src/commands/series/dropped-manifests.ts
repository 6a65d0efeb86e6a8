import { basename, dirname, join } from 'node:path';
import type { Repository } from '../../io/git/git.ts';
import { readNamedVersion, trackedFile } from '../../io/git/tracked-file.ts';
import { readInputFile } from '../../io/input-file.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { parseManifest } from '../../manifest/parse-manifest.ts';
import { parseSeries } from '../../manifest/series/parse-series.ts';
import type { SourceText } from '../../text/source-text.ts';
import type { Shell } from '../shell.ts';

/**
 * The manifests of a series file's earlier version whose headers today's series does not split: `was` is a directory that
 * has the series file under its name of today, or a revision, also as `REV:DIRECTORY`. What cannot be read is passed over: only the changelog
 * would name it.
 */
export function droppedManifests(
  seriesPath: string,
  was: string,
  now: readonly Manifest[],
  repository: Repository,
  shell: Shell,
): readonly Manifest[] {
  const files = filesBefore(seriesPath, was, repository, shell);
  const source = files.read(files.series);
  const { series } = source === null ? { series: null } : parseSeries(source);
  if (series === null) return [];
  return series.manifests.flatMap(({ value }) => {
    const text = files.read(join(dirname(files.series), value));
    const { manifest } = text === null ? { manifest: null } : parseManifest(text);
    if (manifest === null || now.some(({ header }) => header.value === manifest.header.value)) return [];
    return [manifest];
  });
}

type FilesBefore = { readonly series: string; read(path: string): SourceText | null };

function filesBefore(seriesPath: string, was: string, repository: Repository, shell: Shell): FilesBefore {
  const ofGit = (path: string): SourceText | null => {
    const text = readNamedVersion(repository, shell.cwd, path);
    return text === null ? null : { path, text };
  };
  const ofDisk = (path: string): SourceText | null => {
    const file = readInputFile(shell.cwd, path);
    return 'code' in file ? null : file;
  };
  const inFolder = join(was, basename(seriesPath));
  if (ofDisk(inFolder) !== null) return { series: inFolder, read: ofDisk };
  if (was.includes(':')) return { series: inFolder, read: ofGit };
  const tracked = trackedFile(repository, shell.cwd, seriesPath);
  return { series: `${was}:${tracked?.path ?? basename(seriesPath)}`, read: ofGit };
}
