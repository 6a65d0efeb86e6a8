import { loneCallAt, spellingOf } from '../macro-call.ts';
import { hasNewline } from '../tokens/code-tokens.ts';
import type { IncludeTarget } from '../tokens/directive.ts';
import { lex } from '../tokens/lex.ts';
import { isPunctuator, type Token, tokenText } from '../tokens/token.ts';

/** Which end of which kind of bracket something is. */
export type Mark = { readonly role: 'open' | 'close'; readonly bracket: string };

/** What a macro or an include stands for: one end of a bracket, or a pragma that is none. */
export type Meaning =
  | ({ readonly kind: 'mark' } & Mark)
  | { readonly kind: 'pragma'; readonly words: readonly string[] };

/**
 * How brackets are spelt, beyond those that every text may have: both ends of one, as a manifest names them, or what
 * one spelling means. A spelling is a macro's name, for any call of it, a call with its arguments, or an include path.
 */
export type BracketEntry = readonly [open: string, close: string] | KnownMark;
export type KnownMark = { readonly spelling: string; readonly meaning: Meaning };

/** What marks brackets in one text. */
export type BracketNames = {
  /** First words of all macros below: to look no further where there is none. */
  readonly words: ReadonlySet<string>;
  /** Macros that mean it whatever their arguments are. */
  readonly macros: ReadonlyMap<string, Meaning>;
  /** Macros with the arguments that mean it, or that mean it only without any. */
  readonly calls: ReadonlyMap<string, Meaning>;
  readonly includes: ReadonlyMap<string, Meaning>;
};

const builtIn: readonly (readonly [string, string])[] = [
  ['G_BEGIN_DECLS', 'G_END_DECLS'],
  ['__BEGIN_DECLS', '__END_DECLS'],
  ['__BEGIN_NAMESPACE_STD', '__END_NAMESPACE_STD'],
  ['__BEGIN_NAMESPACE_C99', '__END_NAMESPACE_C99'],
];

/**
 * The brackets of a text: the built-in pairs, `entries`, and any two names that stand alone on their lines and differ
 * only in BEGIN and END (or START and END, PUSH and POP, OPEN and CLOSE, ON and OFF).
 */
export function bracketNamesIn(text: string, tokens: readonly Token[], entries: readonly BracketEntry[]): BracketNames {
  const common = builtIn.flatMap(([open, close]) => ends(open, close));
  return bracketNames([...common, ...selfEvident(text, tokens), ...entries]);
}

/** What the entries alone make marks. */
export function bracketNames(entries: readonly BracketEntry[]): BracketNames {
  const names: Adding = { words: new Set(), macros: new Map(), calls: new Map(), includes: new Map() };
  for (const entry of entries) {
    if ('spelling' in entry) addKnown(names, entry);
    else for (const { spelling, meaning } of ends(...entry)) addNamed(names, spelling, meaning);
  }
  return names;
}

type Adding = {
  readonly words: Set<string>;
  readonly macros: Map<string, Meaning>;
  readonly calls: Map<string, Meaning>;
  readonly includes: Map<string, Meaning>;
};

function ends(open: string, close: string): readonly KnownMark[] {
  return [
    { spelling: open, meaning: { kind: 'mark', role: 'open', bracket: open } },
    { spelling: close, meaning: { kind: 'mark', role: 'close', bracket: open } },
  ];
}

/** A name that the user gives is any call of it. */
function addNamed(names: Adding, spelling: string, meaning: Meaning): void {
  if (isName(spelling)) {
    names.words.add(spelling);
    names.macros.set(spelling, meaning);
  } else addKnown(names, { spelling, meaning });
}

function addKnown(names: Adding, { spelling, meaning }: KnownMark): void {
  if (isIncludePath(spelling)) names.includes.set(spelling, meaning);
  else addCall(names, spelling, meaning);
}

function addCall(names: Adding, spelling: string, meaning: Meaning): void {
  const call = normalSpelling(spelling);
  names.words.add(call.split(' ')[0] ?? call);
  names.calls.set(call, meaning);
}

function isName(spelling: string): boolean {
  return /^[\w$\x80-\xff]+$/.test(spelling);
}

function isIncludePath(spelling: string): boolean {
  return !isName(spelling) && !spelling.includes('(');
}

/** Token by token, as the text of a header is compared with it. */
export function normalSpelling(spelling: string): string {
  return spellingOf(spelling, lex(spelling));
}

const wordPairs: readonly (readonly [RegExp, string])[] = [
  [/BEGIN|(?<![a-z])begin(?![a-z])/, 'END'],
  [/START/, 'END'],
  [/START/, 'STOP'],
  [/PUSH/, 'POP'],
  [/OPEN/, 'CLOSE'],
  [/_ON$/, '_OFF'],
  [/ENTER/, 'LEAVE'],
  [/ENTER/, 'EXIT'],
];

/** The names among them of which another differs only in BEGIN and END or the like, as what they then mark. */
export function markPairs(names: ReadonlySet<string>): readonly KnownMark[] {
  return [...names].flatMap((open) =>
    wordPairs.flatMap(([from, to]) => {
      const close = open.replace(from, to);
      return close !== open && names.has(close) ? ends(open, close) : [];
    }),
  );
}

function selfEvident(text: string, tokens: readonly Token[]): readonly KnownMark[] {
  const alone = new Set<string>();
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token?.kind === 'identifier' && standsAlone(text, tokens, index)) alone.add(tokenText(text, token));
  }
  return markPairs(alone);
}

function standsAlone(text: string, tokens: readonly Token[], index: number): boolean {
  const [before, token, after] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (!token) return false;
  if (before && !hasNewline(text, before.end, token.start)) return false;
  return (
    !after || after.kind === 'comment' || isPunctuator(text, after, ';') || hasNewline(text, token.end, after.start)
  );
}

/** What the macro at token `at` means, and the index behind it; null where it is no mark. */
export function meaningAt(
  text: string,
  tokens: readonly Token[],
  at: number,
  names: BracketNames,
): { readonly meaning: Meaning; readonly end: number } | null {
  const token = tokens[at];
  if (token?.kind !== 'identifier' || !names.words.has(tokenText(text, token))) return null;
  const call = loneCallAt(text, tokens, at);
  const meaning = call && (names.macros.get(tokenText(text, token)) ?? names.calls.get(call.spelling));
  return call && meaning ? { meaning, end: call.end } : null;
}

/** What an `#include` means by its path, or null. */
export function meaningOfInclude({ path }: IncludeTarget, names: BracketNames): Meaning | null {
  return path === null ? null : (names.includes.get(path) ?? null);
}
