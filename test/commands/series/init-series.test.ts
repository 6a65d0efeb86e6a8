import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parseSeries } from '../../../src/manifest/series/parse-series.ts';
import { inTemporaryFolder } from '../../io/temporary-folder.ts';
import { runCommand } from '../run-command.ts';

const demo = join(import.meta.dirname, '../../../manifests/demo');

test('manifests are named relative to the folder of the series file', async () => {
  await inTemporaryFolder(async (folder) => {
    cpSync(join(demo, 'volume.yaml'), join(folder, 'volume.yaml'));
    mkdirSync(join(folder, 'mails'));
    const made = await runCommand(folder, ['init', '--series', 'volume.yaml', '-o', 'mails/series.yaml']);
    expect(made).toEqual({
      exitCode: 0,
      out: '',
      err: "include/volume.h: say under 'cover' why the series exists, then run 'header-split series'\n",
    });
    const { series, findings } = parseSeries({
      path: 'series.yaml',
      text: readFileSync(join(folder, 'mails/series.yaml'), 'latin1'),
    });
    expect(findings).toEqual([]);
    expect(series?.manifests.map(({ value }) => value)).toEqual(['../volume.yaml']);
    expect(series?.cover.title?.text).toBe('Split volume.h into common, graph and I/O headers');

    const again = await runCommand(folder, ['init', '--series', 'volume.yaml', '-o', 'mails/series.yaml']);
    expect(again.exitCode).toBe(2);
    expect(again.err).toContain('mails/series.yaml cannot be written: ');
  });
});

test('standard output, and JSON', async () => {
  await inTemporaryFolder(async (folder) => {
    cpSync(join(demo, 'volume.yaml'), join(folder, 'volume.yaml'));
    const { out } = await runCommand(folder, ['init', '--series', 'volume.yaml']);
    expect(out).toContain('\nmanifests:\n  - volume.yaml\n');
    const json = await runCommand(folder, ['init', '--series', 'volume.yaml', '--format', 'json']);
    expect(JSON.parse(json.out)).toMatchObject({ command: 'init', exitCode: 0, series: out });
  });
});

test('a manifest that cannot be read, and two for one header', async () => {
  await inTemporaryFolder(async (folder) => {
    cpSync(join(demo, 'volume.yaml'), join(folder, 'volume.yaml'));
    writeFileSync(join(folder, 'broken.yaml'), 'version: 1\nhedaer: a.h\n');
    const broken = await runCommand(folder, ['init', '--series', 'volume.yaml', 'broken.yaml', 'none.yaml']);
    expect({ exitCode: broken.exitCode, out: broken.out }).toEqual({ exitCode: 2, out: '' });
    expect(broken.err).toContain("unknown key 'hedaer'; did you mean 'header'?");
    expect(broken.err).toContain('none.yaml cannot be read');
    const twice = await runCommand(folder, ['init', '--series', 'volume.yaml', './volume.yaml']);
    expect(twice.exitCode).toBe(2);
    expect(twice.err).toContain('two manifests split include/volume.h');
  });
});

test.each([
  [['--series', '--parts', 'a,b', 'x.yaml'], 'option --series writes no manifest; leave out --parts and --from-split'],
  [['a.h', 'b.h'], 'unexpected argument `b.h`'],
])('init %j', async (argv, message) => {
  const { exitCode, err } = await runCommand('/', ['init', ...argv]);
  expect({ exitCode, err }).toEqual({
    exitCode: 2,
    err: `header-split: ${message}\nTry \`header-split init --help\`.\n`,
  });
});
