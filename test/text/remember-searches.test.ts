import { expect, test } from '@jest/globals';
import { rememberSearches } from '../../src/text/remember-searches.ts';
import { memoryTree, type Tree, type WordQuery } from '../../src/text/tree.ts';

const contents = { 'a.c': 'one two', 'a.h': 'two three', 'b.c': 'three one', 'c.c': 'four' };
const isSource = (path: string): boolean => path.endsWith('.c');
const anywhere = (): boolean => true;

/** A tree that says what it was searched for. */
function watched(): { readonly tree: Tree; readonly asked: WordQuery[] } {
  const base = memoryTree(contents);
  const asked: WordQuery[] = [];
  const search: Tree['search'] = (queries) => {
    asked.push(...queries);
    return base.search(queries);
  };
  return { tree: { ...base, search }, asked };
}

test('fewer words in fewer files are answered from memory, as a search would', () => {
  const { tree, asked } = watched();
  const remembering = rememberSearches(tree);
  remembering.search([{ words: ['one', 'two', 'three'], within: anywhere }]);
  const queries = [
    { words: ['three', 'one'], within: isSource },
    { words: [], within: anywhere },
    { words: ['two'], within: anywhere },
  ];
  expect(remembering.search(queries)).toEqual(memoryTree(contents).search(queries));
  expect(remembering.filesNaming(['one'], isSource)).toEqual(memoryTree(contents).filesNaming(['one'], isSource));
  expect(asked).toHaveLength(1);
});

test('another word, or a file more, is looked for', () => {
  const { tree, asked } = watched();
  const remembering = rememberSearches(tree);
  remembering.search([{ words: ['one', 'two'], within: isSource }]);
  const queries = [
    { words: ['one', 'four'], within: isSource },
    { words: ['one'], within: isSource },
    { words: ['two'], within: anywhere },
  ];
  expect(remembering.search(queries)).toEqual(memoryTree(contents).search(queries));
  expect(asked.map(({ words }) => words)).toEqual([['one', 'two'], ['one', 'four'], ['two']]);
});
