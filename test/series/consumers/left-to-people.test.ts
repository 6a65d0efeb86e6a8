import { describe, expect, test } from '@jest/globals';
import { proposeConsumerChanges } from '../../../src/series/consumers/propose-changes.ts';
import { memoryTree } from '../../../src/text/tree.ts';
import { proposedFor, split } from './proposed-for.ts';

describe('what only people can answer is named with the reason', () => {
  test.each([
    ['Makefile', 'X = $(shell cat include/foo.h)', 'an argument of a function of make'],
    ['Makefile', 'VERSION_FILE_NAME = include/foo.h', 'the only file of the variable VERSION_FILE_NAME'],
    ['Makefile', 'include/foo.h: gen.sh', 'the target of a rule'],
    ['Makefile', 'x:\n\tgen include/foo.h > x', 'an operand of a command'],
    ['Makefile', 'x:\n\tcp include/foo.h include/bar.h', 'an operand of a command'],
    ['Makefile', '-include include/foo.h', 'not a list of files'],
    ['CMakeLists.txt', 'configure_file(include/foo.h out.h)', 'an argument of configure_file()'],
    ['CMakeLists.txt', 'list(APPEND CMAKE_EXTRA_INCLUDE_FILES include/foo.h)', 'an argument of list(APPEND)'],
    ['CMakeLists.txt', 'set(VERSION_FILE include/foo.h)', 'the only file of the variable VERSION_FILE'],
    ['meson.build', "cc.has_header('include/foo.h')", 'an argument of has_header()'],
    ['meson.build', "t = custom_target('x', command: [gen, 'include/foo.h'])", "part of 'command'"],
    ['meson.build', "x = [['a', 'include/foo.h'], ['b', 'c']]", 'one of several values that belong together'],
    ['meson.build', "x = files('include/foo.h', # why\n 'b.h')", 'followed by a comment that would change its place'],
    ['meson.build', "# see include/foo.h\nx = files('b.h')", 'in a comment'],
    ['plain.cfg', 'header: include/foo.h\n', 'no entry of a list'],
    [
      'docs/api.rst',
      '.. kernel-doc:: include/foo.h\n',
      'a document; which part file it should name depends on what it says',
    ],
    ['gen.py', "open('include/foo.h')\n", 'a program; what it does with the header cannot be seen from the name'],
    ['tool', '#!/bin/sh\ncat include/foo.h\n', 'a program; what it does with the header cannot be seen from the name'],
    ['a.c', 'char s[] = "include/foo.h";\n', 'a string in C names it; the wrapper still has that name'],
    ['foo.bin', 'include/foo.h\0', 'not a text'],
  ])('%s: %s', (file, text, why) => {
    expect(proposedFor(file, text)).toMatchObject({ kind: 'unknown', change: null, why });
  });
});

test('a part file that the spelling does not lead to', () => {
  const tree = memoryTree({ 'include/foo.h': '', 'include/Makefile': 'HDRS = foo.h bar.h\n' });
  const elsewhere = { header: split.header, partFiles: ['src/foo-io.h'], others: ['include/Makefile'] };
  expect(proposeConsumerChanges(tree, elsewhere)).toMatchObject([
    { change: null, why: 'spelt in a way that does not lead to the part files' },
  ]);
});

test('a header of the same name elsewhere is another header', () => {
  const text = 'HDRS = foo.h bar.h ../include/foo.h.in\n';
  expect(proposedFor('other/Makefile', text, { 'other/foo.h': '' })?.change).toBeNull();
  expect(proposedFor('other/Makefile', text, { 'third/foo.h': '' })?.change).toBeNull();
  expect(proposedFor('other/Makefile', text)?.change).not.toBeNull();
  const same = 'HDRS = include/foo.h bar.h\n';
  expect(proposedFor('other/Makefile', same, { 'other/include/foo.h': '' })?.change).toBeNull();
  expect(proposedFor('other/Makefile', same)?.change).not.toBeNull();
});
