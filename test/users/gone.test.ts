import { expect, test } from '@jest/globals';
import { contentAfter } from '../../src/diff/file-change.ts';
import { parseManifest } from '../../src/manifest/parse-manifest.ts';
import { memoryTree } from '../../src/text/tree.ts';
import { tellGone, usersAfterEdit } from '../../src/users/gone/follow-gone.ts';

const guarded = (name: string, body: string): string => `#ifndef ${name}\n#define ${name}\n${body}#endif\n`;

const before = {
  'include/b.h': guarded('B_H', '#include "b-graph.h"\n#include "b-io.h"\n'),
  'include/b-graph.h': guarded('B_GRAPH_H', 'int b_add(int n);\n'),
  'include/b-io.h': guarded('B_IO_H', 'int b_read(int n);\n'),
};
const after = {
  'include/b.h': guarded('B_H', '#include "b-io.h"\n'),
  'include/b-io.h': guarded('B_IO_H', 'int b_read(int n);\nint b_add(int n);\n'),
};

/** What an edit that takes all from `graph` does to a file `a.c`: its text, or the findings that stop it. */
function edit(text: string, users: string, parts = 'graph: {}, io: {}'): string | readonly string[] {
  const { manifest } = parseManifest({
    path: 'b.yaml',
    text: `version: 1\nheader: include/b.h\nparts: { ${parts} }\nshared: io\nprototypes: { b_add: io, b_read: io }\n${users}`,
  });
  if (!manifest) throw new Error('the manifest of the test');
  const file = { 'a.c': text };
  const { changes, findings } = usersAfterEdit(memoryTree({ ...before, ...file }), memoryTree({ ...after, ...file }), [
    manifest,
  ]);
  const checked = tellGone(memoryTree({ ...after, ...file }), [manifest]);
  expect(checked.map(({ code }) => code)).toEqual(
    parts === 'io: {}' ? [] : (text.match(/b-graph.h/g) ?? []).map(() => 'part-file-still-included'),
  );
  const [change] = changes;
  if (change !== undefined) expect(findings.map(({ code }) => code)).toContain('user-include-replaced');
  if (change !== undefined) return contentAfter(change) ?? '';
  return findings.map(({ code, places: [{ place }] }) => `${code} ${place.file}:${place.line}`);
}

const ALL = 'users: { rewrite: all }\n';
const USE = 'int a(void) { return b_add(1); }\n';

test.each([
  ['the part that has the names now', '#include "b-graph.h"\n', '#include "b-io.h"\n'],
  ['nothing more where it is read above', '#include "b-io.h"\n#include "b-graph.h"\n', '#include "b-io.h"\n'],
  ['nothing more where it is read below', '#include "b-graph.h"\n#include "b-io.h"\n', '#include "b-io.h"\n'],
  ['spelt as it was', '#include "include/b-graph.h"\n', '#include "include/b-io.h"\n'],
  ['joined of lines as it was', '#include \\\n"b-graph.h"\n', '#include \\\n"b-io.h"\n'],
  ['in angle brackets', '#include <b-graph.h> /* add */\n', '#include <b-io.h> /* add */\n'],
])('who included a part file that goes gets %s', (_, text, expected) => {
  expect(edit(text + USE, ALL)).toBe(expected + USE);
  expect(edit(text + USE, ALL, 'io: {}')).toBe(expected + USE);
  expect(edit(text + USE, 'users: { rewrite: narrower }\n')).toBe(expected + USE);
});

test.each([
  ['the manifest changes no users', '#include "b-graph.h"\n', ''],
  ['the manifest keeps the file', '#include "b-graph.h"\n', 'users: { rewrite: all, keep: { a.c: { why: asked } } }\n'],
  ['a macro spells the include', '#define H "b-graph.h"\n#include H\n', ALL],
  ['the file asks for it', '#include "b-io.h"\n#if __has_include("b-graph.h")\n#endif\n', ALL],
])('the run stops where %s', (_, text, users) => {
  const line = text.split('\n').findIndex((one) => one.startsWith('#include "b-graph') || /H$|has_/.test(one)) + 1;
  expect(edit(text + USE, users)).toEqual([`part-file-still-included a.c:${line}`]);
});
