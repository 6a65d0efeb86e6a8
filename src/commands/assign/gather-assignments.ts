import { type Assignment, parseAssignment } from '../../assign/assignment.ts';
import { type AssignmentList, parseAssignmentList } from '../../assign/parse-assignment-list.ts';
import type { Criterion } from '../../assign/text-matcher.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { readInputFile } from '../../io/input-file.ts';
import { bytesOfText } from '../../text/source-text.ts';
import { span } from '../../text/span.ts';
import type { AssignOptions } from '../options.ts';
import type { Shell } from '../shell.ts';

/** The assignments of the command line, then those of the file after `--from`. */
export function gatherAssignments(options: AssignOptions, shell: Shell): AssignmentList {
  const given = ofCommandLine(options);
  if (options.from === null) return given;
  const source = readInputFile(shell.cwd, options.from);
  const listed = 'code' in source ? { assignments: [], findings: [source] } : parseAssignmentList(source);
  return {
    assignments: [...given.assignments, ...listed.assignments],
    findings: [...given.findings, ...listed.findings],
  };
}

/** A finding shows an argument as a line of its own. */
function ofCommandLine({ assignments, definedIn, sections, returns }: AssignOptions): AssignmentList {
  const written: readonly (readonly [Criterion, string, readonly string[]])[] = [
    ['name', '', assignments],
    ['file', '--defined-in ', definedIn],
    ['section', '--section ', sections],
    ['type', '--returns ', returns],
  ];
  const lines = written.flatMap(([by, option, values]) =>
    values.map((value) => ({ by, option, value: bytesOfText(value.replace(/[\r\n]+/g, ' ')) })),
  );
  const text = lines.map(({ option, value }) => `${option}${value}\n`).join('');
  const source = { path: 'command line', text };
  const read: (Assignment | Diagnostic)[] = [];
  let at = 0;
  for (const { by, option, value } of lines) {
    const start = at + option.length;
    read.push(parseAssignment(by, source, span(start, start + value.length)));
    at = start + value.length + 1;
  }
  return {
    assignments: read.flatMap((one) => ('matcher' in one ? [one] : [])),
    findings: read.flatMap((one) => ('matcher' in one ? [] : [one])),
  };
}
