import type { Expression } from './parse-expression.ts';

type Continue = (at: number) => boolean;
type Match = (at: number, then: Continue) => boolean;

class TooMany extends Error {}

/**
 * How many characters a matcher looks at that goes back where it fails, as JavaScript's does, while it looks for the first
 * match or, with the flag `g`, for all. At most `most`.
 */
export function stepCounter(expression: Expression, flags: string): (text: string, most: number) => number {
  let [text, steps, limit] = ['', 0, 0];
  const captures = new Map<string, string>();
  const step = (): boolean => {
    steps += 1;
    if (steps > limit) throw new TooMany();
    return true;
  };
  const compile = (one: Expression, isBack: boolean): Match => {
    switch (one.kind) {
      case 'set': {
        const has = setTest(one.source, flags);
        return isBack
          ? (at, then) => step() && at > 0 && has(text.charCodeAt(at - 1)) && then(at - 1)
          : (at, then) => step() && at < text.length && has(text.charCodeAt(at)) && then(at + 1);
      }
      case 'edge': {
        const holds = edgeTest(one.source, flags);
        return (at, then) => holds(text, at) && then(at);
      }
      case 'look': {
        const body = compile(one.body, one.isBehind);
        return (at, then) => body(at, () => true) !== one.isNot && then(at);
      }
      case 'group': {
        const body = compile(one.body, isBack);
        const { name } = one;
        if (name === null) return body;
        return (at, then) =>
          body(at, (end) => {
            captures.set(name, text.slice(Math.min(at, end), Math.max(at, end)));
            return then(end);
          });
      }
      case 'back':
        return (at, then) => {
          const value = captures.get(one.to) ?? '';
          return text.startsWith(value, at) && then(at + value.length);
        };
      case 'repeat':
        return repeat(one, isBack);
      case 'sequence': {
        const parts = one.parts.map((part) => compile(part, isBack));
        const ordered = isBack ? parts.reverse() : parts;
        return ordered.reduceRight<Match>(
          (rest, part) => (at, then) => part(at, (end) => rest(end, then)),
          (at, then) => then(at),
        );
      }
      case 'either': {
        const ways = one.ways.map((way) => compile(way, isBack));
        return (at, then) => ways.some((way) => way(at, then));
      }
    }
  };
  const repeat = (one: Extract<Expression, { kind: 'repeat' }>, isBack: boolean): Match => {
    const { least, most, isLazy } = one;
    const body = compile(one.body, isBack);
    const from = (count: number, at: number, then: Continue): boolean => {
      const again = (): boolean =>
        count < most && body(at, (end) => (end !== at || count < least) && from(count + 1, end, then));
      if (count < least) return again();
      return isLazy ? then(at) || again() : again() || then(at);
    };
    return (at, then) => from(0, at, then);
  };
  const match = compile(expression, false);
  const isOnlyHere = flags.includes('y') || (beginsText(expression) && !flags.includes('m'));
  const search = (): void => {
    for (let at = 0; at <= text.length; ) {
      let end = -1;
      const isFound = match(at, (to) => {
        end = to;
        return true;
      });
      if (isFound ? !flags.includes('g') : isOnlyHere) return;
      at = Math.max(end, at + 1);
    }
  };
  return (given, most) => {
    [text, steps, limit] = [given, 0, most];
    try {
      search();
    } catch (error) {
      if (!(error instanceof TooMany)) throw error;
    }
    return steps;
  };
}

function beginsText(expression: Expression): boolean {
  if (expression.kind === 'sequence') return expression.parts[0] !== undefined && beginsText(expression.parts[0]);
  return expression.kind === 'edge' && expression.source === '^';
}

const tests = new Map<string, (code: number) => boolean>();

/** Whether a character, by its code, is one of a set. */
export function setTest(source: string, flags: string): (code: number) => boolean {
  const key = `${flags}:${source}`;
  const known = tests.get(key);
  if (known) return known;
  const pattern = new RegExp(`^${source}$`, flags.replace(/[gym]/g, ''));
  const answers: (boolean | undefined)[] = [];
  const test = (code: number): boolean => {
    const answer = answers[code] ?? pattern.test(String.fromCharCode(code));
    answers[code] = answer;
    return answer;
  };
  tests.set(key, test);
  return test;
}

function edgeTest(source: string, flags: string): (text: string, at: number) => boolean {
  const isLineEnd = (char: string | undefined): boolean => flags.includes('m') && (char === '\n' || char === '\r');
  const isWord = (char: string | undefined): boolean => char !== undefined && /\w/.test(char);
  const isBorder = (text: string, at: number): boolean => isWord(text[at - 1]) !== isWord(text[at]);
  if (source === '^') return (text, at) => at === 0 || isLineEnd(text[at - 1]);
  if (source === '$') return (text, at) => at === text.length || isLineEnd(text[at]);
  return source === '\\b' ? isBorder : (text, at) => !isBorder(text, at);
}
