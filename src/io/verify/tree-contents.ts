import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FileChange } from '../../diff/file-change.ts';
import { baseName } from '../../text/file-path.ts';
import { errorCode } from '../system-error.ts';
import type { Contents } from './proof-cache.ts';
import type { ScratchTrees, Side } from './scratch-trees.ts';

/** What a scratch tree holds; `forget` after a change of it. */
export type TreeContents = Contents & { readonly forget: (changes: readonly FileChange[], root: string) => void };

/** Files outside of the trees are read once a run: `outside` is shared by both sides. */
export function treeContents(scratch: ScratchTrees, side: Side, outside: Map<string, string | null>): TreeContents {
  const inside = new Map<string, string | null>();
  const byName = new Map<string, string[]>();
  const note = (path: string): void => {
    const name = baseName(path);
    const same = byName.get(name);
    if (same === undefined) byName.set(name, [path]);
    else if (!same.includes(path)) same.push(path);
  };
  for (const path of scratch.files) note(path);
  const digestOf = (path: string): string | null => {
    const standing = scratch.into(side, path);
    const sums = standing === path ? outside : inside;
    const known = sums.get(path);
    if (known !== undefined) return known;
    const sum = sumOf(standing);
    sums.set(path, sum);
    return sum;
  };
  return {
    digestOf,
    namesakes: (path) => {
      const same = byName.get(baseName(path)) ?? [];
      return same.length < 2 ? same : same.filter((one) => digestOf(one) !== null);
    },
    forget: (changes, root) => {
      // A file that changes may have been read by the name of a link.
      if (scratch.links.size + scratch.fileLinks.size > 0) inside.clear();
      for (const { path } of changes) {
        inside.delete(`${root}/${path}`);
        note(`${root}/${path}`);
      }
    },
  };
}

function sumOf(path: string): string | null {
  try {
    return createHash('sha256').update(readFileSync(path)).digest('base64').slice(0, 22);
  } catch (error) {
    errorCode(error);
    return null;
  }
}
