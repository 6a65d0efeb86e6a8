import { newlinesBetween } from '../parse/segment.ts';
import { hasDrawnLine, isBrief, mayBeTitle, sentenceOf } from './comments/title-words.ts';
import type { Comment, Header, Item, Node } from './header.ts';

/**
 * For items, by index, the title of the section of the header that they stand in, as one line of text. A title is a short
 * comment that stands over several functions; one between lines that are drawn (`----`), or that begins with the name of a
 * source file (`pager.c: ...`), holds up to the next title, any other for the items that it speaks of.
 */
export function sectionTitles({ source: { text }, nodes, items }: Header): ReadonlyMap<number, string> {
  const titles = new Map<number, string>();
  let current: Title | null = null;
  const walk = (siblings: readonly Node[]): void => {
    for (const [at, node] of siblings.entries()) {
      if (node.kind === 'comment') {
        const isOverComment = siblings[at + 1]?.kind === 'comment';
        if (isOverComment || !isDirectlyBelow(text, siblings[at - 1], node.comment))
          current = titleOf(text, node.comment, items, isOverComment) ?? current;
      } else if (node.kind === 'bracket') walk(node.nodes);
      else if (node.kind === 'item') {
        const { index } = node.item;
        if (current !== null && (current.holds === 'to the next' || current.holds.has(index)))
          titles.set(index, current.title);
      } else {
        const around: Title | null = current;
        for (const branch of node.branches) {
          walk(branch.nodes);
          current = around;
        }
      }
    }
  };
  walk(nodes);
  return titles;
}

/** For items, by index, the first sentences of the comments that speak of them, titles or not, as lines of text. */
export function commentsOverItems({ source: { text }, nodes }: Header): ReadonlyMap<number, readonly string[]> {
  const sentences = new Map<number, string[]>();
  const walk = (siblings: readonly Node[]): void => {
    for (const node of siblings) {
      if (node.kind === 'bracket') walk(node.nodes);
      else if (node.kind === 'group') for (const branch of node.branches) walk(branch.nodes);
      else if (node.kind === 'comment') {
        const { title } = sentenceOf(text.slice(node.comment.span.start, node.comment.span.end));
        for (const index of title === '' ? [] : node.comment.serves) {
          const known = sentences.get(index);
          if (known) known.push(title);
          else sentences.set(index, [title]);
        }
      }
    }
  };
  walk(nodes);
  return sentences;
}

/** The comment of a declaration below a title that was told apart from it. */
function isDirectlyBelow(text: string, above: Node | undefined, { span }: Comment): boolean {
  return above?.kind === 'comment' && newlinesBetween(text, above.comment.span.end, span.start) === 1;
}

type Title = { readonly title: string; readonly holds: 'to the next' | ReadonlySet<number> };

function titleOf(text: string, comment: Comment, items: readonly Item[], isOverComment: boolean): Title | null {
  const raw = text.slice(comment.span.start, comment.span.end);
  const { title, isAll } = sentenceOf(raw);
  if (!mayBeTitle(title)) return null;
  const isDetached = comment.role === 'section';
  if (hasDrawnLine(raw) || NAMES_FILE.test(title) || (isDetached && isOverComment && isAll && isBrief(title)))
    return { title, holds: 'to the next' };
  if ((!isDetached && comment.role !== 'heading') || !(isAll || isBrief(title))) return null;
  const below = comment.serves.filter((index) => (items[index]?.span.start ?? 0) > comment.span.start);
  const functions = below.filter((index) => isFunction(items[index]));
  return functions.length > 1 || (isDetached && below.length > 0) ? { title, holds: new Set(below) } : null;
}

/** What begins with the name of a source file. */
const NAMES_FILE = /^[\w*./+-]+\.(?:c|cc|cpp|S)\b/;

function isFunction(item: Item | undefined): boolean {
  return item?.content.kind === 'declaration' && item.content.declaration.functions.length > 0;
}
