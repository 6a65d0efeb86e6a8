import type { IncludeSpelling } from './include-graph.ts';

export type ScannedIncludes = {
  /** Those that stand under no condition but that of a guard around them. */
  readonly sure: readonly IncludeSpelling[];
  /** What a guard, or `#pragma once`, keeps from being read twice. */
  readonly guard: 'whole' | 'part' | 'none';
};

/** Reads the include lines of a text (latin1) by its directives alone, comments and literals known. */
export function scanIncludes(text: string): ScannedIncludes {
  const sure: IncludeSpelling[] = [];
  const conditions: { isGuard: boolean }[] = [];
  let [isFirst, hasGuard, isOnce, isOutside] = [true, false, false, false];
  let [tested, testedForElse]: (string | null)[] = [null, null];
  for (const { 1: word = '', 2: rest = '' } of text.matchAll(DIRECTIVES)) {
    if (word === '') continue;
    const here = conditions.at(-1);
    if (tested !== null && here) {
      here.isGuard = word === 'define' && firstWord(rest) === tested;
      hasGuard ||= here.isGuard;
      tested = null;
    }
    if (here && word === 'else' && testedForElse) {
      [tested, testedForElse] = [testedForElse, null];
      continue;
    }
    testedForElse = null;
    if (word === 'pragma') {
      isOnce ||= conditions.length === 0 && firstWord(rest) === 'once';
      continue;
    }
    const isMacro = word === 'define' || word === 'undef';
    if (conditions.length === 0 && (!isFirst || isMacro)) isOutside = true;
    if (/^if(?:n?def)?$/.test(word)) {
      conditions.push({ isGuard: false });
      [tested, testedForElse] = isFirst ? [testedName(word, rest), nameOfDefinedTest(word, rest)] : [null, null];
    } else if (here && /^el(?:se|if|ifn?def)$/.test(word)) here.isGuard = false;
    else if (word === 'endif') conditions.pop();
    else if (word === 'include' && conditions.every(({ isGuard }) => isGuard)) sure.push(...spellingOf(rest));
    // A header of tracepoints names its system above its guard.
    isFirst &&= isMacro;
  }
  const isWhole = isOnce || (hasGuard && !isOutside);
  return { sure, guard: isWhole ? 'whole' : hasGuard ? 'part' : 'none' };
}

/** A comment, a literal, or a directive with its word and what follows, to the end of its logical line. */
const COMMENT = String.raw`\/\/.*|\/\*(?:[\s\S]*?\*\/|[\s\S]*(?![\s\S]))`;
const STRING = String.raw`"(?:[^"\\\n]|\\[\s\S])*"`;
const DIRECTIVES = new RegExp(
  String.raw`${COMMENT}|^[ \t]*(?:#|%:)[ \t]*([a-z_]+)((?:[^\n/\\"]+|${COMMENT}|${STRING}|\\[\s\S]|[/"])*)|${STRING}|'(?:[^'\\\n]|\\.)*'`,
  'gm',
);
const LEADING_COMMENTS = new RegExp(String.raw`^(?:\s|${COMMENT})*`);
const COMMENTS = new RegExp(COMMENT, 'g');

function firstWord(rest: string): string {
  return /^\s*(\w*)/.exec(rest)?.[1] ?? '';
}

/** The macro whose absence the first condition of a text asks for, whatever else would do as well. */
function testedName(word: string, rest: string): string | null {
  const condition = rest.replaceAll(COMMENTS, ' ');
  if (word === 'ifndef') return firstWord(condition);
  const found = word === 'if' ? /^\s*!\s*defined\s*(?:\(\s*(\w+)\s*\)|(\w+))\s*(?:$|\|\|)/.exec(condition) : null;
  return found?.[1] ?? found?.[2] ?? null;
}

/** The macro of `#ifdef X` or `#if defined(X)`: the guard may stand in the `#else`. */
function nameOfDefinedTest(word: string, rest: string): string | null {
  const condition = rest.replaceAll(COMMENTS, ' ');
  if (word === 'ifdef') return firstWord(condition);
  const found = word === 'if' ? /^\s*defined\s*(?:\(\s*(\w+)\s*\)|(\w+))\s*$/.exec(condition) : null;
  return found?.[1] ?? found?.[2] ?? null;
}

function spellingOf(rest: string): readonly IncludeSpelling[] {
  const found = /^\s*(?:"([^"\n]+)"|<([^>\n]+)>)/.exec(rest.replace(LEADING_COMMENTS, ''));
  const [, quoted, bracketed] = found ?? [];
  if (quoted !== undefined) return [{ form: 'quote', path: quoted }];
  return bracketed === undefined ? [] : [{ form: 'angle', path: bracketed }];
}
