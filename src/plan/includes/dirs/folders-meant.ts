import type { Tree } from '../../../text/tree.ts';

/**
 * The folders that a list of include directories means, in its order and without repetition: a star in a name on the path
 * stands for any letters, and each folder of the tree that fits is meant, sorted.
 */
export function foldersMeant(tree: Tree, dirs: readonly string[]): readonly string[] {
  if (!dirs.some((dir) => dir.includes('*'))) return dirs;
  const folders = foldersOf(tree);
  return [...new Set(dirs.flatMap((dir) => (dir.includes('*') ? folders.filter(matching(dir)) : [dir])))];
}

/** The one directory with a star that means two folders which differ in one name on their path; null for any others. */
export function commonPattern(a: string, b: string): string | null {
  const [left, right] = [a.split('/'), b.split('/')];
  const differing = left.flatMap((name, at) => (name === right[at] ? [] : [at]));
  const [at] = differing;
  if (left.length !== right.length || differing.length !== 1 || at === undefined) return null;
  return left.with(at, '*').join('/');
}

function matching(pattern: string): (folder: string) => boolean {
  const names = pattern.split('/');
  return (folder) => {
    const own = folder.split('/');
    return own.length === names.length && names.every((name, at) => fits(own[at] ?? '', name));
  };
}

/** Each piece between stars is found as early as possible, which takes linear time for all but hostile names. */
function fits(name: string, pattern: string): boolean {
  const [first = '', ...pieces] = pattern.split('*');
  if (pieces.length === 0) return name === first;
  const last = pieces.pop() ?? '';
  if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length) return false;
  let at = first.length;
  for (const piece of pieces) {
    const found = name.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return at <= name.length - last.length;
}

const known = new WeakMap<Tree, readonly string[]>();

function foldersOf(tree: Tree): readonly string[] {
  const read = known.get(tree);
  if (read) return read;
  const folders = new Set<string>();
  for (const file of tree.files()) {
    for (let at = file.lastIndexOf('/'); at > 0; at = file.lastIndexOf('/', at - 1)) {
      const folder = file.slice(0, at);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  const sorted = [...folders].sort();
  known.set(tree, sorted);
  return sorted;
}
