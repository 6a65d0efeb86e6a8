import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { contentAfter, contentBefore, type FileChange } from '../../diff/file-change.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import type { SplitResult } from '../../split/split-result.ts';
import { isOfHeader } from '../split-text.ts';
import { countComment } from './places-in-split.ts';

/**
 * How many comments `changes` duplicate, of those that findings tell as copied: a finding is also new where one of several
 * copies goes.
 */
export function copiedComments(
  results: ReadonlyMap<string, SplitResult>,
  manifests: ReadonlyMap<string, Manifest>,
  changes: readonly FileChange[],
): number {
  const grown = ([path, { findings }]: readonly [string, SplitResult]): readonly Diagnostic[] => {
    const manifest = manifests.get(path);
    if (manifest === undefined) return [];
    const own = changes.filter((change) => isOfHeader({ path, manifest }, change.path));
    return findings.filter((finding) => {
      const count = (text: string | null): number => countComment(text ?? '', finding, manifest);
      const more = own.map((change) => count(contentAfter(change)) - count(contentBefore(change)));
      return finding.code === 'comment-copied' && more.reduce((sum, one) => sum + one, 0) > 0;
    });
  };
  return [...results].flatMap(grown).length;
}
