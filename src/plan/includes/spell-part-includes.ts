import type { Header } from '../../model/header.ts';
import { folderOf } from '../../text/file-path.ts';
import type { Layout } from '../layout.ts';
import { wrapperKey } from '../split-plan.ts';
import type { Mentions } from './header-mentions.ts';
import type { IncludeGraph, IncludeSpelling } from './include-graph.ts';
import { includedFile, includeTarget } from './included-file.ts';

/** The operand, delimiters included, by which one file of a split includes another. */
export type PartFileSpeller = (from: string, to: string) => string;

/** How each part file and the wrapper spell the part files that they include. */
export function spellPartIncludes(
  header: Header,
  layout: Layout,
  spell: PartFileSpeller,
): ReadonlyMap<string, readonly string[]> {
  const parts = layout.files.map(({ path }): [string, string[]] => [
    path,
    (layout.includes.get(path) ?? []).map((other) => spell(path, other)),
  ]);
  const all = layout.files.map(({ path }) => spell(header.source.path, path));
  return new Map([...parts, [wrapperKey, all]]);
}

/**
 * `"sibling.h"`, unless the header spells the files beside it, and its users spell the header, in angle brackets: then
 * so, by the same include directory. A file in another folder by one of the include directories `dirs` that the tree or
 * the manifest shows, else relative to the including file.
 *
 * @param header The whole header, or the wrapper, whose includes of part files tell the same.
 */
export function partFileSpeller(
  header: Header,
  graph: IncludeGraph,
  dirs: readonly string[],
  mentions: Mentions,
): PartFileSpeller {
  const form = commonForm(mentions);
  const angleDir = angleDirOf(header, graph, mentions);
  return (from, to) => {
    const [folder, target] = [folderOf(from), folderOf(to)];
    if (angleDir !== null && isBelow(angleDir, to)) return `<${relativeTo(angleDir, to)}>`;
    if (folder === target) return `"${to.slice(target.length)}"`;
    const dir = dirs.find((one) => isBelow(one, to));
    if (dir === undefined) return `"${relativePath(folder, to)}"`;
    return form === 'angle' ? `<${relativeTo(dir, to)}>` : `"${relativeTo(dir, to)}"`;
  };
}

/**
 * The include directory by which even siblings are spelt in angle brackets; null where they are not. Quotes always find
 * a file beside the including one, so brackets need a reason, and a user that finds the header as its own neighbour may
 * be compiled without the directory.
 */
function angleDirOf(header: Header, graph: IncludeGraph, mentions: Mentions): string | null {
  const { path } = header.source;
  const folder = folderOf(path);
  const isNeighbour = ({ file, spelling }: Mentions['includers'][number]): boolean =>
    spelling.form === 'quote' && folderOf(file) === folder && spelling.path === path.slice(folder.length);
  if (mentions.includers.length > 0 && commonForm(mentions) === 'quote') return null;
  if (mentions.includers.some(isNeighbour)) return null;
  const targets = header.items.flatMap((item) => {
    const target = includeTarget(item);
    return target === null ? [] : [{ target, file: includedFile(header, { graph }, item) }];
  });
  const own = targets.flatMap(({ target, file }) => (file === null ? [] : [{ target, file }]));
  const beside = own.filter(({ file }) => folderOf(file) === folder);
  const models = beside.length > 0 ? beside : own;
  // What a build makes is not in the tree, and its spelling tells as much.
  const made = targets.filter(({ file, target }) => file === null && target.form === 'quote');
  if (models.length === 0 || made.length > 0 || models.some(({ target }) => target.form === 'quote')) return null;
  // Of two files of one name, a spelling means the one that is found by it.
  const meant = mentions.includers.filter(({ file, spelling }) => {
    const found = graph.resolve(file, spelling);
    return found === null || found === path;
  });
  const spellings = meant.flatMap(({ spelling }) => dirOf(path, spelling));
  const dirs = [...spellings, ...beside.flatMap(({ file, target }) => dirOf(file, target))];
  return dirs[0] === undefined ? null : commonest(dirs);
}

/** The directory from which a spelling in angle brackets means a file. */
function dirOf(file: string, { form, path }: IncludeSpelling): readonly string[] {
  if (form === 'quote' || (file !== path && !file.endsWith(`/${path}`))) return [];
  return [file.slice(0, Math.max(0, file.length - path.length - 1))];
}

function commonest(texts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const [first] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return first?.[0] ?? '';
}

function isBelow(dir: string, path: string): boolean {
  return dir === '' || path.startsWith(`${dir}/`);
}

function relativeTo(dir: string, path: string): string {
  return dir === '' ? path : path.slice(dir.length + 1);
}

function relativePath(folder: string, to: string): string {
  const [from, target] = [folder.split('/').slice(0, -1), to.split('/')];
  let common = 0;
  while (common < from.length && common < target.length - 1 && from[common] === target[common]) common++;
  return [...from.slice(common).map(() => '..'), ...target.slice(common)].join('/');
}

function commonForm(mentions: Mentions): 'quote' | 'angle' {
  const angles = mentions.includers.filter(({ spelling }) => spelling.form === 'angle').length;
  return angles * 2 > mentions.includers.length ? 'angle' : 'quote';
}
