import { absoluteIn } from '../text/file-path.ts';
import type { CoverageBuilder } from './coverage-data.ts';
import { isLine, isRecord, wrongLine } from './fields.ts';
import { parseGcov } from './parse-gcov.ts';
import { parseLlvm } from './parse-llvm.ts';

const NONE = 'it is neither of gcov (JSON) nor of lcov or llvm-cov export';

/**
 * Reads a report into `into`: what `gcov --json-format` writes, an `.info` file of lcov, or what `llvm-cov export` prints.
 * `folder` is where the report lies, for its relative paths. Returns what is wrong with it, in words that follow its
 * name, or null; of a report that is wrong some may have been read.
 */
export function parseCoverage(text: string, folder: string, into: CoverageBuilder): string | null {
  if (/^\s*\{/.test(text)) return parseJson(text, folder, into);
  return /^(TN:|SF:)/m.test(text) ? parseInfo(text, folder, into) : NONE;
}

function parseJson(text: string, folder: string, into: CoverageBuilder): string | null {
  let report: unknown;
  try {
    report = JSON.parse(text);
  } catch {
    return NONE;
  }
  if (!isRecord(report)) return NONE;
  const { files, data, current_working_directory: started } = report;
  if (Array.isArray(files)) return parseGcov(files, typeof started === 'string' ? started : folder, into);
  return Array.isArray(data) ? parseLlvm(data, folder, into) : NONE;
}

function parseInfo(text: string, folder: string, into: CoverageBuilder): string | null {
  let file: string | null = null;
  for (const [at, line] of text.split('\n').entries()) {
    const [, key = '', value = ''] = /^([A-Z]+):(.*?)\r?$/.exec(line) ?? [];
    if (key === 'SF') file = absoluteIn(folder, value);
    else if (file === null) continue;
    else if (key === 'DA') {
      const [row = '', count = ''] = value.split(',');
      const [number, ran] = [numberIn(row), numberIn(count)];
      if (number === null || ran === null) return wrongRow(at, line);
      if (!isLine(number)) return wrongLine(file, number);
      into.addLine(file, number, ran);
    } else if (key === 'FNDA') {
      const comma = value.indexOf(',');
      const entered = numberIn(value.slice(0, Math.max(0, comma)));
      if (entered === null) return wrongRow(at, line);
      into.addFunction(file, value.slice(comma + 1), entered);
    }
  }
  return null;
}

function numberIn(text: string): number | null {
  return /^\s*-?\d+(\.\d+)?(e[+-]?\d+)?\s*$/i.test(text) ? Number(text) : null;
}

function wrongRow(at: number, line: string): string {
  return `its line ${at + 1}, \`${line.slice(0, 40).trimEnd()}\`, has no number where lcov has one`;
}
