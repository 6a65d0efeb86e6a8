import type { LineChange } from './line-change.ts';
import { diffLines, splitLines } from './line-diff.ts';
import { quietChanges } from './quiet-changes.ts';

/** Unchanged lines shown around a change. */
const CONTEXT = 3;

/**
 * The unified hunks that lead from one text to the other (latin1), as git writes them; empty for equal texts. A line of
 * context that the runner of a CI service would take for a command is removed and added.
 */
export function formatHunks(before: string, after: string): string {
  const old = splitLines(before);
  const now = splitLines(after);
  return groupChanges(quietChanges(old, diffLines(old, now), CONTEXT))
    .map((changes) => formatHunk(old, now, changes))
    .join('');
}

type Group = readonly [LineChange, ...LineChange[]];

/** Changes whose contexts touch or overlap share a hunk. */
function groupChanges(changes: readonly LineChange[]): readonly Group[] {
  const groups: [LineChange, ...LineChange[]][] = [];
  for (const change of changes) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && change.beforeStart - last.beforeEnd <= 2 * CONTEXT) group.push(change);
    else groups.push([change]);
  }
  return groups;
}

function formatHunk(old: readonly string[], now: readonly string[], changes: Group): string {
  const first = changes[0];
  const last = changes.at(-1) ?? first;
  const lead = Math.min(CONTEXT, first.beforeStart);
  const trail = Math.min(CONTEXT, old.length - last.beforeEnd);
  const from = first.beforeStart - lead;
  const before = range(from, last.beforeEnd + trail);
  const after = range(first.afterStart - lead, last.afterEnd + trail);
  let body = '';
  let at = from;
  for (const change of changes) {
    body += formatLines(' ', old, at, change.beforeStart);
    body += formatLines('-', old, change.beforeStart, change.beforeEnd);
    body += formatLines('+', now, change.afterStart, change.afterEnd);
    at = change.beforeEnd;
  }
  body += formatLines(' ', old, at, last.beforeEnd + trail);
  return `@@ -${before} +${after} @@${heading(old, from)}\n${body}`;
}

/** 1-based; an empty range is named by the line it comes after. */
function range(start: number, end: number): string {
  if (end === start) return `${start},0`;
  return end - start === 1 ? `${start + 1}` : `${start + 1},${end - start}`;
}

function formatLines(sign: string, lines: readonly string[], start: number, end: number): string {
  let result = '';
  for (const line of lines.slice(start, end)) {
    result += sign + (line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`);
  }
  return result;
}

/** The line above the hunk that looks like the start of a function, by git's default rule and cut to its 80 bytes. */
function heading(lines: readonly string[], from: number): string {
  for (let at = from - 1; at >= 0; at--) {
    const line = lines[at] ?? '';
    if (/^[A-Za-z_$]/.test(line)) return ` ${line.slice(0, 80).replace(/(?<![ \t\n\v\f\r])[ \t\n\v\f\r]+$/, '')}`;
  }
  return '';
}
