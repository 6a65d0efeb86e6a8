import { wordPattern } from '../../text/word-pattern.ts';

/**
 * Whether a C text may define one of the functions: a cheap look at what follows each name, so that a file that only
 * calls them is not parsed. True when unsure; a definition is never missed unless a macro makes it.
 *
 * @param among All names that are looked for in some file, of which an expression is made once.
 */
export function mayDefine(text: string, names: ReadonlySet<string>, among = names): boolean {
  const name = wholeWords(among);
  let holdsRaw: boolean | null = null;
  // What follows a name in a comment may go on to the end of the text, and so from the next name.
  let wasInComment = false;
  for (let found = name.exec(text); found; found = name.exec(text)) {
    if (!names.has(found[0])) continue;
    const { index } = found;
    if (wasInComment && holdsRaw === false && isSurelyInComment(text, index)) continue;
    if (!mayBeHead(text, index + found[0].length)) continue;
    // A raw string spans lines, and may hold anything.
    holdsRaw ??= text.includes('R"') && RAW_STRING.test(text);
    if (holdsRaw || !isSurelyInComment(text, index)) return true;
    wasInComment = true;
  }
  return false;
}

/** As it is lexed: `"_ADR"` is none. */
const RAW_STRING = /(?<!\w)(?:L|u8?|U)?R"[^ ()\\\t\v\f\r\n"]{0,16}\(/;

/** Where the names stand in a text, as whole words, in order. */
export function nameOffsets(text: string, names: ReadonlySet<string>, among = names): readonly number[] {
  const name = wholeWords(among);
  const offsets: number[] = [];
  for (let found = name.exec(text); found; found = name.exec(text)) {
    if (names.has(found[0])) offsets.push(found.index);
  }
  return offsets;
}

/** Whoever looks for names in many files asks with one set. */
const compiled = new WeakMap<ReadonlySet<string>, RegExp>();

function wholeWords(names: ReadonlySet<string>): RegExp {
  const known = compiled.get(names);
  if (known !== undefined) {
    known.lastIndex = 0;
    return known;
  }
  const alternatives = [...names].map(wordPattern);
  const made = new RegExp(`(?<![\\w$])(?:${alternatives.join('|') || '(?!)'})(?![\\w$])`, 'g');
  compiled.set(names, made);
  return made;
}

/** Whether parameters and then a body, or what may come between them, follow a name that ends at `end`. */
function mayBeHead(text: string, end: number): boolean {
  let at = trivia(text, end);
  for (let closed = 0; text[at] === ')' && closed < MOST_AROUND_A_NAME; closed++) at = trivia(text, at + 1);
  if (text[at] !== '(') return MACRO_AROUND_PARAMETERS.test(text.slice(at, at + 80));
  const close = closingParenthesis(text, at);
  if (close < 0) return true;
  at = trivia(text, close + 1);
  if (text[at] === ')') return RETURNED_POINTER.has(text[trivia(text, at + 1)] ?? '');
  return at >= text.length || !ENDS_AN_EXPRESSION.has(text[at] ?? '');
}

/** Nobody writes more parentheses around the name that a definition declares. */
const MOST_AROUND_A_NAME = 8;

/**
 * Comments name functions as heads do: `name() does this`. False when unsure: what opens the comment must be near, on a
 * line where nothing before it can be a literal or a comment itself, and no line may be spliced.
 */
function isSurelyInComment(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - FURTHEST_LOOK_BACK), offset);
  const open = before.lastIndexOf('/*');
  if (open >= 0 && before.indexOf('*/', open + 2) < 0) return isComment(before, open);
  const slashes = before.indexOf('//', before.lastIndexOf('\n') + 1);
  return slashes >= 0 && before.indexOf('*/', slashes) < 0 && isComment(before, slashes);
}

/** Whether a comment begins at `start` and goes on to the end, where nothing like a comment's end follows. */
function isComment(text: string, start: number): boolean {
  const newline = text.lastIndexOf('\n', start);
  if (newline < 2 || SPLICE.test(text.slice(newline - 2))) return false;
  return !/["'<]|\/\//.test(text.slice(newline, start + 1));
}

const SPLICE = /\\\r?\n/;

/** Bytes: a file with one comment that names a thousand functions is looked through once, not a thousand times. */
const FURTHEST_LOOK_BACK = 4096;

const MACRO_AROUND_PARAMETERS = /^[A-Za-z_]\w*\s*\(\s*\(/;

/** What follows the `)` of `(*name(...))` where that is a pointer to a function or to an array. */
const RETURNED_POINTER = new Set('([');

/** What no definition has after its parameters. */
const ENDS_AN_EXPRESSION = new Set(';,)=+-*/%&|^<>?:}].!~"\''.split(''));

/** The first byte from `at` on that is no white space, line splice or comment. */
function trivia(text: string, at: number): number {
  const start = blanksEnd(text, at);
  if (text[start] !== '/' || (text[start + 1] !== '/' && text[start + 1] !== '*')) return start;
  const end = commentEnd(text, start);
  if (end < 0) return start;
  if (remembered.text !== text || remembered.behind !== end) {
    remembered = { text, behind: end, rest: triviaBehind(text, end) };
  }
  return remembered.rest;
}

function triviaBehind(text: string, from: number): number {
  let at = from;
  for (;;) {
    at = blanksEnd(text, at);
    const end = text[at] === '/' ? commentEnd(text, at) : -1;
    if (end < 0) return at;
    at = end;
  }
}

function blanksEnd(text: string, at: number): number {
  BLANKS.lastIndex = at;
  return at + (BLANKS.exec(text)?.[0].length ?? 0);
}

const BLANKS = /(?:\s|\\\r?\n)*/y;

/** Behind the comment that begins at `start`; -1: none begins there, or it does not end. */
function commentEnd(text: string, start: number): number {
  if (text[start + 1] === '/') return nextOf(text, '\n', start + 2, text.length);
  if (text[start + 1] !== '*') return -1;
  const end = nextOf(text, '*/', start + 2, -1);
  return end < 0 ? -1 : end + 2;
}

/** As `indexOf`. A text that begins a comment at each name is looked through once. */
function nextOf(text: string, mark: '\n' | '*/', from: number, otherwise: number): number {
  const known = upcoming[mark];
  const isKnown = known.text === text && known.from <= from && (known.at < 0 || from <= known.at);
  if (!isKnown) upcoming[mark] = { text, from, at: text.indexOf(mark, from) };
  const { at } = upcoming[mark];
  return at < 0 ? otherwise : at;
}

const upcoming = { '\n': { text: '', from: 0, at: -1 }, '*/': { text: '', from: 0, at: -1 } };
/** What follows the comment that ends before `behind`. */
let remembered = { text: '', behind: -1, rest: 0 };

function closingParenthesis(text: string, open: number): number {
  let depth = 0;
  PARENTHESES.lastIndex = open;
  for (let found = PARENTHESES.exec(text); found; found = PARENTHESES.exec(text)) {
    if (found[0] === '(') depth++;
    if (found[0] === ')' && --depth === 0) return found.index;
    if (found[0] === ';' || found[0] === '{') return -1;
  }
  return -1;
}

/** Comments and literals are taken whole. A `;` or `{` says that the parentheses do not pair. */
const PARENTHESES = /[(){;]|\/\*[\s\S]*?(?:\*\/|$)|\/\/.*|\\["'\\]|"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'/g;
