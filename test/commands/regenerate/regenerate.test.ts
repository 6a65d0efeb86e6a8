import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { soundProject } from '../../bad-input/sound-project.ts';
import { commitAll, git, inTemporaryFolder, putFiles, snapshot } from '../../io/temporary-folder.ts';
import { runCommand } from '../run-command.ts';

const yaml = soundProject['store.yaml'] ?? '';
const edited = yaml.replace('store_read: io', 'store_read: graph').replace('store_close: graph', 'store_close: io');

async function output(folder: string, ...argv: readonly string[]): Promise<string> {
  const { exitCode, out, err } = await runCommand(folder, argv);
  expect({ exitCode, err: exitCode === 0 ? '' : err }).toEqual({ exitCode: 0, err: '' });
  return out;
}

/** The tree that a split by this manifest from the start makes of the project. */
function freshSplit(manifest: string): Promise<Readonly<Record<string, string>>> {
  return inTemporaryFolder(async (folder) => {
    putFiles(folder, { ...soundProject, 'store.yaml': manifest });
    commitAll(folder);
    await output(folder, 'apply', 'store.yaml');
    return snapshot(folder);
  });
}

/** The project in a repository, whole in its first commit and split in its second. */
async function commitSplit(folder: string): Promise<void> {
  putFiles(folder, soundProject);
  commitAll(folder);
  await output(folder, 'apply', 'store.yaml');
  git(folder, 'add', '-A');
  git(folder, 'commit', '-qm', 'split');
}

function edit(folder: string, manifest = edited): void {
  writeFileSync(join(folder, 'store.yaml'), manifest);
}

test('makes the tree that a split by the edited manifest would have made, and then nothing more', async () => {
  const wanted = await freshSplit(edited);
  await inTemporaryFolder(async (folder) => {
    await commitSplit(folder);
    edit(folder);
    const { exitCode, err } = await runCommand(folder, ['regenerate', 'store.yaml']);
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: expect.stringContaining('include/store.h') });
    expect(snapshot(folder)).toEqual(wanted);
    expect(await output(folder, 'regenerate', 'store.yaml', '--dry-run', '--exit-code')).toBe('');
    expect(await output(folder, 'check', 'store.yaml')).toBe('');
    edit(folder, yaml);
    await output(folder, 'regenerate', 'store.yaml');
    expect(git(folder, 'status', '--porcelain')).toBe('');
  });
});

test('an include whose name holds the macro of the assertion goes with the last assertion', async () => {
  const asserting = yaml.replace('{ assert: main_loop(); }', '{ assert: assert(1);, assert_include: assert.h }');
  const bare = asserting.replaceAll(': graph', ': io');
  const wanted = await freshSplit(bare);
  await inTemporaryFolder(async (folder) => {
    putFiles(folder, { ...soundProject, 'store.yaml': asserting });
    commitAll(folder);
    await runCommand(folder, ['apply', 'store.yaml']);
    git(folder, 'add', '-A');
    git(folder, 'commit', '-qm', 'split');
    expect(snapshot(folder)['store.c']).toContain('#include <assert.h>');
    edit(folder, bare);
    await runCommand(folder, ['regenerate', 'store.yaml']);
    expect(snapshot(folder)['store.c']).toBe(wanted['store.c']);
  });
});

describe('a dry run and a patch', () => {
  test('write nothing to the tree, and the patch is the change', async () => {
    const wanted = await freshSplit(edited);
    await inTemporaryFolder(async (folder) => {
      await commitSplit(folder);
      edit(folder);
      const before = snapshot(folder);
      const diff = await output(folder, 'regenerate', 'store.yaml', '--dry-run');
      expect(diff).toMatch(/^diff --git /);
      expect((await runCommand(folder, ['regenerate', 'store.yaml', '--dry-run', '--exit-code'])).exitCode).toBe(1);
      expect(await output(folder, 'regenerate', 'store.yaml', '--dry-run', '--stat')).toMatch(/\d files changed/);
      expect(await output(folder, 'regenerate', 'store.yaml', '--dry-run', '--color', 'always')).toContain('\x1b[32m+');
      const json = JSON.parse(await output(folder, 'regenerate', 'store.yaml', '--dry-run', '--format', 'json'));
      expect(json).toMatchObject({ command: 'regenerate', exitCode: 0, patch: diff });
      expect(await output(folder, 'regenerate', 'store.yaml', '-o', 'x.patch')).toBe('');
      expect(snapshot(folder)).toEqual({ ...before, 'x.patch': diff });
      execFileSync('git', ['-C', folder, 'apply', 'x.patch']);
      expect(snapshot(folder)).toEqual({ ...wanted, 'x.patch': diff });
    });
  });

  test('a renamed part file is a rename to git', async () => {
    await inTemporaryFolder(async (folder) => {
      await commitSplit(folder);
      edit(folder, yaml.replace('io: {}', 'io: { file: include/store-any.h }'));
      const patch = await output(folder, 'regenerate', 'store.yaml', '--dry-run');
      expect(patch).toContain('deleted file mode 100644');
      for (const command of [
        ['git', 'apply', '--index'],
        ['patch', '-s', '-p1'],
      ]) {
        execFileSync(command[0] ?? '', command.slice(1), { cwd: folder, input: Buffer.from(patch, 'latin1') });
        git(folder, 'add', '-A');
        expect(git(folder, 'diff', '--cached', '-M30%', '--name-status')).toContain('include/store-any.h');
        expect(git(folder, 'diff', '--cached', '-M30%', '--name-status')).toMatch(/^R\d+\tinclude\/store-io\.h/m);
        expect(existsSync(join(folder, 'include/store-io.h'))).toBe(false);
        expect(await output(folder, 'diff', 'store.yaml')).toBe('');
        git(folder, 'reset', '-q', '--hard');
        edit(folder, yaml.replace('io: {}', 'io: { file: include/store-any.h }'));
      }
      await output(folder, 'regenerate', 'store.yaml');
      expect(existsSync(join(folder, 'include/store-io.h'))).toBe(false);
      expect(await output(folder, 'check', 'store.yaml')).toBe('');
    });
  });
});

describe('the manifest that the tree was made by', () => {
  test('is named by --was when the edit is committed', async () => {
    const wanted = await freshSplit(edited);
    for (const was of ['HEAD~1:store.yaml', 'old.yaml']) {
      await inTemporaryFolder(async (folder) => {
        await commitSplit(folder);
        edit(folder);
        git(folder, 'commit', '-qam', 'edit');
        expect(await output(folder, 'regenerate', 'store.yaml', '--dry-run')).toBe('');
        if (was === 'old.yaml') putFiles(folder, { 'old.yaml': yaml });
        await output(folder, 'regenerate', 'store.yaml', '--was', was);
        const { 'old.yaml': _, ...tree } = snapshot(folder);
        expect(tree).toEqual(wanted);
      });
    }
  });

  test('is what the tree implies without git', async () => {
    await inTemporaryFolder(async (folder) => {
      putFiles(folder, soundProject);
      await output(folder, 'apply', 'store.yaml');
      edit(folder);
      await output(folder, 'regenerate', 'store.yaml');
      expect(await output(folder, 'check', 'store.yaml')).toBe('');
    });
  });

  test('is neither broken nor for another header', async () => {
    await inTemporaryFolder(async (folder) => {
      await commitSplit(folder);
      putFiles(folder, { 'other.yaml': yaml.replace('store.h', 'shop.h'), 'broken.yaml': 'version: [' });
      edit(folder);
      const before = snapshot(folder);
      for (const [was, code] of [
        ['other.yaml', 'was-other-header'],
        ['broken.yaml', 'manifest-syntax'],
        ['HEAD:nowhere', 'input-unreadable'],
      ] as const) {
        const { exitCode, err } = await runCommand(folder, ['regenerate', 'store.yaml', '--was', was]);
        expect({ exitCode, err }).toEqual({ exitCode: 2, err: expect.stringContaining(`[${code}]`) });
      }
      expect(snapshot(folder)).toEqual(before);
    });
  });
});

test('--from names a revision from before the split, and no other', async () => {
  const wanted = await freshSplit(edited);
  await inTemporaryFolder(async (folder) => {
    await commitSplit(folder);
    edit(folder);
    const { exitCode, err } = await runCommand(folder, ['regenerate', 'store.yaml', '--from', 'HEAD']);
    expect({ exitCode, err }).toEqual({ exitCode: 2, err: expect.stringContaining('[header-split-then]') });
    await output(folder, 'regenerate', 'store.yaml', '--from', 'HEAD~1');
    expect(snapshot(folder)).toEqual(wanted);
  });
});

test('an edit after an edit whose result was not committed', async () => {
  const twice = edited.replace('store_open: graph', 'store_open: io');
  const wanted = await freshSplit(twice);
  await inTemporaryFolder(async (folder) => {
    await commitSplit(folder);
    edit(folder);
    await output(folder, 'regenerate', 'store.yaml');
    edit(folder, twice);
    await output(folder, 'regenerate', 'store.yaml');
    expect(snapshot(folder)).toEqual(wanted);
    edit(folder, yaml);
    await output(folder, 'regenerate', 'store.yaml');
    expect(git(folder, 'status', '--porcelain')).toBe('');
  });
});

test('an edit after a split that was not committed', async () => {
  const wanted = await freshSplit(edited);
  await inTemporaryFolder(async (folder) => {
    putFiles(folder, soundProject);
    commitAll(folder);
    await output(folder, 'apply', 'store.yaml');
    edit(folder);
    await output(folder, 'regenerate', 'store.yaml');
    expect(snapshot(folder)).toEqual(wanted);
  });
});

test('a header that is whole, and one that apply finds split otherwise', async () => {
  await inTemporaryFolder(async (folder) => {
    putFiles(folder, soundProject);
    commitAll(folder);
    const whole = await runCommand(folder, ['regenerate', 'store.yaml']);
    expect({ exitCode: whole.exitCode, err: whole.err }).toEqual({
      exitCode: 2,
      err: expect.stringMatching(/\[not-split-yet\][\s\S]*header-split apply/),
    });
    await output(folder, 'apply', 'store.yaml');
    const split = snapshot(folder);
    const otherFiles = 'parts: { common: { file: a.h }, graph: { file: b.h }, io: { file: c.h } }\nprototypes';
    for (const manifest of [edited, yaml.replace(/parts:[\s\S]*prototypes/, otherFiles)]) {
      edit(folder, manifest);
      for (const command of ['apply', 'diff', 'patch']) {
        const { exitCode, out, err } = await runCommand(folder, [command, 'store.yaml']);
        expect({ exitCode, out, err }).toEqual({
          exitCode: 2,
          out: '',
          err: expect.stringMatching(/\[split-otherwise\][\s\S]*header-split regenerate/),
        });
      }
      expect(snapshot(folder)).toEqual({ ...split, 'store.yaml': manifest });
    }
  });
});

test('finishes first what a killed run left, and shows nothing before that is done', async () => {
  const wanted = await freshSplit(edited);
  await inTemporaryFolder(async (folder) => {
    await commitSplit(folder);
    edit(folder);
    const journal = {
      version: 1,
      state: 'preparing',
      owner: { pid: 0x3fffff, started: '1' },
      folder: '',
      steps: [],
      newFolders: [],
    };
    putFiles(folder, { '.git/header-split-journal.json': JSON.stringify(journal) });
    const shown = await runCommand(folder, ['regenerate', 'store.yaml', '--dry-run']);
    expect({ exitCode: shown.exitCode, err: shown.err }).toEqual({
      exitCode: 2,
      err: expect.stringContaining('[journal-present]'),
    });
    const { exitCode, err } = await runCommand(folder, ['regenerate', 'store.yaml']);
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: expect.stringContaining('[recovered]') });
    expect(snapshot(folder)).toEqual(wanted);
  });
});

test('several manifests in one run make the bytes of one after the other', async () => {
  const renamed = (text = ''): string => text.replaceAll('store', 'shelf').replaceAll('STORE', 'SHELF');
  const { 'store.c': source = '', ...others } = soundProject;
  const project = {
    ...others,
    'include/shelf.h': renamed(soundProject['include/store.h']),
    'shelf.yaml': renamed(yaml),
    'both.c': `#include "include/shelf.h"\n${source}${renamed(source)}`,
  };
  const runs = [[['store.yaml', 'shelf.yaml']], [['store.yaml'], ['shelf.yaml']], [['shelf.yaml', 'store.yaml']]];
  const trees = await Promise.all(
    runs.map((manifests) =>
      inTemporaryFolder(async (folder) => {
        putFiles(folder, project);
        commitAll(folder);
        await output(folder, 'apply', 'store.yaml', 'shelf.yaml');
        git(folder, 'add', '-A');
        git(folder, 'commit', '-qm', 'split');
        putFiles(folder, { 'store.yaml': edited, 'shelf.yaml': renamed(edited) });
        for (const some of manifests) await output(folder, 'regenerate', ...some);
        expect(await output(folder, 'check', 'store.yaml', 'shelf.yaml')).toBe('');
        return snapshot(folder);
      }),
    ),
  );
  for (const tree of trees) expect(tree).toEqual(trees[0]);
  expect(trees[0]?.['include/shelf-graph.h']).toContain('shelf_read');
});
