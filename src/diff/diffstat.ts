import type { FileChange } from './file-change.ts';
import { diffLines, splitLines } from './line-diff.ts';
import { quotePath } from './quote-path.ts';
import { byPath } from './sort-changes.ts';

/** What `git diff --stat --summary` prints, at most `width` columns wide where names and numbers leave that room. */
export function formatDiffstat(changes: readonly FileChange[], width: number): string {
  const rows = byPath(changes).filter((change) => change.kind !== 'modify' || change.before !== change.after);
  if (rows.length === 0) return '';
  const stats = rows.map(countLines);
  const layout = layOut(stats, width);
  return stats.map((stat) => formatRow(stat, layout)).join('') + formatTotal(stats) + rows.map(formatMode).join('');
}

type FileStat = { readonly name: string; readonly added: number; readonly removed: number };

type Layout = { readonly names: number; readonly numbers: number; readonly bars: number; readonly longest: number };

function countLines(change: FileChange): FileStat {
  const before = splitLines(change.kind === 'create' ? '' : change.before);
  const after = splitLines(change.kind === 'delete' ? '' : change.after);
  let added = 0;
  let removed = 0;
  for (const { beforeStart, beforeEnd, afterStart, afterEnd } of diffLines(before, after)) {
    removed += beforeEnd - beforeStart;
    added += afterEnd - afterStart;
  }
  return { name: quotePath(change.path), added, removed };
}

/** git's division of the width: bars get at most three eighths when names are long. */
function layOut(stats: readonly FileStat[], width: number): Layout {
  const longest = Math.max(...stats.map((stat) => stat.added + stat.removed));
  const numbers = String(longest).length;
  let names = Math.max(...stats.map((stat) => stat.name.length));
  let bars = longest;
  const room = Math.max(width, 16 + 6 + numbers) - numbers - 6;
  if (names + bars > room) {
    const share = Math.max(6, Math.floor(((room + numbers + 6) * 3) / 8) - numbers - 6);
    if (bars > share) bars = share;
    if (names > room - bars) names = room - bars;
    else bars = room - names;
  }
  return { names, numbers, bars, longest };
}

function formatRow({ name, added, removed }: FileStat, layout: Layout): string {
  const label = shorten(name, layout.names).padEnd(layout.names);
  const number = String(added + removed).padStart(layout.numbers);
  const [plus, minus] = scaleBars(added, removed, layout);
  const bars = '+'.repeat(plus) + '-'.repeat(minus);
  return ` ${label} | ${number}${bars === '' ? '' : ` ${bars}`}\n`;
}

/** The end of a long name, cut at a slash where one is left. */
function shorten(name: string, width: number): string {
  if (name.length <= width) return name;
  const tail = name.slice(name.length - Math.max(0, width - 3));
  const slash = tail.indexOf('/');
  return `...${slash < 0 ? tail : tail.slice(slash)}`;
}

function scaleBars(added: number, removed: number, { bars, longest }: Layout): [number, number] {
  if (longest < bars || longest === 0) return [added, removed];
  const scale = (count: number): number => (count === 0 ? 0 : 1 + Math.floor((count * (bars - 1)) / longest));
  const both = added > 0 && removed > 0;
  const total = Math.max(scale(added + removed), both ? 2 : 0);
  if (added < removed) return [scale(added), total - scale(added)];
  return [total - scale(removed), scale(removed)];
}

function formatTotal(stats: readonly FileStat[]): string {
  const added = stats.reduce((sum, stat) => sum + stat.added, 0);
  const removed = stats.reduce((sum, stat) => sum + stat.removed, 0);
  const parts = [` ${count(stats.length, 'file')} changed`];
  if (added > 0 || removed === 0) parts.push(` ${count(added, 'insertion')}(+)`);
  if (removed > 0 || added === 0) parts.push(` ${count(removed, 'deletion')}(-)`);
  return `${parts.join(',')}\n`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function formatMode(change: FileChange): string {
  return change.kind === 'modify' ? '' : ` ${change.kind} mode ${change.mode} ${quotePath(change.path)}\n`;
}
