import type { Annotations } from './annotations.ts';
import type { BracketNames } from './bracket-marks.ts';
import { conditionalWord, isNeverTrue, parseDirective } from './directive.ts';
import { aggregateWords, attributeWords, beginsDeclaration, isKeyword, qualifierWords, typeWords } from './keywords.ts';
import { isPunctuator, type Token, tokenText } from './token.ts';

/** Where an item ends: the index after its last token. `broken` when that is a guess. */
export type ItemExtent = { readonly end: number; readonly broken: boolean };

/** A token at the item's own level, or a bracketed run of tokens there. */
type Flat = { readonly first: number; readonly last: number; readonly group: string | null };

/** What is known between two tokens of an item; a conditional inside the item saves and restores it. */
type State = {
  /** The closing brackets that are still awaited, outermost first. */
  readonly closers: readonly string[];
  readonly flat: readonly Flat[];
  readonly groupStart: number;
  /** What the outermost open brace is: a body ends the item, the others go on. */
  readonly brace: 'body' | 'aggregate' | 'initializer' | null;
  /** The last token completed the item (of use only inside a conditional). */
  readonly complete: boolean;
};

const noAnnotations: Annotations = { known: new Set() };

const initial: State = { closers: [], flat: [], groupStart: -1, brace: null, complete: false };

/**
 * Finds the end of the item that begins at token `start`: its `;`, the `}` of its body, or the `)` of a macro call
 * that no `;` follows. Conditional groups inside it are taken whole; each branch starts from the state at the `#if`,
 * and the first that can be compiled says how it goes on.
 * `start` may be an `#if` whose branches hold the beginnings of one statement.
 */
export function scanItem(
  text: string,
  tokens: readonly Token[],
  start: number,
  annotations: Annotations,
  brackets: BracketNames,
): ItemExtent {
  let state = initial;
  const conditionals: { readonly entry: State; first: State | null; disabled: boolean }[] = [];
  for (let at = start; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token || token.kind === 'comment') continue;
    if (token.kind === 'directive') {
      const atOwnLevel = conditionals.length === 0 && state.closers.length === 0;
      if (atOwnLevel && isWholeMacro(text, tokens, state, annotations))
        return { end: endWithoutComments(tokens, at), broken: false };
      if (atOwnLevel && isWholeMacro(text, tokens, state, noAnnotations) && noCodeBeforeDefinition(text, tokens, at))
        return { end: endWithoutComments(tokens, at), broken: false };
      const word = conditionalWord(text, token);
      const open = conditionals.at(-1);
      if (atOwnLevel && word === null && isLoneName(text, tokens, state))
        return { end: endWithoutComments(tokens, at), broken: false };
      if (word === 'if') {
        const disabled = isNeverTrue(text, parseDirective(text, token));
        conditionals.push({ entry: state, first: null, disabled });
      }
      if (word !== null && word !== 'if' && !open) return brokenExtent(text, tokens, start, at);
      if (word !== null && word !== 'if' && open) {
        if (!open.disabled) open.first ??= state;
        open.disabled = false;
        state = word === 'endif' ? (open.first ?? open.entry) : open.entry;
        if (word === 'endif') conditionals.pop();
        if (conditionals.length === 0 && word === 'endif' && state.complete) return { end: at + 1, broken: false };
      }
      continue;
    }
    if (conditionals.some(({ disabled }) => disabled)) continue;
    if (state.complete) state = initial;
    if (conditionals.length === 0) {
      if (macroCallEndsBefore(text, tokens, state, at, annotations))
        return { end: endWithoutComments(tokens, at), broken: false };
      if (
        state.closers.length === 0 &&
        state.flat.length > 0 &&
        brackets.has(tokenText(text, token)) &&
        startsLine(text, tokens, at)
      ) {
        return { end: endWithoutComments(tokens, at), broken: !isWholeMacro(text, tokens, state, annotations) };
      }
    }
    const next = step(text, tokens, state, at);
    if (!next) return brokenExtent(text, tokens, start, at);
    state = next;
    if (state.complete && conditionals.length === 0)
      return { end: withEmptyDeclaration(text, tokens, at + 1), broken: false };
  }
  if (conditionals.length === 0 && state.closers.length === 0 && isWholeMacro(text, tokens, state, noAnnotations)) {
    return { end: endWithoutComments(tokens, tokens.length), broken: false };
  }
  return brokenExtent(text, tokens, start, tokens.length);
}

/** The state after token `at`, or null when a bracket closes that was not open. */
function step(text: string, tokens: readonly Token[], state: State, at: number): State | null {
  const token = tokens[at];
  const word = token?.kind === 'punctuator' ? tokenText(text, token) : '';
  const closer = closerOf[word];
  if (closer !== undefined) {
    const outermost = state.closers.length === 0;
    const brace = outermost && word === '{' ? braceRole(text, tokens, state.flat) : outermost ? null : state.brace;
    return { ...state, closers: [...state.closers, closer], groupStart: outermost ? at : state.groupStart, brace };
  }
  if (word === ')' || word === ']' || word === '}') {
    if (state.closers.at(-1) !== word) return null;
    const closers = state.closers.slice(0, -1);
    if (closers.length > 0) return { ...state, closers };
    const open = tokens[state.groupStart];
    const flat = [...state.flat, { first: state.groupStart, last: at, group: open ? tokenText(text, open) : null }];
    return { closers, flat, groupStart: -1, brace: null, complete: state.brace === 'body' };
  }
  if (state.closers.length > 0) return state;
  if (word === ';') {
    if (isOldStyleDefinition(text, tokens, state.flat, at))
      return { ...state, flat: [...state.flat, { first: at, last: at, group: null }] };
    return { ...state, complete: true };
  }
  return { ...state, flat: [...state.flat, { first: at, last: at, group: null }] };
}

const closerOf: Readonly<Record<string, string | undefined>> = { '(': ')', '[': ']', '{': '}' };

function braceRole(
  text: string,
  tokens: readonly Token[],
  flat: readonly Flat[],
): 'body' | 'aggregate' | 'initializer' {
  if (flat.some((part) => wordOf(text, tokens, part) === '=')) return 'initializer';
  const keyword = flat.findLastIndex((part) => aggregateWords.has(wordOf(text, tokens, part)));
  if (keyword < 0) return 'body';
  let names = 0;
  for (const part of flat.slice(keyword + 1)) {
    const word = wordOf(text, tokens, part);
    if (word === '*') return 'body';
    if (word === ':') return 'aggregate';
    if (part.group === '(' && names >= 2) return 'body';
    if (part.group === '(') names = 0;
    else if (part.group === null && !attributeWords.has(word)) names++;
  }
  return 'aggregate';
}

/** K&R: after `f(a, b)` come declarations of the parameters, and a `{` directly after a `;`. */
function isOldStyleDefinition(
  text: string,
  tokens: readonly Token[],
  flat: readonly Flat[],
  semicolon: number,
): boolean {
  const parameters = flat.findIndex((part) => part.group === '(' && isNameList(text, tokens, part));
  if (parameters < 1 || flat.length - parameters < 3) return false;
  for (let at = semicolon + 1; at < tokens.length && at < semicolon + 400; at++) {
    const token = tokens[at];
    if (token?.kind === 'directive') return false;
    if (isPunctuator(text, token, '{')) return isPunctuator(text, tokens[previousCode(tokens, at)], ';');
    if (
      isPunctuator(text, token, '}') ||
      isPunctuator(text, token, '=') ||
      (token && aggregateWords.has(tokenText(text, token)) && isPunctuator(text, tokens[at + 1], '{'))
    )
      return false;
  }
  return false;
}

function isNameList(text: string, tokens: readonly Token[], group: Flat): boolean {
  const inner = tokens.slice(group.first + 1, group.last).filter((token) => token.kind !== 'comment');
  if (inner.length === 0 || inner.length % 2 === 0) return false;
  return inner.every((token, index) =>
    index % 2 === 0
      ? token.kind === 'identifier' && !isKeyword(tokenText(text, token))
      : isPunctuator(text, token, ','),
  );
}

/** The item so far is `NAME(…)`: a macro call that may end without `;`. A lone `NAME` is not: it may decorate. */
function isWholeMacro(text: string, tokens: readonly Token[], state: State, annotations: Annotations): boolean {
  const [name, group] = state.flat;
  if (!name || state.closers.length > 0) return false;
  const word = wordOf(text, tokens, name);
  if (tokens[name.first]?.kind !== 'identifier' || isKeyword(word) || annotations.known.has(word)) return false;
  return state.flat.length === 2 && group?.group === '(';
}

/**
 * Whether a `#define` or the like comes before any code, or nothing does: what stands before it is a call then, also of
 * a macro that could decorate, as in a table of `__SYSCALL(…)` where that expands to nothing.
 */
function noCodeBeforeDefinition(text: string, tokens: readonly Token[], from: number): boolean {
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token || token.kind === 'comment') continue;
    if (token.kind !== 'directive') return false;
    if (conditionalWord(text, token) === null) return true;
  }
  return true;
}

/** `NAME` on a line of its own before a `#define` or `#undef`: an expansion, of an X-macro list say. */
function isLoneName(text: string, tokens: readonly Token[], state: State): boolean {
  const [name, ...others] = state.flat;
  if (!name || others.length > 0 || tokens[name.first]?.kind !== 'identifier') return false;
  return !isKeyword(wordOf(text, tokens, name));
}

/**
 * Whether `NAME(…)` ends before token `at`, which stands on a later line. It does unless the call can be the beginning
 * of a declaration: a type made by a macro (`EXPORT(int)`), or a body follows.
 */
function macroCallEndsBefore(
  text: string,
  tokens: readonly Token[],
  state: State,
  at: number,
  annotations: Annotations,
): boolean {
  if (!isWholeMacro(text, tokens, state, annotations) || !startsLine(text, tokens, at)) return false;
  const token = tokens[at];
  const group = state.flat[1];
  if (!token || !group || token.kind !== 'identifier') return false;
  if (beginsDeclaration(tokenText(text, token))) return true;
  if (onlyAnnotationsBeforeSemicolon(text, tokens, at, annotations)) return false;
  const isTypeMacro = tokens.slice(group.first + 1, group.last).every((inner) => {
    const word = tokenText(text, inner);
    return word === '*' || typeWords.has(word) || qualifierWords.has(word) || aggregateWords.has(word);
  });
  return !isTypeMacro || group.last === group.first + 1;
}

/** `NAME(…)` on one line, `__attribute__((…));` on the next: the attribute still belongs to the call. */
function onlyAnnotationsBeforeSemicolon(
  text: string,
  tokens: readonly Token[],
  from: number,
  annotations: Annotations,
): boolean {
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token || token.kind === 'directive') return false;
    const word = tokenText(text, token);
    if (word === ';') return true;
    if (!attributeWords.has(word) && !annotations.known.has(word)) return false;
    if (isPunctuator(text, tokens[at + 1], '(')) at = closingParenthesis(text, tokens, at + 1);
  }
  return false;
}

function closingParenthesis(text: string, tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at++) {
    if (isPunctuator(text, tokens[at], '(')) depth++;
    if (isPunctuator(text, tokens[at], ')') && --depth === 0) return at;
  }
  return tokens.length;
}

/** Whether a line ends between token `at` and the code token before it. */
function startsLine(text: string, tokens: readonly Token[], at: number): boolean {
  const before = tokens[previousCode(tokens, at)];
  const token = tokens[at];
  return before === undefined || token === undefined || text.slice(before.end, token.start).includes('\n');
}

function previousCode(tokens: readonly Token[], at: number): number {
  let before = at - 1;
  while (before >= 0 && tokens[before]?.kind === 'comment') before--;
  return before;
}

/** Takes the `;` that some write after a function's `}`. */
function withEmptyDeclaration(text: string, tokens: readonly Token[], end: number): number {
  const closing = tokens[end - 1];
  const next = tokens[end];
  if (!isPunctuator(text, closing, '}') || !isPunctuator(text, next, ';')) return end;
  return closing &&
    next &&
    text.slice(closing.end, next.start).trim() === '' &&
    !text.slice(closing.end, next.start).includes('\n')
    ? end + 1
    : end;
}

/**
 * The extent of an item that has no end: up to the next paragraph that begins at the left margin, or `limit`. One
 * token at least, so that the scan goes on.
 */
function brokenExtent(text: string, tokens: readonly Token[], start: number, limit: number): ItemExtent {
  let depth = 0;
  for (let at = start; at < limit; at++) {
    const token = tokens[at];
    const before = tokens[at - 1];
    if (!token) break;
    const word = token.kind === 'directive' ? conditionalWord(text, token) : null;
    const paragraph =
      before && at > start && depth === 0 && /\n[ \t\r\f]*\n$/.test(text.slice(before.end, token.start));
    if (paragraph) return { end: endWithoutComments(tokens, at), broken: true };
    if (word === 'if') depth++;
    if (word === 'endif') depth--;
  }
  return { end: Math.max(start + 1, endWithoutComments(tokens, limit)), broken: true };
}

function endWithoutComments(tokens: readonly Token[], end: number): number {
  let last = end;
  while (last > 0 && tokens[last - 1]?.kind === 'comment') last--;
  return last;
}

function wordOf(text: string, tokens: readonly Token[], part: Flat): string {
  const token = tokens[part.first];
  return part.group === null && token ? tokenText(text, token) : '';
}
