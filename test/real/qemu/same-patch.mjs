import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import process from 'node:process';
import { configurations, qemuManifests } from '../manifests.mjs';
import { headerSplit, mustHeaderSplit, mustRun, run } from '../processes.mjs';
import { clone } from '../scratch.mjs';

/** The patch has the same bytes on every run: from another folder, in another locale, and on a tree without git. */
export function samePatch({ context, tally, scratch }) {
  const tree = clone(context.before, join(scratch, 'same'));
  const bare = unpack(context.before, join(scratch, 'without-git'));
  for (const { title, paths } of configurations()) {
    const first = mustHeaderSplit(context, ['patch', '-C', tree, ...paths]);
    const elsewhere = paths.map((path) => relative(join(tree, 'block'), path));
    const env = { ...process.env, LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8', TZ: 'Asia/Kathmandu' };
    const others = {
      'a second time': mustHeaderSplit(context, ['patch', '-C', tree, ...paths]),
      'from a folder of the tree, without -C': mustHeaderSplit(context, ['patch', ...elsewhere], {
        cwd: join(tree, 'block'),
      }),
      'in another locale and time zone': mustHeaderSplit(context, ['patch', '-C', tree, ...paths], { env }),
      'without git': mustHeaderSplit(context, ['patch', '-C', bare, ...paths]),
    };
    const differing = Object.entries(others).filter(([, patch]) => patch !== first);
    tally.check(
      `same patch of ${title}`,
      `${first.length} bytes, ${Object.keys(others).join(', ')}`,
      differing.map(([how, patch]) => `${how}: ${patch.length} bytes, not the same`),
    );
  }
  applyWithoutGit({ context, tally, tree, bare });
}

function applyWithoutGit({ context, tally, tree, bare }) {
  const paths = qemuManifests().map(({ path }) => path);
  for (const root of [tree, bare]) mustHeaderSplit(context, ['apply', '-C', root, ...paths]);
  const again = headerSplit(context, ['diff', '--exit-code', '-C', bare, ...paths]);
  const compared = run('diff', ['-r', '-q', '--no-dereference', '--exclude=.git', tree, bare]);
  tally.check('apply without git', 'the same files as with git, second run empty', [
    ...compared.stdout.split('\n').filter((line) => line !== ''),
    ...(again.status === 0 ? [] : [`second run: exit ${again.status}`]),
  ]);
}

/** The tree's files alone. */
function unpack(tree, to) {
  mkdirSync(to);
  mustRun('sh', ['-c', 'git -C "$0" archive HEAD | tar -x -C "$1"', tree, to]);
  return to;
}
