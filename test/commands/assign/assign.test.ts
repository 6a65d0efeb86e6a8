import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { soundProject } from '../../bad-input/sound-project.ts';
import { commitAll, git, inTemporaryFolder, putFiles, snapshot } from '../../io/temporary-folder.ts';
import { type Outcome, runCommand } from '../run-command.ts';

const project = {
  ...soundProject,
  'store.yaml': `version: 1
header: include/store.h
parts: { common: {}, graph: {}, io: {} }
prototypes:
  store_open:  # store.c
  store_close: # store.c
  store_read: io
`,
};

async function inProject(work: (folder: string) => Promise<void>): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    putFiles(folder, project);
    commitAll(folder);
    await work(folder);
  });
}

async function assign(folder: string, ...args: readonly string[]): Promise<Outcome> {
  return runCommand(folder, ['assign', 'store.yaml', ...args]);
}

function manifest(folder: string): string {
  return readFileSync(join(folder, 'store.yaml'), 'latin1');
}

test('assign writes the parts, says what it did, and has nothing to do the next time', async () => {
  await inProject(async (folder) => {
    const { exitCode, out, err } = await assign(folder, 'store_c*=graph', '--defined-in', 'store.c=graph');
    expect(err.split('\n')).toEqual([
      "store.yaml: 'store_c*=graph': 1 function",
      "store.yaml: '--defined-in store.c=graph': 3 functions, 2 changed",
      'store.yaml: assigned 2 functions: graph 2',
      'store.yaml: 1 function keeps its part: store_read (io, not graph); --force changes it',
      'store.yaml: every function has a part',
      '',
    ]);
    expect([exitCode, out]).toEqual([0, '']);
    const written = project['store.yaml'].replace('open:  #', 'open: graph #').replace('close: #', 'close: graph #');
    expect(manifest(folder)).toBe(written);
    const before = snapshot(folder);
    const again = await assign(folder, 'store_c*=graph');
    expect(again.err).toContain('store.yaml: nothing to do\n');
    expect(snapshot(folder)).toEqual(before);
    expect((await runCommand(folder, ['check', 'store.yaml'])).exitCode).toBe(0);
  });
});

test('--dry-run shows a diff that git applies, and writes nothing', async () => {
  await inProject(async (folder) => {
    const before = snapshot(folder);
    const { exitCode, out, err } = await assign(folder, 'store_open=io', '--dry-run');
    expect(exitCode).toBe(0);
    expect(err).toContain('store.yaml: would assign 1 function: io 1\n');
    expect(err).toContain('store.yaml: 1 of 3 functions still unassigned\n');
    expect(snapshot(folder)).toEqual(before);
    writeFileSync(join(folder, 'change'), out, 'latin1');
    git(folder, 'apply', '-p0', 'change');
    expect(manifest(folder)).toBe(project['store.yaml'].replace('store_open:  #', 'store_open: io #'));
    expect((await assign(folder, 'store_close=io', '--dry-run', '--color', 'always')).out).toContain('\x1b[');
  });
});

test('--format json says the same', async () => {
  await inProject(async (folder) => {
    const { exitCode, out, err } = await assign(folder, 'store_*=graph', '--format', 'json', '--dry-run');
    expect([exitCode, err]).toEqual([0, '']);
    const document = JSON.parse(out);
    expect(document).toMatchObject({ command: 'assign', exitCode: 0, findings: [], manifest: 'store.yaml' });
    expect(document.assignments).toEqual([{ by: 'name', pattern: 'store_*', part: 'graph', functions: 3, changed: 2 }]);
    expect(document.changes).toEqual([
      { kind: 'assign', name: 'store_open', from: null, to: 'graph' },
      { kind: 'assign', name: 'store_close', from: null, to: 'graph' },
    ]);
    expect(document.kept).toEqual([{ name: 'store_read', part: 'io', wanted: 'graph' }]);
    expect(document.unassigned).toEqual([]);
    expect(document.diff).toContain('+  store_open: graph');
    const written = await assign(folder, 'store_*=graph', '--format', 'json', '--force');
    expect(JSON.parse(written.out)).toMatchObject({ kept: [] });
    expect(JSON.parse(written.out).diff).toBeUndefined();
    expect(manifest(folder)).toContain('store_read: graph');
  });
});

test('a file of assignments is read, and findings show its lines', async () => {
  await inProject(async (folder) => {
    putFiles(folder, {
      'parts.txt': 'store_open=graph\n\nstore_close=io\n',
      'bad.yaml': 'store_open: io\nstore_clos: io\n',
    });
    const before = snapshot(folder);
    const refused = await assign(folder, '--from', 'bad.yaml');
    expect(refused.exitCode).toBe(2);
    expect(refused.err).toContain("'store_clos' matches no function of the header [assignment-idle]");
    expect(refused.err).toContain('--> bad.yaml:2:1');
    expect((await assign(folder, '--from', 'gone.txt')).err).toContain('gone.txt cannot be read');
    expect(snapshot(folder)).toEqual(before);
    expect((await assign(folder, '--from', 'parts.txt')).exitCode).toBe(0);
    expect(manifest(folder)).toContain('store_open: graph # store.c\n  store_close: io # store.c\n');
  });
});

test('of several assignments one that is wrong stops all', async () => {
  await inProject(async (folder) => {
    const before = snapshot(folder);
    const { exitCode, out, err } = await assign(
      folder,
      'store_open=io',
      'stor_close=io',
      '*close=oi',
      '--section',
      'X',
    );
    expect([exitCode, out]).toEqual([2, '']);
    expect(err).toContain('--> command line:4:11');
    expect(err).toContain('4 | --section X\n');
    const wrong = await assign(folder, 'store_open=io', 'stor_close=io', '*close=oi');
    expect(wrong.err).toContain('next: Did you mean store_close?');
    expect(wrong.err).toContain("the manifest has no part 'oi'; did you mean 'io'?");
    expect(snapshot(folder)).toEqual(before);
  });
});

test('a tree that is split already is read from its part files', async () => {
  await inProject(async (folder) => {
    await assign(folder, '*=io');
    expect((await runCommand(folder, ['apply', 'store.yaml'])).exitCode).toBe(0);
    const { exitCode } = await assign(folder, '--returns', 'void=graph', '--force');
    expect(exitCode).toBe(0);
    expect(manifest(folder)).toContain('store_close: graph # store.c');
    expect(manifest(folder)).toContain('store_open: io # store.c');
    expect((await runCommand(folder, ['regenerate', 'store.yaml'])).exitCode).toBe(0);
    expect((await runCommand(folder, ['check', 'store.yaml'])).exitCode).toBe(0);
  });
});

test('a manifest outside the tree keeps its mode, its line ends and its link', async () => {
  await inTemporaryFolder(async (folder) => {
    putFiles(folder, { 'elsewhere/real.yaml': project['store.yaml'].replaceAll('\n', '\r\n') });
    putFiles(join(folder, 'tree'), project);
    commitAll(join(folder, 'tree'));
    chmodSync(join(folder, 'elsewhere/real.yaml'), 0o640);
    symlinkSync('elsewhere/real.yaml', join(folder, 'link.yaml'));
    expect((await runCommand(folder, ['assign', 'link.yaml', 'store_open=io', '-C', 'tree'])).exitCode).toBe(0);
    expect(readFileSync(join(folder, 'elsewhere/real.yaml'), 'latin1')).toBe(
      project['store.yaml'].replace('store_open:  #', 'store_open: io #').replaceAll('\n', '\r\n'),
    );
    expect(statSync(join(folder, 'elsewhere/real.yaml')).mode & 0o777).toBe(0o640);
  });
});

test.each([
  [[], 'nothing to assign'],
  [['*=io', '--force', '--unassigned-only'], 'option --force reassigns what --unassigned-only ignores'],
  [['*=io', '--from', 'a', '--from', 'b'], 'option --from is given twice'],
  [['--section'], 'option --section needs a value'],
  [['*=io', '--sectoin', 'x=io'], 'did you mean `--section`?'],
])('misuse: %j', async (args, message) => {
  const { exitCode, err } = await runCommand('/nowhere', ['assign', 'store.yaml', ...args]);
  expect(exitCode).toBe(2);
  expect(err).toContain(message);
});

test('the manifest comes first', async () => {
  const { exitCode, err } = await runCommand('/nowhere', ['assign', 'store_*=io', 'store.yaml']);
  expect(exitCode).toBe(2);
  expect(err).toContain('the manifest comes first');
});

test('the command in bin does it in a process of its own', async () => {
  await inProject(async (folder) => {
    const start = resolve(import.meta.dirname, '../../../bin/header-split.js');
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [start, 'assign', 'store.yaml', '--returns', 'Store *=graph', '--', 'store_close=io'],
      { cwd: folder, encoding: 'utf8' },
    );
    expect([status, stdout]).toEqual([0, '']);
    expect(stderr).toContain('store.yaml: every function has a part\n');
    expect(git(folder, 'diff', '--stat')).toContain('1 file changed, 2 insertions(+), 2 deletions(-)');
  });
});
