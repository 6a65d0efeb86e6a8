import { expect, test } from '@jest/globals';
import { defaultSeries } from '../../src/manifest/series/series-file.ts';
import { planSeries } from '../../src/series/plan-series.ts';
import { displayText } from '../../src/text/source-text.ts';
import { memoryTree } from '../../src/text/tree.ts';
import { demoManifest, demoTree, manifestOf, seriesOf } from './demo-project.ts';
import { droppingManifest, droppingTree } from './dropped-include.ts';
import { madePatches } from './replay.ts';
import { diskManifest, netManifest, twoHeadersTree } from './two-headers.ts';

/** The mails' texts in order, as a person reads them. */
async function messages(input: Parameters<typeof planSeries>[0]): Promise<readonly string[]> {
  const plan = await planSeries(input);
  return madePatches(plan).map(({ subject, body }) => displayText(`${subject}\n\n${body}`));
}

test('the demo, with functions apart', async () => {
  const [split, assertions, functions] = await messages({
    tree: demoTree(),
    manifests: [demoManifest()],
    series: seriesOf('functions: apart\n'),
  });
  expect(split).toBe(`volume.h: split into common, graph and io

Move the declarations of include/volume.h to these files:

  include/volume-common.h  common
  include/volume-graph.h   graph
  include/volume-io.h      io

volume.h keeps its guard, gets a banner and includes these files, so
that code which includes it need not change.

In the headers this is pure code movement: each declaration is now in
exactly one of these files, token for token and under the same
conditions, and each comment in at least one. The only additions are
licence comments, guards, include lines, banners and repeated
conditionals. A comment above declarations of several parts is copied to
each.

Use \`git blame -C -C\` to follow lines across the move.

No functional change intended.
`);
  expect(assertions).toBe(`volume.h: add assertions to graph functions

Add this assertion to the functions declared in include/volume-graph.h,
after the declarations at the top of each body:

  assert(big_lock_held());

Definitions are looked for in src/**/*.c.

Include big-lock.h in include/volume-graph.h and src/volume.c for this.

The manifest leaves out:
  volume_register_driver(): drivers register in constructors, before
    main() can take the lock

No other functional change intended.
`);
  expect(functions).toBe(`volume.h: add assertions to functions it does not declare

These functions belong to a part of include/volume.h too, though it does
not declare them:

  src/volume.c: find_link(), truncate_bytes()

Assert in them, after the declarations at the top of each body, what
their part demands:

  graph: assert(big_lock_held());

No other functional change intended.
`);
});

test('sections of one file, what the wrapper still includes, and a function that is left alone', async () => {
  const tree = memoryTree({
    'include/block.h':
      '/* MIT */\n#ifndef BLOCK_H\n#define BLOCK_H\n\n#include "job.h"\n\nint b_open(void);\nint b_poll(void);\nint b_read(void);\n\n#endif\n',
    'include/job.h': '#ifndef JOB_H\n#define JOB_H\n#include "block.h"\n#endif\n',
    'block.c':
      '#include "block.h"\n\nint b_open(void)\n{\n    return 0;\n}\n\n#ifdef A\nint b_poll(void)\n{\n#else\nint b_poll(void)\n{\n    b_open();\n#endif\n    return 0;\n}\n\nint b_read(void)\n{\n    return 0;\n}\n',
  });
  const manifest = manifestOf(`version: 1
header: include/block.h
include_dirs: [include]
placement: first
parts:
  common: {}
  graph: { assert: locked(); }
  io: {}
  io_or_gs: { into: io, assert: waits(); }
prototypes: { b_open: graph, b_poll: io_or_gs, b_read: io }
`);
  const [split, assertions] = await messages({ tree, manifests: [manifest], series: defaultSeries });
  expect(split).toBe(`block.h: split into graph and io

Move the declarations of include/block.h to these files:

  include/block-graph.h  graph
  include/block-io.h     io and io_or_gs

block.h keeps its guard and includes these files and, as before,
"job.h", so that code which includes it need not change.

In the headers this is pure code movement: each declaration is now in
exactly one of these files, token for token and under the same
conditions, and each comment in at least one. The only additions are
licence comments, guards and include lines.

Use \`git blame -C -C\` to follow lines across the move.

No functional change intended.
`);
  expect(assertions).toBe(`block.h: add assertions to graph functions

Add this assertion to the functions declared in include/block-graph.h,
as the first statement of each body:

  locked();

Left alone:
  b_poll() in block.c: its opening brace is inside an #if that begins in
    its head

No other functional change intended.
`);
});

test('many parts are counted, and names of two headers told apart by their folders', async () => {
  const names = Array.from({ length: 12 }, (_, at) => `part_${at}`);
  const header = `/* MIT */\n#ifndef X_H\n#define X_H\n\n${names.map((name) => `int ${name}_f(void);\n`).join('')}\n#endif\n`;
  const yaml = (path: string): string =>
    `version: 1\nheader: ${path}\nparts: { ${names.map((name) => `${name}: {}`).join(', ')} }\n` +
    `prototypes: { ${names.map((name) => `${name}_f: ${name}`).join(', ')} }\n`;
  const subjects = await messages({
    tree: memoryTree({ 'a/x.h': header, 'b/x.h': header.replaceAll('X_H', 'B_X_H') }),
    manifests: [manifestOf(yaml('a/x.h')), manifestOf(yaml('b/x.h'))],
    series: defaultSeries,
  });
  expect(subjects.map((text) => text.split('\n')[0])).toEqual([
    'a/x.h: split into 12 part files',
    'b/x.h: split into 12 part files',
  ]);
});

test('templates with figures and lists, as bytes of UTF-8', async () => {
  const series = seriesOf(`subjects:
  split: "{{name}}: {{prototypes}} → {{parts}}"
  assertions: "{{part}}:   {{assertions}} in {{file_count}}"
bodies:
  split: |
    {{header}}, {{count graph}} of them in {{file graph}}, which asserts {{assert graph}} while {{count io}} are in io:
    {{part_files}}

    {{default}}
  assertions: "{{functions}} ({{files}}) é"
assertions: part
`);
  const plan = await planSeries({ tree: twoHeadersTree(), manifests: [diskManifest], series });
  const [split, graph, io] = madePatches(plan);
  expect(split?.subject).toBe('disk.h: 3 \xe2\x86\x92 common, graph and io');
  expect(split?.body.split('\n').slice(0, 8)).toEqual([
    'include/disk.h, 1 of them in include/disk-graph.h, which asserts',
    'assert(locked()); while 1 are in io:',
    '  include/disk-common.h  common',
    '  include/disk-graph.h   graph',
    '  include/disk-io.h      io',
    '',
    'Move the declarations of include/disk.h to these files:',
    '',
  ]);
  expect([graph?.subject, graph?.body]).toEqual(['graph: 2 in 1', 'seek and disk_open (disk.c) \xc3\xa9\n']);
  expect([io?.subject, io?.body]).toEqual(['io: 1 in 1', 'disk_read (disk.c) \xc3\xa9\n']);
});

test('no line of a message that the tool writes is wider than 72 columns', async () => {
  const all = [
    ...(await messages({ tree: demoTree(), manifests: [demoManifest()], series: defaultSeries })),
    ...(await messages({
      tree: twoHeadersTree(),
      manifests: [diskManifest, netManifest],
      series: seriesOf('assertions: part\nfunctions: apart\norder: splits-first\n'),
    })),
  ];
  expect(all).toHaveLength(8);
  expect(all.flatMap((text) => text.split('\n')).filter((line) => line.length > 72)).toEqual([]);
});

test('includes that are dropped are told, and nothing is claimed that they make untrue', async () => {
  const [split] = await messages({ tree: droppingTree(), manifests: [droppingManifest], series: defaultSeries });
  expect(split).toBe(`disk.h: split into graph and io

Move the declarations of include/disk.h to these files:

  include/disk-graph.h  graph
  include/disk-io.h     io

disk.h keeps its guard and includes these files.

Drop #include <list.h> and #include "tree.h"; code that relied on them
must include them itself.

All else only moves: each declaration is now in exactly one of these
files, token for token and under the same conditions, and each comment
but those on what is dropped in at least one. The only additions are
licence comments, guards and include lines.

Use \`git blame -C -C\` to follow lines across the move.

No functional change intended.
`);
});
