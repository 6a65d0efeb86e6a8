import { execFileSync } from 'node:child_process';
import { closeSync, constants, openSync, readFileSync, readSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { problemOfWhy, readDecisions } from '../../src/commands/review/live-question.ts';
import { pageBeginning } from '../../src/html/page.ts';
import { runCommand, runHere } from '../commands/run-command.ts';
import { everyByte } from '../io/series/series-fixture.ts';
import { inHostileProject } from './hostile-project.ts';

/** All bytes but those that the tool keeps for itself in the git folder. */
function bytesOfUser(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(everyByte(folder)).filter(([path]) => !path.includes('/.git/header-split')));
}

const verifies = ['verify', 'store.yaml', '--cc', 'gcc -Iinclude', '--html'];
const outputs: readonly (readonly string[])[] = [
  ['review', 'store.yaml', '-o'],
  ['patch', 'store.yaml', '-o'],
  verifies,
  ['init', 'include/store.h', '-o'],
  ['init', '--audit', 'store.yaml', '-o'],
];

test.each(outputs.map((argv) => [argv.join(' '), argv] as const))('%s: nothing in a git directory', async (_, argv) => {
  await inHostileProject(async ({ top, folder }) => {
    execFileSync('git', ['init', '-q', '--bare', join(top, 'bare')]);
    symlinkSync('.git/config', join(top, 'cfg'));
    symlinkSync('.git/new', join(top, 'new'));
    symlinkSync('new', join(top, 'again'));
    symlinkSync('.git', join(top, 'folder'));
    execFileSync('mkfifo', [join(top, 'pipe')]);
    const before = bytesOfUser(folder);
    const places = ['cfg', 'new', 'again', 'folder/hooks/x', '.git/config', 'bare/config', 'bare/hooks/new'];
    for (const place of places) {
      const { exitCode, err } = await runCommand(top, [...argv, place]);
      expect({ place, exitCode }).toEqual({ place, exitCode: 2 });
      // A link in the tree to nothing is refused as such, wherever it leads.
      const reason = ['new', 'again'].includes(place) ? 'a symbolic link leads out' : 'it lies in a git directory';
      expect(err).toContain(`${place} cannot be written: ${reason}`);
      expect(err).toContain('next: Name a');
    }
    expect((await runCommand(top, [...argv, 'pipe'])).err).toContain('it is not a regular file [output-unwritable]');
    expect(bytesOfUser(folder)).toEqual(before);
  });
});

test('a page replaces pages and empty files alone', async () => {
  await inHostileProject(async ({ top }) => {
    const kept = ['store.yaml', 'include/store.h', 'notes.html', 'link'];
    writeFileSync(join(top, 'notes.html'), '<!doctype html>\n<title>mine</title>\n');
    symlinkSync('store.c', join(top, 'link'));
    const before = bytesOfUser(top);
    for (const argv of [['review', 'store.yaml', '-o'], verifies]) {
      for (const path of kept) {
        const { exitCode, err } = await runCommand(top, [...argv, path]);
        expect(exitCode).toBe(2);
        const reason = path === 'store.yaml' ? 'the run reads or changes it' : 'it is not a page of header-split';
        expect(err).toContain(`file already exists, and ${reason} [output-unwritable]`);
      }
    }
    expect(bytesOfUser(top)).toEqual(before);
    writeFileSync(join(top, 'page.html'), '');
    for (const _ of ['empty', 'a page'])
      expect((await runCommand(top, ['review', 'store.yaml', '-o', 'page.html'])).exitCode).toBe(0);
    expect(readFileSync(join(top, 'page.html'), 'utf8').startsWith(pageBeginning)).toBe(true);
    expect((await runCommand(top, ['review', 'store.yaml', '-o', '/dev/null'])).exitCode).toBe(0);
  });
});

test('a patch replaces no manifest, header or source', async () => {
  await inHostileProject(async ({ top }) => {
    symlinkSync('include/store.h', join(top, 'link'));
    const before = bytesOfUser(top);
    for (const path of ['store.yaml', './include/store.h', 'store.c', 'link']) {
      const { exitCode, err } = await runCommand(top, ['patch', 'store.yaml', '-o', path]);
      expect({ path, exitCode }).toEqual({ path, exitCode: 2 });
      expect(err).toContain('file already exists, and ');
    }
    expect(bytesOfUser(top)).toEqual(before);
    for (const _ of ['new', 'again'])
      expect((await runCommand(top, ['patch', 'store.yaml', '-o', 'out.patch'])).exitCode).toBe(0);
  });
});

test('a patch goes to a pipe without a name, as /dev/stdout may be', async () => {
  await inHostileProject(async ({ top }) => {
    const pipe = join(top, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const descriptor = openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK);
    rmSync(pipe);
    const { exitCode } = await runHere(top, ['patch', 'store.yaml', '-o', `/proc/self/fd/${descriptor}`]);
    const buffer = Buffer.alloc(10);
    readSync(descriptor, buffer);
    closeSync(descriptor);
    expect({ exitCode, text: buffer.toString() }).toEqual({ exitCode: 0, text: 'diff --git' });
  });
});

test.each([
  ['half a character', 'a\ud800b', 'half a character'],
  ['an override', 'a\u202eb', 'reorder'],
  ['an isolate', 'a\u2066b', 'reorder'],
])('a reason with %s is refused, and left alone where it stands', (_, why, said) => {
  const [wanted] = readDecisions({ decisions: [{ name: 'f', part: 'io', why, was: { part: null, why: null } }] }) ?? [];
  expect(wanted && problemOfWhy(wanted)).toContain(said);
  const [same] = readDecisions({ decisions: [{ name: 'f', part: 'io', why, was: { part: null, why } }] }) ?? [];
  expect(same && problemOfWhy(same)).toBeNull();
});

test('a long reason is not cut within a character', () => {
  const long = `${'a'.repeat(499)}😀`;
  const [wanted] = readDecisions({ decisions: [{ name: 'f', part: null, why: long, was: null }] }) ?? [];
  expect(wanted?.why).toBe('a'.repeat(499));
});
