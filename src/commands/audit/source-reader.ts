import type { ReadFiles } from '../../audit/tree-source.ts';
import type { DiskTree } from '../../io/tree/disk-tree.ts';
import type { RevisionTree } from '../../io/tree/revision-tree.ts';
import { readEach } from '../../io/tree/scan-files.ts';

export type SourceReader = {
  readonly paths: readonly string[];
  readonly read: ReadFiles;
  /** One file as latin1; null where it is none. */
  readonly text: (path: string) => string | null;
};

/** Files between two remarks on how far a reading is. */
const EACH = 256;

/** The same reading, which says how far it is: a tree the size of Linux takes a minute where nothing is kept yet. */
export function toldRead(read: ReadFiles, step: (text: string) => void): ReadFiles {
  return (paths, visit) => {
    let count = 0;
    read(paths, (...file) => {
      count++;
      if (count % EACH === 0) step(`reading calls: ${count} of ${paths.length} files ...`);
      visit(...file);
    });
  };
}

/** The files of the work tree, or of a revision. */
export function sourceReader(tree: DiskTree, revision: RevisionTree | null): SourceReader {
  if (revision === null) {
    return { paths: tree.files(), read: (paths, visit) => readEach(tree.root, paths, visit), text: tree.read };
  }
  return { paths: revision.files(), read: revision.readEach, text: revision.read };
}
