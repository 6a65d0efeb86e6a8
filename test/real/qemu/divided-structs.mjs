import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { qemuManifests } from '../manifests.mjs';
import { headerSplit, mustHeaderSplit, mustRun } from '../processes.mjs';
import { clone } from '../scratch.mjs';

/** Sections by name alone, for three structs in three headers. */
const MEMBERS = {
  BlockDriver: {
    graph: ['bdrv_open', 'bdrv_close', 'bdrv_reopen_*', 'bdrv_set_perm'],
    io: ['bdrv_co_*', 'bdrv_aio_*'],
  },
  BlockDevOps: { graph: ['change_media_cb'], io: ['resize_cb'] },
  JobDriver: { graph: ['prepare', 'commit', 'abort', 'clean'], io: ['run'] },
};

/**
 * The structs of QEMU are divided in the headers that the split leaves: every line is there as often as before but for
 * banners, `check` is clean, and a second run has nothing to do. That the units compile, `compiles` sees.
 */
export function dividedStructs({ context, tally, scratch }) {
  const tree = clone(context.before, join(scratch, 'divided'));
  const { paths, audit } = splitIn({ context, tree, scratch });
  mustRun('git', ['-C', tree, 'add', '-A']);
  const before = linesOf(tree);
  const asked = ['-C', tree, '--audit-file', audit, ...paths];
  mustHeaderSplit(context, ['apply', '--only', 'members', ...asked]);
  const changed = mustRun('git', ['-C', tree, 'diff', '--name-only']).trim().split('\n');
  const after = countedLines(linesOf(tree));
  const lost = [...countedLines(before)]
    .filter(([line, count]) => (after.get(line) ?? 0) < count)
    .map(([line]) => line);
  tally.check('structs divided', `${Object.keys(MEMBERS).length} structs in ${changed.join(', ')}`, lost);
  const again = headerSplit(context, ['diff', '--exit-code', '--only', 'members', ...asked]);
  tally.check('second run of members', 'empty', again.status === 0 ? [] : [again.stdout.slice(0, 500)]);
}

/** A tree with its headers split and its structs divided. */
export function divideStructs({ context, tree, scratch }) {
  const { paths, audit } = splitIn({ context, tree, scratch });
  mustHeaderSplit(context, ['apply', '-C', tree, '--only', 'members', '--audit-file', audit, ...paths]);
}

function splitIn({ context, tree, scratch }) {
  const audit = join(scratch, 'audit.yaml');
  const paths = qemuManifests().map(({ path }) => path);
  writeFileSync(audit, JSON.stringify({ version: 1, manifests: paths, members: MEMBERS }));
  mustHeaderSplit(context, ['apply', '-C', tree, '--only', 'headers', ...paths]);
  return { paths, audit };
}

function countedLines(lines) {
  const counts = new Map();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}

/** Every line of code of the headers that define them, but for blanks. */
function linesOf(tree) {
  const headers = ['include/block/block_int-common.h', 'include/qemu/job.h', 'include/sysemu/block-backend-common.h'];
  return headers.flatMap((path) =>
    readFileSync(join(tree, path), 'latin1')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  );
}
