import { expect, test } from '@jest/globals';
import { readMaintainers, sectionOf } from '../../../src/series/users/maintainers.ts';

const text = `Preamble
	T: not a tag of a section

Block
-----
Block core
M: Kev <k@example.org>
L: list@example.org
F: block*
F: block/
F: include/block/
X: block/nbd*

Network disks
M: Eric <e@example.org>
S: Odd Fixes
F: block/nbd*
F: nbd/
F: qemu-nbd.?

Orphan
F: scripts/*/x.py
F: deep/**/y.c

No files
M: Zoe <z@example.org>

All else
F: *
F: */
`;

test.each([
  ['block.c', 'Block core'],
  ['block/io.c', 'Block core'],
  ['block/export/e.c', 'Block core'],
  ['blockdev.c', 'Block core'],
  ['block/nbd.c', 'Network disks'],
  ['block/nbd-client.h', 'Network disks'],
  ['nbd/server.c', 'Network disks'],
  ['qemu-nbd.c', 'Network disks'],
  ['scripts/a/x.py', 'Orphan'],
  ['scripts/a/b/x.py', null],
  ['deep/a/b/y.c', 'Orphan'],
  ['util/osdep.c', null],
  ['main.c', null],
])('%s is of %s', (path, title) => {
  expect(sectionOf(readMaintainers(text), path)?.title ?? null).toBe(title);
});

test('a pattern of many stars takes linear time for each', () => {
  const sections = readMaintainers(`Stars\nF: ${'*a'.repeat(200)}b\n`);
  expect(sectionOf(sections, 'a'.repeat(20000))).toBe(null);
});

test('a title fits into a subject and reorders no text', () => {
  const [section] = readMaintainers(`Block \u001b[31m\u202eo${'q'.repeat(1200)}\nF: a/\n`);
  expect(section?.title).toBe(`Block [31mo${'q'.repeat(49)}`);
});
