import { type Span, span } from '../../text/span.ts';

export type ListForm = 'make' | 'cmake' | 'quoted';

/** One word of a list. */
export type Word = {
  /** With its quotes. */
  readonly span: Span;
  /** The quote on both sides; empty: none. */
  readonly quote: string;
  readonly text: string;
};

/** Words with nothing between them but what separates the words of one list: a list, or a stretch of one. */
export type Run = { readonly form: ListForm; readonly words: readonly [Word, ...Word[]] };

/** The runs of a text, in order. A comment, a blank line and a bracket end a run; so does whatever is no word. */
export function listRuns(text: string, form: ListForm): readonly Run[] {
  const runs: [Word, ...Word[]][] = [];
  let last: Word | null = null;
  for (const match of text.matchAll(TOKEN[form])) {
    const written = match[0];
    const isWord = !/^(?:#|'''|"""|\\["'\\])/.test(written);
    const word = isWord ? wordAt(match.index, written) : null;
    const run = runs.at(-1);
    if (word && last && run && SEPARATOR[form].test(text.slice(last.span.end, word.span.start))) run.push(word);
    else if (word) runs.push([word]);
    last = word;
  }
  return runs.map((words) => ({ form, words }));
}

/** Whether a word names a file; others are names of targets, keywords and variables. */
export function isFile({ text }: Word): boolean {
  return /[./]/.test(text);
}

/** What stands between the word at an index and the next one; empty behind the last and before the first. */
export function gapBehind(text: string, { words }: Run, at: number): string {
  const [left, right] = [words[at], words[at + 1]];
  return left && right ? text.slice(left.span.end, right.span.start) : '';
}

const BARE = /(?:\$\([\w.@^<+-]+\)|\$\{[\w.-]+\}|\\(?=[\w.])|[^\s"'()[\]{},;#$=:\\|&<>`!])+/.source;

/** Comments are tokens, so that no word is found in them. */
const TOKEN: Readonly<Record<ListForm, RegExp>> = {
  make: new RegExp(`#(?:\\\\\\r?\\n|[^\\n])*|${BARE}`, 'g'),
  cmake: new RegExp(`#[^\\n]*|\\\\["\\\\]|"(?:\\\\[\\s\\S]|[^"\\\\])*"|${BARE}`, 'g'),
  quoted: /#[^\n]*|\\["'\\]|'''[\s\S]*?'''|"""[\s\S]*?"""|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g,
};

const SEPARATOR: Readonly<Record<ListForm, RegExp>> = {
  make: /^(?:[ \t]+|[ \t]*\\\r?\n[ \t]*)$/,
  cmake: /^(?=\s)[ \t]*(?:\r?\n[ \t]*)?$/,
  quoted: /^[ \t]*,[ \t]*(?:\r?\n[ \t]*)?$/,
};

function wordAt(start: number, written: string): Word {
  const quote = /^['"]/.exec(written)?.[0] ?? '';
  const text = quote === '' ? written : written.slice(1, -1);
  return { span: span(start, start + written.length), quote, text };
}
