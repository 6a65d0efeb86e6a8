import type { FileChange } from './file-change.ts';

/** In git's order: by the bytes of the path. */
export function byPath(changes: readonly FileChange[]): readonly FileChange[] {
  return changes.toSorted((a, b) => Buffer.compare(Buffer.from(a.path), Buffer.from(b.path)));
}
