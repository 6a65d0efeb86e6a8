import { type Code, codes } from '../diagnostics/codes.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { formatPlace } from './code-frame.ts';
import type { Paint } from './colour.ts';
import { printable, printableLines } from './printable.ts';
import { severityHeading } from './severity-heading.ts';

/**
 * Findings by code, each code a block: its title, then one line a finding (`file:line:column: message`) without a frame,
 * because a run may have hundreds. Blocks come in the order in which their codes first appear, findings in the given.
 *
 * @param most Of more findings of one code than this, the rest is counted.
 */
export function formatGroups(findings: readonly Diagnostic[], paint: Paint, most: number): readonly string[] {
  return [...byCode(findings)].map(([code, group]) => formatGroup(code, group, paint, most));
}

/** A line for each code: of one finding its place and what it says; of several the title, their number, the first place. */
export function sumUp(notes: readonly Diagnostic[], paint: Paint): readonly string[] {
  return [...byCode(notes)].map(([code, [first, ...others]]) => {
    const [{ place }] = first.places;
    const [where, what, count] =
      others.length === 0
        ? [`${formatPlace(place)}: `, printable(first.message), '']
        : ['', codes[code].title, `: ${others.length + 1}, the first at ${formatPlace(place)}`];
    return `${severityHeading(codes[code].severity, paint)}: ${where}${paint.bold(what)} [${code}]${count}`;
  });
}

/** A line for each code whose first finding is shown already. */
export function sumUpOthers(warnings: readonly Diagnostic[], paint: Paint): readonly string[] {
  return [...byCode(warnings)].map(([code, group]) => {
    const where = formatPlace(group[0].places[0].place);
    return `${severityHeading(codes[code].severity, paint)}: ${group.length} more [${code}], the next at ${where}`;
  });
}

type Group = [Diagnostic, ...Diagnostic[]];

function byCode(notes: readonly Diagnostic[]): ReadonlyMap<Code, Group> {
  const groups = new Map<Code, Group>();
  for (const note of notes) {
    const group = groups.get(note.code);
    if (group === undefined) groups.set(note.code, [note]);
    else group.push(note);
  }
  return groups;
}

function formatGroup(code: Code, group: readonly Diagnostic[], paint: Paint, most: number): string {
  const { severity, title } = codes[code];
  const heading = `${severityHeading(severity, paint)}: ${paint.bold(title)} [${code}]`;
  // The code's general help is said once; only a note with a next step of its own repeats one.
  const general = group.some((note) => note.next === undefined)
    ? [`next: ${printableLines(codes[code].help, '  ')}`]
    : [];
  const listed = group.slice(0, most);
  const rest = group.length - listed.length;
  const more = rest === 0 ? [] : [`  and ${rest} more; \`--notes\` lists them all`];
  return [heading, ...listed.flatMap(linesOf), ...more, ...general].join('\n');
}

function linesOf(note: Diagnostic): readonly string[] {
  const [first, ...others] = note.places;
  const label = first.label === undefined ? '' : ` (${printable(first.label)})`;
  const lines = [`  ${formatPlace(first.place)}: ${printableLines(note.message, '    ')}${label}`];
  for (const other of others) {
    lines.push(`    ${formatPlace(other.place)}${other.label === undefined ? '' : `: ${printable(other.label)}`}`);
  }
  if (note.next !== undefined) lines.push(`    next: ${printableLines(note.next, '      ')}`);
  return lines;
}
