import { listingOf } from '../../text/file-listing.ts';
import { baseName, folderOf } from '../../text/file-path.ts';
import { rememberTexts } from '../../text/remember-texts.ts';
import type { FileListing, Tree } from '../../text/tree.ts';
import { foldersMeant } from './dirs/folders-meant.ts';

/** An include directive as a file spells it. */
export type IncludeSpelling = { readonly form: 'quote' | 'angle'; readonly path: string };

/** Which files of a tree include which; each file is read at most once, and only for its include lines. */
export type IncludeGraph = {
  /** The tree's file that an include in `from` means, or null: not in the tree, or a macro. */
  resolve(from: string, spelling: IncludeSpelling): string | null;
  /** The tree's files that a file includes, under whatever condition, in order and without repetition. */
  includesOf(path: string): readonly string[];
  /** Whether a file includes something that is not found in the tree. */
  leadsOutside(path: string): boolean;
};

/**
 * @param dirs The tree's include directories, relative to its root (`''` is the root), in search order; names may have stars.
 * @param more Files that the tree does not have yet.
 */
export function includeGraph(tree: Tree, dirs: readonly string[], more: readonly string[] = []): IncludeGraph {
  const files = withMore(listingOf(tree), more);
  const folders = foldersMeant(tree, dirs);
  const known = new Map<string, readonly string[]>();
  const inFolders = finderIn(files, folders);
  const resolve = (from: string, { form, path }: IncludeSpelling): string | null => {
    const beside = form === 'quote' ? normalPath(folderOf(from) + path) : null;
    return beside !== null && files.has(beside) ? beside : inFolders(path);
  };
  const includesOf = (path: string): readonly string[] => {
    const cached = known.get(path);
    if (cached) return cached;
    const found = new Set(includesIn(tree.read(path) ?? '').flatMap((spelling) => resolve(path, spelling) ?? []));
    known.set(path, [...found]);
    return [...found];
  };
  const outside = new Map<string, boolean>();
  const leadsOutside = (path: string): boolean => {
    const leads =
      outside.get(path) ?? includesIn(tree.read(path) ?? '').some((spelling) => resolve(path, spelling) === null);
    outside.set(path, leads);
    return leads;
  };
  return { resolve, includesOf, leadsOutside };
}

function withMore(files: FileListing, more: readonly string[]): FileListing {
  if (more.length === 0) return files;
  const others = listingOf({ files: () => more });
  return {
    has: (path) => files.has(path) || others.has(path),
    named: (name) => [...new Set([...files.named(name), ...others.named(name)])],
  };
}

/** So many folders are tried one by one; of more, the files of the path's name are looked at instead. */
const FEW = 32;

/** What a path means below the first of the folders that has it; null for none. */
function finderIn(files: FileListing, folders: readonly string[]): (path: string) => string | null {
  if (folders.length <= FEW) return (path) => firstIn(files, folders, path);
  const order = new Map(folders.flatMap((dir, at) => [[normalPath(dir), at] as const]).reverse());
  return (path) => {
    if (DOTS.test(path)) return firstIn(files, folders, path);
    const end = normalPath(path) ?? path;
    let first: { readonly file: string; readonly at: number } | null = null;
    for (const file of files.named(baseName(end))) {
      const at = file === end || file.endsWith(`/${end}`) ? order.get(file.slice(0, -end.length - 1)) : undefined;
      if (at !== undefined && (first === null || at < first.at)) first = { file, at };
    }
    return first?.file ?? null;
  };
}

/** Names that lead upwards, or nowhere. */
const DOTS = /(?:^|\/)\.\.?(?:\/|$)/;

function firstIn(files: FileListing, folders: readonly string[], path: string): string | null {
  for (const dir of folders) {
    const normal = normalPath(dir === '' ? path : `${dir}/${path}`);
    if (normal !== null && files.has(normal)) return normal;
  }
  return null;
}

/** The include lines of a text, read without parsing it: one in a comment counts too. */
export function spellingsIn(text: string): readonly IncludeSpelling[] {
  return [...text.matchAll(INCLUDE)].map((match) =>
    match[1] === undefined ? { form: 'angle', path: match[2] ?? '' } : { form: 'quote', path: match[1] },
  );
}

/** The same of a file's whole text, which is asked for by each header. */
export const includesIn = rememberTexts(spellingsIn);

const INCLUDE = /^[ \t]*#[ \t]*(?:include|include_next|import)[ \t]*(?:"([^"\n]+)"|<([^>\n]+)>)/gm;

/** A file and all that it includes, the file `except` and what only it brings in left out. */
export function closureOf(graph: IncludeGraph, file: string, except: string): ReadonlySet<string> {
  const known = closures.get(graph) ?? new Map<string, ReadonlySet<string>>();
  closures.set(graph, known);
  const key = `${file}\0${except}`;
  const closure = known.get(key) ?? findClosure(graph, file, except);
  known.set(key, closure);
  return closure;
}

/** The same few files are asked for again and again while one header is planned. */
const closures = new WeakMap<IncludeGraph, Map<string, ReadonlySet<string>>>();

function findClosure(graph: IncludeGraph, file: string, except: string): ReadonlySet<string> {
  const files = new Set([file]);
  for (const one of files)
    if (one !== except) for (const next of graph.includesOf(one)) if (next !== except) files.add(next);
  files.delete(except);
  return files;
}

/**
 * Of some files and all that they include, those from which includes lead to an end, the ends among them; never through the
 * file `except`. To be asked once where `includeChain` would be asked of every file.
 */
export function filesLeadingTo(
  graph: IncludeGraph,
  starts: Iterable<string>,
  isEnd: (file: string) => boolean,
  except: string | null = null,
): ReadonlySet<string> {
  const readers = new Map<string, string[]>();
  const files = new Set(starts);
  for (const file of files) {
    for (const next of graph.includesOf(file)) {
      if (next === except) continue;
      const known = readers.get(next);
      if (known) known.push(file);
      else readers.set(next, [file]);
      files.add(next);
    }
  }
  const leading = new Set([...files].filter(isEnd));
  for (const file of leading) for (const reader of readers.get(file) ?? []) leading.add(reader);
  return leading;
}

/** A shortest chain of includes from one file to another, both ends included; null when there is none. */
export function includeChain(graph: IncludeGraph, from: string, to: string): readonly string[] | null {
  const cameFrom = new Map<string, string | null>([[from, null]]);
  for (const [file] of cameFrom) {
    for (const next of graph.includesOf(file)) {
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, file);
      if (next === to) return chainTo(cameFrom, to);
    }
  }
  return null;
}

function chainTo(cameFrom: ReadonlyMap<string, string | null>, to: string): readonly string[] {
  const chain: string[] = [];
  for (let file: string | null = to; file !== null; file = cameFrom.get(file) ?? null) chain.push(file);
  return chain.reverse();
}

/** Without `.` and `..`; null when it leaves the root. */
export function normalPath(path: string): string | null {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') {
      if (parts.pop() === undefined) return null;
    } else parts.push(part);
  }
  return parts.join('/');
}
