import { filesNotAt } from '../../io/series/files-at-commit.ts';
import type { Workbench } from '../../io/series/workbench.ts';
import { MANIFESTS, type ToolRun } from '../../series/cover/cover-run.ts';
import { baseName } from '../../text/file-path.ts';
import type { SourceText } from '../../text/source-text.ts';
import type { Shell } from '../shell.ts';
import type { SeriesSources } from './series-sources.ts';

/**
 * The series file and manifests that the commit does not have, or has otherwise, by their file names, or in a word
 * where these are all of several manifests. Mails and patch files do not count: the series holds what they say.
 */
export function uncommittedSources(
  bench: Workbench,
  commit: string,
  { series, manifests }: SeriesSources,
  shell: Shell,
): ToolRun['uncommitted'] {
  const ofManifests = manifests.map(({ source }) => source);
  const files = 'source' in series ? [series.source, ...ofManifests] : ofManifests;
  const { absent, different } = filesNotAt(bench, commit, shell.cwd, files);
  const named = (some: readonly SourceText[]): readonly string[] => {
    const hasAll = ofManifests.length > 1 && ofManifests.every((one) => some.includes(one));
    const rest = some.filter((one) => !hasAll || !ofManifests.includes(one)).map(({ path }) => baseName(path));
    return hasAll ? [...rest, MANIFESTS] : rest;
  };
  return { absent: named(absent), different: named(different) };
}
