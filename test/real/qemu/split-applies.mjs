import { join } from 'node:path';
import { configurations } from '../manifests.mjs';
import { headerSplit, mustHeaderSplit, mustRun } from '../processes.mjs';
import { clone, reset, treeId } from '../scratch.mjs';

/**
 * The patch of each manifest and of all three: `git apply`, `git apply --3way`, GNU patch and `apply` make the same
 * tree, and so do the patch of the split and the patch of the assertions on top. A second run then changes nothing.
 */
export function splitApplies({ context, tally, scratch }) {
  const tree = clone(context.before, join(scratch, 'applies'));
  for (const { title, paths } of configurations()) {
    const made = treesMade(context, tree, paths);
    const wanted = made['git apply'];
    const differing = Object.entries(made).filter(([, id]) => id !== wanted);
    tally.check(
      `patch of ${title} applies`,
      `the same tree by ${Object.keys(made).join(', ')}`,
      differing.map(([way, id]) => `${way}: ${id}, by git apply ${wanted}`),
    );
    tally.check(`second run on ${title}`, 'diff is empty, check is content', secondRun(context, tree, paths));
    reset(tree);
  }
}

/** Way of applying -> the tree that it makes, or why it made none. Leaves the tree split by `apply`. */
function treesMade(context, tree, paths) {
  const patch = (...options) => mustHeaderSplit(context, ['patch', '-C', tree, ...paths, ...options]);
  const [whole, headers, assertions] = [patch(), patch('--only', 'headers'), patch('--only', 'assertions')];
  const apply = (text, ...options) => git(tree, ['apply', '--whitespace=nowarn', ...options], text);
  const ways = {
    'git apply': () => [apply(whole, '--check'), apply(whole)],
    'git apply --index': () => apply(whole, '--index'),
    'git apply --3way': () => apply(whole, '--3way'),
    'patch -p1': () => mustRun('patch', ['-p1', '-s'], { cwd: tree, input: whole }),
    '--only headers and --only assertions': () => [apply(headers), apply(assertions)],
    apply: () => mustHeaderSplit(context, ['apply', '-C', tree, ...paths]),
  };
  const made = {};
  for (const [way, make] of Object.entries(ways)) {
    reset(tree);
    try {
      make();
      made[way] = treeId(tree);
    } catch (error) {
      made[way] = error.message;
    }
  }
  return made;
}

function git(tree, args, input) {
  return mustRun('git', ['-C', tree, ...args], { input });
}

function secondRun(context, tree, paths) {
  const diff = headerSplit(context, ['diff', '--exit-code', '-C', tree, ...paths]);
  const check = headerSplit(context, ['check', '-C', tree, ...paths]);
  return [
    ...(diff.status === 0 && diff.stdout === '' ? [] : [`diff: exit ${diff.status}, ${diff.stdout.length} bytes`]),
    ...(check.status === 0 ? [] : [`check: exit ${check.status}: ${check.stdout.slice(0, 300)}`]),
  ];
}
