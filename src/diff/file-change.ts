import type { Tree } from '../text/tree.ts';

/**
 * What happens to one file. Contents are latin1 (one UTF-16 unit a byte), paths relative to the root with `/`, modes
 * git's (`100644`).
 */
export type FileChange =
  | { readonly kind: 'create'; readonly path: string; readonly mode: string; readonly after: string }
  | {
      readonly kind: 'modify';
      readonly path: string;
      readonly mode: string;
      readonly before: string;
      readonly after: string;
    }
  | { readonly kind: 'delete'; readonly path: string; readonly mode: string; readonly before: string };

/** What the file holds before a change; null when it does not exist. */
export function contentBefore(change: FileChange): string | null {
  return change.kind === 'create' ? null : change.before;
}

/** What the file holds after a change; null when it is gone. */
export function contentAfter(change: FileChange): string | null {
  return change.kind === 'delete' ? null : change.after;
}

/** What makes of a tree's file what `after` says (latin1; null: it goes). Nothing where it is so already. */
export function changeOf(tree: Pick<Tree, 'read' | 'mode'>, path: string, after: string | null): readonly FileChange[] {
  const before = tree.read(path);
  if (before === after) return [];
  if (before === null) return after === null ? [] : [{ kind: 'create', path, mode: NEW_FILE, after }];
  const mode = tree.mode(path);
  return [after === null ? { kind: 'delete', path, mode, before } : { kind: 'modify', path, mode, before, after }];
}

const NEW_FILE = '100644';
