import { growingTree } from './growing-tree.ts';
import type { Tree } from './tree.ts';

/**
 * A tree that answers a search from those before it, where these looked for at least its words in at least its files.
 * The tree behind it must not change meanwhile.
 */
export function rememberSearches(base: Tree): Tree {
  return growingTree(base).now();
}
