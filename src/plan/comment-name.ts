import type { Comment } from '../model/header.ts';
import { displayText } from '../text/source-text.ts';

/** A comment as messages call it: by its first words, without the marks of a comment. */
export function commentName(comment: Comment, text: string): string {
  const words = commentWords(comment, text).filter((word) => /[\w\x80-\xff]/.test(word));
  if (words.length === 0) return `this ${describe(comment.role)}`;
  const quoted = words.slice(0, QUOTED_WORDS).join(' ');
  return `the ${describe(comment.role)} "${displayText(quoted)}${words.length > QUOTED_WORDS ? ' ...' : ''}"`;
}

/** Enough to know a comment again. */
const QUOTED_WORDS = 6;

/** What a comment says, word by word. */
export function commentWords({ span }: Comment, text: string): readonly string[] {
  return text
    .slice(span.start, span.end)
    .replace(/^[ \t]*(?:\/\*+|\*+\/|\/\/+|\*)|(?<!\*)\*+\/[ \t]*$/gm, ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
}

function describe(role: Comment['role']): string {
  switch (role) {
    case 'own':
      return 'comment';
    case 'doc':
      return 'comment on several functions';
    case 'heading':
      return 'comment';
    case 'section':
      return 'section comment';
  }
}
