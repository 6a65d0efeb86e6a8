import { absoluteIn } from '../text/file-path.ts';
import type { CoverageBuilder } from './coverage-data.ts';
import { isRecord } from './fields.ts';
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

function parseInfo(text: string, folder: string, into: CoverageBuilder): null {
  let file: string | null = null;
  for (const line of text.split('\n')) {
    const [, key = '', value = ''] = /^([A-Z]+):(.*?)\r?$/.exec(line) ?? [];
    if (key === 'SF') file = absoluteIn(folder, value);
    else if (file === null) continue;
    else if (key === 'DA') {
      const [row = '', count = ''] = value.split(',');
      into.addLine(file, Number(row), Number(count));
    } else if (key === 'FNDA') {
      const at = value.indexOf(',');
      into.addFunction(file, value.slice(at + 1), Number(value.slice(0, at)));
    }
  }
  return null;
}
