import { expect, test } from '@jest/globals';
import { headerChangelog, manifestChangelog } from '../../../src/series/changelog/manifest-changelog.ts';
import { manifestOf } from '../demo-project.ts';

const WAS = `version: 1
header: include/blk.h
parts:
  common: {}
  graph:
    banner: Graph API.
    assert: assert(locked());
    may_call: [graph, io]
  io: {}
prototypes:
  blk_new: graph
  blk_x: graph
  blk_y: graph
  blk_name: io
declarations: { BLK_POLL: io }
functions:
  blk.c: { find: graph }
`;

function changed(...edits: readonly (readonly [from: string, to: string])[]): readonly string[] {
  const now = edits.reduce((yaml, [from, to]) => {
    expect(yaml).toContain(from);
    return yaml.replace(from, to);
  }, WAS);
  return manifestChangelog([manifestOf(WAS)], [manifestOf(now)]);
}

test('nothing', () => {
  expect(changed()).toEqual([]);
});

test('who moved, by the part they are in now', () => {
  expect(
    changed(
      ['blk_x: graph', 'blk_x: io'],
      ['blk_y: graph', 'blk_y: { part: io, comment: own }'],
      ['blk_name: io', 'blk_name: graph'],
      ['BLK_POLL: io', 'BLK_POLL: graph'],
      ['find: graph', 'find: io'],
    ),
  ).toEqual([
    'moved to graph: blk_name(), BLK_POLL',
    'moved to io: blk_x(), blk_y(), find() of blk.c',
    'comments placed otherwise: blk_y()',
  ]);
});

test.each([
  ['parts:', 'shared: io\nparts:', 'io has what all share'],
  ['  graph:\n', '  late: {}\n  graph:\n', 'added blk-late.h'],
  ['parts:', 'includes: { a.h: wrapper }\nparts:', 'the include of a.h goes to blk.h'],
  ['parts:', 'includes: { a.h: drop }\nparts:', 'the include of a.h is dropped'],
  ['parts:', 'prelude: a.h\nparts:', 'changed what every unit includes first'],
  ['parts:', 'licence: MIT\nparts:', 'changed the licence of the new files'],
  ['parts:', 'include_dirs: [include]\nparts:', 'changed the include directories'],
  ['parts:', 'brackets: [[A, B]]\nparts:', 'changed the brackets'],
  ['parts:', 'annotations: [a]\nparts:', 'changed the annotations'],
  ['parts:', 'declaration_macros: [A]\nparts:', 'changed the declaration macros'],
  ['parts:', 'definitions: [a.c]\nparts:', 'changed which files define the functions'],
  ['parts:', 'reinclude: once\nparts:', 'changed whether the header may be included again'],
])('%j becomes %j', (from, to, told) => {
  expect(changed([from, to])).toEqual([told]);
});

test('the order of the parts', () => {
  const other = WAS.replace('  io: {}\n', '').replace('  graph:\n', '  io: {}\n  graph:\n');
  expect(manifestChangelog([manifestOf(WAS)], [manifestOf(other)])).toEqual(['new order: common, io, graph']);
});

test('a declaration that is assigned no longer goes to the shared part, and comes from there', () => {
  expect(changed(['BLK_POLL: io', 'BLK_OTHER: io'])).toEqual(['moved to common: BLK_POLL', 'moved to io: BLK_OTHER']);
});

test('what is new, gone, without part', () => {
  expect(
    changed(['blk_new: graph', 'blk_add: graph'], ['blk_x: graph', 'blk_x:'], ['{ find: graph }', '{ seek: graph }']),
  ).toEqual([
    'not classified yet: blk_x()',
    'new in graph: blk_add(), seek() of blk.c',
    'no longer declared: blk_new(), find() of blk.c',
  ]);
});

test('a part with another name is no move', () => {
  const renamed = WAS.replaceAll('graph', 'global-state').replace('blk_y: global-state', 'blk_y: io');
  expect(manifestChangelog([manifestOf(WAS)], [manifestOf(renamed)])).toEqual([
    'moved to io: blk_y()',
    'renamed blk-graph.h to blk-global-state.h',
  ]);
});

test('a part that is called otherwise in the same file, and parts of one file', () => {
  const file = '  io:\n    file: include/blk-io.h\n  both:\n    into: io\n    banner: I/O or graph API.\n';
  const was = WAS.replace('  io: {}\n', file)
    .replace('blk_y: graph', 'blk_y: both')
    .replace('blk_x: graph', 'blk_x: io');
  const now = was
    .replace('both:', 'either:')
    .replace('blk_y: both', 'blk_y: either')
    .replace('I/O or graph API', 'Either API')
    .replace('blk_x: io', 'blk_x: either');
  expect(manifestChangelog([manifestOf(was)], [manifestOf(now)])).toEqual([
    'renamed the I/O or graph functions of blk-io.h to either functions',
    'moved to either: blk_x()',
    'reworded the comment above the either functions of blk-io.h',
  ]);
  expect(
    manifestChangelog([manifestOf(was.replace(file, '  io: {}\n').replaceAll(' both', ' io'))], [manifestOf(was)]),
  ).toEqual(['added the I/O or graph functions of blk-io.h', 'moved to I/O or graph: blk_y()']);
});

test('what the project does not call an assertion', () => {
  const sleeps = WAS.replace('assert(locked());', 'might_sleep();');
  const exempt = sleeps.replace('blk_x: graph', 'blk_x: { part: graph, assert: false }');
  expect(manifestChangelog([manifestOf(sleeps)], [manifestOf(exempt)])).toEqual(['without might_sleep() now: blk_x()']);
  expect(manifestChangelog([manifestOf(exempt)], [manifestOf(sleeps)])).toEqual(['now with might_sleep(): blk_x()']);
});

test('a part that most functions left is gone', () => {
  expect(
    changed(
      ['  graph:\n    banner: Graph API.\n', '  state:\n    banner: State API.\n'],
      ['may_call: [graph, io]', 'may_call: [state, io]'],
      ['blk_new: graph', 'blk_new: state'],
      ['blk_x: graph', 'blk_x: io'],
      ['blk_y: graph', 'blk_y: io'],
      ['find: graph', 'find: state'],
    ),
  ).toEqual([
    'added blk-state.h',
    'dropped blk-graph.h',
    'moved to state: blk_new(), find() of blk.c',
    'moved to io: blk_x(), blk_y()',
  ]);
});

test('what parts say of themselves', () => {
  expect(
    changed(
      ['assert: assert(locked());', "assert: 'g_assert(locked());'\n    assert_include: lock.h\n    guard: BLK_G_H"],
      ['Graph API.', 'Graph API. Locked.'],
      ['[graph, io]', '[]'],
      ['  io: {}', '  io: { file: include/io.h, banner: I/O API. }'],
    ),
  ).toEqual([
    'replaced assert(locked()) with g_assert(locked()) in graph functions',
    'included lock.h where graph functions are defined',
    'blk-graph.h has the guard BLK_G_H',
    'reworded the comment at the top of blk-graph.h',
    'graph functions may call nothing',
    'renamed blk-io.h to io.h',
    'added a comment at the top of io.h',
  ]);
  expect(changed(['    assert: assert(locked());\n', ''], ['  io: {}', '  io: { into: graph }'])).toEqual([
    'removed assert(locked()) from graph functions',
    'io functions are in blk-graph.h now',
  ]);
});

test('which functions assert, and where', () => {
  const exempt = ['blk_x: graph', 'blk_x: { part: graph, assert: false }'] as const;
  expect(changed(exempt, ['version: 1\n', 'version: 1\nplacement: first\nwrapper: { banner: x }\n'])).toEqual([
    'no longer asserted: blk_x()',
    'assertions come first in their functions',
    'reworded the comment in the header itself',
  ]);
  expect(manifestChangelog([manifestOf(WAS.replace(...exempt))], [manifestOf(WAS)])).toEqual(['now asserted: blk_x()']);
});

test.each([
  [
    'to a part that asserts, exempt there',
    'blk_name: io',
    'blk_name: { part: graph, assert: false }',
    ['moved to graph: blk_name()'],
  ],
  [
    'between parts that assert nothing',
    'blk_name: io',
    'blk_name: { part: common, assert: false }',
    ['moved to common: blk_name()'],
  ],
  ['from one that asserts', 'blk_x: graph', 'blk_x: { part: io, assert: false }', ['moved to io: blk_x()']],
  ['exempt where nothing is asserted', 'blk_name: io', 'blk_name: { part: io, assert: false }', []],
  ['new and exempt', '  blk_x:', '  blk_w: { part: graph, assert: false }\n  blk_x:', ['new in graph: blk_w()']],
] as const)('what never asserted does not stop to: %s', (_case, from, to, told) => {
  expect(changed([from, to])).toEqual(told);
});

test('the reason of an exemption is not the one of an entry that also places a comment', () => {
  const entry = (more: string): readonly string[] =>
    changed(['blk_x: graph', `blk_x: { part: graph, assert: false, why: a stub${more} }`]);
  expect(entry('')).toEqual(['no longer asserted: blk_x() (a stub)']);
  expect(entry(', comment: own')).toContain('no longer asserted: blk_x()');
  expect(entry(', assert_why: a stub')).toEqual(['no longer asserted: blk_x() (a stub)']);
});

test('an entry can say why it is in its part and why it does not assert', () => {
  const moved = (more: string): readonly string[] =>
    changed(['blk_name: io', `blk_name: { part: graph, assert: false, why: it walks the graph${more} }`]);
  expect(moved('')).toEqual(['moved to graph: blk_name()']);
  expect(moved(', assert_why: a stub')).toEqual(['moved to graph: blk_name() (it walks the graph)']);
});

test('several headers: each line names its own', () => {
  const other = manifestOf(WAS.replace('include/blk.h', 'include/net.h'));
  const moved = manifestOf(WAS.replace('blk_x: graph', 'blk_x: io'));
  const third = manifestOf(WAS.replace('include/blk.h', 'lib/net.h'));
  expect(manifestChangelog([manifestOf(WAS), other], [moved, third])).toEqual([
    'new in the series: lib/net.h',
    'no longer in the series: include/net.h',
    'blk.h: moved to io: blk_x()',
  ]);
});

test('a move between parts that assert nothing does not concern the assertion patches', () => {
  const yaml = (places: string): string =>
    `version: 1\nheader: x.h\nparts: { common: {}, graph: { assert: locked(); }, io: {} }\nprototypes: { ${places} }\n`;
  const was = manifestOf(yaml('a: common, b: common, c: graph, d: io'));
  const now = manifestOf(yaml('a: io, b: io, c: io, d: graph'));
  expect(headerChangelog(was, now)).toEqual([
    { text: 'moved to graph: d()', of: 'both' },
    { text: 'moved to io: a(), b(), c()', of: 'split' },
    { text: 'moved to io: c()', of: 'assertions', isRepeated: true },
  ]);
  expect(manifestChangelog([was], [now])).toEqual(['moved to graph: d()', 'moved to io: a(), b(), c()']);
});
