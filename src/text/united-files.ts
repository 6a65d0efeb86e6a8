type Within = (path: string) => boolean;

/** Which predicates on files were united in another. */
const united = new WeakMap<Within, ReadonlySet<Within>>();

/**
 * `all`, which must accept every file that one of `parts` accepts: a search within it is known to answer those within each
 * of them, without asking of every file.
 */
export function uniteFiles(parts: readonly Within[], all: Within): Within {
  const union: Within = (path) => all(path);
  united.set(union, new Set(parts));
  return union;
}

/** Whether a predicate is another, or was united in it. */
export function isPartOf(part: Within, union: Within): boolean {
  return part === union || united.get(union)?.has(part) === true;
}
