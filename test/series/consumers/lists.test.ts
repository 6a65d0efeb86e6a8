import { describe, expect, test } from '@jest/globals';
import { proposedFor, proposedText } from './proposed-for.ts';

type Case = {
  readonly title: string;
  readonly file: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
};

function oneALine(words: string): readonly string[] {
  return [...['x_SOURCES =', ...words.split(' ')].join(' \\\n\t').split('\n'), ''];
}

const cases: readonly Case[] = [
  {
    title: 'one file a line, in a call that begins on the first',
    file: 'block/meson.build',
    before: ["gen = custom_target('gen.c',", "  input: files('../include/foo.h',", "               'bar.h'),"],
    after: [
      "gen = custom_target('gen.c',",
      "  input: files('../include/foo.h',",
      "               '../include/foo-common.h',",
      "               '../include/foo-io.h',",
      "               'bar.h'),",
    ],
  },
  {
    title: 'one file a line, the last without comma',
    file: 'meson.build',
    before: ['install_headers(', "  'include/zoo.h',", "  'include/foo.h'", ')'],
    after: [
      'install_headers(',
      "  'include/zoo.h',",
      "  'include/foo.h',",
      "  'include/foo-common.h',",
      "  'include/foo-io.h'",
      ')',
    ],
  },
  {
    title: 'the only file, on a line of its own',
    file: 'meson.build',
    before: ['headers = [', "  'include/foo.h',", ']'],
    after: ['headers = [', "  'include/foo.h',", "  'include/foo-common.h',", "  'include/foo-io.h',", ']'],
  },
  {
    title: 'a file between keywords that stand further left',
    file: 'CMakeLists.txt',
    before: ['install(', '  FILES', '    include/foo.h', '  DESTINATION include', '  )'],
    after: [
      'install(',
      '  FILES',
      '    include/foo.h',
      '    include/foo-common.h',
      '    include/foo-io.h',
      '  DESTINATION include',
      '  )',
    ],
  },
  {
    title: 'several files a line',
    file: 'meson.build',
    before: ["install_headers('include/foo.h', 'include/bar.h', subdir: 'foo')", ''],
    after: [
      "install_headers('include/foo.h', 'include/foo-common.h', 'include/foo-io.h',",
      "                'include/bar.h', subdir: 'foo')",
      '',
    ],
  },
  {
    title: 'the only file of a call',
    file: 'include/meson.build',
    before: ["install_headers('foo.h')"],
    after: ["install_headers('foo.h', 'foo-common.h', 'foo-io.h')"],
  },
  {
    title: 'double quotes in a sorted list',
    file: 'BUILD.gn',
    before: ['sources = [', '  "include/baz.h",', '  "include/foo.h",', '  "include/foo_b.h",', ']'],
    after: [
      'sources = [',
      '  "include/baz.h",',
      '  "include/foo-common.h",',
      '  "include/foo-io.h",',
      '  "include/foo.h",',
      '  "include/foo_b.h",',
      ']',
    ],
  },
  {
    title: 'sorted by names without extension',
    file: 'BUILD.gn',
    before: ['sources = [', '  "include/foo.h",', '  "include/foo-a.h",', '  "include/zoo.h",', ']'],
    after: [
      'sources = [',
      '  "include/foo.h",',
      '  "include/foo-a.h",',
      '  "include/foo-common.h",',
      '  "include/foo-io.h",',
      '  "include/zoo.h",',
      ']',
    ],
  },
  {
    title: 'among sources, in a long list that is sorted but for one entry',
    file: 'Makefile.am',
    before: oneALine('a.c a.h b.c c.c d.c e.c foo-h.c foo.c foo.h goo.c lib.c kit.c'),
    after: oneALine('a.c a.h b.c c.c d.c e.c foo-common.h foo-h.c foo-io.h foo.c foo.h goo.c lib.c kit.c'),
  },
  {
    title: 'backslashes in a column, in front of the first file of a sorted list',
    file: 'Makefile.inc',
    before: ['LIB_HFILES =        \\', '  include/foo.h     \\', '  include/go.h      \\', '  include/hop.h', ''],
    after: [
      'LIB_HFILES =        \\',
      '  include/foo-common.h \\',
      '  include/foo-io.h  \\',
      '  include/foo.h     \\',
      '  include/go.h      \\',
      '  include/hop.h',
      '',
    ],
  },
  {
    title: 'backslashes behind tabs',
    file: 'Makefile',
    before: ['HDRS =\tinclude/zoo.h\t\t\\', '\tinclude/foo.h\t\t\\', '\tinclude/bar.h', ''],
    after: [
      'HDRS =\tinclude/zoo.h\t\t\\',
      '\tinclude/foo.h\t\t\\',
      '\tinclude/foo-common.h\t\\',
      '\tinclude/foo-io.h\t\\',
      '\tinclude/bar.h',
      '',
    ],
  },
  {
    title: 'several files a line of make, which becomes too long',
    file: 'Makefile.am',
    before: ['include_HEADERS = include/zoo.h include/foo.h include/bar.h include/baz.h \\', '\tinclude/more.h', ''],
    after: [
      'include_HEADERS = include/zoo.h include/foo.h include/foo-common.h \\',
      '\tinclude/foo-io.h include/bar.h include/baz.h \\',
      '\tinclude/more.h',
      '',
    ],
  },
  {
    title: 'a folder in a variable',
    file: 'Makefile.am',
    before: ['include_HEADERS = $(top_srcdir)/include/foo.h', ''],
    after: [
      'include_HEADERS = $(top_srcdir)/include/foo.h \\',
      '\t$(top_srcdir)/include/foo-common.h $(top_srcdir)/include/foo-io.h',
      '',
    ],
  },
  {
    title: 'several places, and never in front of the first prerequisite',
    file: 'Makefile',
    before: ['a.o: include/foo.h include/goo.h include/hoo.h', 'b.o: b.c include/foo.h', ''],
    after: [
      'a.o: include/foo.h include/foo-common.h include/foo-io.h include/goo.h \\',
      '\tinclude/hoo.h',
      'b.o: b.c include/foo.h include/foo-common.h include/foo-io.h',
      '',
    ],
  },
  {
    title: 'a command that takes any number of files',
    file: 'Makefile',
    before: ['install:', '\t$(INSTALL) -m 644 include/foo.h include/bar.h $(DESTDIR)', ''],
    after: [
      'install:',
      '\t$(INSTALL) -m 644 include/foo.h include/foo-common.h include/foo-io.h \\',
      '\tinclude/bar.h $(DESTDIR)',
      '',
    ],
  },
  {
    title: 'CMake',
    file: 'CMakeLists.txt',
    before: ['set(HDRS # public', '  include/zoo.h', '  include/foo.h)', 'add_library(foo a.c include/foo.h b.c)', ''],
    after: [
      'set(HDRS # public',
      '  include/zoo.h',
      '  include/foo.h',
      '  include/foo-common.h',
      '  include/foo-io.h)',
      'add_library(foo a.c include/foo.h include/foo-common.h include/foo-io.h b.c)',
      '',
    ],
  },
  {
    title: 'lines that differ in the header only, in a file of any form',
    file: 'foo.vcxproj',
    before: ['<I Include="..\\include\\bar.h" />', '<I Include="..\\include\\foo.h" />', '<I Include="x.c" />', ''],
    after: [
      '<I Include="..\\include\\bar.h" />',
      '<I Include="..\\include\\foo.h" />',
      '<I Include="..\\include\\foo-common.h" />',
      '<I Include="..\\include\\foo-io.h" />',
      '<I Include="x.c" />',
      '',
    ],
  },
  {
    title: 'a part file that is in the list already',
    file: 'debian/foo.install',
    before: ['usr/include/foo.h', 'usr/include/foo-io.h', ''],
    after: ['usr/include/foo.h', 'usr/include/foo-common.h', 'usr/include/foo-io.h', ''],
  },
];

describe('part files stand beside the header in a list', () => {
  test.each(cases)('$title', ({ file, before, after }) => {
    expect(proposedText(file, before.join('\n'))).toBe(after.join('\n'));
  });

  test.each(cases)('with CRLF: $title', ({ file, before, after }) => {
    expect(proposedText(file, before.join('\r\n'))).toBe(after.join('\r\n'));
  });

  test.each(cases)('and nothing is proposed where they do: $title', ({ file, after }) => {
    const proposal = proposedFor(file, after.join('\n'));
    expect(proposal).toMatchObject({ kind: 'list', change: null, why: 'the part files are listed already' });
  });
});

test('a list that feeds a program says what to think of', () => {
  const proposal = proposedFor('meson.build', "x = custom_target('x', input: files('include/foo.h'))\n");
  expect(proposal?.why).toMatch(/^a program gets the header as input and reads it as text/);
  expect(proposal?.lines).toMatchObject([{ file: 'meson.build', line: 1, column: 38 }]);
});

test('the other places of a file with a list are told', () => {
  const proposal = proposedFor('Makefile', '# include/foo.h is public\nHDRS = include/foo.h\n');
  expect(proposal?.lines.map(({ line }) => line)).toEqual([1, 2]);
  expect(proposal?.why).toBe('a list of files has the header; not changed where it is in a comment');
});
