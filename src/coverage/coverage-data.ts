/** What a program's run executed, from one or more reports. Counts of several are added. */
export type CoverageData = ReadonlyMap<string, FileCoverage>;

/** By the path as the report has it. */
export type FileCoverage = {
  /** Line, from 1 -> how often it ran. Lines without code are absent. */
  readonly lines: ReadonlyMap<number, number>;
  /** The same of many lines at once, as reports of a few bytes can name millions. */
  readonly spans: readonly Span[];
  /** Function -> how often it was entered. */
  readonly functions: ReadonlyMap<string, number>;
};

/** How often the lines from `first` to `last` ran. */
export type Span = { readonly first: number; readonly last: number; readonly count: number };

export type CoverageBuilder = {
  readonly addLine: (file: string, line: number, count: number) => void;
  readonly addSpan: (file: string, span: Span) => void;
  readonly addFunction: (file: string, name: string, count: number) => void;
  readonly data: CoverageData;
};

export function coverageBuilder(): CoverageBuilder {
  const files = new Map<string, { lines: Map<number, number>; spans: Span[]; functions: Map<string, number> }>();
  const of = (file: string) => {
    const known = files.get(file);
    if (known !== undefined) return known;
    const made = { lines: new Map<number, number>(), spans: [], functions: new Map<string, number>() };
    files.set(file, made);
    return made;
  };
  const add = <K>(counts: Map<K, number>, key: K, count: number): void => {
    if (Number.isFinite(count) && count >= 0) counts.set(key, (counts.get(key) ?? 0) + count);
  };
  return {
    addLine: (file, line, count) => add(of(file).lines, line, count),
    addSpan: (file, span) => {
      of(file).spans.push(span);
    },
    addFunction: (file, name, count) => add(of(file).functions, name, count),
    data: files,
  };
}
