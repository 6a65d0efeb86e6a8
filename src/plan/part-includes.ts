import type { Header } from '../model/header.ts';
import type { Layout } from './layout.ts';
import type { Mentions } from './spellings.ts';
import { wrapperKey } from './split-plan.ts';

/**
 * How each part file and the wrapper spell the part files that they include: `"sibling.h"`; in another folder by one of
 * the include directories `dirs` that the tree or the manifest shows, else relative to the including file.
 */
export function spellPartIncludes(
  header: Header,
  layout: Layout,
  dirs: readonly string[],
  mentions: Mentions,
): ReadonlyMap<string, readonly string[]> {
  const spell = partFileSpeller(dirs, mentions);
  const parts = layout.files.map(({ path }): [string, string[]] => [
    path,
    (layout.includes.get(path) ?? []).map((other) => spell(path, other)),
  ]);
  const all = layout.files.map(({ path }) => spell(header.source.path, path));
  return new Map([...parts, [wrapperKey, all]]);
}

/** The operand, delimiters included, by which one file of a split includes another. */
export function partFileSpeller(dirs: readonly string[], mentions: Mentions): (from: string, to: string) => string {
  const form = commonForm(mentions);
  return (from, to) => {
    const [folder, target] = [folderOf(from), folderOf(to)];
    if (folder === target) return `"${to.slice(target.length)}"`;
    const dir = dirs.find((one) => one === '' || to.startsWith(`${one}/`));
    if (dir === undefined) return `"${relativePath(folder, to)}"`;
    const path = dir === '' ? to : to.slice(dir.length + 1);
    return form === 'angle' ? `<${path}>` : `"${path}"`;
  };
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

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
