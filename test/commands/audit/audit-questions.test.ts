import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readCase } from '../../audit/audit-case.ts';
import { commitAll, inTemporaryFolder, putFiles } from '../../io/temporary-folder.ts';
import { runCommand } from '../run-command.ts';

const inCase = (name: string, work: (folder: string) => Promise<void>): Promise<void> =>
  inTemporaryFolder((folder) => {
    putFiles(folder, readCase(name));
    return work(folder);
  });

const audit = (folder: string, ...more: readonly string[]) =>
  runCommand(folder, ['audit', '-C', '.', '--file', 'audit.yaml', ...more]);

test('--why: callers, ways, callees and roles', async () => {
  await inCase('member-designated', async (folder) => {
    const { exitCode, out } = await audit(folder, '--why', 'file_get');
    expect(exitCode).toBe(0);
    expect(out).toBe(
      [
        'file_get  src/a.c:3',
        'nearest way from worker, cost 5:',
        '    pool_get (worker)  src/a.c:7',
        '    > Driver.get       src/a.c:7',
        '    = file_get         src/a.c:5',
        'calls control (1):',
        '    pool_resize (control)  src/a.c:3',
        'held by (1):',
        '    Driver.get  src/a.c:5',
        '',
      ].join('\n'),
    );
    const { why } = JSON.parse((await audit(folder, '--why', 'pool_resize', '--format', 'json')).out);
    expect(why).toMatchObject([
      {
        node: 'pool_resize',
        part: 'control',
        callers: [
          { node: 'file_get', part: null, file: 'src/a.c', line: 3 },
          { node: 'file_reopen', part: null, file: 'src/a.c', line: 4 },
        ],
        ways: [{ part: 'worker', cost: 6 }],
      },
    ]);
    const unknown = await audit(folder, '--why', 'file_gt');
    expect(unknown.exitCode).toBe(2);
    expect(unknown.err).toContain("no function 'file_gt'; did you mean 'file_get'? [function-unknown]");
    expect(unknown.err).toContain('--> command line:1:');
  });
});

test('--locks: who takes a lock, and what is called under it', async () => {
  await inCase('goto-state', async (folder) => {
    const { exitCode, out } = await audit(folder, '--locks', 'control_lock/control_unlock');
    expect(exitCode).toBe(0);
    expect(out).toBe(
      [
        'src/a.c:5: pool_get (worker)',
        '    calls control: pool_resize',
        'src/a.c:22: pool_put (worker), and does not release it',
        '    calls control: pool_resize',
        'control_lock is called 2 times in 2 functions, in 0 of them around no call of any part',
        '',
      ].join('\n'),
    );
    const { locks } = JSON.parse(
      (await audit(folder, '--locks', 'control_lock/control_unlock', '--format', 'json')).out,
    );
    expect(locks[1]).toEqual({
      node: 'pool_put',
      part: 'worker',
      acquires: [{ file: 'src/a.c', line: 22 }],
      releases: false,
      calls: { control: ['pool_resize'] },
    });
  });
});

test('--members: which parts the implementations call', async () => {
  await inCase('member-designated', async (folder) => {
    const { exitCode, out } = await audit(folder, '--members', 'Driver');
    expect(exitCode).toBe(0);
    expect(out).toBe(
      [
        'Driver.get  holds 1, called by worker 1',
        '    calls control: pool_resize',
        'Driver.reopen  holds 1, called by nobody',
        '    calls control: pool_resize',
        '',
      ].join('\n'),
    );
    const { members } = JSON.parse((await audit(folder, '--members', 'Driver', '--format', 'json')).out);
    expect(members[0]).toEqual({
      node: 'Driver.get',
      part: null,
      callers: [{ part: 'worker', count: 1 }],
      holds: ['file_get'],
      calls: { control: ['pool_resize'] },
    });
    for (const name of ['Drivers', 'Driver.get', 'file_get']) {
      const unknown = await audit(folder, '--members', name);
      expect(unknown.exitCode).toBe(2);
      expect(unknown.err).toContain('Name a struct alone, as in `--members Driver`; the tree has Driver.');
      expect(unknown.err).not.toContain('function#parameter');
    }
  });
});

test('--notes: what could be of another part', async () => {
  await inCase('direct-call', async (folder) => {
    putFiles(folder, {
      'src/a.c': [
        '#include "pool.h"',
        'int pool_get(void) { return 1; }',
        'int pool_put(int slot) { return slot; }',
        'int pool_open(void) { return pool_put(1); }',
        'int pool_resize(int size) { return pool_open() + pool_put(size); }',
        '',
      ].join('\n'),
    });
    const { exitCode, err } = await audit(folder, '--notes');
    expect(exitCode).toBe(0);
    expect(err).toContain('[could-be-narrower]');
    expect(err).toContain('[could-be-wider]');
    expect(err).toContain('pool_open (control) calls nothing that worker may not call: it could be worker');
    expect(err).toContain('pool_put (worker) is called by no worker code, only by control: it could be control');
    expect(err).not.toContain('pool_resize (control) calls nothing');
  });
});

test('--from reads a revision', async () => {
  await inCase('through-static', async (folder) => {
    commitAll(folder);
    putFiles(folder, { 'src/a.c': 'int pool_get(void) { return 0; }\n' });
    expect((await audit(folder)).exitCode).toBe(0);
    const { exitCode, out } = await audit(folder, '--from', 'HEAD');
    expect(exitCode).toBe(1);
    expect(out).toContain('src/a.c:2: grow() calls pool_resize (control)');
    expect((await audit(folder, '--from', 'nowhere')).exitCode).toBe(2);
  });
});

describe('for other programs', () => {
  test('SARIF has the way as a code flow, and a fingerprint without lines', async () => {
    await inCase('through-static', async (folder) => {
      const results = JSON.parse((await audit(folder, '--format', 'sarif')).out).runs[0].results;
      expect(results).toHaveLength(1);
      const [{ ruleId, partialFingerprints, codeFlows }] = results;
      expect({ ruleId, partialFingerprints }).toEqual({
        ruleId: 'part-calls-forbidden',
        partialFingerprints: { 'headerSplitCall/v1': 'part-calls-forbidden:pool_get:grow:pool_resize' },
      });
      const lines = codeFlows[0].threadFlows[0].locations.map(
        ({ location }: { location: { physicalLocation: { region: { startLine: number } } } }) =>
          location.physicalLocation.region.startLine,
      );
      expect(lines).toEqual([4, 4, 3, 2]);
    });
  });

  test('annotations stand at the call', async () => {
    await inCase('through-static', async (folder) => {
      const { out } = await audit(folder, '--format', 'github');
      expect(out).toContain('::error file=src/a.c,line=2,col=32,endColumn=43,title=');
    });
  });
});

test('init --audit writes a file that audit takes', async () => {
  await inCase('through-static', async (folder) => {
    const written = await runCommand(folder, ['init', '--audit', 'pool.yaml', '-o', 'new.yaml']);
    expect(written.exitCode).toBe(0);
    expect(readFileSync(join(folder, 'new.yaml'), 'utf8')).toContain('manifests:\n  - pool.yaml\n');
    expect((await runCommand(folder, ['audit', '-C', '.', '--file', 'new.yaml'])).exitCode).toBe(1);
    expect((await runCommand(folder, ['init', '--audit', 'pool.yaml', '-o', 'new.yaml'])).exitCode).toBe(2);
  });
});

test.each([
  [['--why', 'a', '--locks', 'a/b'], 'cannot be combined'],
  [['--locks', 'a'], 'ACQUIRE/RELEASE'],
  [['--why', 'a', '--notes'], 'cannot be combined'],
  [['--why', 'a', '--format', 'sarif'], 'no format sarif'],
  [['--far', 'x'], 'needs a number'],
])('misuse: %s', async (argv, message) => {
  await inCase('through-static', async (folder) => {
    const { exitCode, err } = await audit(folder, ...argv);
    expect(exitCode).toBe(2);
    expect(err).toContain(message);
  });
});
