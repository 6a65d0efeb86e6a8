import { expect, test } from '@jest/globals';
import { reclassifyBody, reclassifySubject } from '../../../src/series/reclassify/reclassify-text.ts';
import { manifestOf } from '../demo-project.ts';

const { parts } = manifestOf(`version: 1
header: block.h
parts: { common: {}, graph: {}, io: {} }
prototypes: {}
`);
const [, graph, io] = parts;

test('functions that the subject can only count are named in the body', () => {
  if (graph === undefined || io === undefined) throw new Error('no parts');
  const names = ['block_status_of_the_first_node', 'block_status_of_the_last_node', 'block_flush'];
  const functions = names.map((name) => ({
    ...{ name, header: 'block.h', from: graph, to: io, asserts: true },
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
  const one = { name: 'block_flush', header: 'block.h', from: graph, to: io, asserts: true, why };
  expect(reclassifyBody([one], [])[0]).toBe(said);
});
