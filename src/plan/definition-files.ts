import picomatch from 'picomatch';

/**
 * The files in which definitions are looked for, as a predicate on paths of the tree. `globs` are the manifest's
 * `definitions`: a file counts when one matches and none that begins with `!` does. null, or exclusions alone, stand
 * for every .c file.
 */
export function definitionFiles(globs: readonly string[] | null): (path: string) => boolean {
  const included = (globs ?? []).filter((glob) => !glob.startsWith('!'));
  const excluded = (globs ?? []).filter((glob) => glob.startsWith('!')).map((glob) => glob.slice(1));
  const isIncluded = included.length === 0 ? isSource : matcherOf(included);
  if (excluded.length === 0) return isIncluded;
  const isExcluded = matcherOf(excluded);
  return (path) => isIncluded(path) && !isExcluded(path);
}

/** Those of a manifest's globs that no file of the tree matches: misspelt, most likely. */
export function globsWithoutFile(globs: readonly string[] | null, files: readonly string[]): readonly string[] {
  return (globs ?? []).filter((glob) => {
    const matches = matcherOf([glob.replace(/^!/, '')]);
    return !files.some(matches);
  });
}

function isSource(path: string): boolean {
  return path.endsWith('.c');
}

function matcherOf(globs: readonly string[]): (path: string) => boolean {
  if (globs.length === 0) return () => false;
  // Says what picomatch's own matcher says, at a tenth of its time: it is asked of every file of the tree.
  const pattern = new RegExp(globs.map((glob) => picomatch.makeRe(glob, { dot: true }).source).join('|'));
  return (path) => pattern.test(path) || globs.includes(path);
}
