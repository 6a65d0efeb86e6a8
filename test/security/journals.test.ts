import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { soundProject } from '../bad-input/sound-project.ts';
import { runCommand } from '../commands/run-command.ts';
import { everyByte } from '../io/series/series-fixture.ts';
import { git, inTemporaryFolder, putFiles } from '../io/temporary-folder.ts';
import { callAll, calls, inHostileProject } from './hostile-project.ts';

const sumOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A journal that a stranger may put where a writer would have left one. */
function journal(fields: object = {}): string {
  const owner = { pid: 0x3fffff, started: '1' };
  return JSON.stringify({ version: 1, state: 'committed', owner, folder: '', steps: [], newFolders: [], ...fields });
}

const removal = { kind: 'delete', path: 'store.c', before: sumOf(soundProject['store.c'] ?? '') };

describe('where there is a git folder, a journal outside it means nothing', () => {
  test.each([
    ['of process 1', journal({ owner: { pid: 1, started: null } })],
    ['that removes a file', journal({ steps: [removal] })],
    ['that is none', '{'],
  ])('one %s', async (_, text) => {
    await inHostileProject(
      async ({ top }) => {
        expect((await callAll(top)).map(({ exitCode }) => exitCode)).toEqual(calls.map(() => 0));
        expect(existsSync(join(top, '.header-split/journal.json'))).toBe(true);
        expect(existsSync(join(top, 'store.c'))).toBe(true);
      },
      { '.header-split/journal.json': text, '.header-split/journal.json.999999.tmp': '' },
    );
  });

  test('nor does one that a link leads to', async () => {
    await inHostileProject(async ({ top, folder }) => {
      putFiles(folder, { 'out/journal.json': journal({ steps: [removal] }), 'out/journal.json.999999.tmp': 'x' });
      symlinkSync('../out', join(top, '.header-split'));
      const before = everyByte(join(folder, 'out'));
      expect((await callAll(top)).map(({ exitCode }) => exitCode)).toEqual(calls.map(() => 0));
      expect(everyByte(join(folder, 'out'))).toEqual(before);
    });
  });
});

/** The project without git. */
function inPlainProject(work: (top: string, folder: string) => Promise<void>): Promise<void> {
  return inTemporaryFolder(async (folder) => {
    putFiles(join(folder, 'top'), soundProject);
    await work(join(folder, 'top'), folder);
  });
}

describe('without git', () => {
  test('a link in place of the folder of the journal is not followed', async () => {
    await inPlainProject(async (top, folder) => {
      putFiles(folder, { 'out/journal.json': journal({ steps: [removal] }), 'out/journal.json.999999.tmp': 'x' });
      symlinkSync('../out', join(top, '.header-split'));
      const before = everyByte(folder);
      const { exitCode, err } = await runCommand(top, ['apply', 'store.yaml']);
      expect({ exitCode, isSaid: err.includes('[write-failed]') }).toEqual({ exitCode: 2, isSaid: true });
      expect(everyByte(folder)).toEqual(before);
      expect((await runCommand(top, ['check', 'store.yaml'])).exitCode).toBe(0);
    });
  });

  test('a journal that is a link is not read', async () => {
    await inPlainProject(async (top, folder) => {
      putFiles(folder, { 'out/journal.json': journal({ steps: [removal] }) });
      mkdirSync(join(top, '.header-split'));
      symlinkSync('../../out/journal.json', join(top, '.header-split/journal.json'));
      const { exitCode, err } = await runCommand(top, ['apply', 'store.yaml']);
      expect({ exitCode, isSaid: err.includes('it is not a regular file') }).toEqual({ exitCode: 2, isSaid: true });
      expect(existsSync(join(top, 'store.c'))).toBe(true);
    });
  });

  test('a journal of a process that is no writer says how to go on', async () => {
    await inPlainProject(async (top) => {
      putFiles(top, { '.header-split/journal.json': journal({ owner: { pid: 1, started: null } }) });
      const { exitCode, err } = await runCommand(top, ['apply', 'store.yaml']);
      expect(exitCode).toBe(2);
      expect(err).toContain(`remove ${join(top, '.header-split/journal.json')}`);
    });
  });

  test('a journal of more bytes than a string can have is none', async () => {
    await inPlainProject(async (top) => {
      putFiles(top, { '.header-split/journal.json': '' });
      truncateSync(join(top, '.header-split/journal.json'), 5 * 2 ** 30);
      const { exitCode, err } = await runCommand(top, ['apply', 'store.yaml']);
      expect({ exitCode, isSaid: err.includes('[journal-broken]') }).toEqual({ exitCode: 2, isSaid: true });
    });
  });
});

describe('a journal in the git folder, as an archive may bring one', () => {
  const outside = { kind: 'delete', path: '../victim', before: sumOf('mine') };
  const temporary = '.header-split-0123456789abcdef.tmp';
  test.each([
    ['a file outside', journal({ steps: [outside] })],
    ['a root outside', journal({ folder: '..', steps: [{ ...outside, path: 'victim' }] })],
    ['a file through a link', journal({ steps: [{ ...outside, path: 'link/victim' }] })],
    ['a root that a link leads to', journal({ folder: 'link', steps: [{ ...outside, path: 'victim' }] })],
    ['the git folder', journal({ steps: [{ kind: 'create', path: '.git/hooks/x', temporary, after: sumOf('') }] })],
    ['a new folder outside', journal({ state: 'preparing', newFolders: ['../empty'] })],
    ['a temporary file of another name', journal({ steps: [{ ...outside, kind: 'create', temporary: 'victim' }] })],
  ])('%s: nothing outside follows from it', async (_, text) => {
    await inHostileProject(async ({ top, folder }) => {
      writeFileSync(join(folder, 'victim'), 'mine');
      mkdirSync(join(folder, 'empty'));
      symlinkSync('..', join(top, 'link'));
      writeFileSync(join(top, '.git/header-split-journal.json'), text);
      const { exitCode, err } = await runCommand(top, ['apply', 'store.yaml']);
      expect({ exitCode, isSaid: err.includes('[journal-broken]') }).toEqual({ exitCode: 2, isSaid: true });
      expect(readdirSync(folder).sort()).toEqual(['empty', 'tree', 'victim']);
      expect(git(top, 'status', '--porcelain')).toBe('?? link\n');
    });
  });
});
