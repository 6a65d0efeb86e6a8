import { conditionalWord } from '../parse/directive.ts';
import { lex, lexRange } from '../parse/lex.ts';
import { isPunctuator, type Token, tokenText } from '../parse/token.ts';
import { type Span, span } from '../text/span.ts';

/** A statement at a body's own level that is one of those asked for. `statement` is as it was asked for. */
export type FoundStatement = { readonly statement: string; readonly span: Span };

/** Finds statements in a body by their tokens: white space and comments do not count. In the text's order. */
export function findStatements(text: string, body: Span, statements: readonly string[]): readonly FoundStatement[] {
  const asked = statements.map((statement) => ({ statement, words: wordsOf(statement) }));
  const slice = text.slice(body.start, body.end);
  if (!asked.some(({ words }) => words.every((word) => slice.includes(word)))) return [];
  const tokens = lex(slice).filter((token) => token.kind !== 'comment');
  const found: FoundStatement[] = [];
  for (const at of statementStarts(slice, tokens)) {
    const match = asked.find(({ words }) => words.every((word, index) => isWord(slice, tokens[at + index], word)));
    const [first, last] = [tokens[at], match ? tokens[at + match.words.length - 1] : undefined];
    if (match && first && last)
      found.push({ statement: match.statement, span: span(first.start + body.start, last.end + body.start) });
  }
  return found;
}

/** Whether two statements are the same but for white space and comments. */
export function isSameStatement(one: string, other: string): boolean {
  return wordsOf(one).join('\0') === wordsOf(other).join('\0');
}

/** The identifiers of a statement: a text without all of them does not hold it. */
export function identifiersOf(statement: string): readonly string[] {
  const tokens = lexRange(statement, 0, statement.length).filter((token) => token.kind === 'identifier');
  return [...new Set(tokens.map((token) => tokenText(statement, token)))];
}

function wordsOf(statement: string): readonly string[] {
  const tokens = lexRange(statement, 0, statement.length).filter((token) => token.kind !== 'comment');
  return tokens.map((token) => tokenText(statement, token));
}

function isWord(text: string, token: Token | undefined, word: string): boolean {
  return token !== undefined && token.end - token.start === word.length && text.startsWith(word, token.start);
}

/** Indices of the tokens directly inside the braces that follow `{`, `;`, `}`, a label's `:` or a directive. */
function statementStarts(text: string, tokens: readonly Token[]): readonly number[] {
  const starts: number[] = [];
  const entries: { readonly depth: number; first: number | null }[] = [];
  let depth = 0;
  tokens.forEach((token, at) => {
    const word = token.kind === 'directive' ? conditionalWord(text, token) : null;
    const entry = entries.at(-1);
    if (word === 'if') entries.push({ depth, first: null });
    else if (word !== null && entry) {
      entry.first ??= depth;
      depth = word === 'endif' ? entry.first : entry.depth;
      if (word === 'endif') entries.pop();
    }
    if (token.kind === 'directive') return;
    const before = tokens[at - 1];
    const isStart =
      before?.kind === 'directive' || ['{', ';', '}', ':'].some((mark) => isPunctuator(text, before, mark));
    if (depth === 1 && isStart) starts.push(at);
    if (['{', '(', '['].some((open) => isPunctuator(text, token, open))) depth++;
    if (['}', ')', ']'].some((close) => isPunctuator(text, token, close))) depth--;
  });
  return starts;
}
