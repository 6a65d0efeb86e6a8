import { identifiersOf } from '../model/body-assertions.ts';
import type { Annotations } from '../parse/annotations.ts';
import { lex } from '../parse/lex.ts';
import { type Span, span } from '../text/span.ts';
import { applyEdits, type TextEdit } from '../text/text-edit.ts';
import { wordsIn } from '../text/tree.ts';
import { insertInclude, unconditionalIncludes } from './include-insertion.ts';

/** One edit that makes a source file include `paths`, in this order, and those that it did not include; null for none. */
export function insertIncludes(
  text: string,
  paths: readonly string[],
  annotations: Annotations,
): { readonly edit: TextEdit; readonly paths: readonly string[] } | null {
  let result = text;
  let at: number | null = null;
  const added: string[] = [];
  for (const path of paths) {
    const edit = insertInclude(result, path, annotations);
    if (!edit) continue;
    at ??= edit.span.start;
    result = applyEdits(result, [edit]);
    added.push(path);
  }
  if (at === null) return null;
  return { edit: { span: span(at, at), insert: result.slice(at, at + result.length - text.length) }, paths: added };
}

export type IncludeExchange = {
  /** What the manifest before asked for, and what today's asks for: include paths in the order of the parts. */
  readonly was: readonly string[];
  readonly now: readonly string[];
  /** The file as it was before the header was split; null when that is not known. */
  readonly original: string | null;
  /** Include path -> the assertions that it is for. */
  readonly statements: ReadonlyMap<string, readonly string[]>;
  /** The assertions that today's manifest asks of the file's definitions, one for each of them. */
  readonly asserted: readonly string[];
  readonly annotations: Annotations;
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
 * do one that a person changed and one that what people wrote since needs. Those that stand as the tool put them in are
 * taken out and put in anew, so that their order is that of a first run.
 */
export function exchangeIncludes(text: string, exchange: IncludeExchange): Exchanged {
  const { was, now, original, statements, asserted, annotations } = exchange;
  const present = [...new Set([...was, ...now])].filter((path) => findInclude(text, path) !== null);
  const own = was.filter(
    (path) =>
      original !== null &&
      findInclude(original, path) === null &&
      isToolsLine(text, path, annotations) &&
      (now.includes(path) || !(statements.get(path) ?? []).some((one) => usesMore(text, original, asserted, one))),
  );
  const bare = own.toReversed().reduce((rest, path) => withoutInclude(rest, path, annotations), text);
  const isAsMade = withIncludes(bare, own, annotations) === text;
  const removed = own.filter((path) => !now.includes(path));
  const start = isAsMade ? bare : removed.reduce((rest, path) => withoutInclude(rest, path, annotations), text);
  return {
    text: withIncludes(start, now, annotations),
    added: now.filter((path) => !present.includes(path)),
    removed,
    staying: was.filter((path) => present.includes(path) && !own.includes(path) && !now.includes(path)),
  };
}

/** Whether a file includes a path in a line that is, to the byte, the one that putting it in gives. */
function isToolsLine(text: string, path: string, annotations: Annotations): boolean {
  const line = findInclude(text, path);
  if (line === null) return false;
  const anew = withIncludes(withoutInclude(text, path, annotations), [path], annotations);
  const found = findInclude(anew, path);
  return found !== null && anew.slice(found.start, found.end) === text.slice(line.start, line.end);
}

/**
 * Whether a text names all that a statement does, and one of it more often than the text that it came from did and the
 * assertions put into that do.
 */
function usesMore(text: string, original: string, asserted: readonly string[], statement: string): boolean {
  const names = identifiersOf(statement);
  const count = (within: string, name: string): number => within.split(name).length - 1;
  const known = (name: string): number => asserted.reduce((sum, one) => sum + count(one, name), count(original, name));
  return (
    names.every((name) => wordsIn(text, [name]).length > 0) && names.some((name) => count(text, name) > known(name))
  );
}

function withIncludes(text: string, paths: readonly string[], annotations: Annotations): string {
  const inserted = insertIncludes(text, paths, annotations);
  return inserted ? applyEdits(text, [inserted.edit]) : text;
}

/** With the blank line that came with it, where taking only the line would not undo putting it in. */
function withoutInclude(text: string, path: string, annotations: Annotations): string {
  const line = findInclude(text, path);
  if (!line) return text;
  const bare = text.slice(0, line.start) + text.slice(line.end);
  const blank = /^\r?\n/.exec(text.slice(line.end))?.[0].length ?? 0;
  if (blank === 0 || withIncludes(bare, [path], annotations) === text) return bare;
  const barer = text.slice(0, line.start) + text.slice(line.end + blank);
  return withIncludes(barer, [path], annotations) === text ? barer : bare;
}

/** The line, its end included, by which a file includes `path` whatever the conditions; null when it does not. */
function findInclude(text: string, path: string): Span | null {
  if (!text.includes(path)) return null;
  const found = unconditionalIncludes(text, lex(text)).find(({ target }) => target.path === path);
  if (!found) return null;
  const start = text.lastIndexOf('\n', found.span.start) + 1;
  const newline = text.indexOf('\n', found.span.end);
  return span(start, newline < 0 ? text.length : newline + 1);
}
