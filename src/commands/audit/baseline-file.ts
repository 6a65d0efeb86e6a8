import { dirname, isAbsolute, join } from 'node:path';
import type { AuditFinding } from '../../audit/audit-finding.ts';
import { type BaselineEntry, formatBaseline, parseBaseline } from '../../audit/baseline.ts';
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import { hasInputFile, readInputFile, writeOutputFile } from '../../io/input-file.ts';
import { placeOfFile } from '../../text/place.ts';
import { bytesOfText, displayText } from '../../text/source-text.ts';
import type { Shell } from '../shell.ts';

export type ReadBaseline =
  | { readonly kind: 'entries'; readonly entries: readonly BaselineEntry[] }
  /** The file does not exist yet. */
  | { readonly kind: 'none' }
  | { readonly kind: 'problem'; readonly finding: Diagnostic };

/** More bytes than any baseline has. */
const LARGEST = 16 * 1024 * 1024;

/** Where the baseline of an audit file lies, relative to the current folder. */
export function baselinePath(auditFile: string, spelt: string): string {
  return isAbsolute(spelt) ? spelt : join(dirname(auditFile), spelt);
}

export function readBaseline(path: string, shell: Shell): ReadBaseline {
  if (!hasInputFile(shell.cwd, path)) return { kind: 'none' };
  const source = readInputFile(shell.cwd, path, LARGEST);
  if ('code' in source) return { kind: 'problem', finding: source };
  const entries = parseBaseline(displayText(source.text));
  if (entries !== null) return { kind: 'entries', entries };
  const message = `${path} is not a baseline: it must be a list of findings in JSON, version 1`;
  return { kind: 'problem', finding: diagnostic('baseline-unreadable', message, placeOfFile(path)) };
}

/** Writes the findings as the baseline; what was wrong, or null. */
export function writeBaseline(
  { path, root }: { readonly path: string; readonly root: string },
  findings: readonly AuditFinding[],
  before: readonly BaselineEntry[] | null,
  shell: Shell,
): Diagnostic | null {
  const text = bytesOfText(formatBaseline(findings, before));
  return writeOutputFile(shell.cwd, { path, root, replaces: 'anything' }, text);
}
