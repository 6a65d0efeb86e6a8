import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { coverageBuilder } from '../../../src/coverage/coverage-data.ts';
import { readReports } from '../../../src/io/coverage/read-reports.ts';
import { inTemporaryFolder } from '../temporary-folder.ts';

test('only regular files are read, and links to them: no pipe, device, folder or endless file', async () => {
  await inTemporaryFolder(async (folder) => {
    const path = (name: string) => join(folder, name);
    execFileSync('mkfifo', [path('pipe.info')]);
    symlinkSync('/dev/zero', path('zero.info'));
    symlinkSync('gone', path('dangling.info'));
    mkdirSync(path('folder.info'));
    writeFileSync(path('large.info'), '');
    truncateSync(path('large.info'), 2 ** 40);
    writeFileSync(path('elsewhere'), 'SF:/t/a.c\nDA:1,1\n');
    symlinkSync('elsewhere', path('link.info'));
    const into = coverageBuilder();
    const { unread } = readReports(folder, ['.', 'pipe.info', '/dev/zero'], into);
    const told = unread.map(({ message }) => message.replaceAll(`${folder}/`, ''));
    expect(told).toEqual([
      'dangling.info cannot be used: no such file or directory',
      'folder.info cannot be used: it is not a regular file',
      'large.info cannot be used: it has 1099511627776 bytes; at most 268435456 are read',
      'pipe.info cannot be used: it is not a regular file',
      'zero.info cannot be used: it is not a regular file',
      'pipe.info cannot be used: it is not a regular file',
      '/dev/zero cannot be used: it is not a regular file',
    ]);
    expect([...into.data.keys()]).toEqual(['/t/a.c']);
  });
});
