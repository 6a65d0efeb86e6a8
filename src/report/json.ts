import { type Diagnostic, helpOf, type Labelled, severityOf } from '../diagnostics/diagnostic.ts';
import { asciiJson } from './ascii-json.ts';

export type JsonReport = {
  readonly command: string;
  readonly exitCode: number;
  readonly findings: readonly Diagnostic[];
  /** What the command has to say besides; keys come after the others, in the given order. */
  readonly extra?: Readonly<Record<string, unknown>>;
};

/**
 * The document of `--format json`, ASCII, ending in a newline. Keys are always in this order and findings in the given
 * one; a change that breaks readers raises `version`.
 *
 *     {
 *       "version": 1,
 *       "command": "check",
 *       "exitCode": 1,
 *       "findings": [
 *         {
 *           "code": "...",              one of the tool's codes
 *           "severity": "error",        error, warning or note
 *           "message": "...",
 *           "places": [                 at least one; the first is what the finding is about
 *             {
 *               "file": "include/a.h",  relative to the root; a manifest as the user spelt it
 *               "line": 12,             1-based; 0 when the file as a whole is meant
 *               "column": 19,           1-based, in bytes; 0 with line 0
 *               "endColumn": 25,        after the last marked byte, on the same line
 *               "label": "..."          absent when there is none
 *             }
 *           ],
 *           "next": "..."               what to do now
 *         }
 *       ],
 *       ...                             the command's own keys
 *     }
 */
export function jsonReport({ command, exitCode, findings, extra = {} }: JsonReport): string {
  const head = { version: 1, command, exitCode, findings: findings.map(jsonFinding) };
  const clash = Object.keys(extra).find((key) => Object.hasOwn(head, key));
  if (clash !== undefined) throw new Error(`a command may not replace the report's own key ${clash}`);
  return asciiJson({ ...head, ...extra });
}

export function jsonFinding(finding: Diagnostic): object {
  const { code, message, places } = finding;
  return { code, severity: severityOf(finding), message, places: places.map(jsonPlace), next: helpOf(finding) };
}

function jsonPlace({ place, label }: Labelled): object {
  const { file, line, column, endColumn } = place;
  return { file, line, column, endColumn, ...(label === undefined ? {} : { label }) };
}
