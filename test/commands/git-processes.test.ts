import { chmodSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { soundProject } from '../bad-input/sound-project.ts';
import { identify } from '../io/init-repository.ts';
import { commitAll, git, inTemporaryFolder, putFiles } from '../io/temporary-folder.ts';
import { runCommand } from './run-command.ts';

// Starting git takes longer than most of what is asked of it, so what a run asks is counted here.

const recorder = `#!/bin/sh
for word; do
  case $skip$word in
    -C | -c) skip=yes ;;
    yes*) skip= ;;
    -*) ;;
    *) break ;;
  esac
done
echo "$word" >> "$RECORD"
PATH=$REAL_PATH exec git "$@"
`;

/** The commands of git that a run asks for, in order; the run must succeed. */
async function gitCommandsOf(folder: string, cwd: string, argv: readonly string[]): Promise<readonly string[]> {
  const [env, record] = [process.env, join(folder, 'record')];
  rmSync(record, { force: true });
  putFiles(folder, { 'bin/git': recorder });
  chmodSync(join(folder, 'bin/git'), 0o755);
  process.env = { ...env, REAL_PATH: env['PATH'], RECORD: record, PATH: `${join(folder, 'bin')}:${env['PATH']}` };
  try {
    expect(await runCommand(cwd, argv)).toMatchObject({ exitCode: 0 });
  } finally {
    process.env = env;
  }
  return existsSync(record) ? readFileSync(record, 'utf8').trim().split('\n') : [];
}

const listing = ['rev-parse', 'ls-files'];

test('a tree without a repository needs no git', async () => {
  await inTemporaryFolder(async (folder) => {
    putFiles(join(folder, 'tree'), soundProject);
    for (const command of ['diff', 'patch', 'apply', 'check', 'apply']) {
      expect(await gitCommandsOf(folder, join(folder, 'tree'), [command, 'store.yaml'])).toEqual([]);
    }
  });
});

test('a first split looks for the repository and lists its files', async () => {
  await inTemporaryFolder(async (folder) => {
    const tree = join(folder, 'tree');
    putFiles(tree, soundProject);
    commitAll(tree);
    for (const argv of [['diff'], ['patch'], ['check'], ['apply']]) {
      expect(await gitCommandsOf(folder, tree, [...argv, 'store.yaml'])).toEqual(listing);
    }
  });
});

test('a revision is resolved by one process, with its folder', async () => {
  await inTemporaryFolder(async (folder) => {
    const tree = join(folder, 'tree');
    putFiles(tree, soundProject);
    commitAll(tree);
    const asked = await gitCommandsOf(folder, tree, ['diff', 'store.yaml', '--from', 'HEAD']);
    expect(asked.filter((word) => word === 'rev-parse')).toHaveLength(2);
    expect(asked.length).toBeLessThanOrEqual(8);
  });
});

test('a split tree is compared with the header in history', async () => {
  await inTemporaryFolder(async (folder) => {
    const tree = join(folder, 'tree');
    putFiles(tree, soundProject);
    commitAll(tree);
    await runCommand(tree, ['apply', 'store.yaml']);
    git(tree, 'add', '-A');
    git(tree, 'commit', '-qm', 'split');
    const asked = await gitCommandsOf(folder, tree, ['check', 'store.yaml']);
    expect(asked.slice(0, 2)).toEqual(listing);
    expect(asked.length).toBeLessThanOrEqual(9);
  });
});

test('an edit of one line asks for each file of the old commit once', async () => {
  await inTemporaryFolder(async (folder) => {
    const tree = join(folder, 'tree');
    const assert = '{ assert: main_loop();, assert_include: include/loop.h }';
    const manifest = soundProject['store.yaml']?.replace('{ assert: main_loop(); }', assert) ?? '';
    putFiles(tree, { ...soundProject, 'include/loop.h': 'void main_loop(void);\n', 'store.yaml': manifest });
    commitAll(tree);
    await runCommand(tree, ['apply', 'store.yaml']);
    git(tree, 'add', '-A');
    git(tree, 'commit', '-qm', 'split');
    putFiles(tree, { 'store.yaml': manifest.replace('store_open: graph', 'store_open: io') });
    const asked = await gitCommandsOf(folder, tree, ['regenerate', '--dry-run', 'store.yaml']);
    expect(asked.filter((word) => word === 'ls-tree')).toHaveLength(1);
    expect(asked.length).toBeLessThanOrEqual(9);
  });
});

test('a series asks for its revision and its repository once', async () => {
  await inTemporaryFolder(async (folder) => {
    const tree = join(folder, 'tree');
    putFiles(tree, soundProject);
    commitAll(tree);
    identify(join(tree, '.git'));
    const asked = await gitCommandsOf(folder, tree, ['series', 'store.yaml', '-o', 'mails']);
    expect(asked.filter((word) => word === 'rev-parse')).toHaveLength(1);
    expect(asked.length).toBeLessThanOrEqual(19);
  });
});
