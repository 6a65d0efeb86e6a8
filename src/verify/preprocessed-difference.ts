import type { Declared } from './preprocessed.ts';

/** What is different in two preprocessed units, as far as it concerns a function. */
export type PreprocessedDifference = {
  /** `body`: the function itself reads otherwise; `other`: something that it uses does; `order`: only the order differs. */
  readonly where: 'body' | 'other' | 'order';
  /** Where in the unit after: the compiler's spelling of the file. */
  readonly file: string;
  readonly line: number;
  /** Tokens around the first difference; empty where there is nothing on that side. */
  readonly before: string;
  readonly after: string;
};

/** The cause that a function's code differs; null where the preprocessed units show none. */
export function differenceFor(
  name: string,
  before: readonly Declared[],
  after: readonly Declared[],
): PreprocessedDifference | null {
  const [was, now] = [before.find((one) => one.defines === name), after.find((one) => one.defines === name)];
  if (was !== undefined && now !== undefined && textOf(was) !== textOf(now)) return firstDifference('body', was, now);
  const used = new Set([...((now ?? was)?.tokens ?? [name])]);
  const [gone, come] = [without(before, after), without(after, before)];
  const concerns = (one: Declared): boolean => nameOf(one) !== null && used.has(nameOf(one) ?? '');
  const nearest = (all: readonly Declared[]): Declared | undefined =>
    all.find(concerns) ?? all.find(({ tokens }) => tokens[0] !== '#') ?? all[0];
  const [lost, gained] = [nearest(gone), nearest(come)];
  const pair = lost === undefined ? undefined : come.find((one) => nameOf(one) === nameOf(lost));
  if (lost !== undefined && pair !== undefined) return firstDifference('other', lost, pair);
  if (lost !== undefined) return sideOf('other', lost, excerpt(lost, 0), '');
  if (gained !== undefined) return sideOf('other', gained, '', excerpt(gained, 0));
  const at = after.findIndex((one, index) => textOf(one) !== textOf(before[index] ?? one));
  const [moved, stood] = [after[at], before[at]];
  if (moved === undefined || stood === undefined) return null;
  return sideOf('order', moved, excerpt(stood, 0), excerpt(moved, 0));
}

/** Whether a function calls one of others, itself or through functions of the unit: its code may hold theirs. */
export function callersOf(names: ReadonlySet<string>, unit: readonly Declared[]): ReadonlySet<string> {
  const calling = new Set(names);
  const defined = unit
    .filter((one) => one.defines !== null)
    .map(({ defines, tokens }) => ({ defines, tokens: new Set(tokens) }));
  for (let size = -1; size !== calling.size; ) {
    size = calling.size;
    for (const { defines, tokens } of defined) {
      if (defines !== null && !calling.has(defines) && [...calling].some((name) => tokens.has(name)))
        calling.add(defines);
    }
  }
  return calling;
}

function firstDifference(where: 'body' | 'other', was: Declared, now: Declared): PreprocessedDifference {
  let at = 0;
  while (at < was.tokens.length && was.tokens[at] === now.tokens[at]) at++;
  const place = Math.min(at, now.tokens.length - 1);
  return {
    where,
    file: now.files[place] ?? '',
    line: now.lines[place] ?? 0,
    before: excerpt(was, at),
    after: excerpt(now, at),
  };
}

function sideOf(where: 'other' | 'order', one: Declared, before: string, after: string): PreprocessedDifference {
  return { where, file: one.files[0] ?? '', line: one.lines[0] ?? 0, before, after };
}

/** Tokens to either side of the one that differs. */
const AROUND = 12;

function excerpt({ tokens }: Declared, at: number): string {
  const from = Math.max(0, at - AROUND);
  const words = tokens.slice(from, at + AROUND);
  return `${from > 0 ? '… ' : ''}${words.join(' ')}${at + AROUND < tokens.length ? ' …' : ''}`;
}

function textOf({ tokens }: Declared): string {
  return tokens.join(' ');
}

/** What a declaration is of: the function, or the last name before `;`, `(`, `[` or `{`. */
function nameOf({ defines, tokens }: Declared): string | null {
  if (defines !== null) return defines;
  const tag = tokens.findIndex((token) => token === 'struct' || token === 'union' || token === 'enum');
  if (tag >= 0 && tokens[tag + 2] === '{') return tokens[tag + 1] ?? null;
  const end = tokens.findIndex((token, at) => at > 0 && ['(', '[', ';', '='].includes(token));
  return end < 0 ? null : (tokens[end - 1] ?? null);
}

function without(all: readonly Declared[], others: readonly Declared[]): readonly Declared[] {
  const left = new Map<string, number>();
  for (const one of others) left.set(textOf(one), (left.get(textOf(one)) ?? 0) + 1);
  return all.filter((one) => {
    const count = left.get(textOf(one)) ?? 0;
    left.set(textOf(one), count - 1);
    return count <= 0;
  });
}
