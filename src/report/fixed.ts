import { type Diagnostic, severityOf } from '../diagnostics/diagnostic.ts';
import { splitFindingOf } from '../diagnostics/split-findings.ts';
import { withoutCommands } from '../text/runner-commands.ts';
import { formatPlace } from './code-frame.ts';
import { printableLines } from './printable.ts';

/** One line for each finding that was fixed, ending in a newline; '' for none. */
export function formatFixed(fixed: readonly Diagnostic[]): string {
  const lines = fixed.map(({ code, message, places: [{ place }] }) => {
    return `fixed: ${formatPlace(place)}: ${printableLines(message, '  ')} [${code}]\n`;
  });
  return withoutCommands(lines.join(''));
}

/** A line that counts what was fixed, in how many files, and, by who has to fix it, what is left. */
export function formatRemainder(fixed: readonly Diagnostic[], files: number, left: readonly Diagnostic[]): string {
  const errors = left.filter((finding) => severityOf(finding) === 'error');
  const ofSync = errors.filter(({ code }) => splitFindingOf(code)?.remedy === 'sync').length;
  // What `--fix` fixes in general and has left has more than one answer.
  const byHand = errors.length - ofSync;
  const shares = [
    ...(ofSync > 0 ? [`${ofSync} for \`header-split sync\``] : []),
    ...(byHand > 0 ? [`${byHand} for you to decide`] : []),
  ];
  const where = files === 0 ? '' : ` in ${files === 1 ? '1 file' : `${files} files`}`;
  return `${fixed.length} fixed${where}, ${errors.length} left${shares.length === 0 ? '' : `: ${shares.join(', ')}`}\n`;
}
