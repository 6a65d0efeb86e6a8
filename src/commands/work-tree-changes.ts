import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { contentAfter, contentBefore, type FileChange } from '../diff/file-change.ts';
import type { RevisionTree } from '../io/tree/revision-tree.ts';
import { placeOfFile } from '../text/place.ts';
import type { Tree } from '../text/tree.ts';

/**
 * The changes of a revision that the work tree still lacks: those of files that stand as the revision has them. A file
 * that has the result already is left; any other would lose what it holds, which is a finding.
 */
export function changesInWorkTree(
  tree: Tree,
  { revision }: RevisionTree,
  changes: readonly FileChange[],
): { readonly changes: readonly FileChange[]; readonly findings: readonly Diagnostic[] } {
  const lacking: FileChange[] = [];
  const findings: Diagnostic[] = [];
  for (const change of changes) {
    const standing = tree.read(change.path);
    if (standing === contentAfter(change)) continue;
    if (standing === contentBefore(change)) lacking.push(change);
    else findings.push(differing(change.path, revision, standing === null));
  }
  return { changes: lacking, findings };
}

function differing(path: string, revision: string, isGone: boolean): Diagnostic {
  const message = isGone
    ? `${path} is gone, but '${revision}' has it`
    : `${path} matches neither '${revision}' nor the split made from it`;
  return diagnostic('differs-from-revision', message, placeOfFile(path));
}
