import type { CommitRange } from './commit-range.ts';
import { benchGit, type Workbench } from './workbench.ts';

/**
 * Which commit of an earlier range became which of a later one, as `git range-diff` pairs them: numbers from 0, in the
 * order of the commits. Empty where git cannot tell.
 */
export function matchingCommits(bench: Workbench, before: CommitRange, now: CommitRange): ReadonlyMap<number, number> {
  const asked = ['range-diff', '--no-color', '--no-patch', `${before.from}..${before.to}`, `${now.from}..${now.to}`];
  const result = benchGit(bench, asked);
  const lines = result.kind === 'failed' ? [] : result.output.split('\n');
  return new Map(
    lines.flatMap((line) => {
      // `1:  0123abc ! 2:  4567def Subject`, a dash for a commit without partner.
      const [, earlier, later] = /^\s*(\d+): +[0-9a-f]+ [=!] +(\d+): /.exec(line) ?? [];
      return earlier === undefined ? [] : [[Number(later) - 1, Number(earlier) - 1] as const];
    }),
  );
}
