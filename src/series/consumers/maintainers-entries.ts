import { type Span, span } from '../../text/span.ts';
import type { Patterns } from './maintainers-pattern.ts';

/** An `F:` line. */
export type EntryLine = {
  /** With the line end. */
  readonly span: Span;
  /** `F:` and the blanks behind it. */
  readonly mark: string;
  readonly value: string;
  /** Offset of the value. */
  readonly valueStart: number;
  /** Empty at the end of a text without final newline. */
  readonly newline: string;
};

/** The lines of MAINTAINERS between two blank ones. */
export type Entry = { readonly files: readonly EntryLine[]; readonly patterns: Patterns };

/** The entries of a MAINTAINERS file, in the form that QEMU and Linux give theirs; in order. */
export function maintainersEntries(text: string): readonly Entry[] {
  const blocks: RegExpExecArray[][] = [[]];
  for (const match of text.matchAll(/^(?:([FXN]):([ \t]*)([^\r\n]*?)[ \t]*|[^\r\n]*?)(\r?\n|$)/gm)) {
    if (match[0].trim() === '') blocks.push([]);
    else if (match[1] !== undefined) blocks.at(-1)?.push(match);
  }
  return blocks.filter((block) => block.length > 0).map(entryOf);
}

function entryOf(block: readonly RegExpExecArray[]): Entry {
  const valuesOf = (letter: string): readonly string[] =>
    block.flatMap(([, mark, , value]) => (mark === letter && value !== undefined ? [value] : []));
  return {
    files: block.filter(([, mark]) => mark === 'F').map(lineOf),
    patterns: { files: valuesOf('F'), except: valuesOf('X'), names: valuesOf('N') },
  };
}

function lineOf({ index, 0: line, 2: blanks = '', 3: value = '', 4: newline = '' }: RegExpExecArray): EntryLine {
  const mark = `F:${blanks}`;
  return {
    span: span(index, index + line.length),
    mark,
    value,
    valueStart: index + mark.length,
    newline,
  };
}
