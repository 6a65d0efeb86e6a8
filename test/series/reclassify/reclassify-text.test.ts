import { expect, test } from '@jest/globals';
import { asserted } from '../../../src/series/asserted.ts';
import { otherSubject } from '../../../src/series/reclassify/other-subject.ts';
import { reclassifyBody, reclassifySubject } from '../../../src/series/reclassify/reclassify-text.ts';
import { manifestOf } from '../demo-project.ts';

const { parts } = manifestOf(`version: 1
header: block.h
parts: { common: {}, graph: {}, io: {} }
prototypes: {}
`);
const [, graph, io] = parts;
const MOVED = { kind: 'function', stays: false, whyExempt: null } as const;

test('functions that the subject can only count are named in the body', () => {
  if (graph === undefined || io === undefined) throw new Error('no parts');
  const names = ['block_status_of_the_first_node', 'block_status_of_the_last_node', 'block_flush'];
  const functions = names.map((name) => ({
    ...{ name, header: 'block.h', from: graph, to: io, asserts: true },
    ...MOVED,
    why: 'they only read',
  }));
  expect(reclassifySubject(functions)).toBe('block: classify 3 functions as io');
  expect(reclassifyBody(functions, [])).toEqual([
    'They only read.',
    '',
    'Move block_status_of_the_first_node(), block_status_of_the_last_node()',
    'and block_flush() from block-graph.h to block-io.h.',
  ]);
  expect(reclassifyBody(functions.slice(2), []).at(-1)).toBe('Move it from block-graph.h to block-io.h.');
});

test.each([
  ['it only submits requests', 'block_flush() only submits requests.'],
  ["It's thread-safe.", 'block_flush() is thread-safe.'],
  ['items are never freed', 'Items are never freed.'],
])('a reason that begins with "it" names the function: %s', (why, said) => {
  if (graph === undefined || io === undefined) throw new Error('no parts');
  const one = { name: 'block_flush', header: 'block.h', from: graph, to: io, ...MOVED, asserts: true, why };
  expect(reclassifyBody([one], [])[0]).toBe(said);
});

test('a function that moves and does not assert what its new part does says so, and why', () => {
  if (graph === undefined || io === undefined) throw new Error('no parts');
  const to = { ...graph, assert: 'locked();' };
  const one = { ...MOVED, name: 'block_flush', header: 'block.h', from: io, to, asserts: false };
  const bodyOf = (whyExempt: string | null): readonly string[] =>
    reclassifyBody([{ ...one, why: 'it walks the graph', whyExempt }], []);
  expect(bodyOf('its callers assert')).toEqual([
    'block_flush() walks the graph.',
    '',
    "Move it from block-io.h to block-graph.h. It doesn't call locked(): its",
    'callers assert.',
  ]);
  expect(bodyOf(null).slice(2)).toEqual(["Move it from block-io.h to block-graph.h. It doesn't call locked()."]);
});

test('what several have in common is said of each, and a macro among them is no function', () => {
  if (graph === undefined || io === undefined) throw new Error('no parts');
  const why = 'it only waits for requests';
  const names = ['block_flush_the_first_node', 'block_flush_the_second_node', 'block_flush_the_last_node'];
  const all = names.map((name) => ({ ...MOVED, name, header: 'block.h', from: graph, to: io, asserts: true, why }));
  const macro = { ...all[0], ...MOVED, kind: 'declaration', header: 'block.h', from: graph, to: io } as const;
  const mixed = [...all, { ...macro, name: 'BLOCK_SYNC', asserts: true, why: null }];
  expect(reclassifySubject(mixed)).toBe('block: classify 4 declarations as io');
  expect(reclassifyBody(mixed, []).join('\n')).toBe(`Each of these functions only waits for requests.

Move block_flush_the_first_node(), block_flush_the_second_node(),
block_flush_the_last_node() and BLOCK_SYNC from block-graph.h to
block-io.h.`);
});

test.each([
  [['renamed x-graph.h to x-state.h'], 'x: rename x-graph.h to x-state.h'],
  [
    ['x.h: renamed x-graph.h to x-state.h', 'y.h: renamed lib/y-graph.h to y-state.h'],
    'x: rename x-graph.h to x-state.h and y-graph.h to y-state.h',
  ],
  [
    ['renamed the graph functions of x-io.h to state functions'],
    'x: rename the graph functions of x-io.h to state functions',
  ],
  [[], 'x: update x.yaml'],
  [['replaced a() by b() in graph functions'], 'x: replace a() by b() in graph functions'],
  [['moved to io: find() of x.c'], 'x: move find() of x.c to io'],
  [['reworded the comment above io', 'io may call nothing'], 'x: adjust the split'],
])('a commit about other changes: %j', (changes, subject) => {
  expect(otherSubject('x', changes, ['splits/x.yaml'])).toBe(subject);
});

test.each([
  ['g_assert(locked());', { text: 'locked()', isExpression: true }],
  ['might_sleep();', { text: 'might_sleep()', isExpression: false }],
  ['BUG_ON(!x);', { text: 'BUG_ON(!x)', isExpression: false }],
  ['assert(f(a, b));', { text: 'f(a, b)', isExpression: true }],
  ['assert(a && ")");', { text: 'a && ")"', isExpression: true }],
  ['if (!x) BUG("no x");', null],
  ['check(a) + check(b);', null],
  ['while (wait());', null],
  ['assert(a); assert(b);', null],
])('%j asserts %j', (statement, what) => {
  expect(asserted(statement)).toEqual(what);
});

test.each([
  ['BUG_ON(!x);', null, 'Move it from block-io.h to block-graph.h and add BUG_ON(!x).'],
  ['assert(x);', null, 'Move it from block-io.h to block-graph.h and assert x.'],
  ['BUG_ON(!x);', 'assert(y);', 'Move it from block-io.h to block-graph.h and replace assert(y) with BUG_ON(!x).'],
  ['assert(x);', 'assert(y);', 'Move it from block-io.h to block-graph.h and assert x instead of y.'],
])('a move to what has %j from what has %j', (now, was, told) => {
  if (graph === undefined || io === undefined) throw new Error('no parts');
  const [before, after] = [
    { ...io, assert: was },
    { ...graph, assert: now },
  ];
  const one = { ...MOVED, name: 'block_flush', header: 'block.h', from: before, to: after, asserts: true, why: null };
  const action = was === null ? 'insert' : 'replace';
  const definition = { name: 'block_flush', file: 'a.c', line: 1, part: 'graph', action } as const;
  expect(reclassifyBody([one], [definition]).join(' ')).toBe(told);
});
