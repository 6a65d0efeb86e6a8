import { expect, test } from '@jest/globals';
import { readCase } from '../../audit/audit-case.ts';
import { inTemporaryFolder, putFiles } from '../../io/temporary-folder.ts';
import { runCommand } from '../run-command.ts';

const inCase = (name: string, work: (folder: string) => Promise<void>): Promise<void> =>
  inTemporaryFolder((folder) => {
    putFiles(folder, readCase(name));
    return work(folder);
  });

test('a finding in JSON', async () => {
  await inCase('member-designated', async (folder) => {
    const { exitCode, out } = await runCommand(folder, ['audit', 'pool.yaml', '-C', '.', '--format', 'json']);
    expect(exitCode).toBe(1);
    const { findings, ...rest } = JSON.parse(out);
    expect(rest).toEqual({
      version: 1,
      command: 'audit',
      exitCode: 1,
      beyond: 0,
      allowed: 0,
      known: 0,
      unresolved: { pointers: 0, members: 0, generated: 0, opaque: [] },
    });
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      code: 'part-reaches-forbidden',
      root: 'pool_get',
      caller: 'file_get',
      callee: 'pool_resize',
      cost: 6,
      path: [
        { node: 'pool_get', kind: 'function', file: 'src/a.c', line: 7 },
        { node: 'Driver.get', kind: 'member', file: 'src/a.c', line: 7 },
        { node: 'file_get', kind: 'function', file: 'src/a.c', line: 5 },
        { node: 'pool_resize', kind: 'function', file: 'src/a.c', line: 3 },
      ],
    });
  });
});

test('exit codes: nothing found, and what cannot be read', async () => {
  await inCase('predicate', async (folder) => {
    putFiles(folder, { 'src/a.c': 'int pool_get(void) { return 0; }\n' });
    const clean = await runCommand(folder, ['audit', '-C', '.', '--file', 'audit.yaml']);
    expect({ exitCode: clean.exitCode, out: clean.out }).toEqual({ exitCode: 0, out: '' });
    expect(clean.err).toContain('no forbidden call found');
    for (const argv of [['missing.yaml'], ['--file', 'missing.yaml'], ['--file', 'pool.yaml']]) {
      expect((await runCommand(folder, ['audit', '-C', '.', ...argv])).exitCode).toBe(2);
    }
  });
});

test.each([
  ['contexts: { worke: [f] }', "contexts: there is no part 'worke'; did you mean 'worker'?"],
  [
    'members: { Driver: { io: [get] } }',
    "members.Driver: there is no part 'io'; the parts are common, control, worker",
  ],
  ['lock: { needed_by: [graph] }', "lock.needed_by[0]: there is no part 'graph'"],
  ['locks: []', "unknown key 'locks'"],
  ['contexts: { worker: ["a b"] }', 'contexts.worker[0] must be a function'],
])('an audit file with `%s`', async (line, message) => {
  await inCase('predicate', async (folder) => {
    putFiles(folder, { 'audit.yaml': `version: 1\nmanifests: [pool.yaml]\n${line}\n` });
    const { exitCode, err } = await runCommand(folder, ['audit', '-C', '.', '--file', 'audit.yaml']);
    expect(exitCode).toBe(2);
    expect(err).toContain(message);
  });
});
