import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { bundleScript } from '../bundle-script.ts';
import { git } from '../temporary-folder.ts';
import { everyByte, inRepository } from './series-fixture.ts';

let compiled = '';
beforeAll(() => {
  compiled = mkdtempSync(join(tmpdir(), 'header-split-io-'));
  bundleScript(series, join(compiled, 'series.mjs'));
  mkdirSync(join(compiled, 'bin'));
  writeFileSync(join(compiled, 'bin/git'), killer, { mode: 0o755 });
});
afterAll(() => rmSync(compiled, { recursive: true, force: true }));

test('killed at every call of git: the repository stays as it is, and so does the folder of the mails', async () => {
  await inRepository({ 'a.h': 'a\n', 'b.h': 'b\n' }, (top, folder) => {
    git(top, 'checkout', '-q', '-b', 'side');
    writeFileSync(join(top, 'b.h'), 'B\n');
    git(top, 'commit', '-qam', 'prerequisite');
    git(top, 'checkout', '-q', '-');
    mkdirSync(join(folder, 'out'));
    mkdirSync(join(folder, 'tmp'));
    const before = everyByte(top);
    let kills = 0;
    for (let call = 1; ; call++) {
      writeFileSync(join(folder, 'calls'), '');
      const env = {
        ...process.env,
        PATH: `${join(compiled, 'bin')}:${process.env['PATH']}`,
        TMPDIR: join(folder, 'tmp'),
        CALLS: join(folder, 'calls'),
        REAL_PATH: process.env['PATH'],
        DIE_AT: String(call),
      };
      const result = spawnSync(process.execPath, [join(compiled, 'series.mjs'), top, join(folder, 'out/mails')], {
        env,
      });
      expect(everyByte(top)).toEqual(before);
      if (result.signal !== 'SIGKILL') {
        expect(result.stderr.toString()).toBe('');
        break;
      }
      kills++;
      expect(readdirSync(join(folder, 'out'))).toEqual([]);
      for (const name of readdirSync(join(folder, 'tmp'))) expect(name).toMatch(/^header-split-/);
    }
    expect(kills).toBeGreaterThan(10);
    expect(readdirSync(join(folder, 'out/mails'))).toHaveLength(4);
  });
}, 240_000);

test('no room for temporary files', async () => {
  await inRepository({ 'a.h': 'a\n' }, (top, folder) => {
    const env = { ...process.env, TMPDIR: join(folder, 'nowhere') };
    const result = spawnSync(process.execPath, [join(compiled, 'series.mjs'), top, join(folder, 'out')], { env });
    expect(result.stdout.toString()).toBe(`no directory can be made in ${folder}/nowhere: no such file or directory`);
  });
});

const series = `
import { buildCommits } from './io/series/build-commits.ts';
import { formatMails } from './io/series/mails/format-mails.ts';
import { putMails } from './io/series/mails/put-mails.ts';
import { startSeries } from './io/series/series-start.ts';
import { findSource } from './io/series/source-repository.ts';
import { onWorkbench } from './io/series/workbench.ts';
const [top, out] = process.argv.slice(2);
const change = (before, after) => ({
  kind: 'made', topic: 'split', headers: ['a.h'], part: null, subject: after, body: '',
  changes: [{ kind: 'modify', path: 'a.h', mode: '100644', before, after }],
});
const result = await onWorkbench(findSource(top), (bench) => {
  const start = startSeries(bench, null);
  const patches = [change('a\\n', 'b\\n'), { kind: 'commit', revision: 'side' }, change('b\\n', 'c\\n')];
  const { commits } = buildCommits(bench, start, start.commit, patches);
  const { mails } = formatMails(bench, start, commits, { subject: 's', body: '' });
  const finding = putMails(top, out, mails);
  if (finding) throw new Error(finding.message);
});
if (result.kind === 'failed') process.stdout.write(result.finding.message);
`;

/** Stands in for git on the PATH, counts, and kills its caller at the wanted call. */
const killer = `#!/bin/sh
echo >> "$CALLS"
if [ "$(wc -l < "$CALLS")" -eq "$DIE_AT" ]; then kill -9 $PPID; exit 1; fi
PATH=$REAL_PATH exec git "$@"
`;
