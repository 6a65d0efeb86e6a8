import { type BracketNames, meaningAt } from './brackets/bracket-marks.ts';
import { type Annotations, noAnnotations } from './declarations/annotations.ts';
import {
  codeOrDefinition,
  isLoneName,
  isWholeMacro,
  loneNameEndsBefore,
  macroCallEndsBefore,
} from './macro-statement.ts';
import { initial, type State, step, stepInside } from './scan-state.ts';
import { endWithoutComments, startsLine } from './tokens/code-tokens.ts';
import { conditionalWord, isNeverTrue, parseDirective } from './tokens/directive.ts';
import { isPunctuator, type Token } from './tokens/token.ts';

/** Where an item ends: the index after its last token; and up to where that was looked for. `broken`: it is a guess. */
export type ItemExtent = { readonly end: number; readonly broken: boolean; readonly scanned: number };

/**
 * Finds the end of the item that begins at token `start`: its `;`, the `}` of its body, or the `)` of a macro call
 * that no `;` follows. Conditional groups inside it are taken whole; each branch starts from the state at the `#if`,
 * and the first that can be compiled says how it goes on.
 * `start` may be an `#if` whose branches hold the beginnings of one statement. Nothing is looked at from token `limit` on.
 */
export function scanItem(
  text: string,
  tokens: readonly Token[],
  start: number,
  annotations: Annotations,
  brackets: BracketNames,
  limit: number,
): ItemExtent {
  const ending = (at: number): ItemExtent => ({ end: endWithoutComments(tokens, at), broken: false, scanned: at });
  let state = initial;
  let next = start;
  const conditionals: { readonly entry: State; first: State | null; disabled: boolean }[] = [];
  for (let at = start; at < limit; at++) {
    if (state.closers.length > 0 && !conditionals.some(({ disabled }) => disabled)) {
      const inside = stepInside(text, tokens, state, at, limit);
      [state, at] = [inside.state, inside.at];
    }
    const token = at < limit ? tokens[at] : undefined;
    if (!token || token.kind === 'comment') continue;
    if (token.kind === 'directive') {
      const atOwnLevel = conditionals.length === 0 && state.closers.length === 0;
      if (atOwnLevel && isWholeMacro(text, tokens, state, annotations)) return ending(at);
      if (atOwnLevel && isWholeMacro(text, tokens, state, noAnnotations)) {
        if (next <= at) next = codeOrDefinition(text, tokens, at);
        if (isDirectiveOrEnd(tokens[next])) return ending(at);
      }
      const word = conditionalWord(text, token);
      const open = conditionals.at(-1);
      if (atOwnLevel && word === null && isLoneName(text, tokens, state)) return ending(at);
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
        if (conditionals.length === 0 && word === 'endif' && state.complete)
          return { end: at + 1, broken: false, scanned: at + 1 };
      }
      continue;
    }
    if (conditionals.some(({ disabled }) => disabled)) continue;
    if (state.complete) state = initial;
    if (conditionals.length === 0) {
      if (loneNameEndsBefore(text, tokens, state, at, annotations)) return ending(at);
      if (macroCallEndsBefore(text, tokens, state, at, annotations)) return ending(at);
      if (
        state.closers.length === 0 &&
        state.level.count > 0 &&
        meaningAt(text, tokens, at, brackets) &&
        startsLine(text, tokens, at)
      ) {
        return { ...ending(at), broken: !isWholeMacro(text, tokens, state, annotations) };
      }
    }
    const stepped = step(text, tokens, state, at);
    if (!stepped) return brokenExtent(text, tokens, start, at);
    state = stepped;
    if (state.complete && conditionals.length === 0)
      return { end: withEmptyDeclaration(text, tokens, at + 1), broken: false, scanned: at + 1 };
  }
  if (conditionals.length === 0 && isWholeMacro(text, tokens, state, noAnnotations)) return ending(limit);
  return brokenExtent(text, tokens, start, limit);
}

function isDirectiveOrEnd(token: Token | undefined): boolean {
  return token === undefined || token.kind === 'directive';
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
  const end = endWithoutComments(tokens, paragraphEnd(text, tokens, start, limit));
  return { end: Math.max(start + 1, end), broken: true, scanned: limit };
}

/** The first token of the paragraph behind the one of token `start`, conditionals taken whole; `limit` where none begins. */
export function paragraphEnd(text: string, tokens: readonly Token[], start: number, limit: number): number {
  let depth = 0;
  for (let at = start; at < limit; at++) {
    const [before, token] = [tokens[at - 1], tokens[at]];
    if (!token) break;
    const isFirst = before && at > start && depth === 0 && /\n[ \t\r\f]*\n$/.test(text.slice(before.end, token.start));
    if (isFirst) return at;
    const word = token.kind === 'directive' ? conditionalWord(text, token) : null;
    if (word === 'if') depth++;
    if (word === 'endif' && --depth < 0) return at;
  }
  return limit;
}
