import { type Token, tokenText } from './token.ts';

/** What a text's tokens, comments included, hold that no statement on one line can, in words that follow the text's name. */
export function tokensProblem(text: string, tokens: readonly Token[]): string | null {
  const problem = tokens.map((token) => tokenProblem(text, token)).find((one) => one !== null);
  return problem ?? spellingProblem(text, tokens);
}

/** Index of an opening bracket -> index of the one that closes it; or what keeps the brackets from pairing. */
export function pairBrackets(text: string, tokens: readonly Token[]): ReadonlyMap<number, number> | string {
  const partners = new Map<number, number>();
  const open: number[] = [];
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'punctuator') continue;
    const word = tokenText(text, token);
    if (Object.hasOwn(CLOSING, word)) open.push(at);
    if (word !== ')' && word !== ']' && word !== '}') continue;
    const from = open.pop();
    const opening = tokens[from ?? -1];
    if (from === undefined || !opening || CLOSING[tokenText(text, opening)] !== word)
      return `has a '${word}' that closes nothing`;
    partners.set(from, at);
  }
  const left = tokens[open.at(-1) ?? -1];
  return left ? `leaves '${tokenText(text, left)}' open` : partners;
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

function tokenProblem(text: string, token: Token): string | null {
  const word = tokenText(text, token);
  switch (token.kind) {
    case 'comment':
      if (word.startsWith('//')) return "contains a '//' comment, which would hide what follows on its line";
      return word.length < 4 || !word.endsWith('*/') ? 'leaves a comment open' : null;
    case 'string':
    case 'character': {
      const quote = token.kind === 'string' ? '"' : "'";
      return /^\w*(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')$/.test(word) ? null : `leaves ${quote} open`;
    }
    case 'punctuator':
      if (word.startsWith('#')) return "contains '#', which only a directive or a macro's body can";
      return /^[\\`@]$/.test(word) || word < ' ' ? `holds '${word}', which is not C` : null;
    default:
      return null;
  }
}

/** Other ways to write a bracket or `#`: gcc reads `%>` as `}`, and by some standards `??>` too. */
function spellingProblem(text: string, tokens: readonly Token[]): string | null {
  const trigraph = /\?\?[=/'()!<>-]/.exec(text)?.[0];
  if (trigraph !== undefined) return `contains the trigraph '${trigraph}'`;
  const digraph = tokens
    .map(({ start, kind }) => (kind === 'punctuator' ? text.slice(start, start + 2) : ''))
    .find((two) => ['<%', '%>', '<:', ':>', '%:'].includes(two));
  return digraph === undefined ? null : `contains the digraph '${digraph}'; write the bracket itself`;
}
