import type { Code, Severity } from '../diagnostics/codes.ts';
import { type Diagnostic, helpOf, severityOf } from '../diagnostics/diagnostic.ts';
import { withoutCommands } from '../text/runner-commands.ts';
import { formatCodeFrame } from './code-frame.ts';
import { type Paint, paintFor } from './colour.ts';
import { formatGroups, sumUp, sumUpOthers } from './finding-groups.ts';
import { foldUnassigned } from './fold-unassigned.ts';
import { printableLines } from './printable.ts';
import { severityHeading } from './severity-heading.ts';

/** More findings of one code than this are listed, a line each: fifty frames would say no more. */
const MOST_FRAMES = 8;

/** Of more warnings of one code than this only the first is shown where notes are summed up. */
const MOST_WARNINGS = 2;

/** Of these each is to be dealt with by itself: several are listed, a line each. */
const EACH_COUNTS: ReadonlySet<string> = new Set<Code>(['consumer-line-left']);

/** When notes are summed up, of more findings of one code than this the rest is counted. */
const MOST_LISTED = 20;

/** `summed`: a line for each code; `all`: a line for each note, with the next step. */
export type NotesShown = 'summed' | 'all';

/**
 * All findings to read, ending in a newline: errors and warnings with their code frames, then what is too numerous
 * for frames and the notes by code, then a line that counts them; '' without findings. Findings keep the order in
 * which their files first appear, and go by line within a file, whatever their severity. No line is a command to the
 * runner of a CI service.
 */
export function formatFindings(
  findings: readonly Diagnostic[],
  colour: boolean,
  notesShown: NotesShown = 'all',
): string {
  if (findings.length === 0) return '';
  const paint = paintFor(colour);
  const ordered = byPlace(findings);
  const counts = new Map<string, number>();
  for (const { code } of findings) counts.set(code, (counts.get(code) ?? 0) + 1);
  const isSummed = (finding: Diagnostic): boolean => notesShown === 'summed' && severityOf(finding) === 'note';
  const isListed = ({ code }: Diagnostic): boolean =>
    notesShown === 'summed' && EACH_COUNTS.has(code) && (counts.get(code) ?? 0) > MOST_WARNINGS;
  // Of many warnings that say the same, the first shows what to do.
  const isRepeated = (finding: Diagnostic): boolean =>
    notesShown === 'summed' &&
    severityOf(finding) === 'warning' &&
    !isListed(finding) &&
    (counts.get(finding.code) ?? 0) > MOST_WARNINGS &&
    ordered.find(({ code }) => code === finding.code) !== finding;
  const isGrouped = (finding: Diagnostic): boolean =>
    severityOf(finding) === 'note' ||
    isListed(finding) ||
    ((counts.get(finding.code) ?? 0) > MOST_FRAMES && !(notesShown === 'summed' && severityOf(finding) === 'warning'));
  const loud = ordered
    .filter((finding) => !isGrouped(finding) && !isRepeated(finding))
    .map((finding) => formatFinding(finding, paint));
  const isFolded = ({ code }: Diagnostic): boolean => notesShown === 'summed' && code === 'prototype-unassigned';
  const grouped = ordered.filter((finding) => isGrouped(finding) && !isSummed(finding));
  const groups = [
    ...foldUnassigned(grouped.filter(isFolded), paint),
    ...formatGroups(
      grouped.filter((finding) => !isFolded(finding)),
      paint,
      notesShown === 'summed' ? MOST_LISTED : Number.POSITIVE_INFINITY,
    ),
  ];
  const summed = [...sumUpOthers(ordered.filter(isRepeated), paint), ...sumUp(ordered.filter(isSummed), paint)];
  const isShort = summed.length > 0 || grouped.some(isFolded);
  const counted = `${formatCounts(findings)}${isShort ? '; `--notes` shows them in full' : ''}`;
  const quiet = summed.length > 0 ? [[...summed, counted].join('\n')] : [counted];
  return withoutCommands(`${[...loud, ...groups, ...quiet].join('\n\n')}\n`);
}

/** `2 errors, 1 warning`; `no findings` for none. */
export function formatCounts(findings: readonly Diagnostic[]): string {
  const counts = severities.map((severity) => ({
    severity,
    count: findings.filter((finding) => severityOf(finding) === severity).length,
  }));
  const said = counts
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${count} ${severity}${count === 1 ? '' : 's'}`);
  return said.length === 0 ? 'no findings' : said.join(', ');
}

const severities: readonly Severity[] = ['error', 'warning', 'note'];

function formatFinding(finding: Diagnostic, paint: Paint): string {
  const severity = severityOf(finding);
  const message = paint.bold(printableLines(finding.message, '  '));
  const frames = finding.places.map((labelled) => formatCodeFrame(labelled, paint));
  return [
    `${severityHeading(severity, paint)}: ${message} [${finding.code}]`,
    ...frames,
    `next: ${printableLines(helpOf(finding), '  ')}`,
  ].join('\n');
}

function byPlace(findings: readonly Diagnostic[]): readonly Diagnostic[] {
  const files = [...new Set(findings.map((finding) => finding.places[0].place.file))];
  const rank = new Map(files.map((file, order) => [file, order]));
  const rankOf = (finding: Diagnostic): number => rank.get(finding.places[0].place.file) ?? 0;
  const lineOf = (finding: Diagnostic): number => finding.places[0].place.line;
  return findings.toSorted((a, b) => rankOf(a) - rankOf(b) || lineOf(a) - lineOf(b));
}
