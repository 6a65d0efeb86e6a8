import { realpathSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { readBlobs } from '../io/blobs.ts';
import type { Workbench } from '../io/series/workbench.ts';
import { MANIFESTS } from '../series/cover-run.ts';
import type { SourceText } from '../text/source-text.ts';
import type { SeriesSources } from './series-sources.ts';
import type { Shell } from './shell.ts';

/**
 * The series file and manifests that the commit does not have as they were read, as the user spelt them, or in a word
 * where it has none of several manifests. Mails and patch files do not count: the series holds what they say.
 */
export function uncommittedSources(
  { source }: Workbench,
  commit: string,
  { series, manifests }: SeriesSources,
  shell: Shell,
): readonly string[] {
  const ofManifests = manifests.map((manifest) => manifest.source);
  const files = 'source' in series ? [series.source, ...ofManifests] : ofManifests;
  const { repository } = source;
  const names = files.map(({ path }) => {
    const below = relative(repository.topLevel, realpathSync.native(resolve(shell.cwd, path)))
      .split(sep)
      .join('/');
    // git would not answer at all of a path that leaves the repository.
    return `${commit}:${below.startsWith('..') || below.startsWith('/') ? '' : below}`;
  });
  const stored = readBlobs(repository, names);
  const others = new Set<SourceText>(files.filter(({ text }, at) => stored[at] !== text));
  const hasNone = ofManifests.length > 1 && ofManifests.every((one) => others.has(one));
  const rest = [...others].filter((one) => !hasNone || !ofManifests.includes(one)).map(({ path }) => path);
  return hasNone ? [...rest, MANIFESTS] : rest;
}
