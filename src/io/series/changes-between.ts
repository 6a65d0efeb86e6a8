import type { FileChange } from '../../diff/file-change.ts';
import { benchOutput, treeAtCommit, type Workbench } from './workbench.ts';

/**
 * What changes from one commit to another below the root; both are on the workbench or its source. A file that is a
 * symbolic link or a submodule at a commit is not there.
 */
export function changesBetween(bench: Workbench, from: string, to: string): readonly FileChange[] {
  const before = treeAtCommit(bench, from);
  const after = treeAtCommit(bench, to);
  if (before.kind !== 'tree' || after.kind !== 'tree') return [];
  return changedPaths(bench, from, to).flatMap((path): FileChange[] => {
    const [was, now] = [before.tree.read(path), after.tree.read(path)];
    if (now === null) return was === null ? [] : [{ kind: 'delete', path, mode: before.tree.mode(path), before: was }];
    const mode = after.tree.mode(path);
    if (was === null) return [{ kind: 'create', path, mode, after: now }];
    return [{ kind: 'modify', path, mode, before: was, after: now }];
  });
}

function changedPaths(bench: Workbench, from: string, to: string): readonly string[] {
  const asked = ['diff-tree', '-r', '-z', '--name-only', '--no-renames', from, to];
  const names = Buffer.from(benchOutput(bench, 'compare two commits', asked), 'latin1')
    .toString('utf8')
    .split('\0');
  const below = bench.source.below === '' ? '' : `${bench.source.below}/`;
  return names.flatMap((name) => (name !== '' && name.startsWith(below) ? [name.slice(below.length)] : []));
}
