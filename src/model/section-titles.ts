import { displayText } from '../text/source-text.ts';
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
      if (node.kind === 'comment')
        current = titleOf(text, node.comment, items, siblings[at + 1]?.kind === 'comment') ?? current;
      else if (node.kind === 'bracket') walk(node.nodes);
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

type Title = { readonly title: string; readonly holds: 'to the next' | ReadonlySet<number> };

function titleOf(text: string, comment: Comment, items: readonly Item[], isOverComment: boolean): Title | null {
  const raw = text.slice(comment.span.start, comment.span.end);
  const { title, isAll } = sentenceOf(raw);
  if (!isTitle(title)) return null;
  const isDetached = comment.role === 'section';
  if (hasRule(raw) || NAMES_FILE.test(title) || (isDetached && isOverComment && isAll && isBrief(title)))
    return { title, holds: 'to the next' };
  if ((!isDetached && comment.role !== 'heading') || !(isAll || isBrief(title))) return null;
  const below = comment.serves.filter((index) => (items[index]?.span.start ?? 0) > comment.span.start);
  const functions = below.filter((index) => isFunction(items[index]));
  return functions.length > 1 || (isDetached && below.length > 0) ? { title, holds: new Set(below) } : null;
}

/** The first sentence of a comment, without the comment's marks and drawn lines, and whether that is all. */
function sentenceOf(comment: string): { readonly title: string; readonly isAll: boolean } {
  const prose = withoutFrame(displayText(comment))
    .replace(/(?<!\*)\*+\/[ \t]*\r?$/gm, ' ')
    .replace(/^[ \t]*(?:\/\*+|\/\/+!?|\*+(?!\/))/gm, ' ')
    .replace(/(?<!\S)\/{2,}(?!\S)|[-=*#~_+]{4,}|[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .replace(/ {2,}/g, ' ');
  const sentence = /^.*?[^. ][.](?= )/.exec(prose)?.[0] ?? prose;
  return { title: sentence.replace(/(?<![.:\s])[.:\s]+$/, ''), isAll: sentence === prose };
}

/** The marks that are drawn left and right of the words of a line: `* Title *` in a box, `== Title ==`. */
function withoutFrame(comment: string): string {
  const lines = comment
    .split('\n')
    .map((line) => line.replace(/(?<!\S)([-=*#~_+|])\1+[ \t]*(?=(?:\*\/[ \t]*)?\r?$)/, ' '));
  const isBox = hasRule(comment);
  return lines
    .map((line) => {
      const open = line.replace(/^([ \t]*(?:(?:\/\*+(?!\*)|\/\/+|\*(?!\/))[ \t]*)?)([-=*#~_+|])\2+(?=[ \t])/, '$1');
      return isBox
        ? open.replace(/[ \t][*#|](?=[ \t]*\r?$)/, ' ').replace(/^([ \t]*(?:\*[ \t]*)?)[#|](?=[ \t])/, '$1')
        : open;
    })
    .join('\n');
}

/** Characters; what is longer is prose. */
const LONGEST_TITLE = 72;

/** Neither code that was commented out nor a remark. */
function isTitle(text: string): boolean {
  return text !== '' && text.length <= LONGEST_TITLE && !/[;{}]|##|^#|^(?:NB|NOTE|TODO|FIXME|XXX)\b/i.test(text);
}

/** So few words that the sentences after them explain them. */
function isBrief(title: string): boolean {
  return title.split(' ').length <= 5;
}

/** What begins with the name of a source file. */
const NAMES_FILE = /^[\w*./+-]+\.(?:c|cc|cpp|S)\b/;

function hasRule(comment: string): boolean {
  return /([-=*#~_+/])\1{9}/.test(comment);
}

function isFunction(item: Item | undefined): boolean {
  return item?.content.kind === 'declaration' && item.content.declaration.functions.length > 0;
}
