import { expect, test } from '@jest/globals';
import { definitionFiles } from '../../src/plan/definitions/searched-files.ts';
import { overlayTree } from '../../src/text/overlay-tree.ts';
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

test('a tree with changes over it asks of no file whether it was searched', () => {
  const { tree, asked } = watched();
  let listed = 0;
  const files: Tree['files'] = () => {
    listed++;
    return tree.files();
  };
  const remembering = rememberSearches({ ...tree, files });
  remembering.search([{ words: ['one', 'two', 'three'], within: isSource }]);
  const changes = new Map([
    ['b.c', null],
    ['c.c', 'three'],
    ['0.c', 'one'],
  ]);
  const changed = overlayTree(overlayTree(remembering, new Map([['b.c', 'two']])), changes);
  expect([...changed.filesNaming(['one', 'three'], isSource)]).toEqual([
    ['0.c', ['one']],
    ['a.c', ['one']],
    ['c.c', ['three']],
  ]);
  expect([asked.length, listed]).toEqual([1, 0]);
  expect(changed.files()).toEqual(['0.c', 'a.c', 'a.h', 'c.c']);
});

test('the same globs mean the same predicate, so that one search answers two versions of a manifest', () => {
  const globs = ['block.c', '!stubs/**'];
  expect(definitionFiles([...globs])).toBe(definitionFiles(globs));
  expect(definitionFiles(['block.c'])).not.toBe(definitionFiles(globs));
});
