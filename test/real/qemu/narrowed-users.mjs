import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { qemuManifests } from '../manifests.mjs';
import { headerSplit, mustHeaderSplit, mustRun } from '../processes.mjs';
import { clone, reset } from '../scratch.mjs';

/** Source files of QEMU 5.2 that may read each header at most, once its users include what they need. */
const MOST = {
  'include/block/block-graph.h': 174,
  'include/block/block-io.h': 81,
  'include/block/blockjob.h': 53,
  'include/block/block_int-graph.h': 45,
  'include/block/block_int-io.h': 46,
  'include/sysemu/block-backend-graph.h': 79,
};

/** The users' includes of the three headers: only include lines change, few files read each part, a second run is empty. */
export function narrowedUsers({ context, tally, scratch }) {
  const tree = clone(context.before, join(scratch, 'users'));
  for (const rewrite of ['all', 'narrower']) {
    const paths = manifestsThat(rewrite, join(scratch, `users-${rewrite}`));
    const { headers } = JSON.parse(mustHeaderSplit(context, ['users', '--format', 'json', '-C', tree, ...paths]));
    const readBy = new Map(headers.flatMap((header) => header.readBy.map(({ path, after }) => [path, after])));
    const over = Object.entries(MOST).filter(([path, most]) => !(readBy.get(path) <= most));
    tally.check(
      `readers of the parts, ${rewrite}`,
      Object.keys(MOST)
        .map((path) => `${path} ${readBy.get(path)}`)
        .join(', '),
      over.map(([path, most]) => `${path}: ${readBy.get(path)} source files, at most ${most}`),
    );
    mustHeaderSplit(context, ['apply', '-C', tree, '--only', 'headers', ...paths]);
    mustRun('git', ['-C', tree, 'add', '-A']);
    mustHeaderSplit(context, ['apply', '-C', tree, '--only', 'users', ...paths]);
    const changed = mustRun('git', ['-C', tree, 'diff', '-U0'])
      .split('\n')
      .filter((line) => /^[+-](?![+-])/.test(line));
    const others = changed.filter((line) => !/^[+-]\s*#\s*include\b/.test(line));
    tally.check(`changes of users, ${rewrite}`, `${changed.length} lines, all of them includes`, others);
    const again = headerSplit(context, ['diff', '--exit-code', '--only', 'users', '-C', tree, ...paths]);
    tally.check(`second run of users, ${rewrite}`, 'empty', again.status === 0 ? [] : [again.stdout.slice(0, 500)]);
    reset(tree);
  }
}

function manifestsThat(rewrite, folder) {
  mkdirSync(folder, { recursive: true });
  return qemuManifests().map(({ name, path }) => {
    const copy = join(folder, `${name}.yaml`);
    writeFileSync(copy, `${readFileSync(path, 'utf8')}\nusers: { rewrite: ${rewrite} }\n`);
    return copy;
  });
}
