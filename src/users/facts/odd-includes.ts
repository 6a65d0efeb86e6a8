// cspell:ignore incl lude
/**
 * Whether a text may have an include by a macro, a `%:include`, an `#import`, one behind a comment, or one that begins on
 * the line before. It may say so of a text that has none, for example where a comment stands on the line of a directive.
 */
export function mayHaveOddInclude(text: string): boolean {
  return SPLICED.test(text) || hasOddDirective(text);
}

const SPLICED = /^(?:n?c?lude(?:_next)?\b|[ \t]*(?:include|include_next|import)[ \t]*["<\\A-Z_])/m;

/** Each word is looked at once, and of its line only what stands beside it: one line may hold a million of them. */
function hasOddDirective(text: string): boolean {
  let line = lineAt(text, 0);
  for (const { 0: word, index } of text.matchAll(/import\b|incl/g)) {
    while (index > line.end) line = lineAt(text, line.end + 1);
    const before = blanksBefore(text, index);
    const hash = text[before - 1] === '#' ? before - 1 : text.startsWith('%:', before - 2) ? before - 2 : null;
    if (hash === null) {
      if (text.startsWith('*/', before - 2) && line.hash < before && line.hash < line.quote) return true;
      continue;
    }
    const behind = blanksBefore(text, hash);
    // A quote right before it could end what began on the line before.
    if (hash < line.start || (hash > line.quote && behind - 1 !== line.quote)) continue;
    if (word === 'import' || text[hash] === '%' || behind > line.start) return true;
    if (!isPlain(text, index, line.backslash)) return true;
  }
  return false;
}

type Line = {
  readonly start: number;
  readonly end: number;
  /** Of its first `#` or `%:`, its first quote and its last backslash; a hash or a quote that it lacks is behind its end. */
  readonly hash: number;
  readonly quote: number;
  readonly backslash: number;
};

function lineAt(text: string, start: number): Line {
  const newline = text.indexOf('\n', start);
  const end = newline < 0 ? text.length : newline;
  const line = text.slice(start, end);
  const [hash, quote] = [line.search(/#|%:/), line.search(/["']/)].map((at) => (at < 0 ? end + 1 : start + at));
  return { start, end, hash: hash ?? end, quote: quote ?? end, backslash: start + line.lastIndexOf('\\') };
}

function blanksBefore(text: string, at: number): number {
  let before = at;
  while (text[before - 1] === ' ' || text[before - 1] === '\t') before--;
  return before;
}

/** `include`, and on its line the path from its quote on. */
function isPlain(text: string, at: number, lastBackslash: number): boolean {
  PLAIN.lastIndex = at;
  return PLAIN.test(text) && PLAIN.lastIndex > lastBackslash;
}

const PLAIN = /include(?:_next)?[ \t]*["<]/y;
