import { absoluteIn } from '../text/file-path.ts';
import type { CoverageBuilder } from './coverage-data.ts';
import { isLine, isRecord, recordsOf, wrongField, wrongLine } from './fields.ts';

/** Reads the `files` of a gcov report; returns what is wrong with them, or null. */
export function parseGcov(files: readonly unknown[], folder: string, into: CoverageBuilder): string | null {
  for (const one of files) {
    if (!isRecord(one) || typeof one['file'] !== 'string') return 'a file in it has no name';
    const { file } = one;
    const path = absoluteIn(folder, file);
    const [lines, functions] = [recordsOf(one['lines']), recordsOf(one['functions'])];
    if (lines === null) return wrongField(file, 'lines');
    if (functions === null) return wrongField(file, 'functions');
    // A line of an inline function is there once for each instance.
    for (const { line_number: line, count } of lines) {
      if (!isLine(line)) return wrongLine(file, line);
      if (typeof count !== 'number') return wrongField(file, 'count');
      into.addLine(path, line, count);
    }
    for (const { name, execution_count: count } of functions) {
      if (typeof name !== 'string') return wrongField(file, 'name');
      if (typeof count !== 'number') return wrongField(file, 'execution_count');
      into.addFunction(path, name, count);
    }
  }
  return null;
}
