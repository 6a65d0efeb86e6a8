/** A regular expression of JavaScript, as far as this project writes them. */
export type Expression =
  /** One character: a class, an escape, or itself. */
  | { readonly kind: 'set'; readonly source: string }
  /** `^`, `$`, `\b` or `\B`. */
  | { readonly kind: 'edge'; readonly source: string }
  | { readonly kind: 'look'; readonly body: Expression; readonly isBehind: boolean; readonly isNot: boolean }
  | { readonly kind: 'group'; readonly body: Expression; readonly name: string | null }
  | { readonly kind: 'back'; readonly to: string }
  | {
      readonly kind: 'repeat';
      readonly body: Expression;
      readonly least: number;
      readonly most: number;
      readonly isLazy: boolean;
    }
  | { readonly kind: 'sequence'; readonly parts: readonly Expression[] }
  | { readonly kind: 'either'; readonly ways: readonly Expression[] };

const SET = /^(?:\[(?:\\.|[^\]\\])*\]|\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\u[\da-f]{4}|\\x[\da-f]{2}|\\c[A-Z]|\\.|[\s\S])/iu;
const OPENINGS = { '(?<=': [true, false], '(?<!': [true, true], '(?=': [false, false], '(?!': [false, true] } as const;

/** Groups that capture have the names of their numbers, `1` and on, where they have none; others have null. */
export function parseExpression(source: string): Expression {
  let at = 0;
  let groups = 0;
  const take = (pattern: RegExp): string | null => {
    const found = pattern.exec(source.slice(at))?.[0] ?? null;
    at += found?.length ?? 0;
    return found;
  };
  const either = (): Expression => {
    const ways = [sequence()];
    while (take(/^\|/)) ways.push(sequence());
    const [only] = ways;
    return ways.length === 1 && only ? only : { kind: 'either', ways };
  };
  const sequence = (): Expression => {
    const parts: Expression[] = [];
    while (at < source.length && source[at] !== '|' && source[at] !== ')') parts.push(repeated(atom()));
    return { kind: 'sequence', parts };
  };
  const group = (name: string | null): Expression => closed({ kind: 'group', name, body: either() });
  const atom = (): Expression => {
    const look = take(/^\(\?<?[=!]/);
    if (look !== null) {
      const [isBehind, isNot] = OPENINGS[look as keyof typeof OPENINGS];
      return closed({ kind: 'look', isBehind, isNot, body: either() });
    }
    if (take(/^\(\?:/)) return group(null);
    const named = take(/^\(\?<\w+>/);
    if (named !== null) return group(named.slice(3, -1));
    if (take(/^\(/)) return group(String(++groups));
    const edge = take(/^(?:\^|\$|\\[bB])/);
    if (edge !== null) return { kind: 'edge', source: edge };
    const back = take(/^\\(?:k<\w+>|[1-9]\d*)/);
    if (back !== null) return { kind: 'back', to: back.replace(/^\\(?:k<)?|>$/g, '') };
    return { kind: 'set', source: take(SET) ?? '' };
  };
  const closed = (node: Expression): Expression => {
    if (!take(/^\)/)) throw new Error(`no ) at ${at} of ${source}`);
    return node;
  };
  const repeated = (body: Expression): Expression => {
    const count = take(/^(?:[*+?]|\{\d+(?:,\d*)?\})/);
    if (count === null) return body;
    const [least, most] = limits(count);
    return { kind: 'repeat', body, least, most, isLazy: take(/^\?/) !== null };
  };
  const whole = either();
  if (at < source.length) throw new Error(`not read: ${source.slice(at)}`);
  return whole;
}

function limits(count: string): readonly [number, number] {
  if (count === '?') return [0, 1];
  if (count === '*' || count === '+') return [count === '+' ? 1 : 0, Number.POSITIVE_INFINITY];
  const [least = '0', most = least] = count.slice(1, -1).split(',');
  return [Number(least), most === '' ? Number.POSITIVE_INFINITY : Number(most)];
}

/** The literals of regular expressions in a text of TypeScript. */
export function literalsIn(text: string): readonly { readonly source: string; readonly flags: string }[] {
  return [...text.matchAll(TOKEN)].flatMap(({ 0: whole, 1: flags }) =>
    flags === undefined ? [] : [{ source: whole.slice(1, -1 - flags.length), flags }],
  );
}

/** Comments, strings, and slashes where an expression can begin. */
const TOKEN =
  /\/\/.*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|(?<=(?:[(,=:[!&|?{};>]|\breturn|\n)\s*)\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/([dgimsuvy]*)/g;
