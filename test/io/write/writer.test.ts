import { chmodSync, existsSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { FileChange } from '../../../src/diff/file-change.ts';
import { type Journal, journalPresent } from '../../../src/io/write/journal.ts';
import { recover } from '../../../src/io/write/recover.ts';
import { sumOf } from '../../../src/io/write/write-target.ts';
import { writeChanges } from '../../../src/io/write/writer.ts';
import { commitAll, inTemporaryFolder, putFiles, snapshot } from '../temporary-folder.ts';

const mode = '100644';
const change: FileChange = { kind: 'modify', path: 'a.c', mode, before: 'a\n', after: 'b\n' };
const create = (path: string): FileChange => ({ kind: 'create', path, mode, after: 'new\n' });
const codesOf = (outcome: { readonly kind: string }): readonly string[] =>
  'findings' in outcome && Array.isArray(outcome.findings) ? outcome.findings.map((finding) => finding.code) : [];

test('creates, modifies and deletes, and keeps permissions', async () => {
  await inTemporaryFolder((root) => {
    putFiles(root, { 'a.c': 'a\n', 'gone.h': 'g' });
    chmodSync(join(root, 'a.c'), 0o750);
    const outcome = writeChanges(root, [
      change,
      create('sub/new.h'),
      { kind: 'delete', path: 'gone.h', mode, before: 'g' },
    ]);
    expect(outcome).toEqual({ kind: 'written', files: ['a.c', 'sub/new.h', 'gone.h'] });
    expect(snapshot(root)).toEqual({ 'a.c': 'b\n', 'sub/': '', 'sub/new.h': 'new\n' });
    expect(statSync(join(root, 'a.c')).mode & 0o777).toBe(0o750);
  });
});

describe('refuses, and changes nothing', () => {
  const cases: Readonly<Record<string, [code: string, change: FileChange]>> = {
    'a file that differs': ['changed-meanwhile', { ...change, before: 'A\n' }],
    'a file that is gone': ['changed-meanwhile', { ...change, path: 'none.c' }],
    'a new file that exists': ['changed-meanwhile', create('a.c')],
    'a folder': ['write-refused', { ...change, path: 'folder' }],
    'a new file below a file': ['write-refused', create('a.c/b.h')],
    'a path that leaves the root': ['write-refused', create('../b.h')],
    'an absolute path': ['write-refused', create('/tmp/header-split-b.h')],
    'a symbolic link': ['write-refused', { ...change, path: 'link.c' }],
    'a path through a symbolic link': ['write-refused', create('out/b.h')],
    'the git folder': ['write-refused', create('.git/hooks/b.h')],
    'a dangling link where a file is to be': ['write-refused', create('dangling.h')],
  };
  test.each(Object.entries(cases))('%s', async (_, [code, refused]) => {
    await inTemporaryFolder((root) => {
      putFiles(root, { 'a.c': 'a\n', 'folder/x': '' });
      symlinkSync('a.c', join(root, 'link.c'));
      symlinkSync('/tmp', join(root, 'out'));
      symlinkSync('nowhere', join(root, 'dangling.h'));
      const before = snapshot(root);
      const outcome = writeChanges(root, [create('fine.h'), refused]);
      expect([outcome.kind, ...codesOf(outcome)]).toEqual(['refused', code]);
      expect(snapshot(root)).toEqual(before);
      expect(journalPresent(root)).toBe(false);
    });
  });

  test('a journal that cannot be created', async () => {
    await inTemporaryFolder((root) => {
      putFiles(root, { 'a.c': 'a\n', '.header-split': 'a file' });
      const outcome = writeChanges(root, [change]);
      expect([outcome.kind, ...codesOf(outcome)]).toEqual(['refused', 'write-failed']);
      expect(readFileSync(join(root, 'a.c'), 'latin1')).toBe('a\n');
    });
  });
});

test('two changes of one file are a bug of the caller', async () => {
  await inTemporaryFolder((root) => {
    putFiles(root, { 'a.c': 'a\n' });
    expect(() => writeChanges(root, [change, change])).toThrow('two changes');
  });
});

describe('a journal', () => {
  const dead = { pid: 0x3fffff, started: '1' };
  const committed = (step: Partial<Journal['steps'][number]>, rest: Partial<Journal> = {}): unknown => ({
    version: 1,
    state: 'committed',
    owner: dead,
    folder: '',
    newFolders: [],
    steps: [{ kind: 'modify', path: 'a.c', temporary, before: sum('a\n'), after: sum('b\n'), ...step }],
    ...rest,
  });
  const temporary = '.header-split-0123456789abcdef.tmp';
  const sum = (content: string): string => sumOf(Buffer.from(content, 'latin1'));

  test('lies in the git folder, which no status shows', async () => {
    await withJournal(committed({}), (root) => {
      expect(existsSync(join(root, '.git/header-split-journal.json'))).toBe(true);
      expect(journalPresent(root)).toBe(true);
      expect(codesOf(writeChanges(root, [create('b.h')]))).toEqual(['journal-present']);
    });
  });

  test('of a process at work is left alone', async () => {
    const parent = { pid: process.ppid, started: null };
    await withJournal(committed({}, { owner: parent }), (root) => {
      expect(recover(root).kind).toBe('stopped');
      expect(codesOf(recover(root))).toEqual(['journal-present']);
    });
  });

  test('of a dead process whose number lives again is recovered', async () => {
    const reborn = { pid: process.ppid, started: '1' };
    await withJournal(committed({}, { owner: reborn }), (root) => expect(recover(root).kind).toBe('finished'));
  });

  test('is finished for a root below the repository from anywhere in it', async () => {
    await inTemporaryFolder((top) => {
      putFiles(top, { 'sub/a.c': 'a\n', [`sub/${temporary}`]: 'b\n', 'other/x': '' });
      commitAll(top);
      writeFileSync(join(top, '.git/header-split-journal.json'), JSON.stringify(committed({}, { folder: 'sub' })));
      expect(recover(join(top, 'other')).kind).toBe('finished');
      expect(readFileSync(join(top, 'sub/a.c'), 'latin1')).toBe('b\n');
    });
  });

  const hostile: Readonly<Record<string, [code: string, journal: unknown]>> = {
    'no JSON': ['journal-broken', undefined],
    'another form': ['journal-broken', { version: 2 }],
    'a path that leaves the root': ['journal-broken', committed({ path: '../a.c', temporary: `../${temporary}` })],
    'a folder that leaves the root': ['journal-broken', committed({}, { newFolders: ['../x'] })],
    'a root elsewhere': ['journal-broken', committed({}, { folder: '../..' })],
    'a path in the git folder': ['journal-broken', committed({ path: '.git/config', temporary: `.git/${temporary}` })],
    'a temporary file of another name': ['journal-broken', committed({ temporary: 'precious.h' })],
    'a temporary file elsewhere': ['journal-broken', committed({ temporary: `sub/${temporary}` })],
    'a process group': ['journal-broken', committed({}, { owner: { pid: -1, started: null } })],
    'a temporary file with other bytes': ['changed-meanwhile', committed({ after: sum('c\n') })],
    'a target changed meanwhile': ['changed-meanwhile', committed({ before: sum('A\n') })],
  };
  test.each(Object.entries(hostile))('with %s stops the run, and nothing changes', async (_, [code, journal]) => {
    await withJournal(journal, (root) => {
      const before = snapshot(root);
      const recovery = recover(root);
      expect([recovery.kind, ...codesOf(recovery)]).toEqual(['stopped', code]);
      expect(snapshot(root)).toEqual(before);
      expect(journalPresent(root)).toBe(true);
    });
  });

  async function withJournal(journal: unknown, work: (root: string) => void): Promise<void> {
    await inTemporaryFolder((root) => {
      putFiles(root, { 'a.c': 'a\n', 'precious.h': 'p\n' });
      commitAll(root);
      putFiles(root, { [temporary]: 'b\n', '.git/header-split-journal.json': JSON.stringify(journal) ?? '{' });
      work(root);
    });
  }
});
