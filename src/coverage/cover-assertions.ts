import type { FileCoverage } from './coverage-data.ts';
import type { StandingAssertion } from './find-assertions.ts';

/** `ran`, `never`: as the report counts. `unmeasured`: no report speaks of the function. */
export type Execution = 'ran' | 'never' | 'unmeasured';

export type CoveredAssertion = StandingAssertion & {
  readonly execution: Execution;
  /** How many calls of the function the tree's sources have. */
  readonly calls: number;
};

/** Says of each assertion whether it ever ran; the most-called functions come first. */
export function coverAssertions(
  assertions: readonly StandingAssertion[],
  coverageOf: (path: string) => FileCoverage | null,
  callsOf: (name: string, file: string) => number,
): readonly CoveredAssertion[] {
  const doubled = new Set<string>();
  const seen = new Set<string>();
  for (const { file, name } of assertions) {
    const key = `${file}\0${name}`;
    if (seen.has(key)) doubled.add(key);
    seen.add(key);
  }
  const covered = assertions.map((one) => ({
    ...one,
    execution: executionOf(one, coverageOf(one.file), !doubled.has(`${one.file}\0${one.name}`)),
    calls: callsOf(one.name, one.file),
  }));
  return covered.sort((a, b) => b.calls - a.calls || compare(a.file, b.file) || a.line - b.line);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function executionOf(
  { name, first, last }: StandingAssertion,
  coverage: FileCoverage | null,
  isOnlyOne: boolean,
): Execution {
  if (coverage === null) return 'unmeasured';
  const counts: number[] = [];
  for (let line = first; line <= last; line++) {
    const count = coverage.lines.get(line);
    if (count !== undefined) counts.push(count);
  }
  for (const span of coverage.spans) if (span.first <= last && span.last >= first) counts.push(span.count);
  if (counts.length > 0) return counts.some((count) => count > 0) ? 'ran' : 'never';
  // An assertion that is compiled to nothing has no line: whether its function was entered is what is known.
  // Of two definitions, in two branches of a conditional, that does not say which was.
  const entered = isOnlyOne ? coverage.functions.get(name) : undefined;
  if (entered === undefined) return 'unmeasured';
  return entered > 0 ? 'ran' : 'never';
}
