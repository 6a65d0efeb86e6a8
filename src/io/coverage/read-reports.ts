import { closeSync, constants, fstatSync, openSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { CoverageBuilder } from '../../coverage/coverage-data.ts';
import { parseCoverage } from '../../coverage/parse-coverage.ts';
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import { placeOfFile } from '../../text/place.ts';
import { errorCode, systemMessage } from '../system-error.ts';

/** Bytes of one report, as it lies there and unpacked. */
const LARGEST = 1 << 28;

/** A report as it is named to the user, and the files that it speaks of. */
export type ReadReport = { readonly path: string; readonly files: ReadonlySet<string> };

/** Reads reports, and those below a directory; what cannot be read is told. */
export function readReports(
  cwd: string,
  named: readonly string[],
  into: CoverageBuilder,
): { readonly reports: readonly ReadReport[]; readonly unread: readonly Diagnostic[] } {
  const reports: ReadReport[] = [];
  const unread = named.flatMap((spelt): Diagnostic[] => {
    const paths = reportsAt(resolve(cwd, spelt));
    if (typeof paths === 'string') return [unreadable(spelt, paths)];
    if (paths.length === 0) return [unreadable(spelt, 'it holds no .gcov.json, .gcov.json.gz or .info')];
    return paths.flatMap((path) => {
      const files = new Set<string>();
      const problem = readReport(path, noting(into, files));
      const shown = path === resolve(cwd, spelt) ? spelt : path;
      reports.push({ path: shown, files });
      return problem === null ? [] : [unreadable(shown, problem)];
    });
  });
  return { reports, unread };
}

function noting(into: CoverageBuilder, files: Set<string>): CoverageBuilder {
  const noted = (file: string): string => {
    files.add(file);
    return file;
  };
  return {
    addLine: (file, line, count) => into.addLine(noted(file), line, count),
    addSpan: (file, span) => into.addSpan(noted(file), span),
    addFunction: (file, name, count) => into.addFunction(noted(file), name, count),
    data: into.data,
  };
}

function reportsAt(path: string): readonly string[] | string {
  try {
    if (!statSync(path).isDirectory()) return [path];
    const names = readdirSync(path, { recursive: true, encoding: 'utf8' });
    return names
      .filter((name) => /\.(gcov\.json(\.gz)?|info)$/.test(name))
      .sort()
      .map((name) => join(path, name));
  } catch (error) {
    return systemMessage(error);
  }
}

function readReport(path: string, into: CoverageBuilder): string | null {
  const bytes = regularFile(path);
  if (typeof bytes === 'string') return bytes;
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const text = isPacked ? unpacked(bytes) : bytes.toString('utf8');
  if (text === null) return 'it cannot be unpacked';
  const folder = realpathSync.native(dirname(path));
  return parseCoverage(text, folder, into);
}

/** The bytes of a regular file, or of the one that a link leads to; else why there are none. */
function regularFile(path: string): Buffer | string {
  let file: number | null = null;
  try {
    // Opening a pipe for reading alone would wait for a writer.
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const stat = fstatSync(file);
    if (!stat.isFile()) return 'it is not a regular file';
    return stat.size > LARGEST ? `it has ${stat.size} bytes; at most ${LARGEST} are read` : readFileSync(file);
  } catch (error) {
    return systemMessage(error);
  } finally {
    if (file !== null) closeSync(file);
  }
}

function unpacked(bytes: Buffer): string | null {
  try {
    return gunzipSync(bytes, { maxOutputLength: LARGEST }).toString('utf8');
  } catch (error) {
    // zlib has codes of its own.
    if (error instanceof Error) return null;
    errorCode(error);
    return null;
  }
}

function unreadable(path: string, reason: string): Diagnostic {
  return diagnostic('coverage-unreadable', `${path} cannot be used: ${reason}`, placeOfFile(path));
}
