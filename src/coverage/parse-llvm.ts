import { absoluteIn } from '../text/file-path.ts';
import type { CoverageBuilder } from './coverage-data.ts';
import { isLine, isRecord, recordsOf, wrongField, wrongLine } from './fields.ts';

/** Reads the `data` of an llvm-cov report; returns what is wrong with it, or null. */
export function parseLlvm(data: readonly unknown[], folder: string, into: CoverageBuilder): string | null {
  for (const unit of data) {
    if (!isRecord(unit)) return 'its `data` holds no objects';
    const [files, functions] = [recordsOf(unit['files']), recordsOf(unit['functions'])];
    if (files === null || functions === null) return 'its files or functions are not lists of objects';
    for (const { filename, segments } of files) {
      if (typeof filename !== 'string') return 'a file in it has no name';
      const problem = readSegments(segments, filename, folder, into);
      if (problem !== null) return problem;
    }
    for (const { name, count, filenames } of functions) {
      const file: unknown = Array.isArray(filenames) ? filenames[0] : undefined;
      if (typeof file !== 'string' || typeof name !== 'string') return 'a function in it has no name or no file';
      if (typeof count !== 'number') return wrongField(file, 'count');
      // A static function is there with its file before its name.
      into.addFunction(absoluteIn(folder, file), name.slice(name.lastIndexOf(':') + 1), count);
    }
  }
  return null;
}

/** From where on a count holds. */
type Segment = {
  readonly line: number;
  readonly count: number;
  readonly hasCount: boolean;
  readonly isEntry: boolean;
};

/** The count of a line is that of the segment around its beginning, or of the largest that begins on it. */
function readSegments(segments: unknown, filename: string, folder: string, into: CoverageBuilder): string | null {
  const path = absoluteIn(folder, filename);
  if (!Array.isArray(segments)) return wrongField(filename, 'segments');
  let around: number | null = null;
  let own: number | null = null;
  let at = 0;
  for (const row of segments) {
    const segment = segmentOf(row);
    if (segment === null) return wrongField(filename, 'segments');
    const { line, count, hasCount, isEntry } = segment;
    if (!isLine(line)) return wrongLine(filename, line);
    if (line < at) return `the segments of ${filename} are not in the order of lines`;
    if (line > at) {
      if (own !== null) into.addLine(path, at, own);
      if (around !== null && line > at + 1) into.addSpan(path, { first: at + 1, last: line - 1, count: around });
      [at, own] = [line, around];
    }
    if (hasCount && isEntry) own = Math.max(own ?? 0, count);
    around = hasCount ? count : null;
  }
  if (own !== null) into.addLine(path, at, own);
  return null;
}

/** Of `[line, column, count, hasCount, isEntry, isGap]`; older ones have 0 and 1 for the last. */
function segmentOf(row: unknown): Segment | null {
  if (!Array.isArray(row)) return null;
  const [line, , count, hasCount, isEntry]: readonly unknown[] = row;
  if (typeof line !== 'number' || typeof count !== 'number' || !isFlag(hasCount) || !isFlag(isEntry)) return null;
  return { line, count, hasCount: Boolean(hasCount), isEntry: Boolean(isEntry) };
}

function isFlag(value: unknown): boolean {
  return typeof value === 'boolean' || value === 0 || value === 1;
}
