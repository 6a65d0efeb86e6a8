import type { BlameFigure } from '../../series/series-plan.ts';
import { movedLines, type TracedLine } from './moved-lines.ts';
import { benchGit, benchOutput, fromTop, type Workbench } from './workbench.ts';

/** A commit that split a header into part files; paths are relative to the root. */
export type SplitCommit = { readonly id: string; readonly header: string; readonly files: readonly string[] };

/**
 * For each part file, as the commit `tip` has it, how many of its lines that stood in the header
 * `git blame -C -C` traces to before the split. A part file that the tip no longer has is left out.
 */
export function blameFigures(bench: Workbench, tip: string, splits: readonly SplitCommit[]): readonly BlameFigure[] {
  return splits.flatMap(({ id, header, files }) => {
    const whole = benchOutput(bench, 'read the header', ['cat-file', 'blob', `${id}^:${fromTop(bench, header)}`]);
    const before = benchOutput(bench, 'read a commit', ['rev-parse', `${id}^`]).trim();
    return files.flatMap((path) => {
      const lines = blame(bench, before, tip, path);
      if (lines === null) return [];
      return [{ path, ...movedLines(whole, lines) }];
    });
  });
}

/** The lines of a file at `tip`; traced are those that `before` or what came before it wrote. */
function blame(bench: Workbench, before: string, tip: string, path: string): readonly TracedLine[] | null {
  const asked = ['blame', '-C', '-C', '--porcelain', `${before}..${tip}`, '--', fromTop(bench, path)];
  const result = benchGit(bench, asked);
  if (result.kind === 'failed') return null;
  const lines: TracedLine[] = [];
  let commit = '';
  // Each line: `<id> <line before> <line now> [<count>]`, what is known of a commit that is new, the text after a tab.
  for (const line of result.output.split('\n')) {
    if (line.startsWith('\t')) lines.push({ text: line.slice(1), isTraced: commit === before });
    else commit = /^([0-9a-f]{40,64}) \d+ \d+/.exec(line)?.[1] ?? commit;
  }
  return lines;
}
