import { execFileSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { soundProject } from '../bad-input/sound-project.ts';
import { commitAll, git, inTemporaryFolder, putFiles, snapshot } from '../io/temporary-folder.ts';
import { runCommand } from './run-command.ts';

const header = soundProject['include/store.h'] ?? '';
const manifest = soundProject['store.yaml'] ?? '';

/** The sound project in a repository of one commit, with the tag `v1`. */
function commitProject(folder: string): void {
  putFiles(folder, soundProject);
  commitAll(folder);
  git(folder, 'tag', 'v1');
}

async function output(folder: string, ...argv: readonly string[]): Promise<string> {
  const { exitCode, out, err } = await runCommand(folder, argv);
  expect({ exitCode, err: exitCode === 0 ? '' : err }).toEqual({ exitCode: 0, err: '' });
  return out;
}

describe('diff and patch', () => {
  test('show the split of the revision, whatever the work tree holds', async () => {
    await inTemporaryFolder(async (folder) => {
      commitProject(folder);
      const wanted = await output(folder, 'patch', 'store.yaml');
      await output(folder, 'apply', 'store.yaml');
      putFiles(folder, { 'store.c': 'garbage(', 'include/store.h': 'int store_open' });
      expect(await output(folder, 'patch', 'store.yaml', '--from', 'v1')).toBe(wanted);
      expect(await output(folder, 'diff', 'store.yaml', '--from=HEAD')).toBe(wanted);
      git(folder, 'commit', '-qam', 'garbage');
      expect(await output(folder, 'patch', 'store.yaml', '--from', 'HEAD~1')).toBe(wanted);
      rmSync(join(folder, 'include'), { recursive: true });
      expect(await output(folder, 'diff', 'store.yaml', '--from', 'v1')).toBe(wanted);
    });
  });

  test('with a root below the top level', async () => {
    await inTemporaryFolder(async (top) => {
      putFiles(top, Object.fromEntries(Object.entries(soundProject).map(([path, text]) => [`sub/dir/${path}`, text])));
      commitAll(top);
      const folder = join(top, 'sub/dir');
      const wanted = await output(folder, 'patch', 'store.yaml', '-C', '.');
      putFiles(folder, { 'store.c': '' });
      const patch = await output(folder, 'patch', 'store.yaml', '-C', '.', '--from', 'HEAD');
      expect(patch).toBe(wanted);
      git(top, 'checkout', '-q', '.');
      execFileSync('git', ['-C', top, 'apply'], { input: Buffer.from(patch, 'latin1') });
      expect(await output(folder, 'diff', 'store.yaml', '-C', '.')).toBe('');
    });
  });

  test('in a shallow clone, of the commit that it has', async () => {
    await inTemporaryFolder(async (folder) => {
      const full = join(folder, 'full');
      commitProject(full);
      const wanted = await output(full, 'patch', 'store.yaml');
      putFiles(full, { 'store.c': `${soundProject['store.c']}/* */\n` });
      git(full, 'commit', '-qam', 'second');
      git(full, 'tag', '-d', 'v1');
      git(folder, 'clone', '-q', '--depth=1', `file://${full}`, 'shallow');
      const shallow = join(folder, 'shallow');
      expect(await output(shallow, 'patch', 'store.yaml', '--from', 'HEAD')).not.toBe(wanted);
      const { exitCode, err } = await runCommand(shallow, ['patch', 'store.yaml', '--from', 'HEAD~1']);
      expect({ exitCode, err }).toEqual({ exitCode: 2, err: expect.stringContaining('[revision-unknown]') });
    });
  });

  test('a revision that brings a prototype stops the run, with its neighbours as a hint', async () => {
    await inTemporaryFolder(async (folder) => {
      commitProject(folder);
      const moved = header
        .replace('void store_close', 'void store_flush(Store *store);\nvoid store_close')
        .replace('int store_read', 'int store_size(Store *store);\nint store_read');
      putFiles(folder, { 'include/store.h': moved });
      git(folder, 'commit', '-qam', 'move on');
      git(folder, 'tag', 'v2');
      git(folder, 'checkout', '-q', 'v1');
      expect(await output(folder, 'diff', 'store.yaml', '--from', 'HEAD')).not.toBe('');
      const { exitCode, out, err } = await runCommand(folder, ['diff', 'store.yaml', '--from', 'v2']);
      expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
      expect(err).toContain("prototype 'store_flush' has no part [prototype-unassigned]");
      expect(err).toContain("its neighbours 'store_open' and 'store_close' are in 'graph'");
      expect(err).toContain("its neighbours are 'store_close' in 'graph' and 'store_read' in 'io'");
    });
  });

  test('a header that had another name then', async () => {
    await inTemporaryFolder(async (folder) => {
      commitProject(folder);
      git(folder, 'mv', 'include/store.h', 'include/shop.h');
      git(folder, 'commit', '-qm', 'rename');
      putFiles(folder, { 'shop.yaml': manifest.replace('store.h', 'shop.h') });
      const { exitCode, err } = await runCommand(folder, ['diff', 'shop.yaml', '--from', 'v1']);
      expect(exitCode).toBe(2);
      expect(err).toContain("error: 'v1' has no header 'include/shop.h' [file-missing]\n --> shop.yaml:2:9");
    });
  });

  test.each(['nowhere', '--output=x', '-x', 'v1:store.c', 'v1..HEAD'])('not from %s', async (revision) => {
    await inTemporaryFolder(async (folder) => {
      commitProject(folder);
      const before = snapshot(folder);
      for (const command of ['diff', 'patch', 'apply']) {
        const { exitCode, out, err } = await runCommand(folder, [command, 'store.yaml', `--from=${revision}`]);
        expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
        expect(err).toContain(`error: git knows no commit '${revision}' [revision-unknown]`);
      }
      expect(snapshot(folder)).toEqual(before);
    });
  });

  test('not without git', async () => {
    await inTemporaryFolder(async (folder) => {
      putFiles(folder, soundProject);
      for (const command of ['diff', 'patch', 'apply']) {
        const { exitCode, err } = await runCommand(folder, [command, 'store.yaml', '--from', 'HEAD']);
        expect({ exitCode, err }).toEqual({ exitCode: 2, err: expect.stringContaining('[repository-missing]') });
      }
    });
  });
});

describe('apply', () => {
  test('writes the result where the work tree stands as the revision, and a second time nothing', async () => {
    await inTemporaryFolder(async (folder) => {
      commitProject(folder);
      putFiles(folder, { 'other.c': 'int other;\n' });
      const untouched = snapshot(folder);
      await output(folder, 'apply', 'store.yaml');
      const wanted = snapshot(folder);
      git(folder, 'checkout', '-q', '.');
      git(folder, 'clean', '-qfd');
      putFiles(folder, { 'other.c': 'int other;\n' });
      expect(snapshot(folder)).toEqual(untouched);
      await output(folder, 'apply', 'store.yaml', '--from', 'v1');
      expect(snapshot(folder)).toEqual(wanted);
      const again = await runCommand(folder, ['apply', 'store.yaml', '--from', 'v1']);
      expect(again.err).toContain('nothing to do\n');
      expect(snapshot(folder)).toEqual(wanted);
    });
  });

  test('finishes a work tree that has one half of the result', async () => {
    await inTemporaryFolder(async (folder) => {
      commitProject(folder);
      await output(folder, 'apply', 'store.yaml');
      const wanted = snapshot(folder);
      git(folder, 'checkout', '-q', 'store.c');
      rmSync(join(folder, 'include/store-io.h'));
      await output(folder, 'apply', 'store.yaml', '--from', 'v1');
      expect(snapshot(folder)).toEqual(wanted);
    });
  });

  test.each<[string, string | null]>([
    ['store.c', 'int mine;\n'],
    ['store.c', null],
    ['include/store.h', 'int mine;\n'],
    ['include/store-io.h', 'int mine;\n'],
    ['include/store-io.h', ''],
  ])('writes nothing over %s that holds %j', async (path, content) => {
    await inTemporaryFolder(async (folder) => {
      commitProject(folder);
      if (content === null) rmSync(join(folder, path));
      else putFiles(folder, { [path]: content });
      const before = snapshot(folder);
      const { exitCode, err } = await runCommand(folder, ['apply', 'store.yaml', '--from', 'v1']);
      expect(exitCode).toBe(2);
      expect(err).toMatch(
        new RegExp(`^error: ${path} (?:is|matches) .* \\[differs-from-revision\\]\\n --> ${path}\\nnext: `, 'm'),
      );
      expect(snapshot(folder)).toEqual(before);
      expect((await runCommand(folder, ['diff', 'store.yaml', '--from', 'v1'])).exitCode).toBe(0);
    });
  });

  test('the assertions alone go on top of the split alone', async () => {
    await inTemporaryFolder(async (folder) => {
      commitProject(folder);
      const { exitCode, err } = await runCommand(folder, ['apply', 'store.yaml', '--from=v1', '--only', 'assertions']);
      expect({ exitCode, err }).toEqual({ exitCode: 2, err: expect.stringContaining('[only-assertions]') });
      await output(folder, 'apply', 'store.yaml', '--from=v1', '--only', 'headers');
      expect(snapshot(folder)['store.c']).toBe(soundProject['store.c']);
      await output(folder, 'apply', 'store.yaml', '--from=v1', '--only', 'assertions');
      expect(await output(folder, 'diff', 'store.yaml')).toBe('');
      expect(existsSync(join(folder, 'include/store-io.h'))).toBe(true);
    });
  });
});
