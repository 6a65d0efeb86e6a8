import { readClass } from './character-class.ts';
import { character, either, endOfText, oneOf, optional, type Pattern, repeat, row, startOfText } from './pattern.ts';

/**
 * A regular expression of a tree's file as a pattern that is searched for in time that grows with the text: characters,
 * classes, groups, alternatives, `*`, `+`, `?`, `^`, `$` and `\d`, `\s`, `\w`. Null where it has anything else, as
 * Perl's may: `{2}`, `\b`, what looks ahead or back.
 */
export function readRegularExpression(text: string): Pattern | null {
  const reader: Reader = { characters: [...text], at: 0, ends: { '^': 0, $: 0 } };
  const pattern = readEither(reader, 0);
  return reader.at === reader.characters.length ? pattern : null;
}

type Reader = {
  readonly characters: readonly string[];
  at: number;
  /** How many of each were read. */
  readonly ends: { '^': number; $: number };
};

const DEEPEST = 32;

/** Up to a `)` that was not opened here, or the end. */
function readEither(reader: Reader, depth: number): Pattern | null {
  if (depth > DEEPEST) return null;
  const ways: Pattern[] = [];
  for (;;) {
    const way = readRow(reader, depth);
    if (way === null) return null;
    ways.push(way);
    if (reader.characters[reader.at] !== '|') return either(ways);
    reader.at += 1;
  }
}

function readRow(reader: Reader, depth: number): Pattern | null {
  const parts: Pattern[] = [];
  const seen = { '^': 0, $: 0 };
  for (let here = reader.characters[reader.at]; here !== undefined; here = reader.characters[reader.at]) {
    if (here === '|' || here === ')') break;
    const before = { ...reader.ends };
    const one = readOne(reader, here, depth);
    const part = one === null ? null : asOften(reader, one);
    if (part === null) return null;
    parts.push(part);
    // An end stands for a character, which cannot be there twice.
    for (const end of ['^', '$'] as const) if (reader.ends[end] > before[end]) seen[end] += 1;
    if (seen['^'] > 1 || seen.$ > 1) return null;
  }
  return row(parts);
}

function readOne(reader: Reader, here: string, depth: number): Pattern | null {
  reader.at += 1;
  switch (here) {
    case '^':
    case '$':
      reader.ends[here] += 1;
      // Followed by how often, it is for Perl alone.
      if ('*+?{'.includes(reader.characters[reader.at] ?? ' ')) return null;
      return oneOf((code) => code === (here === '^' ? startOfText : endOfText));
    case '.':
      return oneOf((code) => code > 0 && code !== 0x0a);
    case '[':
      return readBrackets(reader);
    case '(':
      return readGroup(reader, depth);
    case '\\':
      return readEscape(reader);
    case '*':
    case '+':
    case '?':
    case '{':
      return null;
    default:
      return character(here);
  }
}

function readGroup(reader: Reader, depth: number): Pattern | null {
  const { characters } = reader;
  if (characters[reader.at] === '?') {
    if (characters[reader.at + 1] !== ':') return null;
    reader.at += 2;
  }
  const inside = readEither(reader, depth + 1);
  if (inside === null || characters[reader.at] !== ')') return null;
  reader.at += 1;
  return inside;
}

/** A class without escapes. */
function readBrackets(reader: Reader): Pattern | null {
  const found = readClass(reader.characters, reader.at);
  if (found === null || typeof found === 'string') return null;
  const inside = reader.characters.slice(reader.at, found.end);
  // Only in a glob does `!` stand for all others.
  if (inside.includes('\\') || inside[0] === '!') return null;
  reader.at = found.end;
  return oneOf(found.accepts);
}

function readEscape(reader: Reader): Pattern | null {
  const escaped = reader.characters[reader.at] ?? '';
  reader.at += 1;
  const members = shorthands[escaped.toLowerCase()];
  if (members !== undefined) {
    const isNegated = escaped !== escaped.toLowerCase();
    return oneOf((code) => code > 0 && members.test(String.fromCodePoint(code)) !== isNegated);
  }
  return /^[^A-Za-z0-9]$/u.test(escaped) ? character(escaped) : null;
}

const shorthands: Readonly<Record<string, RegExp>> = { d: /^[0-9]$/, s: /^\s$/, w: /^\w$/ };

/** Greedy or not is one when only whether it stands there is asked. */
function asOften(reader: Reader, one: Pattern): Pattern | null {
  const sign = reader.characters[reader.at];
  if (sign === '{') return null;
  if (sign !== '*' && sign !== '+' && sign !== '?') return one;
  reader.at += reader.characters[reader.at + 1] === '?' ? 2 : 1;
  if ('*+?{'.includes(reader.characters[reader.at] ?? ' ')) return null;
  if (sign === '?') return optional(one);
  return repeat(one, sign === '*' ? 0 : 1);
}
