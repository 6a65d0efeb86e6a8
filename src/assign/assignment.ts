import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { type Place, placeOf } from '../text/place.ts';
import { displayText, type SourceText } from '../text/source-text.ts';
import type { Span } from '../text/span.ts';
import { type Criterion, compileMatcher, type Matcher } from './text-matcher.ts';

/** Functions that the user means, and the part that they should go to. All is text, not bytes. */
export type Assignment = {
  readonly by: Criterion;
  /** A name, a glob, or a regular expression between slashes. */
  readonly pattern: string;
  readonly matcher: Matcher;
  readonly part: string;
  /** A reason to note beside the part; empty: none may stand there; null: nothing is said of it. */
  readonly why: string | null;
  readonly place: Place;
};

/** Reads `PATTERN=PART` at a span of a source. What is before the last `=` is the pattern. */
export function parseAssignment(by: Criterion, source: SourceText, at: Span): Assignment | Diagnostic {
  const text = displayText(source.text.slice(at.start, at.end));
  const place = placeOf(source, at);
  const equals = text.lastIndexOf('=');
  const [pattern, part] = [text.slice(0, equals).trim(), text.slice(equals + 1).trim()];
  if (equals < 0) return diagnostic('assignment-malformed', `'${text}' lacks '=' and a part`, place);
  if (part === '') return diagnostic('assignment-malformed', `'${text}' has no part after the '='`, place);
  return makeAssignment(by, pattern, part, place);
}

export function makeAssignment(
  by: Criterion,
  pattern: string,
  part: string,
  place: Place,
  why: string | null = null,
): Assignment | Diagnostic {
  if (pattern === '') return diagnostic('assignment-malformed', `'=${part}' has no pattern before the '='`, place);
  const matcher = compileMatcher(by, pattern);
  if (typeof matcher !== 'string') return { by, pattern, matcher, part, why, place };
  return diagnostic('assignment-malformed', `'${pattern}' ${matcher}`, place);
}

/** An assignment as it is spoken of. */
export function describeAssignment({ by, pattern, part }: Assignment): string {
  switch (by) {
    case 'name':
      return `${pattern}=${part}`;
    case 'file':
      return `--defined-in ${pattern}=${part}`;
    case 'section':
      return `--section ${pattern}=${part}`;
    case 'type':
      return `--returns ${pattern}=${part}`;
  }
}
