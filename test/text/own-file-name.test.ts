import { expect, test } from '@jest/globals';
import type { Header } from '../../src/model/header.ts';
import { parseHeader } from '../../src/model/lower-header.ts';
import { withLicenceAsInTree } from '../../src/regenerate/merge/licence-as-in-tree.ts';
import { withOwnFileName } from '../../src/text/own-file-name.ts';

test.each([
  ['/*\n * include/net/a.h\n * Things.\n */', '/*\n * include/net/a-io.h\n * Things.\n */'],
  ['/* a.h - things\n */', '/* a-io.h - things\n */'],
  ['/*\r\n * a.h\r\n */', '/*\r\n * a-io.h\r\n */'],
  ['/* a.h */', '/* a-io.h */'],
  ['\xef\xbb\xbf// a.h: things', '\xef\xbb\xbf// a-io.h: things'],
  ['/** @file a.h */', '/** @file a-io.h */'],
  ['/*!\n * \\file net/a.h\n */', '/*!\n * \\file net/a-io.h\n */'],
  ['/* SPDX-License-Identifier: MIT\n * File: a.h\n */', '/* SPDX-License-Identifier: MIT\n * File: a-io.h\n */'],
  ['/* -*- mode: c -*-\n * a.h \xe2\x80\x94 things\n */', '/* -*- mode: c -*-\n * a-io.h \xe2\x80\x94 things\n */'],
  ['/*****\n ** a.h -- things **\n *****/', '/*****\n ** a-io.h -- things **\n *****/'],
])('%j is %j', (licence, own) => {
  expect(withOwnFileName(licence, 'include/net/a.h', 'include/net/a-io.h')).toBe(own);
});

test.each([
  '/*\n * Derived from\n * a.h - things\n */',
  '/* a.h is part of it. */',
  '/* see a.h */',
  '/* aa.h - things */',
  '/* other/a.h */',
  '/* a.h.in */',
  '/* A.h */',
  '/* a.h, version 1 */',
  `/* a.h -${' '.repeat(500)} */`,
])('%j stays', (licence) => {
  expect(withOwnFileName(licence, 'include/net/a.h', 'include/net/a-io.h')).toBe(licence);
});

test('the end of a path stays where the new file is in another directory', () => {
  expect(withOwnFileName('/* net/a.h */', 'include/net/a.h', 'lib/a-io.h')).toBe('/* net/a.h */');
  expect(withOwnFileName('/* a.h */', 'include/net/a.h', 'lib/a-io.h')).toBe('/* a-io.h */');
});

test('a part file of the tree that names the header keeps that', () => {
  const licence = '/* a.h - (c) 2020 Somebody */\n';
  const header: Header = parseHeader(
    { path: 'a.h', text: `${licence}int f(void);\n` },
    { annotations: [], brackets: [] },
  );
  const own = { path: 'a-io.h', text: '/* a-io.h - (c) 2020 Somebody */\nint f(void);\n' };
  const as = (text: string) => withLicenceAsInTree([own], header, { read: () => text });
  expect(as(own.text)).toEqual([own]);
  expect(as(`${licence}int g(void);\n`)).toEqual([{ path: 'a-io.h', text: `${licence}int f(void);\n` }]);
});
