import { expect, test } from '@jest/globals';
import { readCase } from '../../audit/audit-case.ts';
import { inTemporaryFolder, putFiles } from '../../io/temporary-folder.ts';
import { runCommand } from '../run-command.ts';

const check = (folder: string, ...more: readonly string[]) =>
  runCommand(folder, ['check', 'pool.yaml', '-C', '.', ...more]);

test('check --audit tells what both find', async () => {
  await inTemporaryFolder(async (folder) => {
    putFiles(folder, readCase('through-static'));
    const alone = await check(folder);
    const both = await check(folder, '--audit');
    expect(alone.out).not.toContain('part-calls-forbidden');
    expect({ exitCode: both.exitCode }).toEqual({ exitCode: 1 });
    expect(both.out).toContain('pool_get (worker) reaches pool_resize (control) through make_room: grow calls it');
    expect(both.out).toContain('[part-calls-forbidden]');
    const { findings } = JSON.parse((await check(folder, '--audit', '--format', 'json')).out);
    expect(findings.map(({ code }: { code: string }) => code)).toContain('part-calls-forbidden');
  });
});

test('check --audit-file audits by the file', async () => {
  await inTemporaryFolder(async (folder) => {
    putFiles(folder, readCase('lock-by-macro'));
    const code = async (...more: readonly string[]): Promise<boolean> =>
      (await check(folder, ...more)).out.includes('[part-calls-forbidden]');
    expect(await code('--audit')).toBe(true);
    expect(await code('--audit-file', 'audit.yaml')).toBe(false);
    expect((await check(folder, '--audit-file', 'missing.yaml')).exitCode).toBe(2);
  });
});
