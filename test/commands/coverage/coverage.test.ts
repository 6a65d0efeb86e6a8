import { execFileSync } from 'node:child_process';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { inTemporaryFolder } from '../../io/temporary-folder.ts';
import { runCommand } from '../run-command.ts';

const demo = join(import.meta.dirname, '../../../manifests/demo');
const manifest = join(demo, 'volume.yaml');

test('the demo: two assertions never ran, and one was not compiled', async () => {
  await inTemporaryFolder(async (folder) => {
    cpSync(join(demo, 'project'), folder, { recursive: true });
    const unread = await runCommand(folder, ['coverage', manifest, '--report', '.', '-C', folder, '--format', 'json']);
    expect([unread.exitCode, unread.out.includes('"coverage-unreadable"')]).toEqual([2, true]);
    writeFileSync(join(folder, 'empty.info'), 'TN:\n');
    const unsplit = await runCommand(folder, [
      'coverage',
      manifest,
      '--report',
      'empty.info',
      '-C',
      folder,
      '--format',
      'json',
    ]);
    expect([unsplit.exitCode, unsplit.out.includes('"coverage-nothing"')]).toEqual([2, true]);
    expect((await runCommand(folder, ['apply', manifest, '-C', folder])).exitCode).toBe(0);
    const env = { PATH: process.env['PATH'] ?? '' };
    execFileSync('make', ['-s', 'check', 'CFLAGS=-O0 --coverage', 'LDFLAGS=--coverage'], {
      cwd: folder,
      env,
      stdio: 'ignore',
    });
    const data = execFileSync('find', ['build', '-name', '*.gcda'], { cwd: folder, env, encoding: 'utf8' })
      .trim()
      .split('\n');
    execFileSync('gcov', ['--json-format', ...data], { cwd: folder, env, stdio: 'ignore' });

    const { exitCode, out } = await runCommand(folder, ['coverage', manifest, '--report', '.', '-C', folder]);
    expect([exitCode, out]).toEqual([
      0,
      'graph: 10 of 13 assertions ran (76 %)\n' +
        '  src/volume.c:163: volume_resize() in no report; 3 calls\n' +
        '  src/volume.c:114: volume_count() never ran; 0 calls\n' +
        '  src/volume.c:121: volume_for_each() never ran; 0 calls\n' +
        'all: 10 of 13 assertions ran (76 %)\n',
    ]);
    const strict = await runCommand(folder, [
      'coverage',
      manifest,
      '--report',
      '.',
      '-C',
      folder,
      '--fail-under',
      '90',
      '--format',
      'json',
    ]);
    const { findings } = JSON.parse(strict.out) as { findings: { code: string }[] };
    expect([strict.exitCode, findings.map(({ code }) => code)]).toEqual([
      1,
      ['coverage-elsewhere', 'assertion-unmeasured', 'assertion-never-ran', 'assertion-never-ran', 'coverage-too-low'],
    ]);

    writeFileSync(join(folder, 'x.info'), `SF:/x/src/volume.c\nDA:1,1\nSF:/y/src/volume.c\nDA:1,1\n`);
    writeFileSync(join(folder, 'stranger.info'), 'SF:/x/stranger.c\nDA:1,1\n');
    const named = ['coverage', manifest, '--report', 'x.info', '--report', 'stranger.info', '-C', folder];
    const doubtful = await runCommand(folder, [...named, '--notes']);
    expect(doubtful.exitCode).toBe(0);
    expect(doubtful.err).toContain('stranger.info speaks of no file of the tree\n');
    expect(doubtful.err).toContain('none is taken: /x/src/volume.c, /y/src/volume.c\n');
    expect(doubtful.err).toContain('[coverage-ambiguous]');
  });
});
