import { listingOf } from '../../../text/file-listing.ts';
import { baseName } from '../../../text/file-path.ts';
import type { Tree } from '../../../text/tree.ts';
import { type IncludeSpelling, includeGraph, includesIn } from '../include-graph.ts';
import { isSystemHeader } from '../system-headers.ts';
import { commonPattern } from './folders-meant.ts';

/** What shows that a directory is one for includes. */
type Evidence = { readonly quoted: Set<string>; readonly angled: Set<string>; readonly files: Set<string> };

/**
 * The directories, beside those of `dirs`, that alone of the tree have what the header includes, in the order of its includes;
 * then those of what the files that include it include, the most needed first. Of these one counts that a tenth of the
 * files needs, by a name in quotes or by two in angle brackets: one of them may be the system's.
 *
 * @param mentioning Files with an include that can mean the header, and how they spell it.
 */
export function dirsFoundOnly(
  tree: Tree,
  header: string,
  mentioning: readonly { readonly file: string; readonly spelling: IncludeSpelling }[],
  dirs: readonly string[],
): readonly string[] {
  const own = [...evidenceIn(tree, [header], dirs).keys()].slice(0, MOST);
  const { resolve } = includeGraph(tree, dirs);
  const including = mentioning.filter(({ file, spelling }) => file !== header && resolve(file, spelling) === header);
  const users = [...new Set(including.map(({ file }) => file))];
  const shown = [...evidenceIn(tree, users, [...dirs, ...own])].filter(
    ([, { quoted, angled, files }]) => isEnough(files.size, users.length) && (quoted.size > 0 || angled.size > 1),
  );
  shown.sort(([a, one], [b, other]) => other.files.size - one.files.size || (a < b ? -1 : 1));
  return [...own, ...shown.slice(0, MOST - own.length).map(([dir]) => dir)];
}

/** More than these are no list that somebody reads. */
const MOST = 8;

/** What one file of several has a directory for says little of the others. */
function isEnough(some: number, all: number): boolean {
  return some * 10 >= all && (some > 1 || all < 4);
}

/** Whether no compiler reads both: `arch/arm/include`, `arch/x86/include`. */
function isAlike(a: string, b: string): boolean {
  const pattern = commonPattern(a, b);
  return pattern !== null && !pattern.endsWith('*');
}

/** By directory, the includes of `files` that are not found under `dirs` and lie below it alone; not of the root. */
function evidenceIn(tree: Tree, files: readonly string[], dirs: readonly string[]): ReadonlyMap<string, Evidence> {
  const { resolve } = includeGraph(tree, dirs);
  const listing = listingOf(tree);
  const found = new Map<string, Evidence>();
  const onlyDir = (path: string): string | null => {
    const [first, ...others] = listing.named(baseName(path)).filter((file) => `/${file}`.endsWith(`/${path}`));
    return first === undefined || others.length > 0
      ? null
      : first.slice(0, Math.max(0, first.length - path.length - 1));
  };
  for (const file of files) {
    for (const spelling of includesIn(tree.read(file) ?? '')) {
      const { form, path } = spelling;
      if (path.startsWith('.') || isSystemHeader(path) || resolve(file, spelling) !== null) continue;
      const dir = onlyDir(path);
      if (dir === null || dir === '' || dirs.some((one) => isAlike(one, dir))) continue;
      const known = found.get(dir) ?? { quoted: new Set(), angled: new Set(), files: new Set() };
      found.set(dir, known);
      (form === 'quote' ? known.quoted : known.angled).add(path);
      known.files.add(file);
    }
  }
  return found;
}
