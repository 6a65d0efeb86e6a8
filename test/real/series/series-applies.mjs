import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { headerSplit, mustHeaderSplit, mustRun } from '../processes.mjs';
import { treeId } from '../scratch.mjs';
import { git, madeSeries, ONE, THREE } from './made-series.mjs';
import { authorsClone, GENERATOR } from './series-input.mjs';

/**
 * A series of one QEMU header, and of three: `git am` on a clean clone gives, file by file, what `apply` writes on top of
 * the prerequisite; the repository in which the series was made is as it was; after each patch `check` is content; the
 * coroutine wrappers that the build generates are the same; a patch of users touches its group.
 */
export function seriesApplies({ context, tally, scratch }) {
  for (const names of [ONE, THREE]) {
    const series = madeSeries(context, scratch, names);
    const { applied, patches, before } = series;
    const title = names.join(', ');
    tally.check(
      `series of ${title} applies`,
      `${patches.length} patches; git am and apply make one tree`,
      differences(applied, treeByApply(context, series)),
    );
    tally.check(`series of ${title} leaves its tree`, 'status, branches and objects as they were', traces(series));
    tally.check(`series of ${title} groups its users`, 'each patch has one first directory', strayUsers(patches));
    tally.check(`series of ${title} checks`, 'check after each patch', unsoundPatches(context, series));
    if (names.includes('block')) {
      const pairs = [wrappers(series, before, GENERATOR.from), wrappers(series, 'HEAD', GENERATOR.to)];
      tally.check(`series of ${title} generates`, `${pairs[0].length} bytes of wrappers as before`, [
        ...(pairs[0].length > 0 && pairs[0] === pairs[1] ? [] : ['the wrappers differ']),
      ]);
    }
    for (const line of git(applied, 'log', '--reverse', '--format=%h %s', `${before}..HEAD`).trim().split('\n'))
      tally.note(line);
  }
}

/** The tree that the prerequisite, `apply` and a hand on the build file make. */
function treeByApply(context, { folder, input }) {
  const tree = authorsClone(context.before, join(folder, 'by-apply'));
  git(tree, 'am', '-q', input.mail);
  mustHeaderSplit(context, ['apply', '-C', tree, ...input.paths]);
  if (input.manifests.some(({ name }) => name === 'block')) {
    const path = join(tree, GENERATOR.file);
    writeFileSync(path, readFileSync(path, 'latin1').replace(GENERATOR.from, GENERATOR.to), 'latin1');
  }
  return { tree, id: treeId(tree) };
}

function differences(applied, { tree, id }) {
  const ours = git(applied, 'rev-parse', 'HEAD^{tree}').trim();
  if (ours === id) return [];
  git(tree, 'fetch', '-q', applied, 'HEAD');
  return git(tree, 'diff', '--stat', ours, id).trim().split('\n');
}

/** Patches of users with files of several first directories, but for that of small ones and that of headers, the last. */
function strayUsers(patches) {
  const users = patches.filter(({ kind }) => kind === 'users').slice(0, -1);
  const seen = new Map();
  const stray = users.flatMap(({ subject, files }) => {
    const tops = [...new Set(files.map(({ path }) => (path.includes('/') ? path.split('/')[0] : '.')))];
    const again = tops.filter((top) => seen.has(top) && !subject.startsWith('treewide: '));
    for (const top of tops) seen.set(top, subject);
    if (subject.startsWith('treewide: ')) return [];
    return tops.length === 1 && again.length === 0 ? [] : [`${subject}: ${tops.join(', ')}`];
  });
  return users.length > 0 ? stray : ['there are no patches of users'];
}

function traces({ tree, before }) {
  const loose = /^count: (\d+)$/m.exec(git(tree, 'count-objects', '-v'))?.[1];
  return [
    ...git(tree, 'status', '--porcelain').split('\n').filter(Boolean),
    ...(git(tree, 'for-each-ref', '--format=%(objectname)', 'refs/heads').trim() === before ? [] : ['other branches']),
    ...(git(tree, 'reflog', '--format=%H').trim().split('\n').length === 1 ? [] : ['the reflog has grown']),
    ...(loose === '0' ? [] : [`${loose} objects were added`]),
  ];
}

/** After each patch that splits, `check --only headers` of what is split; after each that asserts, all of `check`. */
function unsoundPatches(context, { applied, patches, input }) {
  const done = { split: [], assertions: [] };
  const problems = [];
  const tip = git(applied, 'rev-parse', '--abbrev-ref', 'HEAD').trim();
  for (const { id, kind, headers, subject } of patches) {
    if (!(kind in done)) continue;
    const at = input.manifests.findIndex(({ header }) => header === headers[0]);
    done[kind].push(input.paths[at]);
    git(applied, 'checkout', '-q', id);
    for (const args of [
      ['--only', 'headers', ...done.split],
      ...(done.assertions.length > 0 ? [done.assertions] : []),
    ]) {
      const checked = headerSplit(context, ['check', '-C', applied, ...args]);
      if (checked.status !== 0) problems.push(`${subject}: exit ${checked.status}: ${checked.stdout.slice(0, 300)}`);
    }
  }
  git(applied, 'checkout', '-q', tip);
  return problems;
}

/** What the build's generator makes of `block.h`, or of what the series feeds to it, at a commit. */
function wrappers({ applied, folder }, revision, input) {
  const tip = git(applied, 'rev-parse', '--abbrev-ref', 'HEAD').trim();
  git(applied, 'checkout', '-q', revision);
  const out = join(folder, 'wrappers.c');
  const script = join(applied, 'scripts/block-coroutine-wrapper.py');
  mustRun('python3', [script, out, input, 'coroutines.h'], { cwd: join(applied, 'block') });
  git(applied, 'checkout', '-q', tip);
  return readFileSync(out, 'latin1');
}
