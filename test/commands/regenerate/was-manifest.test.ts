import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { wasManifest } from '../../../src/commands/regenerate/was-manifest.ts';
import { readInputFile } from '../../../src/io/input-file.ts';
import { parseManifest } from '../../../src/manifest/parse-manifest.ts';
import { soundProject } from '../../bad-input/sound-project.ts';
import { capturedShell } from '../../cli/captured-shell.ts';
import { commitAll, git, inTemporaryFolder, putFiles } from '../../io/temporary-folder.ts';

const yaml = soundProject['store.yaml'] ?? '';
const edited = yaml.replace('store_read: io', 'store_read: graph');

/** What `store.yaml` of `cwd` was, in one line: who says so and the part of store_read, or what is wrong. */
function wasOf(cwd: string, named: string | null = null): string {
  const source = readInputFile(cwd, 'store.yaml');
  const now = 'code' in source ? null : parseManifest(source).manifest;
  if (!now) throw new Error('no manifest today');
  const was = wasManifest(now, named, { ...capturedShell().shell, cwd });
  if (was.kind === 'manifest') expect(was.manifest === now).toBe(was.by === 'nobody');
  if (was.kind === 'refused') return was.findings.map(({ code, message }) => `${code}: ${message}`).join('\n');
  return `${was.by}: ${was.manifest.prototypes.get('store_read')?.part}`;
}

describe('unless it is named', () => {
  test('HEAD says what it was, wherever the manifest lies in its repository', async () => {
    await inTemporaryFolder((top) => {
      putFiles(top, { 'store.yaml': yaml, 'sub/store.yaml': edited });
      commitAll(top);
      expect([wasOf(top), wasOf(join(top, 'sub'))]).toEqual(['head: io', 'head: graph']);
      putFiles(top, { 'store.yaml': edited, 'sub/store.yaml': yaml });
      expect([wasOf(top), wasOf(join(top, 'sub'))]).toEqual(['head: io', 'head: graph']);
      git(top, 'add', '-A');
      expect(wasOf(top)).toBe('head: io');
    });
  });

  test.each(['no commit yet', 'not tracked', 'no git'])('it is today’s: %s', async (state) => {
    await inTemporaryFolder((top) => {
      if (state === 'no commit yet') git(top, 'init', '-q');
      if (state === 'not tracked') commitAll(top);
      putFiles(top, { 'store.yaml': yaml });
      expect(wasOf(top)).toBe('nobody: io');
    });
  });

  test('a manifest that HEAD has broken, or for another header, is a finding', async () => {
    await inTemporaryFolder((top) => {
      putFiles(top, { 'store.yaml': 'version: [' });
      commitAll(top);
      putFiles(top, { 'store.yaml': yaml });
      expect(wasOf(top)).toMatch(/^manifest-syntax: /);
      putFiles(top, { 'store.yaml': yaml.replace('include/store.h', 'include/shop.h') });
      git(top, 'commit', '-qam', 'shop');
      putFiles(top, { 'store.yaml': yaml });
      expect(wasOf(top)).toBe('was-other-header: HEAD:store.yaml splits include/shop.h, not include/store.h');
    });
  });
});

describe('named', () => {
  test('a file, or REV:PATH from the top level or from here', async () => {
    await inTemporaryFolder((top) => {
      putFiles(top, { 'sub/store.yaml': yaml, 'sub/old:name.yaml': yaml, 'here/x': '' });
      commitAll(top);
      putFiles(top, { 'sub/store.yaml': edited, 'sub/other.yaml': edited });
      git(top, 'commit', '-qam', 'edited');
      const sub = join(top, 'sub');
      expect(wasOf(sub, 'other.yaml')).toBe('user: graph');
      expect(wasOf(sub, 'old:name.yaml')).toBe('user: io');
      expect(wasOf(sub, 'HEAD~1:sub/store.yaml')).toBe('user: io');
      expect(wasOf(sub, 'HEAD~1:./store.yaml')).toBe('user: io');
      expect(wasOf(sub, 'HEAD^{/before}:../sub/store.yaml')).toBe('user: io');
      expect(wasOf(sub, ':sub/store.yaml')).toBe('user: graph');
    });
  });

  test.each([
    ['nowhere.yaml', 'input-unreadable: nowhere.yaml cannot be read: no such file or directory'],
    ['HEAD:nowhere.yaml', 'input-unreadable: HEAD:nowhere.yaml cannot be read: git has no such file'],
    ['nowhere:store.yaml', 'input-unreadable: nowhere:store.yaml cannot be read: git has no such file'],
    ['--output=x:store.yaml', 'input-unreadable: --output=x:store.yaml cannot be read: git has no such file'],
    ['HEAD:folder', 'input-unreadable: HEAD:folder cannot be read: git has no such file'],
    ['HEAD:store.yaml\nx', 'input-unreadable: HEAD:store.yaml\nx cannot be read: git has no such file'],
    ['HEAD:./../../store.yaml', 'input-unreadable: HEAD:./../../store.yaml cannot be read: git has no such file'],
    ['folder', 'input-unreadable: folder cannot be read: it is a directory'],
    ['store.c', 'manifest-missing-key: '],
  ])('%j is refused', async (named, refusal) => {
    await inTemporaryFolder((top) => {
      putFiles(top, { 'store.yaml': yaml, 'folder/x': '', 'store.c': '{}\n' });
      commitAll(top);
      expect(wasOf(top, named).split(/\n(?=[a-z-]+: )/)[0]).toContain(refusal);
    });
  });

  test('REV:PATH needs a repository', async () => {
    await inTemporaryFolder((top) => {
      putFiles(top, { 'store.yaml': yaml });
      expect(wasOf(top, 'HEAD:store.yaml')).toMatch(/^repository-missing: /);
    });
  });
});
