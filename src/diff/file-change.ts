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
