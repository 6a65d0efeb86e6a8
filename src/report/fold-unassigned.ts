import { codes } from '../diagnostics/codes.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { formatPlace } from './code-frame.ts';
import type { Paint } from './colour.ts';
import { printable } from './printable.ts';
import { severityHeading } from './severity-heading.ts';

/** So many functions are named; the rest is counted. */
const MOST_NAMED = 3;

/**
 * Many functions of one header without a part, as after `init`, as one finding: how many, the first of them, and the commands
 * that give many a part at once.
 */
export function foldUnassigned(findings: readonly Diagnostic[], paint: Paint): readonly string[] {
  const byHeader = new Map<string, Diagnostic[]>();
  for (const finding of findings) {
    const { file } = finding.places[0].place;
    const known = byHeader.get(file);
    if (known) known.push(finding);
    else byHeader.set(file, [finding]);
  }
  return [...byHeader.values()].map((group) => foldOne(group, paint));
}

function foldOne(group: readonly Diagnostic[], paint: Paint): string {
  const [first] = group;
  if (!first) return '';
  const { severity, title } = codes[first.code];
  const manifest = group.flatMap(({ places }) => places.slice(1)).at(0)?.place.file ?? 'MANIFEST';
  const named = group.slice(0, MOST_NAMED).map(({ message }) => /'[^']+'/.exec(message)?.[0] ?? message);
  const rest = group.length - named.length;
  return [
    `${severityHeading(severity, paint)}: ${paint.bold(title)} [${first.code}]: ${group.length}, the first at ${formatPlace(first.places[0].place)}`,
    `  ${printable(named.join(', '))}${rest > 0 ? ` and ${rest} more; \`--notes\` lists them all` : ''}`,
    printable(
      `next: \`header-split suggest ${manifest}\` proposes parts; \`header-split assign ${manifest} 'PATTERN=PART'\` gives one to many at once.`,
    ),
  ].join('\n');
}
