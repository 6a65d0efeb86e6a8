import type { BlameFigure } from '../../series/series-plan.ts';
import { movedLines, type TracedLine } from './moved-lines.ts';
import { slimHistory } from './slim-history.ts';
import { benchGit, benchOutput, fromTop, type Workbench } from './workbench.ts';

/** A commit that split a header into part files; paths are relative to the root. */
export type SplitCommit = { readonly id: string; readonly header: string; readonly files: readonly string[] };

/**
 * For each part file, as the commit `tip` has it, how many of its lines that stood in the header `git blame -C -C`
 * traces to before the split, where it looks for them in the headers of the series and their part files. A part file
 * that the tip does not have is left out. `splits` in the order of the commits.
 */
export function blameFigures(bench: Workbench, tip: string, splits: readonly SplitCommit[]): readonly BlameFigure[] {
  const [first] = splits;
  if (first === undefined) return [];
  const paths = splits.flatMap(({ header, files }) => [header, ...files]).map((path) => fromTop(bench, path));
  const slim = slimHistory(bench, `${first.id}^`, tip, [...new Set(paths)]);
  const slimIds = [slim.parent, ...slim.commits.values()];
  const slimTip = slimIds.at(-1) ?? slim.parent;
  return splits.flatMap(({ id, header, files }) => {
    const before = slimIds[slimIds.indexOf(slim.commits.get(id) ?? '') - 1] ?? slim.parent;
    const whole = benchOutput(bench, 'read the header', ['cat-file', 'blob', `${before}:${fromTop(bench, header)}`]);
    return files.flatMap((path) => {
      const lines = blame(bench, { before, tip: slimTip, header: fromTop(bench, header) }, fromTop(bench, path));
      return lines === null ? [] : [{ path, ...movedLines(whole, lines) }];
    });
  });
}

type Blame = { readonly before: string; readonly tip: string; readonly header: string };

/** The lines of a file at `tip`; traced are those that `before` wrote, the first commit of the range. */
function blame(bench: Workbench, { before, tip, header }: Blame, path: string): readonly TracedLine[] | null {
  const asked = ['-c', 'core.quotePath=false', 'blame', '-C', '-C', '--line-porcelain', `${before}..${tip}`];
  const result = benchGit(bench, [...asked, '--', path]);
  if (result.kind === 'failed') return null;
  const headerBytes = Buffer.from(header, 'utf8').toString('latin1');
  const lines: TracedLine[] = [];
  let commit = '';
  let file = '';
  // Each line: `<id> <line before> <line now> [<count>]`, what is known of the commit, the text after a tab.
  for (const line of result.output.split('\n')) {
    if (line.startsWith('\t')) {
      const found = file === headerBytes ? 'header' : 'elsewhere';
      lines.push({ text: line.slice(1), traced: commit === before ? found : 'no' });
    } else if (line.startsWith('filename ')) file = line.slice('filename '.length);
    else commit = /^([0-9a-f]{40,64}) \d+ \d+/.exec(line)?.[1] ?? commit;
  }
  return lines;
}
