import { assertNever } from '../diagnostics/assert-never.ts';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import type { FileChange } from '../diff/file-change.ts';
import type { PathProblem } from '../io/check-path.ts';
import type { DiskTree } from '../io/tree/disk-tree.ts';
import type { RevisionTree } from '../io/tree/revision-tree.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { type Place, placeOf, placeOfFile } from '../text/place.ts';

/** Why the tree has no header at `path`, in words; `place` is where the user names it. Null when it has one. */
export function checkHeaderPath(tree: DiskTree, path: string, place: Place): Diagnostic | null {
  const problem = tree.read(path) === null ? tree.problemOf(path) : null;
  if (problem === null) return null;
  const code = problem === 'missing' ? 'file-missing' : 'header-unusable';
  return diagnostic(code, messageOf(problem, path), place);
}

/** As `checkHeaderPath`, for a tree as a revision has it. */
export function checkHeaderAt(tree: RevisionTree, path: string, place: Place): Diagnostic | null {
  if (tree.read(path) !== null) return null;
  const missing = diagnostic('file-missing', `'${tree.revision}' has no header '${path}'`, place);
  return unusableHeaderAt(tree, path, place) ?? missing;
}

/**
 * A finding for files of a revision that were asked for and cannot be had: what is planned without them is not the
 * whole.
 */
export function checkComplete(tree: RevisionTree): readonly Diagnostic[] {
  const [first, ...others] = tree.missing();
  if (first === undefined) return [];
  const more = others.length === 0 ? '' : ` and ${others.length} other files`;
  const message = `git does not have the content of ${first}${more} at '${tree.revision}'`;
  return [diagnostic('object-missing', message, placeOfFile(first))];
}

/** What stands at `path` in a revision and is no header to be read; null when that is one, or nothing. */
export function unusableHeaderAt(tree: RevisionTree, path: string, place: Place): Diagnostic | null {
  if (tree.read(path) !== null) return null;
  if (tree.missing().includes(path)) return null;
  if (tree.files().includes(path)) return diagnostic('header-unusable', messageOf('too-large', path), place);
  const reason = tree.obstacleAt(path);
  return reason === null ? null : diagnostic('header-unusable', `'${path}' ${reason}`, place);
}

/**
 * What keeps a change from being written, whoever writes it: a symbolic link on the way, a folder where a file should
 * be. `obstacle` says so of a path, in words that follow it. Told at the place of the manifest that asks for the file.
 */
export function checkTargets(
  obstacle: (path: string) => string | null,
  changes: readonly FileChange[],
  manifests: readonly Manifest[],
): readonly Diagnostic[] {
  return changes.flatMap(({ path }) => {
    const reason = obstacle(path);
    return reason === null ? [] : [diagnostic('write-refused', `${path} ${reason}`, placeOfTarget(path, manifests))];
  });
}

function placeOfTarget(path: string, manifests: readonly Manifest[]): Place {
  for (const { source, header, parts } of manifests) {
    if (header.value === path) return placeOf(source, header.span);
    const part = parts.find(({ file }) => file === path);
    if (part) return placeOf(source, part.span);
  }
  return placeOfFile(path);
}

function messageOf(problem: PathProblem, path: string): string {
  switch (problem) {
    case 'leaves-root':
      return `'${path}' leads out of the root of the tree`;
    case 'symlink-leaves-root':
      return `'${path}' leads out of the root of the tree through a symbolic link`;
    case 'missing':
      return `the tree has no header '${path}'`;
    case 'directory':
      return `'${path}' is a directory`;
    case 'not-regular':
      return `'${path}' is not a regular file`;
    case 'unreadable':
      return `'${path}' cannot be read: permission denied, or a disk error`;
    case 'too-large':
      return `'${path}' is larger than any C header`;
    case 'binary':
      return `'${path}' holds NUL bytes`;
    default:
      return assertNever(problem);
  }
}
