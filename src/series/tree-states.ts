import { contentAfter, type FileChange } from '../diff/file-change.ts';
import { byPath } from '../diff/sort-changes.ts';
import { overlayTree } from '../text/overlay-tree.ts';
import type { Tree } from '../text/tree.ts';

/** A tree with what the patches so far made of it. */
export type TreeState = {
  readonly tree: Tree;
  readonly base: Tree;
  /** Path -> its content and mode by now; null when it is gone. Files that no patch touched are absent. */
  readonly touched: ReadonlyMap<string, { readonly content: string; readonly mode: string } | null>;
};

export function stateOf(base: Tree): TreeState {
  return { tree: base, base, touched: new Map() };
}

/** The tree after some changes of it. */
export function afterChanges(state: TreeState, changes: readonly FileChange[]): TreeState {
  if (changes.length === 0) return state;
  const touched = new Map(state.touched);
  for (const change of changes) {
    const content = contentAfter(change);
    touched.set(change.path, content === null ? null : { content, mode: change.mode });
  }
  const contents = new Map([...touched].map(([path, file]) => [path, file?.content ?? null]));
  const over = overlayTree(state.base, contents);
  return { base: state.base, touched, tree: { ...over, mode: (path) => modeIn(touched, state.base, path) } };
}

/**
 * The changes that bring files of a tree to the given contents (null: gone), whatever the tree holds by now. Files that
 * are so already are left out.
 */
export function changesTo(state: TreeState, contents: ReadonlyMap<string, string | null>): readonly FileChange[] {
  const changes = [...contents].flatMap(([path, after]): FileChange[] => {
    const before = state.tree.read(path);
    if (before === after) return [];
    if (before === null) return after === null ? [] : [{ kind: 'create', path, mode: '100644', after }];
    const mode = state.tree.mode(path);
    return after === null ? [{ kind: 'delete', path, mode, before }] : [{ kind: 'modify', path, mode, before, after }];
  });
  return byPath(changes);
}

/** What files hold after changes; of two changes of one file the later counts. */
export function contentsAfter(changes: readonly FileChange[]): ReadonlyMap<string, string | null> {
  return new Map(changes.map((change) => [change.path, contentAfter(change)]));
}

function modeIn(touched: TreeState['touched'], base: Tree, path: string): string {
  return touched.get(path)?.mode ?? base.mode(path);
}
