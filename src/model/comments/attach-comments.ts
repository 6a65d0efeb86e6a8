import type { Comment, Item, Node } from '../header.ts';
import { type ItemKind, kindOf } from '../item-kind.ts';
import { itemsOf } from '../node-extent.ts';
import {
  isAnnounced,
  isDocComment,
  namesForSure,
  namesFunction,
  namesItem,
  type Wording,
  withoutAnnounced,
  wordingOf,
} from './comment-names.ts';
import { isInsideRun, paragraphAbove, remarksAmong, runBelow } from './comment-run.ts';
import { sectionsAmong } from './comment-section.ts';

/**
 * Says for each comment which items it speaks of:
 * - a doc comment, or one that names what is directly below it or functions further down the run: the first item
 *   (`own`) and those it names (`doc`);
 * - directly above one item, or amid a run: that item (`own`);
 * - directly above a run without blank line: all of the run, or the macros that it begins with (`heading`);
 * - detached by a blank line (`section`): the items that it names if they stand above it and none below does; else
 *   those of its section; the item before it where none follows or where it is a remark on that.
 * Tags that are merely announced (`struct x;`) are not what a comment speaks of where there is anything else.
 */
export function attachComments(text: string, nodes: readonly Node[], items: readonly Item[]): readonly Node[] {
  return attachAmong({ text, items, counter: { next: 0 } }, nodes, []);
}

type Context = { readonly text: string; readonly items: readonly Item[]; readonly counter: { next: number } };

/** `around` holds the items of the innermost group or bracket that has any: for a comment among no items. */
function attachAmong(context: Context, siblings: readonly Node[], around: readonly number[]): readonly Node[] {
  const remarks = remarksAmong(context.text, siblings, context.items);
  const sections = sectionsAmong(context.text, siblings, context.items, remarks);
  const nodes: Node[] = [];
  let before = around.slice(-1);
  siblings.forEach((node, at) => {
    const inside = itemsOf(node);
    if (inside.length > 0) before = inside.slice(-1);
    if (node.kind === 'comment') {
      const attached = attach(context, siblings, at, {
        section: sections.get(at) ?? null,
        before,
        on: remarks.get(at),
      });
      nodes.push({ kind: 'comment', comment: { ...node.comment, ...attached, index: context.counter.next++ } });
    } else nodes.push(attachInside(context, node, inside));
  });
  return nodes;
}

function attachInside(context: Context, node: Exclude<Node, { kind: 'comment' }>, inside: readonly number[]): Node {
  switch (node.kind) {
    case 'item':
      return node;
    case 'group': {
      const branches = node.branches.map((branch) => ({
        ...branch,
        nodes: attachAmong(context, branch.nodes, inside),
      }));
      return { ...node, branches };
    }
    case 'bracket':
      return { ...node, nodes: attachAmong(context, node.nodes, inside) };
  }
}

type Attached = Pick<Comment, 'role' | 'serves'>;
/** `section`: of a title; `on`: the place of what a remark is on. */
type Surroundings = {
  readonly section: readonly number[] | null;
  readonly before: readonly number[];
  readonly on: number | undefined;
};

function attach({ text, items }: Context, siblings: readonly Node[], at: number, around: Surroundings): Attached {
  const node = siblings[at];
  const comment = wordingOf(node?.kind === 'comment' ? text.slice(node.comment.span.start, node.comment.span.end) : '');
  const run = runBelow(text, siblings, at)
    .map(itemsOf)
    .filter((indices) => indices.length > 0);
  const isTitle = around.section?.some((index) => !isAnnounced(items[index])) ?? false;
  if (run.length === 0 || isTitle) {
    const remarked = paragraphAbove(text, siblings, around.on === undefined ? at : around.on + 1).flatMap(itemsOf);
    return { role: 'section', serves: titled(comment, remarked, around, items) };
  }
  const attached = attachToRun(comment, run, isInsideRun(text, siblings, at, items), items);
  // Copied, as a filtered array keeps room to grow: of a large header that was a twentieth of the memory.
  return { ...attached, serves: [...withoutAnnounced(attached.serves, items)] };
}

/** `remarked`: the items of the paragraph above. */
function titled(
  comment: Wording,
  remarked: readonly number[],
  { section, before }: Surroundings,
  items: readonly Item[],
): readonly number[] {
  const named = remarked.filter((index) => namesForSure(comment, items[index]));
  if (named.length > 0 && !section?.some((index) => namesForSure(comment, items[index]))) return named;
  return section !== null && section.length > 0 ? section : before;
}

function attachToRun(
  comment: Wording,
  run: readonly (readonly number[])[],
  isInside: boolean,
  items: readonly Item[],
): Attached {
  const begins = run.findIndex((indices) => indices.some((index) => !isAnnounced(items[index])));
  const first = run.slice(0, Math.max(begins, 0) + 1).flat();
  const rest = run.slice(Math.max(begins, 0) + 1);
  const namesFirst = first.some((index) => namesItem(comment, items[index]));
  const isNamed = namesFirst ? namesItem : namesFunction;
  const named = rest.filter((indices) => indices.some((index) => isNamed(comment, items[index])));
  if (isDocComment(comment.text) || namesFirst || named.length > 0)
    return { role: named.length > 0 ? 'doc' : 'own', serves: [first, ...named].flat() };
  const headed = isInside ? [] : alikeIn(comment, rest, first, items);
  return { role: headed.length > 0 ? 'heading' : 'own', serves: [first, ...headed].flat() };
}

/**
 * How much of the run below `first` a heading speaks of: above includes or macros only such, never an include further
 * down. One that names a source file ("pager.c") speaks of whatever that file has.
 */
function alikeIn(
  comment: Wording,
  rest: readonly (readonly number[])[],
  first: readonly number[],
  items: readonly Item[],
): readonly (readonly number[])[] {
  const kindAt = (index: number): ItemKind | null => (items[index] ? kindOf(items[index]) : null);
  const kind = kindAt(first[0] ?? -1);
  const isNarrow = kind === 'include' || (kind === 'macro' && !/(?<![\w-])[\w-]+\.c\b/.test(comment.text));
  const differs = (index: number): boolean => (isNarrow ? kindAt(index) !== kind : kindAt(index) === 'include');
  const other = rest.findIndex((indices) => indices.some(differs));
  return other < 0 ? rest : rest.slice(0, other);
}
