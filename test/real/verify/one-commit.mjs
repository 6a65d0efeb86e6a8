import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { headerSplit, lastLines, mustRun } from '../processes.mjs';

/** A git tree of two states, one commit each. `null` for a file in `after` removes it. */
export function putTwoCommits(tree, { before, after }) {
  mkdirSync(tree, { recursive: true });
  const git = (...args) =>
    mustRun('git', ['-C', tree, '-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...args]);
  git('init', '-q');
  for (const files of [before, after]) {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(tree, dirname(path)), { recursive: true });
      if (text === null) rmSync(join(tree, path));
      else writeFileSync(join(tree, path), text);
    }
    git('add', '-A');
    git('commit', '-qm', 'one more');
  }
}

/** What `verify` reports of the last commit; throws where it ends without a report. */
export function verifyLast(context, tree, ...options) {
  const result = headerSplit(context, ['verify', '--range', 'HEAD~1..HEAD', '--format', 'json', ...options], {
    cwd: tree,
  });
  if (!result.stdout.startsWith('{')) throw new Error(`verify: exit ${result.status}\n${lastLines(result)}`);
  return { ...JSON.parse(result.stdout), exitCode: result.status };
}
