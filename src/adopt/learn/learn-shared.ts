import type { IncludeGraph } from '../../plan/includes/include-graph.ts';
import type { LearntFile } from './learn-part-files.ts';

/** The usual name of a shared part, for a split that has none. */
const USUAL_NAME = 'common';

/**
 * The shared part: the one whose file most of the other part files include. Where none includes another it is a part
 * without a file, unless there is but one file or one of that part's usual name.
 */
export function learnShared(files: readonly LearntFile[], graph: IncludeGraph): string {
  const includers = (file: LearntFile): number =>
    files.filter((other) => other !== file && graph.includesOf(pathOf(other)).includes(pathOf(file))).length;
  const [first, ...others] = files.map((file) => ({ name: file.name, count: includers(file) }));
  if (!first || others.length === 0) return first?.name ?? USUAL_NAME;
  const most = others.reduce((best, one) => (one.count > best.count ? one : best), first);
  return most.count > 0 ? most.name : USUAL_NAME;
}

function pathOf({ header }: LearntFile): string {
  return header.source.path;
}
