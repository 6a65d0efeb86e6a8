import { hasWildcard, readGlob } from '../../text/glob.ts';
import { matcherOf } from '../../text/pattern.ts';
import { uniteFiles } from '../../text/united-files.ts';

/**
 * The files in which definitions are looked for, as a predicate on paths of the tree. `globs` are the manifest's
 * `definitions`: a file counts when one matches and none that begins with `!` does. null, or exclusions alone, stand
 * for every .c file.
 */
export function definitionFiles(globs: readonly string[] | null): (path: string) => boolean {
  return globs === null ? isSource : filesMeant(globs, isSource);
}

/** Files among which are those of each of the lists of globs. */
export function definitionFilesOfAny(lists: readonly (readonly string[] | null)[]): (path: string) => boolean {
  const included = lists.map((globs) => (globs ?? []).filter((glob) => !glob.startsWith('!')));
  const isNamed = isAnyOf([...new Set(included.flat())]);
  const hasOthers = included.some((globs) => globs.length === 0);
  return uniteFiles(lists.map(definitionFiles), (path) => (hasOthers && isSource(path)) || isNamed(path));
}

/** The same of any list of globs; exclusions alone stand for all `others` but those. */
export function filesMeant(globs: readonly string[], others: (path: string) => boolean): (path: string) => boolean {
  const known = compiled.get(globs) ?? sameOrNew(globs, others);
  compiled.set(globs, known);
  return known;
}

/** A run asks for the same manifest's files again and again. */
const compiled = new WeakMap<readonly string[], FilePredicate>();

type FilePredicate = (path: string) => boolean;

/** Several manifests, or two versions of one, often say the same: then it is one predicate, asked of each file once. */
function sameOrNew(globs: readonly string[], others: FilePredicate): FilePredicate {
  const ofOthers = bySpelling.get(others) ?? new Map<string, FilePredicate>();
  bySpelling.set(others, ofOthers);
  const spelling = JSON.stringify(globs);
  const made = ofOthers.get(spelling) ?? compile(globs, others);
  ofOthers.set(spelling, made);
  return made;
}

const bySpelling = new WeakMap<FilePredicate, Map<string, FilePredicate>>();

function compile(globs: readonly string[], others: (path: string) => boolean): (path: string) => boolean {
  const included = globs.filter((glob) => !glob.startsWith('!'));
  const excluded = globs.filter((glob) => glob.startsWith('!')).map((glob) => glob.slice(1));
  const isIncluded = included.length === 0 ? others : isAnyOf(included);
  if (excluded.length === 0) return isIncluded;
  const isExcluded = isAnyOf(excluded);
  return (path) => isIncluded(path) && !isExcluded(path);
}

/** Those of a manifest's globs that no file of the tree matches: misspelt, most likely. */
export function globsWithoutFile(globs: readonly string[] | null, files: readonly string[]): readonly string[] {
  if (globs === null) return [];
  const matching = matchingGlobs(globs.map((glob) => glob.replace(/^!/, '')));
  const matched = new Set<number>();
  for (const file of files) {
    for (const at of matching(file)) matched.add(at);
    if (matched.size === globs.length) break;
  }
  return globs.filter((_, at) => !matched.has(at));
}

function isSource(path: string): boolean {
  return path.endsWith('.c');
}

function isAnyOf(globs: readonly string[]): (path: string) => boolean {
  const plain = new Set(globs);
  if (!globs.some(hasWildcard)) return (path) => plain.has(path);
  const matching = matchingGlobs(globs);
  return (path) => matching(path).length > 0;
}

/** Which of some globs a path is meant by, by their indices: also by its own name, be that a glob for others. */
function matchingGlobs(globs: readonly string[]): (path: string) => readonly number[] {
  const spelt = new Map<string, number[]>();
  for (const [at, glob] of globs.entries()) spelt.set(glob, [...(spelt.get(glob) ?? []), at]);
  const wild = globs.flatMap((glob, at) => {
    const read = hasWildcard(glob) ? readGlob(glob) : null;
    return read?.kind === 'pattern' ? [{ at, pattern: read.pattern }] : [];
  });
  const match = matcherOf(wild.map(({ pattern }) => pattern));
  return (path) => [...(spelt.get(path) ?? []), ...match(path).map((one) => wild[one]?.at ?? -1)];
}
