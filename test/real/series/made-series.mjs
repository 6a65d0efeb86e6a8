import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { mustHeaderSplit, mustRun } from '../processes.mjs';
import { authorsClone, seriesInput } from './series-input.mjs';

export const THREE = ['block', 'block-backend', 'block_int'];
export const ONE = ['block-backend'];

const made = new Map();

/**
 * The series of some QEMU manifests, signed off, made once for all checks: what it is made from, the folder of its
 * mails, what the tool says of it, and a clean clone in which `git am` has applied it, with a commit for each patch.
 */
export function madeSeries(context, scratch, names) {
  const key = names.join('-');
  const known = made.get(key);
  if (known) return known;
  const folder = join(scratch, `made-${key}`);
  mkdirSync(folder);
  const input = seriesInput(context, folder, names);
  const tree = authorsClone(context.before, join(folder, 'tree'));
  const mails = join(folder, 'mails');
  const asked = ['series', '--file', input.file, '-o', mails, '--signoff', '--format', 'json'];
  const report = JSON.parse(mustHeaderSplit(context, asked, { cwd: tree }));
  const applied = authorsClone(context.before, join(folder, 'applied'));
  const before = git(applied, 'rev-parse', 'HEAD').trim();
  git(applied, 'am', '-q', ...mailsOf(mails));
  const ids = git(applied, 'rev-list', '--reverse', `${before}..HEAD`).trim().split('\n');
  const patches = report.patches.map((patch, at) => ({ ...patch, id: ids[at] }));
  if (ids.length !== patches.length) throw new Error(`${ids.length} commits of ${patches.length} patches`);
  const series = { input, tree, folder, mails, report, applied, before, patches };
  made.set(key, series);
  return series;
}

/** The patches in a folder of mails, the cover letter left out, in order. */
export function mailsOf(folder, version = '') {
  const names = readdirSync(folder).filter((name) => new RegExp(`^${version}\\d{4}-`).test(name));
  return names.sort().flatMap((name) => (name.startsWith(`${version}0000-`) ? [] : [join(folder, name)]));
}

export function git(tree, ...args) {
  return mustRun('git', ['-C', tree, ...args]);
}
