import { expect, test } from '@jest/globals';
import { searchAhead } from '../../src/plan/search-ahead.ts';
import { splitTree } from '../../src/split/split-tree.ts';
import { rememberSearches } from '../../src/text/remember-searches.ts';
import type { Tree } from '../../src/text/tree.ts';
import { diskManifest, netManifest, twoHeadersTree } from '../series/two-headers.ts';

test('the splits of the headers ask for nothing else but what assertions need and no file at hand has', async () => {
  const base = twoHeadersTree();
  const asked: string[] = [];
  const counted: Tree = {
    ...base,
    search: (queries) => {
      asked.push(queries.flatMap(({ words }) => words).join(' '));
      return base.search(queries);
    },
  };
  const tree = rememberSearches(counted);
  searchAhead(tree, [diskManifest, netManifest]);
  expect(asked).toHaveLength(1);
  for (const manifest of [diskManifest, netManifest]) {
    expect(await splitTree(tree, manifest)).toEqual(await splitTree(base, manifest));
  }
  expect(asked.slice(1)).toEqual(['locked in_thread', 'lock.h', 'thread.h']);
});
