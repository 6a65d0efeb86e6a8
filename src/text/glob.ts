import { type CharacterClass, readClass } from './character-class.ts';
import { character, either, oneOf, optional, type Pattern, repeat, row } from './pattern.ts';

/** A glob as a pattern of whole paths, or why it is none, in words that follow it. */
export type ReadGlob =
  | { readonly kind: 'pattern'; readonly pattern: Pattern }
  | { readonly kind: 'problem'; readonly problem: string };

/**
 * Reads a glob over paths with `/`: `*` and `?` stand for characters of one name, `**` as a name for any number of
 * folders, `[a-z]`, `[!a-z]` and `[[:alpha:]]` for one character, `{a,b}` and `@(a|b)` for one of several, `?(…)`,
 * `*(…)` and `+(…)` for as many as in a regular expression. A dot at the start of a name is as any other character.
 */
export function readGlob(glob: string): ReadGlob {
  const scanned = scan([...glob]);
  if (typeof scanned === 'string') return { kind: 'problem', problem: scanned };
  return { kind: 'pattern', pattern: readRow(scanned, { from: 0, to: scanned.characters.length, isNameStart: true }) };
}

/** Whether a glob can mean other paths than the one that it spells. */
export function hasWildcard(glob: string): boolean {
  return /[*?[{]|[@+!]\(/.test(glob);
}

type Group = { readonly to: number; readonly dividers: readonly number[] };

/** A glob's characters, with the groups and classes by the index of their first bracket. */
type Scanned = {
  readonly characters: readonly string[];
  readonly groups: ReadonlyMap<number, Group>;
  readonly classes: ReadonlyMap<number, CharacterClass>;
};

const DEEPEST = 32;
const EXTENDED = '@?*+';

/** Pairs brackets before anything is read, so that one without a partner is a character like others. */
function scan(characters: readonly string[]): Scanned | string {
  const groups = new Map<number, Group>();
  const classes = new Map<number, CharacterClass>();
  const open: { readonly at: number; readonly close: string; readonly dividers: number[] }[] = [];
  const lastClass = characters.lastIndexOf(']');
  for (let at = 0; at < characters.length; at++) {
    const here = characters[at] ?? '';
    const inner = open.at(-1);
    if (here === '[' && at < lastClass) {
      const found = readClass(characters, at + 1);
      if (typeof found === 'string') return found;
      if (found !== null) classes.set(at, found);
      if (found !== null) at = found.end - 1;
    } else if (here === '{') open.push({ at, close: '}', dividers: [] });
    else if (here === '(' && at > 0 && `${EXTENDED}!`.includes(characters[at - 1] ?? ' ')) {
      open.push({ at, close: ')', dividers: [] });
    } else if (inner !== undefined && here === (inner.close === '}' ? ',' : '|')) inner.dividers.push(at);
    else if (inner !== undefined && here === inner.close) {
      open.pop();
      const problem = problemOf(characters, inner.at, at, inner.dividers);
      if (problem !== null) return problem;
      if (inner.close === ')' || inner.dividers.length > 0) groups.set(inner.at, { to: at, dividers: inner.dividers });
    }
    if (open.length > DEEPEST) return `nests more than ${DEEPEST} brackets`;
  }
  return { characters, groups, classes };
}

function problemOf(
  characters: readonly string[],
  from: number,
  to: number,
  dividers: readonly number[],
): string | null {
  const inside = characters.slice(from + 1, to).join('');
  if (characters[from] === '(' && characters[from - 1] === '!') {
    return `contains '!(${inside})', which is not supported; exclude by an entry that begins with '!'`;
  }
  if (characters[from] !== '{' || dividers.length > 0 || !inside.includes('..')) return null;
  return `contains the range '{${inside}}', which is not supported; write its members out`;
}

/** A stretch of a glob; `isNameStart`: a name of the path begins with it. */
type Stretch = { readonly from: number; readonly to: number; readonly isNameStart: boolean };

const inName = oneOf((code) => code !== 0x2f);
const anything = repeat(oneOf(() => true));

function readRow(scanned: Scanned, { from, to, isNameStart }: Stretch): Pattern {
  const parts: Pattern[] = [];
  for (let at = from; at < to; ) {
    const isStart = at === from ? isNameStart : scanned.characters[at - 1] === '/';
    const { pattern, end } = readPart(scanned, { from: at, to, isNameStart: isStart });
    parts.push(pattern);
    at = end;
  }
  return row(parts);
}

type Read = { readonly pattern: Pattern; readonly end: number };

function readPart(scanned: Scanned, { from, to, isNameStart }: Stretch): Read {
  const { characters, groups, classes } = scanned;
  const here = characters[from] ?? '';
  const braces = here === '{' ? groups.get(from) : undefined;
  if (braces !== undefined) return { pattern: waysOf(scanned, from, braces, isNameStart), end: braces.to + 1 };
  const extended = EXTENDED.includes(here) ? groups.get(from + 1) : undefined;
  if (extended !== undefined && characters[from + 1] === '(') {
    const pattern = asOften(here, waysOf(scanned, from + 1, extended, isNameStart));
    return { pattern, end: extended.to + 1 };
  }
  if (here === '*') return readStars(characters, { from, to, isNameStart });
  if (here === '?') return { pattern: inName, end: from + 1 };
  const found = classes.get(from);
  if (found === undefined) return { pattern: character(here), end: from + 1 };
  // No class means a slash.
  return { pattern: oneOf((code) => code !== 0x2f && found.accepts(code)), end: found.end };
}

function waysOf(scanned: Scanned, open: number, { to, dividers }: Group, isNameStart: boolean): Pattern {
  const starts = [open + 1, ...dividers.map((at) => at + 1)];
  const ends = [...dividers, to];
  return either(starts.map((from, at) => readRow(scanned, { from, to: ends[at] ?? to, isNameStart })));
}

function asOften(sign: string, one: Pattern): Pattern {
  if (sign === '@') return one;
  if (sign === '?') return optional(one);
  return repeat(one, sign === '*' ? 0 : 1);
}

/** `**` is a name of its own, or else as `*`. */
function readStars(characters: readonly string[], { from, to, isNameStart }: Stretch): Read {
  let end = from;
  // The last star may begin a group.
  while (end < to && characters[end] === '*' && (end === from || characters[end + 1] !== '(')) end++;
  if (end - from !== 2 || !isNameStart) return { pattern: repeat(inName), end };
  if (end === to) return { pattern: row([inName, anything]), end };
  if (characters[end] !== '/') return { pattern: repeat(inName), end };
  return { pattern: optional(row([anything, character('/')])), end: end + 1 };
}
