import { filesNotAt } from '../io/series/files-at-commit.ts';
import type { Workbench } from '../io/series/workbench.ts';
import { MANIFESTS } from '../series/cover-run.ts';
import type { SeriesSources } from './series-sources.ts';
import type { Shell } from './shell.ts';

/**
 * The series file and manifests that the commit does not have as they were read, as the user spelt them, or in a word
 * where it has none of several manifests. Mails and patch files do not count: the series holds what they say.
 */
export function uncommittedSources(
  bench: Workbench,
  commit: string,
  { series, manifests }: SeriesSources,
  shell: Shell,
): readonly string[] {
  const ofManifests = manifests.map(({ source }) => source);
  const files = 'source' in series ? [series.source, ...ofManifests] : ofManifests;
  const others = filesNotAt(bench, commit, shell.cwd, files);
  const hasNone = ofManifests.length > 1 && ofManifests.every((one) => others.includes(one));
  const rest = others.filter((one) => !hasNone || !ofManifests.includes(one)).map(({ path }) => path);
  return hasNone ? [...rest, MANIFESTS] : rest;
}
