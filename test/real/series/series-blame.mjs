import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun } from '../processes.mjs';
import { git, madeSeries, ONE, THREE } from './made-series.mjs';

const WANTED = 95;
const LEAST_FOR_COPY = 40;

/**
 * 95 of 100 lines that moved from a QEMU header, over all its part files, are traced by `git blame -C -C` behind the
 * series. A line counts that has a letter or digit and stood in the header, but for the licence, of which each file has
 * a copy. Lines in runs with too few characters for git's -C are told apart.
 */
export function seriesBlame({ context, tally, scratch }) {
  for (const names of [ONE, THREE]) {
    const series = madeSeries(context, scratch, names);
    const slim = slimClone(series);
    const first = git(slim, 'rev-list', '--max-parents=0', 'HEAD').trim();
    for (const { header, parts } of series.input.manifests) {
      const whole = git(slim, 'show', `${first}:${header}`).split('\n');
      const files = [...new Set(parts.map(({ file }) => file))];
      const figures = files.map((file) => ({ file, ...blamed(slim, first, file, whole) }));
      const sum = (key) => figures.reduce((total, figure) => total + figure[key], 0);
      const share = (sum('traced') * 100) / (sum('moved') - sum('short'));
      tally.check(
        `blame of ${header} in the series of ${names.join(', ')}`,
        `${share.toFixed(1)} % of ${sum('moved') - sum('short')} lines, and ${sum('short')} in runs too short for -C`,
        share >= WANTED ? [] : [`less than ${WANTED} %`],
      );
      for (const { file, moved, traced, short } of figures)
        tally.note(`${file}: ${traced} of ${moved}, ${((traced * 100) / moved).toFixed(1)} %, too short ${short}`);
    }
  }
}

/** The history with the headers' folders only: `git blame -C -C` reads every file of a commit. */
function slimClone({ folder, applied }) {
  const slim = join(folder, 'slim');
  mkdirSync(slim);
  mustRun('git', ['-C', slim, 'init', '-q']);
  const history = git(applied, 'fast-export', '--signed-tags=strip', 'HEAD', '--', 'include/block', 'include/sysemu');
  mustRun('git', ['-C', slim, 'fast-import', '--quiet'], { input: Buffer.from(history, 'latin1') });
  git(slim, 'symbolic-ref', 'HEAD', git(slim, 'for-each-ref', '--format=%(refname)').trim());
  return slim;
}

function blamed(slim, first, file, whole) {
  const lines = git(slim, 'blame', '-C', '-C', '-s', '-l', '--root', 'HEAD', '--', file).trimEnd().split('\n');
  const standing = new Set(whole);
  const figures = { moved: 0, traced: 0, short: 0 };
  let atTop = 0;
  let isCopy = true;
  let run = [];
  const close = () => {
    const characters = run.join('').replace(/[^A-Za-z0-9]/g, '').length;
    if (characters < LEAST_FOR_COPY) figures.short += run.length;
    run = [];
  };
  for (const line of lines) {
    const [, id, text] = /^\^?([0-9a-f]+) (?:\S+ +)?\d+\) ?(.*)$/.exec(line);
    isCopy &&= text === whole[atTop++] && !text.startsWith('#');
    if (isCopy || !/[A-Za-z0-9]/.test(text)) continue;
    const isTraced = first.startsWith(id);
    if (isTraced || !standing.has(text)) {
      close();
      if (isTraced) {
        figures.moved++;
        figures.traced++;
      }
    } else {
      figures.moved++;
      run.push(text);
    }
  }
  close();
  return figures;
}
