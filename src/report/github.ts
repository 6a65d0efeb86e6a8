import { codes, type Severity } from '../diagnostics/codes.ts';
import { type Diagnostic, helpOf, severityOf } from '../diagnostics/diagnostic.ts';
import type { Place } from '../text/place.ts';
import { formatPlace } from './code-frame.ts';
import { utf16Column } from './line-character.ts';
import { printable, printableLines } from './printable.ts';

/**
 * The findings as workflow commands of GitHub Actions, which it shows as annotations: one line each, ending in a newline;
 * '' without findings. Columns are UTF-16 units. Paths are as in the findings: right when the run's folder, the tree's
 * root and the repository's are the same.
 */
export function githubCommands(findings: readonly Diagnostic[]): string {
  return findings.map((finding) => `${command(finding)}\n`).join('');
}

const commands = { error: 'error', warning: 'warning', note: 'notice' } as const satisfies Record<Severity, string>;

function command(finding: Diagnostic): string {
  const [first, ...others] = finding.places;
  const title = `${codes[finding.code].title} [${finding.code}]`;
  const properties = [...position(first.place), ['title', title] as const];
  const lines = [
    finding.message,
    ...others.map(({ place, label }) => `${formatPlace(place)}${label === undefined ? '' : `: ${label}`}`),
    `next: ${helpOf(finding)}`,
  ];
  const list = properties.map(([name, value]) => `${name}=${escapeProperty(printable(value))}`).join(',');
  const data = escapeData(lines.map((line) => printableLines(line, '')).join('\n'));
  return `::${commands[severityOf(finding)]} ${list}::${data}`;
}

/** A finding about a file as a whole has no line; GitHub shows it at the first. */
function position(place: Place): readonly (readonly [string, string])[] {
  const { file, line } = place;
  if (line === 0) return [['file', file]];
  const start = utf16Column(place, place.column);
  const end = Math.max(start + 1, utf16Column(place, place.endColumn));
  return [
    ['file', file],
    ['line', String(line)],
    ['col', String(start)],
    ['endColumn', String(end)],
  ];
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
