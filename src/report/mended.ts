import { type Diagnostic, severityOf } from '../diagnostics/diagnostic.ts';
import { splitFindingOf } from '../diagnostics/split-findings.ts';
import { withoutCommands } from '../text/runner-commands.ts';
import { formatPlace } from './code-frame.ts';
import { printableLines } from './printable.ts';

/** One line for each finding that was mended, ending in a newline; '' for none. */
export function formatMended(mended: readonly Diagnostic[]): string {
  const lines = mended.map(({ code, message, places: [{ place }] }) => {
    return `mended: ${formatPlace(place)}: ${printableLines(message, '  ')} [${code}]\n`;
  });
  return withoutCommands(lines.join(''));
}

/** A line that counts what was mended, in how many files, and, by who has to mend it, what is left. */
export function formatRemainder(mended: readonly Diagnostic[], files: number, left: readonly Diagnostic[]): string {
  const errors = left.filter((finding) => severityOf(finding) === 'error');
  const ofSync = errors.filter(({ code }) => splitFindingOf(code)?.mender === 'sync').length;
  // What `--fix` mends in general and has left has more than one answer.
  const ofPerson = errors.length - ofSync;
  const shares = [
    ...(ofSync > 0 ? [`${ofSync} for \`header-split sync\``] : []),
    ...(ofPerson > 0 ? [`${ofPerson} for you to decide`] : []),
  ];
  const where = files === 0 ? '' : ` in ${files === 1 ? '1 file' : `${files} files`}`;
  return `${mended.length} mended${where}, ${errors.length} left${shares.length === 0 ? '' : `: ${shares.join(', ')}`}\n`;
}
