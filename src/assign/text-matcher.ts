import { spellType } from '../parse/declarations/return-type.ts';
import { baseName } from '../text/file-path.ts';
import { hasWildcard, readGlob } from '../text/glob.ts';
import { matcherOf, oneOf, type Pattern, searchFor } from '../text/pattern.ts';
import { readRegularExpression } from '../text/regular-expression.ts';

/** By what functions are meant: name, file that defines them, section of the header, type that they return. */
export type Criterion = 'name' | 'file' | 'section' | 'type';

/** Compares texts with a pattern, in time that grows with each text, whatever the pattern is. */
export type Matcher =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'pattern'; readonly matches: (text: string) => boolean };

/** Characters; more is not a pattern written by hand. */
const LONGEST_PATTERN = 1000;

/** A matcher, or why there is none, in words that follow the pattern. */
export function compileMatcher(by: Criterion, pattern: string): Matcher | string {
  if (pattern.length > LONGEST_PATTERN) return `has more than ${LONGEST_PATTERN} characters`;
  const expression = /^\/(.+)\/([A-Za-z]*)$/s.exec(pattern);
  if (expression) return compileExpression(expression[1] ?? '', expression[2] ?? '');
  if (by === 'name' && pattern.startsWith('/')) return "lacks the '/' that ends a regular expression";
  if (by === 'type') return { kind: 'literal', text: spellType(pattern) };
  if (!hasWildcard(pattern)) return by === 'file' ? compileGlob(pattern, comparable(by, pattern)) : literal(pattern);
  return compileGlob(pattern, comparable(by, pattern));
}

function literal(text: string): Matcher {
  return { kind: 'literal', text };
}

function compileExpression(body: string, flags: string): Matcher | string {
  if (flags !== '' && flags !== 'i') return `has '${flags}' after it; the only flag is 'i'`;
  if (flags === 'i' && body.includes('[^')) return "has a class of all others, which does not work with the flag 'i'";
  const pattern = readRegularExpression(body);
  if (pattern === null)
    return 'cannot be read, or contains more than characters, classes, groups, `|`, `*`, `+`, `?`, `^`, `$`, `\\d`, `\\s` and `\\w`';
  return { kind: 'pattern', matches: searchFor(flags === 'i' ? inAnyCase(pattern) : pattern) };
}

/** A text is also meant by its own spelling, be that a glob for others: a title may hold stars. */
function compileGlob(spelling: string, fold: (text: string) => string): Matcher | string {
  const read = readGlob(fold(spelling));
  if (read.kind === 'problem') return read.problem;
  const match = matcherOf([read.pattern]);
  return { kind: 'pattern', matches: (text) => text === spelling || match(fold(text)).length > 0 };
}

/**
 * A glob takes `/` for the end of a name, and titles are no paths. A pattern without it means files by their own name,
 * in whatever folder.
 */
function comparable(by: Criterion, pattern: string): (text: string) => string {
  if (by === 'section') return (text) => text.replaceAll('/', '\u2215');
  return by === 'file' && !pattern.includes('/') ? baseName : (text) => text;
}

function inAnyCase(pattern: Pattern): Pattern {
  switch (pattern.kind) {
    case 'one':
      return oneOf((code) => pattern.accepts(code) || variants(code).some(pattern.accepts));
    case 'row':
      return { kind: 'row', parts: pattern.parts.map(inAnyCase) };
    case 'either':
      return { kind: 'either', ways: pattern.ways.map(inAnyCase) };
    case 'repeat':
      return { kind: 'repeat', of: inAnyCase(pattern.of), least: pattern.least };
  }
}

/** A character in lower and upper case; the ends of a text are none. */
function variants(code: number): readonly number[] {
  if (code < 0) return [];
  const character = String.fromCodePoint(code);
  return [character.toLowerCase(), character.toUpperCase()].flatMap((one) => one.codePointAt(0) ?? []);
}
