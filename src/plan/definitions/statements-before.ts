import { findStatements } from '../../model/bodies/body-assertions.ts';
import { findDefinitions } from '../../model/bodies/definitions.ts';
import type { Annotations } from '../../parse/declarations/annotations.ts';
import type { Span } from '../../text/span.ts';

/**
 * How many of a statement stood at a body's own level before the header was split: what stood there was written by
 * hand. Null where nobody can tell.
 */
export type CountBefore = (statement: string) => number | null;

/** The same for the functions of a tree, by file and name. */
export type StatementsBefore = (path: string, name: string) => CountBefore;

/** Of a tree that is not split: whatever is in a body was written by hand. */
export const writtenByPeople: StatementsBefore = () => () => Number.POSITIVE_INFINITY;

export const notKnown: StatementsBefore = () => () => null;

/** For those who take out what is not known to be written by hand. */
export function unlessKnown(
  before: StatementsBefore,
): (...of: Parameters<StatementsBefore>) => (statement: string) => number {
  return (path, name) => (statement) => before(path, name)(statement) ?? 0;
}

/**
 * Counts in the files as they were (latin1); where a function has several bodies, in the fullest.
 *
 * @param names Functions that may be asked about: a file is read once for all of them, and again for each other one.
 * @param original Asked when a count is: for the version before the split, null when that is not known.
 */
export function statementsIn(
  original: () => ((path: string) => string | null) | null,
  annotations: Annotations,
  names: ReadonlySet<string>,
): StatementsBefore {
  const known = new Map<string, Bodies>();
  const bodiesIn = (path: string, text: string): Bodies => {
    const before = known.get(path);
    if (before?.text === text) return before;
    const { definitions } = findDefinitions(text, names, annotations);
    const ofName = new Map<string, Span[]>();
    for (const { name, body } of definitions) {
      const bodies = ofName.get(name);
      if (bodies) bodies.push(body);
      else ofName.set(name, [body]);
    }
    const read = { text, ofName };
    known.set(path, read);
    return read;
  };
  return (path, name) => (statement) => {
    const read = original();
    const text = read?.(path) ?? null;
    if (text === null) return read === null ? null : 0;
    const bodies = names.has(name)
      ? (bodiesIn(path, text).ofName.get(name) ?? [])
      : findDefinitions(text, new Set([name]), annotations).definitions.map(({ body }) => body);
    return bodies.reduce((most, body) => Math.max(most, findStatements(text, body, [statement]).length), 0);
  };
}

type Bodies = { readonly text: string; readonly ofName: ReadonlyMap<string, readonly Span[]> };
