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

/** Which predicate on files another was made of. */
const wider = new WeakMap<Within, Within>();

/** Those of the files of `all` that `isLeft` accepts, too: a search within `all` is known to answer those within them. */
export function narrowFiles(all: Within, isLeft: Within): Within {
  const narrowed: Within = (path) => isLeft(path) && all(path);
  wider.set(narrowed, all);
  return narrowed;
}

/** Whether a predicate is another, was united in it, or was narrowed from what is part of it. */
export function isPartOf(part: Within, union: Within): boolean {
  for (let one: Within | undefined = part; one !== undefined; one = wider.get(one)) {
    if (one === union || united.get(union)?.has(one) === true) return true;
  }
  return false;
}
