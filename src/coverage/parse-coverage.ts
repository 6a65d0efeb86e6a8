import type { CoverageBuilder } from './coverage-data.ts';

/**
 * Reads a report into `into`: what `gcov --json-format` writes, an `.info` file of lcov, or what `llvm-cov export` prints.
 * `folder` is where the report lies, for its relative paths. False where it is none of these.
 */
export function parseCoverage(text: string, folder: string, into: CoverageBuilder): boolean {
  if (/^\s*\{/.test(text)) return parseJson(text, folder, into);
  if (!/^(TN:|SF:)/m.test(text)) return false;
  return parseInfo(text, folder, into);
}

function parseJson(text: string, folder: string, into: CoverageBuilder): boolean {
  let report: unknown;
  try {
    report = JSON.parse(text);
  } catch {
    return false;
  }
  const { files, data, current_working_directory: started } = report as Readonly<Record<string, unknown>>;
  if (Array.isArray(files)) return parseGcov(files, typeof started === 'string' ? started : folder, into);
  return Array.isArray(data) ? parseLlvm(data, folder, into) : false;
}

function parseGcov(files: readonly unknown[], folder: string, into: CoverageBuilder): boolean {
  for (const one of files) {
    const { file, lines, functions } = record(one);
    if (typeof file !== 'string') return false;
    const path = absolute(folder, file);
    // A line of an inline function is there once for each instance.
    for (const line of list(lines)) into.addLine(path, number(line['line_number']), number(line['count']));
    for (const each of list(functions)) into.addFunction(path, String(each['name']), number(each['execution_count']));
  }
  return true;
}

/** Segments say from where on a count holds: `[line, column, count, hasCount, isEntry, isGap]`. */
function parseLlvm(data: readonly unknown[], folder: string, into: CoverageBuilder): boolean {
  for (const unit of data) {
    const { files, functions } = record(unit);
    for (const { filename, segments } of list(files)) {
      if (typeof filename !== 'string' || !Array.isArray(segments)) return false;
      for (const [line, count] of llvmLines(segments)) into.addLine(absolute(folder, filename), line, count);
    }
    for (const { name, count, filenames } of list(functions)) {
      const [file] = Array.isArray(filenames) ? filenames : [];
      if (typeof file !== 'string' || typeof name !== 'string') continue;
      // A static function is there with its file before its name.
      into.addFunction(absolute(folder, file), name.slice(name.lastIndexOf(':') + 1), number(count));
    }
  }
  return true;
}

/** The count of a line is that of the segment around its beginning, or of the largest that begins on it. */
function llvmLines(segments: readonly unknown[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  let around: number | null = null;
  let at = 0;
  const rows = segments.map((segment) => (Array.isArray(segment) ? segment : []).map(Number));
  const last = rows.at(-1)?.[0] ?? 0;
  for (let line = rows[0]?.[0] ?? 1; line <= last; line++) {
    let count = around;
    for (let row = rows[at]; row !== undefined && row[0] === line; row = rows[++at]) {
      const has = row[3] === 1;
      if (has && row[4] === 1) count = Math.max(count ?? 0, row[2] ?? 0);
      around = has ? (row[2] ?? 0) : null;
    }
    if (count !== null) counts.set(line, count);
  }
  return counts;
}

function parseInfo(text: string, folder: string, into: CoverageBuilder): boolean {
  let file: string | null = null;
  for (const line of text.split('\n')) {
    const [, key = '', value = ''] = /^([A-Z]+):(.*?)\r?$/.exec(line) ?? [];
    if (key === 'SF') file = absolute(folder, value);
    else if (file === null) continue;
    else if (key === 'DA') {
      const [row = '', count = ''] = value.split(',');
      into.addLine(file, Number(row), Number(count));
    } else if (key === 'FNDA') {
      const at = value.indexOf(',');
      into.addFunction(file, value.slice(at + 1), Number(value.slice(0, at)));
    }
  }
  return true;
}

function absolute(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of (path.startsWith('/') ? path : `${folder}/${path}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function list(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.map(record) : [];
}

function number(value: unknown): number {
  return typeof value === 'number' ? value : Number.NaN;
}
