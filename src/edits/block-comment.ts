import type { Header } from '../model/header.ts';
import { tokensOf } from '../parse/tokens/tokens-of.ts';

/** How a header writes its comments. */
export type CommentStyle = 'block' | 'line';

/** `line` when the header has `//` comments and no other. */
export function commentStyleOf(header: Header): CommentStyle {
  const { text } = header.source;
  // Most begin with a licence, which says it all.
  if (/^\s*\/\*/.test(text)) return 'block';
  const comments = tokensOf(header.source).filter((token) => token.kind === 'comment');
  return comments.length > 0 && comments.every((token) => text.startsWith('//', token.start)) ? 'line' : 'block';
}

/**
 * A text as a comment: `// …` lines, one starred line where it fits into 80 columns, else a block with a star a line.
 *
 * @returns Without a final line end.
 */
export function formatComment(text: string, style: CommentStyle, lineEnd: string): string {
  const lines = text
    .replaceAll('\r\n', '\n')
    .replace(/(?<!\n)\n+$/, '')
    .split('\n');
  if (style === 'line') return lines.map((line) => `// ${line}`.trimEnd()).join(lineEnd);
  const [only] = lines;
  if (lines.length === 1 && only !== undefined && only.length <= 74) return `/* ${only} */`;
  return ['/*', ...lines.map((line) => ` * ${line}`.trimEnd()), ' */'].join(lineEnd);
}
