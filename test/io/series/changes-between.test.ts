import { chmodSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { changesBetween } from '../../../src/io/series/changes-between.ts';
import { git, putFiles } from '../temporary-folder.ts';
import { inRepository, onSite } from './series-fixture.ts';

test('what a commit changes below the root', async () => {
  const files = {
    'sub/kept.h': 'k\n',
    'sub/gone.h': 'g\n',
    'sub/ä.sh': 'a\n',
    'sub/link.h': 'l\n',
    'outside.h': 'o\n',
  };
  await inRepository(files, async (top) => {
    rmSync(join(top, 'sub/gone.h'));
    rmSync(join(top, 'sub/link.h'));
    symlinkSync('kept.h', join(top, 'sub/link.h'));
    putFiles(top, { 'sub/new.h': 'n\r\n', 'sub/ä.sh': 'b\xe9', 'outside.h': 'p\n' });
    chmodSync(join(top, 'sub/ä.sh'), 0o755);
    git(top, 'add', '-A');
    git(top, 'commit', '-qm', 'after');
    const ids = git(top, 'rev-list', '--reverse', 'HEAD').trim().split('\n');
    const [from = '', to = ''] = ids;
    expect(await onSite(`${top}/sub`, ({ bench }) => changesBetween(bench, from, to))).toEqual([
      { kind: 'delete', path: 'gone.h', mode: '100644', before: 'g\n' },
      { kind: 'delete', path: 'link.h', mode: '100644', before: 'l\n' },
      { kind: 'create', path: 'new.h', mode: '100644', after: 'n\r\n' },
      { kind: 'modify', path: 'ä.sh', mode: '100755', before: 'a\n', after: 'b\xe9' },
    ]);
  });
});
