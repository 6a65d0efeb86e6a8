import { makeScanner } from '../scan/scan-file.ts';
import type { FactsIndex } from './facts-index.ts';
import type { ReadFiles, ScannedFile } from './tree-source.ts';

/** What the files of a tree hold. */
export type Contents = {
  /** By file, an id of its bytes; '' for a file that cannot be read, or where nothing is kept. */
  readonly ids: readonly string[];
  /** The facts of the files, read when first asked for. */
  readonly files: () => readonly ScannedFile[];
  /** The ids of what the facts were read from. */
  readonly idsRead: () => readonly string[];
};

/** Files whose content git does not know for sure are read for their ids, and again for facts that nobody has. */
export function contentsOf(paths: readonly string[], read: ReadFiles, index: FactsIndex): Contents {
  const ids = new Map<string, string>();
  for (const path of paths) ids.set(path, index.known(path) ?? '');
  const isEmpty = [...ids.values()].every((id) => id === '');
  // Where nothing is known of any file, all are read for their facts at once.
  if (!isEmpty) {
    const unsure = paths.filter((path) => ids.get(path) === '');
    read(unsure, (path, bytes) => ids.set(path, index.idOf(bytes)));
  }
  let files: readonly ScannedFile[] | null = null;
  return {
    ids: [...ids.values()],
    files: () => {
      files ??= readFacts(paths, ids, read, index);
      return files;
    },
    idsRead: () => [...ids.values()],
  };
}

function readFacts(
  paths: readonly string[],
  ids: Map<string, string>,
  read: ReadFiles,
  index: FactsIndex,
): readonly ScannedFile[] {
  const facts = new Map<string, Int32Array>();
  for (const [path, id] of ids) {
    const known = id === '' ? null : index.factsOf(id);
    if (known !== null) facts.set(path, known);
  }
  const scan = makeScanner(index.names);
  const missing = paths.filter((path) => !facts.has(path));
  for (const path of missing) ids.set(path, '');
  read(missing, (path, bytes) => {
    const id = index.idOf(bytes);
    const own = index.factsOf(id) ?? scan(bytes);
    index.keep(id, bytes.length, own);
    ids.set(path, id);
    facts.set(path, own);
  });
  return paths.flatMap((path) => {
    const own = facts.get(path);
    return own === undefined ? [] : [{ path, facts: own }];
  });
}
