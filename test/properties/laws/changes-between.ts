import { fail } from 'node:assert';
import type { FileChange } from '../../../src/diff/file-change.ts';
import { formatPatch } from '../../../src/diff/format-patch.ts';
import { blobId } from '../../../src/io/git/git.ts';
import type { Files } from '../project.ts';

/** What leads from one state of a tree to another. */
export function changesBetween(before: Files, after: Files): readonly FileChange[] {
  const mode = '100644';
  return Object.keys({ ...before, ...after }).flatMap((path): FileChange[] => {
    const [old, content] = [before[path], after[path]];
    if (old === content) return [];
    if (content === undefined) return [{ kind: 'delete', path, mode, before: old ?? '' }];
    if (old === undefined) return [{ kind: 'create', path, mode, after: content }];
    return [{ kind: 'modify', path, mode, before: old, after: content }];
  });
}

export function patchBetween(before: Files, after: Files): string {
  return formatPatch(changesBetween(before, after), { blobId: (content) => blobId(content, 'sha1') });
}

/** Throws with a patch from what is expected to what is there. */
export function checkSameFiles(actual: Files, expected: Files, what: string): void {
  const patch = patchBetween(expected, actual);
  if (patch !== '') fail(`${what}\n${patch}`);
}
