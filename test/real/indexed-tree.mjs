import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A folder held in memory with an index of its words, so that a thousand plans do not search it a thousand times. */
export function indexedTree(root, files) {
  const contents = new Map(files.map((file) => [file, readFileSync(join(root, file), 'latin1')]));
  const index = new Map();
  for (const [file, text] of contents) {
    for (const word of new Set(text.match(/[A-Za-z_$][\w$]*(?:[-.+][\w$]+)*/g) ?? [])) {
      for (const key of new Set([word, ...word.split(/[-.+]/)])) {
        const known = index.get(key);
        if (known) known.add(file);
        else index.set(key, new Set([file]));
      }
    }
  }
  const filesNaming = (words, within) => {
    const found = new Map();
    for (const word of words)
      for (const file of index.get(word) ?? []) if (within(file)) found.set(file, [...(found.get(file) ?? []), word]);
    return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
  };
  return {
    files: () => files,
    read: (path) => contents.get(path) ?? null,
    mode: () => '100644',
    filesNaming,
    search: (queries) => queries.map(({ words, within }) => filesNaming(words, within)),
  };
}
