import { expect, test } from '@jest/globals';
import { listingOf } from '../../src/text/file-listing.ts';
import { growingTree } from '../../src/text/growing-tree.ts';
import { overlayTree } from '../../src/text/overlay-tree.ts';
import { linesHolding, memoryTree, type Tree, type WordQuery } from '../../src/text/tree.ts';
import { uniteFiles } from '../../src/text/united-files.ts';

const names = ['a.c', 'b.c', 'x/a.c', 'a.h', 'x/b.h', 'z'];
const words = ['one', 'two', 'a.h', '12', 'x/b.h', '$t'];
const isSource = (path: string): boolean => path.endsWith('.c');
const isHeader = (path: string): boolean => path.endsWith('.h');
const both = uniteFiles([isSource, isHeader], (path) => path !== 'z');
const queries: readonly WordQuery[] = [
  { words: ['two', 'one'], within: isSource },
  { words: ['a.h', 'one', '12'], within: isHeader },
  { words: ['x/b.h', 'a.h'], within: () => true },
  { words: ['other'], within: isSource },
  { words: ['$t', 'two'], within: isSource },
];

/** A sequence of numbers below `below`, the same for each seed. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
}

test('after any changes it answers as an overlay does', () => {
  for (let seed = 1; seed <= 60; seed++) {
    const below = numbers(seed);
    const text = (): string =>
      Array.from({ length: 4 }, () => words[below(words.length)]).join(below(3) === 0 ? '' : '\n');
    const path = (): string => names[below(names.length)] ?? '';
    const base = memoryTree(Object.fromEntries(Array.from({ length: 3 }, () => [path(), text()])));
    const growing = growingTree(base);
    const changed = new Map<string, string | null>();
    if (seed % 2 === 0) growing.now().search([{ words: [...words, 'other'], within: both }]);
    for (let step = 0; step < 5; step++) {
      const [at, content] = [path(), below(3) === 0 ? null : text()] as const;
      changed.set(at, content);
      growing.change(at, content);
      if (below(2) === 0) expect(answersOf(growing.now())).toEqual(answersOf(overlayTree(base, changed)));
    }
    expect(answersOf(growing.now())).toEqual(answersOf(overlayTree(base, changed)));
  }
});

function answersOf(tree: Tree): unknown {
  const listing = listingOf(tree);
  return {
    files: tree.files(),
    texts: names.map((path) => tree.read(path)),
    has: names.map((path) => listing.has(path)),
    named: ['a.c', 'b.h', 'z', 'none'].map((name) => listing.named(name)),
    lines: [...linesHolding(tree, ['one'], isSource)].sort(),
    found: tree.search(queries).map((found) => [...found]),
  };
}

test('what was searched ahead is searched once, also for a file that has changed since', () => {
  const asked: WordQuery[] = [];
  const base = memoryTree({ 'a.c': 'one', 'b.c': 'two' });
  const search: Tree['search'] = (all) => {
    asked.push(...all);
    return base.search(all);
  };
  const growing = growingTree({ ...base, search });
  growing.now().search([{ words, within: both }]);
  growing.change('a.c', 'two');
  growing.change('c.h', 'one a.h');
  expect([...(growing.now().search([{ words: ['one', 'two'], within: isSource }])[0] ?? [])]).toEqual([
    ['a.c', ['two']],
    ['b.c', ['two']],
  ]);
  expect([...growing.now().filesNaming(['a.h', 'one'], isHeader)]).toEqual([['c.h', ['a.h', 'one']]]);
  expect(asked).toHaveLength(1);
});
