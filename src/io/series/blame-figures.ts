import type { BlameFigure } from '../../series/series-plan.ts';
import { withOwnFileName } from '../../text/own-file-name.ts';
import { readBlobs } from '../git/blobs.ts';
import { movedLines, type TracedLine } from './mails/moved-lines.ts';
import { slimHistories } from './slim-history.ts';
import { fromTop, startBenchGit, type Workbench } from './workbench.ts';

/** A commit that split a header into part files; paths are relative to the root. */
export type SplitCommit = {
  readonly id: string;
  readonly header: string;
  readonly files: readonly string[];
  /** Where the licence of the part files was copied from; null: from the header, or from nowhere. */
  readonly licence: string | null;
};

/**
 * For each part file, as the commit `tip` has it, how many of its lines that stood in the header `git blame -C -C`
 * traces to before the split, where it looks for them in the header, its part files and where their licence comes from.
 * A part file that the tip does not have is left out. `splits` in the order of the commits.
 */
export async function blameFigures(
  bench: Workbench,
  tip: string,
  splits: readonly SplitCommit[],
): Promise<readonly BlameFigure[]> {
  const [first] = splits;
  if (first === undefined) return [];
  const groups = splits.map(({ header, files, licence }) => ({
    files: [header, ...files].map((path) => fromTop(bench, path)),
    standing: licence === null ? [] : [fromTop(bench, licence)],
  }));
  const sites = slimHistories(bench, `${first.id}^`, tip, groups).map(({ parent, commits }, at): Blame => {
    const ids = [parent, ...commits.values()];
    const split = ids.indexOf(commits.get(splits[at]?.id ?? '') ?? '');
    return { before: ids[split - 1] ?? parent, tip: ids.at(-1) ?? parent, header: groups[at]?.files[0] ?? '' };
  });
  const wholes = readBlobs(
    bench.repository,
    sites.map(({ before, header }) => `${before}:${header}`),
  );
  const asked = splits.flatMap(({ header, files }, at) =>
    files.map((path) => ({ header, path, site: sites[at], whole: wholes[at] })),
  );
  const figures: (BlameFigure | null)[] = asked.map(() => null);
  const waiting = asked.entries();
  const work = async (): Promise<void> => {
    for (const [at, { header, path, site, whole }] of waiting) {
      const lines = site === undefined ? null : await blame(bench, site, fromTop(bench, path));
      const copy = (comments: string): string => withOwnFileName(comments, header, path);
      if (lines !== null) figures[at] = { path, ...movedLines(whole ?? '', lines, copy) };
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return figures.filter((figure) => figure !== null);
}

/** This process is seldom free to start the next one, so some more than there may be processors. */
const AT_ONCE = 8;

type Blame = { readonly before: string; readonly tip: string; readonly header: string };

/** The lines of a file at `tip`; traced are those that `before` wrote, the first commit of the range. */
async function blame(
  bench: Workbench,
  { before, tip, header }: Blame,
  path: string,
): Promise<readonly TracedLine[] | null> {
  const asked = ['-c', 'core.quotePath=false', 'blame', '-C', '-C', '--line-porcelain', `${before}..${tip}`];
  const result = await startBenchGit(bench, [...asked, '--', path]);
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
