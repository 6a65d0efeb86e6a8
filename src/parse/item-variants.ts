import { bracketNames } from './brackets/bracket-marks.ts';
import type { Annotations } from './declarations/annotations.ts';
import { type Declaration, parseDeclaration } from './declarations/declaration.ts';
import type { DeclaredName } from './declarations/declared-name.ts';
import { scanItem } from './item-scan.ts';
import { conditionalWord, isNeverTrue, parseDirective } from './tokens/directive.ts';
import type { Token } from './tokens/token.ts';

/** Readings of one item. What has more is opaque: it would be read as often as it has branches. */
export const MOST_READINGS = 256;

/**
 * What an item declares when conditionals stand inside it: it is read once for each number of branch, and the names
 * are put together. The kind and the body are those of the first reading that is understood, functions first.
 */
export function parseItemDeclaration(text: string, tokens: readonly Token[], annotations: Annotations): Declaration {
  const { readings, isCut } = readingsOf(text, tokens);
  const isDivided = tokens.some((token) => token.kind === 'directive' && conditionalWord(text, token) !== null);
  const variants = readings
    .flatMap((reading) => (isDivided ? declarationsIn(text, reading, annotations) : [reading]))
    .map((reading) => parseDeclaration(text, reading, annotations));
  const [first, ...others] = variants;
  if (!first) throw new Error('an item without tokens');
  if (others.length === 0) return first;
  const understood =
    variants.find((variant) => variant.functions.length > 0) ??
    variants.find((variant) => variant.kind !== 'opaque') ??
    first;
  return {
    ...understood,
    kind: isCut ? 'opaque' : understood.kind,
    functions: distinct(variants.flatMap((variant) => variant.functions)),
    others: distinct(variants.flatMap((variant) => variant.others)),
  };
}

/** A branch may hold whole declarations before the beginning of the one that goes on below it. */
function declarationsIn(
  text: string,
  reading: readonly Token[],
  annotations: Annotations,
): readonly (readonly Token[])[] {
  const found: (readonly Token[])[] = [];
  for (let at = 0; at < reading.length; ) {
    const { end, broken } = scanItem(text, reading, at, annotations, NO_BRACKETS, reading.length);
    if (broken) return [...found, reading.slice(at)];
    found.push(reading.slice(at, end));
    at = end;
  }
  return found.length === 0 ? [reading] : found;
}

const NO_BRACKETS = bracketNames([]);

/** The code tokens with, in each conditional, the n-th branch (or its last; `#if 0` counts as none): one list for each n. */
export function readingsOf(
  text: string,
  tokens: readonly Token[],
): { readonly readings: readonly (readonly Token[])[]; readonly isCut: boolean } {
  if (!tokens.some((token) => token.kind === 'directive'))
    return { readings: [tokens.filter((token) => token.kind !== 'comment')], isCut: false };
  const runs = runsOf(text, tokens);
  const branches = runs.flatMap(({ choices }) => choices.map(({ counter }) => counter.branches));
  const most = branches.reduce((a, b) => Math.max(a, b), 1);
  const readings: Token[][] = Array.from({ length: Math.min(most, MOST_READINGS) }, () => []);
  for (const run of runs) {
    const [from, to] = readingsWith(run.choices);
    for (const reading of readings.slice(from, to)) for (const token of run.tokens) reading.push(token);
  }
  return { readings, isCut: most > MOST_READINGS };
}

/** Code tokens with no directive between them, and the branches that they stand in, outermost first. */
type Run = { readonly choices: readonly Choice[]; readonly tokens: Token[] };
/** -1 is a branch that is never read. `branches` is known at the `#endif`. */
type Choice = { readonly counter: { branches: number }; readonly branch: number };

function runsOf(text: string, tokens: readonly Token[]): readonly Run[] {
  let run: Run = { choices: [], tokens: [] };
  const runs = [run];
  const open: Choice[] = [];
  for (const token of tokens) {
    if (token.kind === 'comment') continue;
    if (token.kind !== 'directive') {
      run.tokens.push(token);
      continue;
    }
    const word = conditionalWord(text, token);
    if (word === null) continue;
    const last = word === 'if' ? undefined : open.pop();
    if (word === 'if') {
      const branches = isNeverTrue(text, parseDirective(text, token)) ? 0 : 1;
      open.push({ counter: { branches }, branch: branches - 1 });
    } else if (word !== 'endif' && last) {
      last.counter.branches++;
      open.push({ counter: last.counter, branch: last.branch + 1 });
    }
    run = { choices: [...open], tokens: [] };
    runs.push(run);
  }
  return runs;
}

/** The half-open range of readings that take these branches: the last branch stands for all that are not there. */
function readingsWith(choices: readonly Choice[]): readonly [number, number] {
  const from = choices.map(({ branch }) => branch);
  const to = choices.map(({ counter, branch }) =>
    branch < 0 ? 0 : branch === counter.branches - 1 ? Number.POSITIVE_INFINITY : branch + 1,
  );
  return [Math.max(0, ...from), Math.min(Number.POSITIVE_INFINITY, ...to)];
}

function distinct(names: readonly DeclaredName[]): readonly DeclaredName[] {
  const seen = new Set<string>();
  return names.filter(({ name }) => !seen.has(name) && seen.add(name));
}
