import { identifiersOf } from '../model/bodies/body-assertions.ts';
import { outlineSource } from '../model/source-outline.ts';
import type { Annotations } from '../parse/declarations/annotations.ts';
import type { SureIncludes } from '../plan/includes/sure-includes.ts';
import { type Span, span } from '../text/span.ts';
import { applyEdits, type TextEdit } from '../text/text-edit.ts';
import { wordsIn } from '../text/tree.ts';
import { type IncludeNeed, includesIn, insertIncludes, spelled } from './add-include-to-source.ts';

export type IncludeExchange = {
  readonly path: string;
  /** What the manifest before asked for, and what today's asks for: in the order of the parts. */
  readonly was: readonly IncludeNeed[];
  readonly now: readonly IncludeNeed[];
  /** The file as it was before the header was split; null when that is not known. */
  readonly original: string | null;
  /** The text with blanks for what does not show that the file can do without an include. */
  readonly shown: string;
  /** Include path -> the assertions that it is for. */
  readonly statements: ReadonlyMap<string, readonly string[]>;
  /** The assertions that today's manifest asks of the file's definitions, one for each of them. */
  readonly asserted: readonly string[];
  readonly annotations: Annotations;
  readonly sure: SureIncludes | null;
};

export type Exchanged = {
  readonly text: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Not asked for any more, and perhaps not there for the assertions alone. */
  readonly staying: readonly string[];
};

/**
 * Changes the includes that a source file's assertions need. One that the file had before it was asserted stays, and so
 * do one that was changed by hand and one that later code needs. Those that stand as the tool put them in are
 * taken out and put in again, so that their order is that of a first run.
 */
export function exchangeIncludes(text: string, exchange: IncludeExchange): Exchanged {
  const { was, now, original } = exchange;
  const whole: Reading = { text, shown: exchange.shown };
  const isAsked = new Set(now.map(({ path }) => path));
  const linesOf = (path: string): readonly Span[] => includeLines(text, path, exchange.annotations);
  const own = was.filter(
    ({ path }) =>
      original !== null &&
      includeLines(original, path, exchange.annotations).length === 0 &&
      isToolsLine(text, path, exchange) &&
      (isAsked.has(path) || !isUsedSince(text, original, exchange, path)),
  );
  const bare = own.toReversed().reduce((rest, need) => without(rest, need, exchange), whole);
  const isAsMade = withIncludes(bare, own, exchange).text === text;
  const removed = own.filter(({ path }) => !isAsked.has(path));
  const start = isAsMade ? bare : removed.reduce((rest, need) => without(rest, need, exchange), whole);
  const result = withIncludes(start, now, exchange).text;
  const had = (path: string): boolean => linesOf(path).length > 0;
  const has = (path: string): boolean => includeLines(result, path, exchange.annotations).length > 0;
  const paths = [...new Set([...was, ...now].map(({ path }) => path))];
  return {
    text: result,
    added: paths.filter((path) => has(path) && !had(path)),
    removed: paths.filter((path) => had(path) && !has(path)),
    staying: was.flatMap(({ path }) =>
      had(path) && !own.some((one) => one.path === path) && !isAsked.has(path) ? path : [],
    ),
  };
}

/** A file's text, and the same with blanks for what must not count. */
type Reading = { readonly text: string; readonly shown: string };

function edited({ text, shown }: Reading, edits: readonly TextEdit[]): Reading {
  return { text: applyEdits(text, edits), shown: applyEdits(shown, edits) };
}

function withIncludes(reading: Reading, needs: readonly IncludeNeed[], exchange: IncludeExchange): Reading {
  const { path, annotations, sure } = exchange;
  return edited(reading, insertIncludes({ path, text: reading.shown, annotations, sure }, needs).edits);
}

/** Without a path's lines, and the blank lines that came along where taking only the lines would not undo putting them in. */
function without(reading: Reading, need: IncludeNeed, exchange: IncludeExchange): Reading {
  const { text } = reading;
  const lines = includeLines(text, need.path, exchange.annotations);
  const bare = edited(
    reading,
    lines.map((line) => ({ span: line, insert: '' })),
  );
  const isUndone = (rest: Reading): boolean => withIncludes(rest, [need], exchange).text === text;
  if (isUndone(bare)) return bare;
  const barer = edited(
    reading,
    lines.map(({ start, end }) => {
      const blank = /^\r?\n/.exec(text.slice(end))?.[0].length ?? 0;
      return { span: span(start, end + blank), insert: '' };
    }),
  );
  return isUndone(barer) ? barer : bare;
}

/** Whether a file includes a path, and only in lines as putting it in gives. */
function isToolsLine(text: string, path: string, site: IncludeExchange): boolean {
  const { annotations } = site;
  const lines = includeLines(text, path, annotations);
  const others = includesIn(outlineSource(text, annotations).nodes).map(({ target }) => target);
  const operand = spelled(
    site,
    path,
    others.filter((target) => target.path !== path),
  );
  return (
    lines.length > 0 &&
    lines.every(({ start, end }) => /^#[ \t]*include (.*?)\r?\n?$/.exec(text.slice(start, end))?.[1] === operand)
  );
}

/**
 * Whether a text names all that one of a path's statements does, and one of the names more often than the text that it
 * came from did and the assertions put into that do.
 */
function isUsedSince(
  text: string,
  original: string,
  { asserted, statements, annotations }: IncludeExchange,
  path: string,
): boolean {
  // The include itself may name the macro: `<assert.h>`.
  const bare = applyEdits(
    text,
    includeLines(text, path, annotations).map((line) => ({ span: line, insert: '' })),
  );
  return (statements.get(path) ?? []).some((one) => usesMore(bare, original, asserted, one));
}

function usesMore(text: string, original: string, asserted: readonly string[], statement: string): boolean {
  const names = identifiersOf(statement);
  const count = (within: string, name: string): number => within.split(name).length - 1;
  const known = (name: string): number => asserted.reduce((sum, one) => sum + count(one, name), count(original, name));
  return (
    names.every((name) => wordsIn(text, [name]).length > 0) && names.some((name) => count(text, name) > known(name))
  );
}

/** The lines, their ends included, by which a file includes `path` at its top level. */
function includeLines(text: string, path: string, annotations: Annotations): readonly Span[] {
  if (!text.includes(path)) return [];
  const found = includesIn(outlineSource(text, annotations).nodes).filter(({ target }) => target.path === path);
  return found.map(({ span: at }) => {
    const newline = text.indexOf('\n', at.end);
    return span(text.lastIndexOf('\n', at.start) + 1, newline < 0 ? text.length : newline + 1);
  });
}
