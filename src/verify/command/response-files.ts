export type Expanded =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'refused'; readonly word: string; readonly reason: string };

/** What a response file holds; a reason where it may not be read; null where there is none. */
export type ReadResponse = (path: string) => { readonly text: string } | { readonly reason: string } | null;

/** The compiler itself stops at 2,000 files; one that names itself has no end. */
const MOST_FILES = 100;
const MOST_WORDS = 100_000;

/**
 * Puts the words of `@FILE` in its place, as gcc does: relative to where the compiler is started, also where a response
 * file names another. No `@` is left for a compiler to follow.
 */
export function expandResponseFiles(words: readonly string[], read: ReadResponse): Expanded {
  const done: string[] = [];
  const left = [...words].reverse();
  let files = 0;
  for (let word = left.pop(); word !== undefined; word = left.pop()) {
    if (!word.startsWith('@')) {
      done.push(word);
      if (done.length > MOST_WORDS) return { kind: 'refused', word, reason: 'the response files have too many words' };
      continue;
    }
    const file = read(word.slice(1));
    if (file === null) return { kind: 'refused', word, reason: 'there is no such response file' };
    if ('reason' in file) return { kind: 'refused', word, reason: file.reason };
    if (++files > MOST_FILES) return { kind: 'refused', word, reason: 'the response files name one another' };
    for (const one of responseWords(file.text).reverse()) left.push(one);
  }
  return { kind: 'words', words: done };
}

/** The words of a response file by GNU's rules: white space separates, quotes join, a backslash takes what follows. */
export function responseWords(text: string): string[] {
  const words: string[] = [];
  let word: string | null = null;
  let quote = '';
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '\\' && at + 1 < text.length) word = (word ?? '') + text.charAt(++at);
    else if (quote !== '') {
      if (char === quote) quote = '';
      else word = (word ?? '') + char;
    } else if (char === '"' || char === "'") {
      quote = char;
      word ??= '';
    } else if (/\s/.test(char)) {
      if (word !== null) words.push(word);
      word = null;
    } else word = (word ?? '') + char;
  }
  if (word !== null) words.push(word);
  return words;
}
