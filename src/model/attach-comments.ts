import { newlinesBetween } from '../parse/segment.ts';
import type { Span } from '../text/span.ts';
import type { Comment, Item, Node } from './header.ts';
import { endOf, itemsOf, startOf } from './node-extent.ts';

/**
 * Says for each comment which items it speaks of:
 * - directly above one item: that item (`own`);
 * - a doc comment, or one that names functions of the run below it: the first item and those it names (`doc`);
 * - directly above a run of items without blank line: all of the run (`heading`);
 * - detached by a blank line: the items up to the next detached comment among the same siblings, or up to the first
 *   that is no macro when it stands above macros (`section`); the item before it where none follows.
 * Tags that are merely announced (`struct x;`) are not what a comment speaks of where there is anything else.
 */
export function attachComments(text: string, nodes: readonly Node[], items: readonly Item[]): readonly Node[] {
  return attachAmong({ text, items, counter: { next: 0 } }, nodes, []);
}

type Context = { readonly text: string; readonly items: readonly Item[]; readonly counter: { next: number } };

/** `around` holds the items of the innermost group or bracket that has any: for a comment among no items. */
function attachAmong(context: Context, nodes: readonly Node[], around: readonly number[]): readonly Node[] {
  return nodes.map((_, at) => attachAt(context, nodes, at, around));
}

function attachAt(context: Context, siblings: readonly Node[], at: number, around: readonly number[]): Node {
  const node = siblings[at];
  switch (node?.kind) {
    case 'item':
      return node;
    case 'comment': {
      const attached = attach(context, siblings, at, node.comment.span, around);
      const serves = withoutAnnounced(attached.serves, context.items);
      return { kind: 'comment', comment: { ...attached, serves, index: context.counter.next++ } };
    }
    case 'group': {
      const inside = itemsOf(node);
      const branches = node.branches.map((branch) => ({
        ...branch,
        nodes: attachAmong(context, branch.nodes, inside),
      }));
      return { ...node, branches };
    }
    case 'bracket':
      return { ...node, nodes: attachAmong(context, node.nodes, itemsOf(node)) };
    case undefined:
      throw new Error('a sibling that is not there');
  }
}

function attach(
  { text, items }: Context,
  siblings: readonly Node[],
  at: number,
  span: Span,
  around: readonly number[],
): Omit<Comment, 'index'> {
  const run = runBelow(text, siblings, at);
  const [first, ...rest] = run.map(itemsOf).filter((indices) => indices.length > 0);
  if (!first) {
    const section = sectionBelow(text, siblings, at, items);
    return { span, role: 'section', serves: section.length > 0 ? section : around.slice(-1) };
  }
  const comment = text.slice(span.start, span.end);
  const named = rest.filter((indices) =>
    indices.some((index) => namesOf(items[index]).some((name) => mentionsWord(comment, name))),
  );
  const namesFirst = first.some((index) => namesOf(items[index]).some((name) => mentionsWord(comment, name)));
  if (isDocComment(comment) || namesFirst || named.length > 0)
    return { span, role: 'doc', serves: [first, ...named].flat() };
  if (rest.length === 0) return { span, role: 'own', serves: first };
  return { span, role: 'heading', serves: [first, ...rest].flat() };
}

/** The nodes that follow a comment line by line, up to a blank line or another comment. */
function runBelow(text: string, siblings: readonly Node[], at: number): readonly Node[] {
  const run: Node[] = [];
  for (let next = at + 1; next < siblings.length; next++) {
    const [before, node] = [siblings[next - 1], siblings[next]];
    if (!before || !node || node.kind === 'comment' || newlinesBetween(text, endOf(before), startOf(node)) > 1) break;
    run.push(node);
  }
  return run;
}

function sectionBelow(text: string, siblings: readonly Node[], at: number, items: readonly Item[]): readonly number[] {
  const section: number[] = [];
  for (let next = at + 1; next < siblings.length; next++) {
    const node = siblings[next];
    if (!node) break;
    const isDetached = node.kind === 'comment' && runBelow(text, siblings, next).length === 0;
    if (isDetached && section.length > 0) break;
    // A title above macros speaks of macros: declarations further down are not its section any more.
    if (section.length > 0 && isMacro(items[section[0] ?? -1]) && itemsOf(node).some((index) => !isMacro(items[index])))
      break;
    section.push(...itemsOf(node));
  }
  if (section.length > 0) return section;
  const before = siblings.slice(0, at).findLast((node) => itemsOf(node).length > 0);
  return before ? itemsOf(before).slice(-1) : [];
}

function withoutAnnounced(indices: readonly number[], items: readonly Item[]): readonly number[] {
  const meant = indices.filter((index) => !isAnnounced(items[index]));
  return meant.length > 0 ? meant : indices;
}

/** `struct x;` */
function isAnnounced(item: Item | undefined): boolean {
  if (item?.content.kind !== 'declaration' || item.content.declaration.kind !== 'type') return false;
  return item.tokens.filter(({ kind }) => kind !== 'comment').length === 3;
}

function isMacro(item: Item | undefined): boolean {
  return item?.content.kind === 'directive' && item.content.directive.kind === 'define';
}

function isDocComment(comment: string): boolean {
  return /^(?:\/\*[*!](?!\/)(?!\*)|\/\/[/!](?!\/))/.test(comment);
}

function mentionsWord(comment: string, word: string): boolean {
  for (let at = comment.indexOf(word); at >= 0; at = comment.indexOf(word, at + 1)) {
    if (!/[\w$]/.test(comment[at - 1] ?? ' ') && !/[\w$]/.test(comment[at + word.length] ?? ' ')) return true;
  }
  return false;
}

function namesOf(item: Item | undefined): readonly string[] {
  return item?.content.kind === 'declaration' ? item.content.declaration.functions.map(({ name }) => name) : [];
}
