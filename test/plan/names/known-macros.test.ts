import { expect, test } from '@jest/globals';
import type { IncludeGraph } from '../../../src/plan/includes/include-graph.ts';
import { lookUpMacros } from '../../../src/plan/names/known-macros.ts';
import { memoryTree } from '../../../src/text/tree.ts';

test.each<[string, string, 'annotations' | 'types' | 'closed' | 'open' | 'none']>([
  ['empty', '#define M', 'annotations'],
  ['an attribute', '#define M __attribute__((unused))', 'annotations'],
  ['others that are attributes', '#define M N N\n#define N extern', 'annotations'],
  ['one of them nowhere defined', '#define M N K\n#define N extern', 'none'],
  ['itself', '#define M M', 'none'],
  ['a ring', '#define M N\n#define N M', 'none'],
  ['a type of its argument', '#define M(type) extern type', 'types'],
  ['the end of a declaration', '#define M(a) int a;', 'closed'],
  ['another that ends one', '#define M(a) N(a)\n#define N(a) int a;', 'closed'],
  [
    'another that ends one in one of two branches',
    '#define M(a) N(a)\n#define N(a) a = 1\n#define N(a) int a;',
    'closed',
  ],
  ['a ring that ends one', '#define M(a) N(a)\n#define N(a) M(a)\n#define N(a) int a;', 'closed'],
  ['no end', '#define M(a) N(a)\n#define N(a) a = 1', 'open'],
  ['a definition in a comment', '/*\n#define M\n*/', 'none'],
])('%s', (_, text, expected) => {
  expect(kindOf(text, 'M')).toBe(expected);
});

test('a chain of macros is followed once, however often each names the next', () => {
  const chain = Array.from({ length: 20_000 }, (_, at) => `#define M${at} M${at + 1} M${at + 1}`).join('\n');
  expect(kindOf(`${chain}\n#define M20000 extern\n`, 'M0')).toBe('annotations');
  expect(kindOf(chain, 'M0')).toBe('none');
});

test('a file is read once', () => {
  const chain = Array.from({ length: 50 }, (_, at) => `#define M${at} M${at + 1}\n`).join('');
  const reads: string[] = [];
  const tree = memoryTree({ 'h.h': chain });
  const counted = {
    ...tree,
    read: (path: string) => {
      reads.push(path);
      return tree.read(path);
    },
  };
  lookUpMacros(counted, graph, { header: 'h.h', prelude: null }, new Set(['M0', 'M1', 'M2']));
  expect(reads).toEqual(['h.h']);
});

const graph: IncludeGraph = { resolve: () => null, includesOf: () => [], leadsOutside: () => false };

function kindOf(text: string, name: string): string {
  const tree = memoryTree({ 'h.h': text });
  const { annotations, types, closed, open } = lookUpMacros(
    tree,
    graph,
    { header: 'h.h', prelude: null },
    new Set([name]),
  );
  if (annotations.has(name)) return 'annotations';
  if (types.has(name)) return 'types';
  if (closed.has(name)) return 'closed';
  return open.has(name) ? 'open' : 'none';
}
