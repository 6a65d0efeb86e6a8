import { baseName, folderOf } from '../text/file-path.ts';
import type { FileGraph } from './file-graph.ts';
import type { Spelling } from './resolve-spelling.ts';
import type { Destination, Wrapper } from './wrappers.ts';

/** The operand, delimiters included, by which a file includes a destination. */
export type DestinationSpeller = {
  /** In place of an include of the wrapper: its spelling, with another base name. */
  readonly instead: (file: number, line: Spelling, destination: Destination) => string;
  /** On a line of its own: as the file spells a part or the wrapper above it, else as most of the tree does. */
  readonly added: (file: number, destination: Destination, anchor: Anchor) => string;
};

/** The include behind which a line is added, and the file that it means. */
export type Anchor = { readonly line: Spelling; readonly target: string };

/** @param resolve The files that a spelling may mean. */
export function destinationSpeller(
  graph: FileGraph,
  wrapper: Wrapper,
  resolve: (from: string, spelling: Spelling) => readonly string[],
): DestinationSpeller {
  const path = wrapper.moved.path;
  const usual = usualSpelling(graph, wrapper);
  const spell = (file: number, to: string, candidates: readonly Spelling[]): string => {
    const from = graph.paths[file] ?? '';
    const found = [...candidates, { form: 'quote' as const, path: relativePath(folderOf(from), to) }].find((one) => {
      const meant = resolve(from, one);
      return meant.length === 1 && meant[0] === to;
    });
    const { form, path: spelt } = found ?? { form: 'quote', path: to };
    return form === 'angle' ? `<${spelt}>` : `"${spelt}"`;
  };
  return {
    instead: (file, line, { path: to }) => spell(file, to, likeSpelling(line, path, to)),
    added: (file, { path: to }, { line, target }) => {
      const like = likeSpelling(line, target, to);
      const isOurs = target === path || wrapper.destinations.some((one) => one.path === target);
      const candidates = usual === null || isOurs ? like : [...likeSpelling(usual, path, to), ...like];
      return spell(file, to, candidates);
    },
  };
}

function likeSpelling({ form, path: spelt }: Spelling, wrapper: string, to: string): readonly Spelling[] {
  if (folderOf(wrapper) === folderOf(to)) return [{ form, path: folderOf(spelt) + baseName(to) }];
  const dir = wrapper.endsWith(spelt) ? wrapper.slice(0, wrapper.length - spelt.length) : null;
  return dir !== null && to.startsWith(dir) ? [{ form, path: to.slice(dir.length) }] : [];
}

/** How most includers spell the wrapper by an include directory; null: none does. */
function usualSpelling({ edges, facts, paths }: FileGraph, { file: wrapper, moved }: Wrapper): Spelling | null {
  const counts = new Map<string, { spelling: Spelling; count: number }>();
  for (const [file, list] of edges.entries()) {
    for (const { line, targets } of list) {
      const found = targets.includes(wrapper) ? facts[file]?.includes[line] : undefined;
      const isSibling = found && folderOf(paths[file] ?? '') + found.path === moved.path && found.form === 'quote';
      if (!found || isSibling || !moved.path.endsWith(found.path)) continue;
      const key = found.form + found.path;
      const known = counts.get(key);
      if (known) known.count++;
      else counts.set(key, { spelling: { form: found.form, path: found.path }, count: 1 });
    }
  }
  const [first] = [...counts].sort(([a, one], [b, other]) => other.count - one.count || (a < b ? -1 : 1));
  return first?.[1].spelling ?? null;
}

function relativePath(folder: string, to: string): string {
  const [from, target] = [folder.split('/').slice(0, -1), to.split('/')];
  let common = 0;
  while (common < from.length && common < target.length - 1 && from[common] === target[common]) common++;
  return [...from.slice(common).map(() => '..'), ...target.slice(common)].join('/');
}
