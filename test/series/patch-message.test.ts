import { expect, test } from '@jest/globals';
import { defaultSeries } from '../../src/manifest/series/series-file.ts';
import { assertionBody } from '../../src/series/assertion-text.ts';
import { headerFacts } from '../../src/series/header-facts.ts';
import { saysNoChangeInLog } from '../../src/series/no-change.ts';
import { planSeries } from '../../src/series/plan-series.ts';
import { statementWords } from '../../src/series/statement-words.ts';
import { splitTree } from '../../src/split/split-tree.ts';
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
  expect(split).toBe(`volume: split volume.h into common, graph and I/O headers

Split volume.h into three headers:

  include/volume-common.h  types, macros and variables
  include/volume-graph.h   graph functions
  include/volume-io.h      I/O functions

volume.h now only includes them, so files that include it don't need to
change.

This is pure code movement: nothing but license comments, guards,
includes, introductory comments and repeated conditionals is new.
Comments that apply to several headers are duplicated.

Use \`git blame -C -C\` to follow lines across the move.

No functional change intended.
`);
  expect(assertions).toBe(`volume: assert big_lock_held() in graph functions

Add assert(big_lock_held()) to the functions declared in
include/volume-graph.h.

include/volume-graph.h and src/volume.c need big-lock.h for that.

volume-graph.h says of its functions:

  These functions run in the main loop, under the big lock. Each asserts
  that its caller holds it.

Not asserted, because:

  volume_register_driver(): drivers register in constructors, before
    main() can take the lock

No functional change apart from the assertions.
`);
  expect(functions).toBe(`volume: add assertions to functions that volume.h does not declare

Add the assertion of volume.h to functions that it does not declare:

  src/volume.c: find_link(), truncate_bytes()

  assert(big_lock_held());

big-lock.h says of big_lock_held():

  True if the calling thread holds the lock.

No functional change apart from the assertions.
`);
});

test('functions that the header does not declare, in the patch with the others', async () => {
  const [, assertions] = await messages({ tree: demoTree(), manifests: [demoManifest()], series: defaultSeries });
  expect(assertions).toContain('\ninclude/volume-graph.h, and to find_link() and truncate_bytes().\n');
});

test('sections of one file, what the wrapper still includes, and a function that is left alone', async () => {
  const tree = memoryTree({
    'include/block.h':
      '/* MIT */\n#ifndef BLOCK_H\n#define BLOCK_H\n\n#include "job.h"\n\nint b_open(void);\nint b_close(void);\nint b_poll(void);\nint b_read(void);\n\n#endif\n',
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
prototypes: { b_open: graph, b_close: graph, b_poll: io_or_gs, b_read: io }
`);
  const [split, assertions] = await messages({ tree, manifests: [manifest], series: defaultSeries });
  expect(split).toBe(`block: split block.h into graph and io headers

Split block.h into two headers:

  include/block-graph.h  graph functions
  include/block-io.h     io and io_or_gs functions

block.h now only includes them and, as before, "job.h", so files that
include it don't need to change.

This is pure code movement: nothing but license comments, guards and
includes is new.

Use \`git blame -C -C\` to follow lines across the move.

No functional change intended.
`);
  expect(assertions).toBe(`block: add locked() to graph functions

Add locked() to the functions declared in include/block-graph.h.

Not checked, because:

  b_poll() in block.c: its opening brace is inside an #if that begins in
    its head
  b_close(): no definition found

No functional change apart from the checks.
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
    'x: split a/x.h into 12 headers',
    'x: split b/x.h into 12 headers',
  ]);
});

test('patches of one part each have subjects of their own, however long the prefix', async () => {
  const told = await messages({
    tree: twoHeadersTree(),
    manifests: [diskManifest],
    series: seriesOf('assertions: part\nprefix: a-rather-long-name-of-a-subsystem-of-a-project\n'),
  });
  expect(told.slice(1).map((text) => text.split('\n')[0])).toEqual([
    'a-rather-long-name-of-a-subsystem-of-a-project: add assertions to graph functions',
    'a-rather-long-name-of-a-subsystem-of-a-project: add assertions to io functions',
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
    '  include/disk-common.h  common functions',
    '  include/disk-graph.h   graph functions',
    '  include/disk-io.h      io functions',
    '',
    'Split disk.h into three headers:',
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
  expect(split).toBe(`disk: split disk.h into graph and io headers

Split disk.h into two headers:

  include/disk-graph.h  graph functions
  include/disk-io.h     io functions

disk.h now only includes them. It no longer includes <list.h> and
"tree.h"; code that got them from there must include them itself.

All else is pure code movement: nothing but license comments, guards and
includes is new. A comment on what is dropped goes with it.

Use \`git blame -C -C\` to follow lines across the move.

No functional change intended.
`);
});

test.each([
  ['', '', 'small.h had no include guard and gets one'],
  [
    '#ifndef SMALL_H\n#define SMALL_H\n',
    '#endif\nextern int outside;\n',
    'Some of small.h was outside its include guard',
  ],
  ['#ifndef SMALL_H\n#define SMALL_H\n', '#endif\n', null],
  ['#pragma once\n', '', null],
])('a header that begins with %j and ends with %j: whether the guard is new', async (begin, end, told) => {
  const text = `/* MIT */\n${begin}int open_it(int number);\nint close_it(int number);\n${end}`;
  const yaml =
    'version: 1\nheader: small.h\nreinclude: once\nparts:\n  common: {}\n  graph: {}\nprototypes:\n  open_it: graph\n  close_it: common\n';
  const [split = ''] = await messages({
    tree: memoryTree({ 'small.h': text }),
    manifests: [manifestOf(yaml)],
    series: defaultSeries,
  });
  expect(split).not.toContain('repeated conditionals');
  if (told === null) expect(split).not.toContain('guard and');
  else expect(split).toContain(told);
});

test('each patch that splits a header says why: the first all that the cover does, the others its first paragraph', async () => {
  const bodies = async (why: string): Promise<readonly string[]> => {
    const input = { tree: twoHeadersTree(), manifests: [diskManifest, netManifest] };
    const series = seriesOf(`cover: { body: ${JSON.stringify(why)} }\n`);
    return (await messages({ ...input, series })).filter(
      (text) => text.includes(' of its own:') || text.includes(': split '),
    );
  };
  const [first, second] = await bodies('Nothing tells who locks.\n\nMore in the manual.');
  expect(first).toContain(
    'headers\n\nNothing tells who locks.\n\nMore in the manual.\n\nSplit disk.h into three headers:\n',
  );
  expect(second).toContain('\n\nNothing tells who locks.\n\nMove what net.h declares to');
  const [, listed] = await bodies('Not told:\n\n- who locks\n- who waits\n\nMore in the manual.');
  expect(listed).toContain('\n\nNot told:\n\n- who locks\n- who waits\n\nMove what net.h');
});

test('no claim of no change where the commits of the project make none', async () => {
  const asked = { tree: demoTree(), manifests: [demoManifest()], series: defaultSeries };
  expect((await messages({ ...asked, saysNoChange: false })).join('')).not.toMatch(/No functional change/);
  const log = (...said: readonly string[]): readonly string[] => [...said, ...Array<string>(500).fill('x: add y')];
  expect(saysNoChangeInLog(log('x: move y\n\nNo functional change.'))).toBe(false);
  expect(saysNoChangeInLog(log('x: move y\n\nNo functional\nchanges intended.', 'x: z\n\nno change in behavior'))).toBe(
    true,
  );
  expect(saysNoChangeInLog(Array<string>(499).fill('x: add y'))).toBe(true);
});

test('a function that loses its assertion, by what it is now', async () => {
  const yaml = diskManifest.source.text.replace(
    "io: { assert: 'assert(in_thread());', assert_include: thread.h }",
    'io: {}',
  );
  const manifest = manifestOf(yaml);
  const header = headerFacts({ manifest, result: await splitTree(twoHeadersTree(), manifest) }, [manifest]);
  const lost = (name: string, part: string) => ({ name, part, file: 'disk.c', line: 1, action: 'remove' }) as const;
  const about = { topic: 'assertions', header, part: null, changes: [], told: new Map(), reason: null } as const;
  const facts = {
    headers: [header],
    prefixes: new Map(),
    forms: new Map(),
    firstSplit: null,
    motivation: '',
    words: statementWords([manifest], null),
  };
  const body = (...definitions: readonly ReturnType<typeof lost>[]): string =>
    assertionBody({ ...about, definitions, users: null, members: null, series: { ...facts, saysNoChange: false } });
  expect(body(lost('disk_read', 'io'))).toBe('disk_read() no longer asserts, as it is now io.');
  expect(body(lost('disk_read', 'io'), lost('disk_size', 'io'))).toBe(
    'disk_read() and disk_size() no longer assert, as they are now io.',
  );
  expect(body(lost('disk_open', 'graph'))).toBe('disk_open() no longer asserts.');
});

test('a later patch repeats no more of a long reason than fits on three lines, whole sentences', async () => {
  const reasonOf = async (reason: string): Promise<string> => {
    const [, , second = ''] = await messages({
      tree: twoHeadersTree(),
      manifests: [netManifest, diskManifest],
      series: seriesOf(`cover: { body: ${JSON.stringify(reason)} }\n`),
    });
    return second.slice(second.indexOf('\n\n') + 2, second.indexOf('\n\nSplit disk.h'));
  };
  const long =
    'The two kinds, e.g. Graph functions vs. Others, are mixed in these headers and nothing tells them apart.';
  expect(await reasonOf(`${long} ${long} ${long}`)).toBe(
    'The two kinds, e.g. Graph functions vs. Others, are mixed in these\nheaders and nothing tells them apart.',
  );
  expect(await reasonOf(`Short. ${long} Then more, and more.`)).toContain('Then more, and more.');
});

test('a call that the project does not call an assertion is called by its name', async () => {
  const manifest = (name: string) =>
    manifestOf(`version: 1
header: include/net.h
include_dirs: [include]
parts:
  common: {}
  graph: { assert: '${name}();', assert_include: sleep.h }
prototypes: { net_up: graph, net_send: { part: graph, assert: false } }
`);
  const tree = memoryTree({
    ...Object.fromEntries(
      twoHeadersTree()
        .files()
        .map((path) => [path, twoHeadersTree().read(path) ?? '']),
    ),
    'include/sleep.h': '#define might_sleep() look()\n#define MAIN_CODE() do { assert(main()); } while (0)\n',
  });
  const [, body] = await messages({ tree, manifests: [manifest('might_sleep')], series: defaultSeries });
  expect(body).toContain('Add might_sleep() to the functions declared in include/net-graph.h.\n');
  expect(body).toContain(
    '\nWithout might_sleep():\n\n  net_send()\n\nNo functional change apart from the might_sleep() calls.',
  );
  // The tree says of this one that it asserts.
  const [, other] = await messages({ tree, manifests: [manifest('MAIN_CODE')], series: defaultSeries });
  expect(other).toContain('\nNot asserted:\n\n  net_send()\n\nNo functional change apart from the assertions.');
});
