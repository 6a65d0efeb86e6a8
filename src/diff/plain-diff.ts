import { formatHunks } from './hunks.ts';
import { quotePath } from './quote-path.ts';

/**
 * The change of one file (latin1) as a plain unified diff, for `patch -p0`: git's own header would have to name the
 * file from the top of a repository, and it may lie in none. Empty when nothing changes.
 */
export function formatPlainDiff(path: string, before: string, after: string): string {
  if (before === after) return '';
  const name = quotePath(path);
  const tab = name.includes(' ') ? '\t' : '';
  return `--- ${name}${tab}\n+++ ${name}${tab}\n${formatHunks(before, after)}`;
}
