import { listingOf } from '../../text/file-listing.ts';
import { baseName, folderOf } from '../../text/file-path.ts';
import type { Tree } from '../../text/tree.ts';
import { findIncludeDirs } from './dirs/find-include-dirs.ts';
import { type IncludeSpelling, normalPath, spellingsIn } from './include-graph.ts';
import { withoutComments } from './without-comments.ts';

/** How the tree speaks of the header: who includes it, how they spell it, and who names it otherwise. */
export type Mentions = {
  /** Files with an include directive that can mean the header. */
  readonly includers: readonly { readonly file: string; readonly spelling: IncludeSpelling }[];
  /**
   * Tracked files that name it without including it, in more than a comment, and are not manifests: build files,
   * generators, documents.
   */
  readonly others: readonly string[];
  /** Those of them that render its kernel-doc comments. */
  readonly rendering: ReadonlySet<string>;
};

/** Sorts the files that name the header's base name by how they do. */
export function mentionsOf(tree: Tree, header: string, naming: Iterable<string>): Mentions {
  const base = baseName(header);
  const tail = `/${base}`;
  const isUnique = listingOf(tree).named(base).length === 1;
  const includers: { file: string; spelling: IncludeSpelling }[] = [];
  const others: string[] = [];
  const rendering = new Set<string>();
  const isNamed = (text: string): boolean => namesPath(text, header, base, isUnique);
  for (const file of naming) {
    if (file === header) continue;
    const text = tree.read(file) ?? '';
    const read = readSpellings(
      text,
      base,
      ({ path }) => path === base || path.endsWith(tail),
      ({ path }) => header === path || header.endsWith(`/${path}`) || sibling(file, path) === header,
    );
    if (read.kind === 'meant') includers.push({ file, spelling: read.spelling });
    else if (
      read.kind === 'none' &&
      tree.isTracked?.(file) !== false &&
      isNamed(text) &&
      !isManifest(file, text) &&
      isNamed(withoutIncludes(withoutComments(file, text)))
    ) {
      others.push(file);
      if (rendersComments(text, base)) rendering.add(file);
    }
  }
  return { includers, others, rendering };
}

type SpellingsRead =
  | { readonly kind: 'meant'; readonly spelling: IncludeSpelling }
  /** No include that can mean the file, or some, none of which does. */
  | { readonly kind: 'none' | 'others' };

/**
 * The first include in a text that `means` a file, of those in which `base` stands and that `canMean` it. Includes stand near
 * the top: what follows the one that is looked for is not read.
 */
function readSpellings(
  text: string,
  base: string,
  canMean: (spelling: IncludeSpelling) => boolean,
  means: (spelling: IncludeSpelling) => boolean,
): SpellingsRead {
  let kind: 'none' | 'others' = 'none';
  for (let at = text.indexOf(base); at >= 0; ) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    const spellings = spellingsIn(text.slice(text.lastIndexOf('\n', at) + 1, end)).filter(canMean);
    const spelling = spellings.find(means);
    if (spelling) return { kind: 'meant', spelling };
    if (spellings.length > 0) kind = 'others';
    at = text.indexOf(base, end);
  }
  return { kind };
}

function rendersComments(text: string, base: string): boolean {
  const directives = text.matchAll(/^[ \t]*\.\.[ \t]+kernel-doc::[ \t]+(?:\S*\/)?(\S+)/gm);
  return [...directives].some(([, name]) => name === base);
}

/** Include lines in strings: a script that writes C includes the wrapper, which is still there. */
function withoutIncludes(text: string): string {
  return text.replace(/#[ \t]*include[ \t]*(?:<[^<>\n]*>|\\?"[^"\n]*")/g, '');
}

/** A manifest, or the file of a series of them, speaks of the header for this tool alone. */
function isManifest(file: string, text: string): boolean {
  const has = (key: string): boolean => new RegExp(`^${key}:`, 'm').test(text);
  return /\.ya?ml$/.test(file) && has('version') && ((has('header') && has('parts')) || has('manifests'));
}

function sibling(file: string, path: string): string | null {
  return normalPath(folderOf(file) + path);
}

/** Whether the header's path, or enough of its end, stands in a text; the base name alone must be the tree's only one. */
function namesPath(text: string, header: string, base: string, isUnique: boolean): boolean {
  for (let at = text.indexOf(base); at >= 0; at = text.indexOf(base, at + 1)) {
    let start = at;
    while (start > 0 && /[\w./+-]/.test(text[start - 1] ?? '')) start--;
    const path = text.slice(start, at + base.length).replace(/^(?:\.{0,2}\/)+/, '');
    if (
      !/[\w-]/.test(text[at + base.length] ?? ' ') &&
      ((path === base ? isUnique : header.endsWith(`/${path}`)) || header === path || path.endsWith(`/${header}`))
    )
      return true;
  }
  return false;
}

/** The include directories to look into: those that the tree shows, and the root. */
export function includeDirsFrom(tree: Tree, header: string, mentions: Mentions): readonly string[] {
  const known = knownDirs(header, mentions);
  return [...known, ...findIncludeDirs(tree, header, known).map(({ dir }) => dir)];
}

/** Those that the spellings of the header imply, and the root. */
export function knownDirs(header: string, mentions: Mentions): readonly string[] {
  return [...new Set([...evidentDirs(header, mentions), ''])];
}

/** The include directories that the spellings imply, the commonest first, and the folders named `include` above. */
export function evidentDirs(header: string, mentions: Mentions): readonly string[] {
  const counts = new Map<string, number>();
  for (const { spelling } of mentions.includers) {
    if (header !== spelling.path && !header.endsWith(`/${spelling.path}`)) continue;
    const dir = header.slice(0, header.length - spelling.path.length).replace(/\/$/, '');
    counts.set(dir, (counts.get(dir) ?? 0) + 1);
  }
  const folder = header.slice(0, Math.max(0, header.lastIndexOf('/')));
  const spelt = [...counts]
    .filter(([dir]) => dir !== folder || counts.size === 1)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([dir]) => dir);
  const folders = header
    .split('/')
    .slice(0, -1)
    .map((_, at, parts) => parts.slice(0, at + 1).join('/'));
  const includes = folders.filter((dir) => dir === 'include' || dir.endsWith('/include'));
  return [...new Set([...spelt, ...includes.reverse()])];
}
