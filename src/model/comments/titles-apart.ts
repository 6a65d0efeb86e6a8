import { newlinesBetween } from '../../parse/segment.ts';
import { lex } from '../../parse/tokens/lex.ts';
import type { Item, Node } from '../header.ts';
import { itemsOf, startOf } from '../node-extent.ts';
import { isDocComment, namesForSure, wordingOf } from './comment-names.ts';
import { hasDrawnLine, isBrief, mayBeTitle, sentenceOf } from './title-words.ts';

/**
 * Makes nodes of their own of the section titles that stand directly above the comment of a declaration, without a blank
 * line between. Such a title is framed by drawn lines; one that names what is declared is the banner of that alone.
 */
export function withTitlesApart(text: string, siblings: readonly Node[], items: readonly Item[]): readonly Node[] {
  return siblings.flatMap((node, at) =>
    node.kind === 'comment' ? divide(text, node, siblings[at + 1], items) : [within(text, node, items)],
  );
}

function within(text: string, node: Exclude<Node, { kind: 'comment' }>, items: readonly Item[]): Node {
  if (node.kind === 'item') return node;
  if (node.kind === 'bracket') return { ...node, nodes: withTitlesApart(text, node.nodes, items) };
  const branches = node.branches.map((one) => ({ ...one, nodes: withTitlesApart(text, one.nodes, items) }));
  return { ...node, branches };
}

function divide(
  text: string,
  node: Extract<Node, { kind: 'comment' }>,
  below: Node | undefined,
  items: readonly Item[],
): readonly Node[] {
  const { start, end } = node.comment.span;
  if (!below || newlinesBetween(text, end, startOf(below)) > 1) return [node];
  const block = text.slice(start, end);
  const comments = lex(block);
  const nodes: Node[] = [];
  const part = (from: number, to: number): Node => {
    const span = { start: start + (comments[from]?.start ?? 0), end: start + (comments[to - 1]?.end ?? block.length) };
    return { ...node, comment: { ...node.comment, span } };
  };
  const isOfBelow = (title: string): boolean =>
    itemsOf(below).some((index) => namesForSure(wordingOf(title), items[index]));
  let at = 0;
  while (at < comments.length) {
    const texts = comments.slice(at, at + MOST_COMMENTS).map((one) => block.slice(one.start, one.end));
    const count = titleAmong(texts);
    const [last, next] = [comments[at + count - 1], comments[at + count]];
    if (count === 0 || !last || !next || newlinesBetween(block, last.end, next.start) !== 1) break;
    if (isOfBelow(block.slice(comments[at]?.start, last.end))) break;
    nodes.push(part(at, at + count));
    at += count;
  }
  return nodes.length === 0 ? [node] : [...nodes, part(at, comments.length)];
}

/** A drawn line, three of words, a drawn line. */
const MOST_COMMENTS = 5;

/** How many of the comments are a title, with the drawn lines around it; 0 for none. */
function titleAmong(comments: readonly string[]): number {
  const [first = ''] = comments;
  const begins = isDrawnLine(first) ? 1 : 0;
  const isAlone = begins === 0 && isFramed(first);
  const closing = isAlone ? 1 : comments.findIndex((one, at) => at > begins && isDrawnLine(one));
  if (closing < 0 || (begins === 0 && closing > 1)) return 0;
  if (!isTitle(comments.slice(begins, closing).join('\n'))) return 0;
  const behind = comments.findIndex((one, at) => at >= closing && !isDrawnLine(one));
  return behind < 0 ? comments.length : behind;
}

function isTitle(comment: string): boolean {
  const { title, isAll } = sentenceOf(comment);
  return !isDocComment(comment) && mayBeTitle(title) && (isAll || isBrief(title));
}

/** Whether a comment begins or ends with a drawn line, or does both with a short one. */
function isFramed(comment: string): boolean {
  const lines = comment
    .replace(/^\/{1,2}|\/$/g, '')
    .split('\n')
    .map((line) =>
      line
        .trim()
        .replace(/^\*(?!\*)|(?<!\*)\*$/g, '')
        .trim(),
    )
    .filter((line) => line !== '');
  const [first = '', last = ''] = [lines[0], lines.at(-1)];
  return hasDrawnLine(first) || hasDrawnLine(last) || (/^([-=*#~_+])\1\1/.test(first) && /([-=*#~_+])\1\1$/.test(last));
}

/** Nothing but marks. */
function isDrawnLine(comment: string): boolean {
  return hasDrawnLine(comment) && !/[^-=*#~_+|/\s]/.test(comment);
}
