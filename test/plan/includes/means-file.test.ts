import { expect, test } from '@jest/globals';
import { filesMeantAmong } from '../../../src/plan/includes/means-file.ts';

const files = ['include/sys/a.h', 'include/sys/b.h', 'src/a.h', 'c.h'];

test.each<[from: string, path: string, meant: readonly string[]]>([
  ['include/sys/x.h', 'a.h', ['include/sys/a.h', 'src/a.h']],
  ['include/sys/x.h', '../sys/b.h', ['include/sys/b.h']],
  ['lib/x.c', 'sys/a.h', ['include/sys/a.h']],
  ['lib/x.c', 'a.h', ['include/sys/a.h', 'src/a.h']],
  ['x.h', 'c.h', ['c.h']],
  ['lib/x.h', 'c.h', ['c.h']],
  ['lib/x.h', '../c.h', ['c.h']],
  ['lib/x.h', '../../c.h', []],
  ['lib/x.h', 'ys/a.h', []],
  ['lib/x.h', 'd.h', []],
])('in %s, "%s" means %j', (from, path, meant) => {
  expect(filesMeantAmong(files)(from, path)).toEqual(meant);
});
