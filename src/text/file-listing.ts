import { baseName } from './file-path.ts';
import type { FileListing, Tree } from './tree.ts';

/** What `tree.listing` gives; of a tree without it, made once for the list of its files. */
export function listingOf(tree: Pick<Tree, 'files' | 'listing'>): FileListing {
  if (tree.listing) return tree.listing();
  const files = tree.files();
  const listing = known.get(files) ?? listingOfFiles(files);
  known.set(files, listing);
  return listing;
}

/** A run asks for the files of one tree again and again. */
const known = new WeakMap<readonly string[], FileListing>();

function listingOfFiles(files: readonly string[]): FileListing {
  let all: ReadonlySet<string> | null = null;
  let byName: ReadonlyMap<string, readonly string[]> | null = null;
  let asked = 0;
  return {
    has: (path) => {
      all ??= new Set(files);
      return all.has(path);
    },
    named: (name) => {
      if (byName === null && ++asked <= FEW_NAMES) return filesNamed(files, name);
      byName ??= filesByName(files);
      return byName.get(name) ?? [];
    },
  };
}

/** So many are found sooner than all files are sorted by their names. */
const FEW_NAMES = 4;

function filesNamed(files: readonly string[], name: string): readonly string[] {
  const tail = `/${name}`;
  return files.filter((file) => file.endsWith(name) && (file === name || file.endsWith(tail)));
}

function filesByName(files: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const byName = new Map<string, string[]>();
  for (const file of files) {
    const name = baseName(file);
    const known = byName.get(name);
    if (known) known.push(file);
    else byName.set(name, [file]);
  }
  return byName;
}
