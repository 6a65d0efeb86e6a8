import { expect, test } from '@jest/globals';
import { includeDirsToWrite } from '../../../../src/plan/includes/dirs/dirs-to-write.ts';
import { findIncludeDirs } from '../../../../src/plan/includes/dirs/find-include-dirs.ts';
import { foldersMeant } from '../../../../src/plan/includes/dirs/folders-meant.ts';
import { includeGraph } from '../../../../src/plan/includes/include-graph.ts';
import { memoryTree } from '../../../../src/text/tree.ts';

/** What is found for `include/x/a.h`, where `include` is known. */
function found(files: Readonly<Record<string, string>>): readonly string[] {
  return findIncludeDirs(memoryTree(files), 'include/x/a.h', ['include']).map(({ dir }) => dir);
}

test('a folder below which lies what the header includes', () => {
  expect(found({ 'include/x/a.h': '#include <x/b.h>\n', 'include/uapi/x/b.h': '' })).toEqual(['include/uapi']);
  expect(found({ 'include/x/a.h': '#include <x/b.h>\n', 'include/x/b.h': '', 'include/uapi/x/b.h': '' })).toEqual([]);
});

test('a folder that only files further away show needs two of them', () => {
  const near = { 'include/x/a.h': '#include "b.h"\n', 'lib/y/c.h': '', 'lib/y/d.h': '' };
  expect(found({ ...near, 'include/x/b.h': '#include <y/c.h>\n' })).toEqual([]);
  expect(found({ ...near, 'include/x/b.h': '#include <y/c.h>\n#include <y/d.h>\n' })).toEqual(['lib']);
});

test('what is found leads to more', () => {
  const files = {
    'include/x/a.h': '#include <y/b.h>\n',
    'one/y/b.h': '#include <z/c.h>\n#include <z/d.h>\n',
    'two/z/c.h': '',
    'two/z/d.h': '',
  };
  expect(found(files)).toEqual(['one', 'two']);
});

test('of folders that are alike one is taken, the same for each kind', () => {
  const files = {
    'include/x/a.h': '#include <asm/page.h>\n#include <asm/io.h>\n#include <asm/types.h>\n#include <asm/only.h>\n',
    'arch/arm/include/asm/page.h': '',
    'arch/arm/include/asm/only.h': '',
    'arch/arm/include/uapi/asm/types.h': '',
    'arch/mips/include/asm/page.h': '',
    'arch/mips/include/asm/io.h': '',
    'arch/mips/include/asm/only.h': '',
    'arch/alpha/include/uapi/asm/types.h': '',
    'arch/mips/include/uapi/asm/types.h': '',
  };
  expect(found(files)).toEqual(['arch/mips/include', 'arch/mips/include/uapi']);
});

test('of others the nearest to the header', () => {
  const files = { 'lib/include/x/a.h': '#include <y/b.h>\n', 'lib/gen/y/b.h': '', 'old/include/gen/y/b.h': '' };
  const [dir, ...others] = findIncludeDirs(memoryTree(files), 'lib/include/x/a.h', ['lib/include']);
  expect([dir, ...others]).toEqual([{ dir: 'lib/gen', pattern: null }]);
});

test('bare names between brackets tell when there are three of them, each in one place', () => {
  const header = '#include <p.h>\n#include <q.h>\n#include <r.h>\n';
  const three = { 'include/x/a.h': header, 'os/p.h': '', 'os/q.h': '', 'os/r.h': '' };
  expect(found(three)).toEqual(['os']);
  expect(found({ ...three, 'test/r.h': '' })).toEqual([]);
  expect(found({ ...three, 'include/x/a.h': header.replaceAll(/[<>]/g, '"') })).toEqual([]);
});

test("a system's headers are not looked for in the tree", () => {
  const files = {
    'include/x/a.h': '#include <sys/stat.h>\n#include <sys/time.h>\n#include <unistd.h>\n#include <poll.h>\n',
    'compat/sys/stat.h': '',
    'compat/sys/time.h': '',
    'compat/unistd.h': '',
    'compat/poll.h': '',
  };
  expect(found(files)).toEqual([]);
});

test('init writes what there is to say, the root when something is found by it', () => {
  const header = '#include <x/b.h>\n';
  const tree = { 'include/x/a.h': header, 'include/x/b.h': '', 'a.c': '#include <x/a.h>\n' };
  expect(includeDirsToWrite(memoryTree(tree), 'include/x/a.h')).toEqual(['include']);
  const more = { ...tree, 'include/x/a.h': `${header}#include "gen/c.h"\n`, 'gen/c.h': '' };
  expect(includeDirsToWrite(memoryTree(more), 'include/x/a.h')).toEqual(['include', '.']);
  expect(includeDirsToWrite(memoryTree({ 'a.h': '', 'a.c': '#include "a.h"\n' }), 'a.h')).toEqual([]);
});

test('init writes those that are alike with a star behind the one that is taken, and a star finds each of them', () => {
  const files = {
    'include/x/a.h': '#include <asm/page.h>\n#include <asm/io.h>\n#include <asm/old.h>\n',
    'a.c': '#include <x/a.h>\n',
    'arch/arm/include/asm/page.h': '',
    'arch/mips/include/asm/page.h': '',
    'arch/mips/include/asm/io.h': '',
    'arch/sh/include/asm/page.h': '',
    'arch/sh/include/asm/old.h': '#include <x/a.h>\n',
  };
  const dirs = includeDirsToWrite(memoryTree(files), 'include/x/a.h');
  expect(dirs).toEqual(['include', 'arch/mips/include', 'arch/*/include']);
  const { includesOf } = includeGraph(memoryTree(files), dirs);
  expect(includesOf('include/x/a.h')).toEqual([
    'arch/mips/include/asm/page.h',
    'arch/mips/include/asm/io.h',
    'arch/sh/include/asm/old.h',
  ]);
});

test('a star stands for any letters of one name', () => {
  const files = { 'lib-a/inc/x.h': '', 'lib-b/inc/x.h': '', 'lib-b/deep/inc/x.h': '', 'lib/inc/x.h': '', 'a.h': '' };
  const meant = (dir: string): readonly string[] => foldersMeant(memoryTree(files), [dir]);
  expect(meant('lib-*/inc')).toEqual(['lib-a/inc', 'lib-b/inc']);
  expect(meant('l*-*b/*nc')).toEqual(['lib-b/inc']);
  expect(meant('lib')).toEqual(['lib']);
  expect(meant('none/*')).toEqual([]);
});

test('init writes the directories that alone have what the header includes, then those of the files that include it', () => {
  const files = {
    'src/a.h': '#include "base.h"\n#include <stdio.h>\n#include <kind.h>\n#include "two.h"\n',
    'lib/base.h': '',
    'lib/stdio.h': '',
    'low/kind.h': '',
    'one/two.h': '',
    'other/two.h': '',
    'app/b.c': '#include "a.h"\n#include "mid.h"\n#include <maybe.h>\n',
    'mid/mid.h': '',
    'maybe/maybe.h': '',
    'app/no.c': '#include "far.h"\n',
    'far/far.h': '',
  };
  expect(includeDirsToWrite(memoryTree(files), 'src/a.h')).toEqual(['src', 'lib', 'low', 'mid']);
});

test('init writes none for one of many files, for a namesake of the header, or like one that is written', () => {
  const users = Array.from({ length: 5 }, (_, at) => [
    `app/u${at}.c`,
    '#include <x/a.h>\n#include <asm/only.h>\n#include <asm/mach.h>\n',
  ]);
  const files = {
    ...Object.fromEntries(users),
    'include/x/a.h': '#include <asm/page.h>\n',
    'arch/arm/include/asm/page.h': '',
    'arch/mips/include/asm/only.h': '',
    'arch/mips/include/asm/mach.h': '',
    'app/one.c': '#include <x/a.h>\n#include "far.h"\n',
    'far/far.h': '',
    'rom/b.c': '#include "a.h"\n#include "rom.h"\n',
    'rom/inc/rom.h': '',
  };
  const dirs = includeDirsToWrite(memoryTree(files), 'include/x/a.h');
  expect(dirs).toEqual(['include', 'arch/arm/include']);
});
