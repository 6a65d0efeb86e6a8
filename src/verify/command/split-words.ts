export type Words =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  /** What the text asks for is more than words. */
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * The words of a `command` of a compile database, by the quoting rules of the POSIX shell and without a shell: nothing is
 * expanded. A text that a shell would do more with than split it (`;`, `|`, `$(…)`, backquotes) is refused.
 */
export function splitWords(text: string): Words {
  const words: string[] = [];
  let word: string | null = null;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    const run = runAt(PLAIN, text, at);
    if (run !== '') {
      word = word === null ? run : word + run;
      at += run.length - 1;
    } else if (char === "'") {
      const end = text.indexOf("'", at + 1);
      if (end < 0) return refused("a ' without its end");
      word = (word ?? '') + text.slice(at + 1, end);
      at = end;
    } else if (char === '"') {
      const quoted = readQuoted(text, at + 1);
      if (typeof quoted === 'string') return refused(quoted);
      word = (word ?? '') + quoted.value;
      at = quoted.end;
    } else if (char === '\\') {
      const next = text.charAt(at + 1);
      if (next === '') return refused('a \\ at its end');
      if (next !== '\n') word = (word ?? '') + next;
      at++;
    } else if (/\s/.test(char)) {
      if (word !== null) words.push(word);
      word = null;
    } else if (OPERATORS.includes(char)) {
      return refused(onlyAShell(char));
    } else if (isExpansion(text, at)) {
      return refused(onlyAShell(expansionAt(text, at)));
    } else word = (word ?? '') + char;
  }
  if (word !== null) words.push(word);
  return { kind: 'words', words };
}

const OPERATORS = ';|&<>()';

/** What only stands for itself. A text that is built letter by letter takes many times its length. */
const PLAIN = /[^\s'"\\;|&<>()`$]+/y;
const PLAIN_IN_QUOTES = /[^"\\`$]+/y;

function runAt(plain: RegExp, text: string, at: number): string {
  plain.lastIndex = at;
  return plain.exec(text)?.[0] ?? '';
}

function readQuoted(text: string, from: number): { readonly value: string; readonly end: number } | string {
  let value = '';
  for (let at = from; at < text.length; at++) {
    const char = text.charAt(at);
    const run = runAt(PLAIN_IN_QUOTES, text, at);
    if (run !== '') {
      value += run;
      at += run.length - 1;
    } else if (char === '"') return { value, end: at };
    else if (char === '\\' && '$`"\\\n'.includes(text.charAt(at + 1))) {
      at++;
      if (text.charAt(at) !== '\n') value += text.charAt(at);
    } else if (isExpansion(text, at)) return onlyAShell(expansionAt(text, at));
    else value += char;
  }
  return 'a " without its end';
}

function isExpansion(text: string, at: number): boolean {
  return text[at] === '`' || /^\$[({A-Za-z_@*#?]/.test(text.slice(at, at + 2));
}

function expansionAt(text: string, at: number): string {
  const end = text[at] === '`' ? text.indexOf('`', at + 1) : at + 1;
  return text.slice(at, (end < 0 ? at : end) + 1).slice(0, 60);
}

function onlyAShell(what: string): string {
  return `an unquoted ${what}, which only a shell understands`;
}

function refused(reason: string): Words {
  return { kind: 'refused', reason };
}
