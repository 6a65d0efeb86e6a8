import { commentText } from '../../manifest/shape/text-rules.ts';
import type { Header, Node } from '../../model/header.ts';
import { bytesOfText, displayText } from '../../text/source-text.ts';
import type { Span } from '../../text/span.ts';

/** How a split writes a banner's text as a comment. */
export type FormatBanner = (text: string) => string;

/** The text of a comment, such that `format` makes the comment of it again, byte for byte; null when none does. */
export function bannerText(comment: string, format: FormatBanner): string | null {
  const text = bareText(comment);
  const isWritable =
    commentText.problem(text) === null && !text.includes('\f') && bytesOfText(displayText(text)) === text;
  return isWritable && format(text) === comment ? text : null;
}

function bareText(comment: string): string {
  const lines = comment.split(/\r?\n/);
  if (comment.startsWith('//')) return lines.map((line) => line.replace(/^[ \t]*\/\/ ?/, '')).join('\n');
  if (lines.length === 1) return comment.slice(2, -2).trim();
  const inner = lines.slice(1, -1).map((line) => line.replace(/^[ \t]*\* ?/, ''));
  return inner.join('\n');
}

/** A comment that stands alone above what a section holds, as the first thing behind the nodes that `isOpening` takes. */
export function firstBanner(header: Header, isOpening: (node: Node) => boolean): Span | null {
  const node = header.nodes.find((one) => !isOpening(one));
  return node?.kind === 'comment' && node.comment.role === 'section' ? node.comment.span : null;
}
