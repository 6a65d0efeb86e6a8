import type { AuditFinding, PathStep } from '../audit/audit-finding.ts';
import { type FindingGroup, groupFindings } from '../audit/finding-groups.ts';
import { helpOf } from '../diagnostics/diagnostic.ts';
import { withoutCommands } from '../text/runner-commands.ts';
import type { Paint } from './colour.ts';
import { printable } from './printable.ts';
import { severityHeading } from './severity-heading.ts';

/** Sites of one root that are listed. */
const MOST_SITES = 20;

/**
 * The findings to read, each root once: its nearest way in full, the other calls that have it a line each. Ends
 * in a newline; '' without findings.
 *
 *     error: io code reaches vol_flags (graph) [part-reaches-forbidden]
 *       src/a.c:6: raw_co_read() calls vol_flags (graph)
 *         vol_read (io)        src/a.c:9
 *         > Ops.co_read        src/a.c:9
 *         = raw_co_read        src/a.c:8
 *         > vol_flags (graph)  src/a.c:6
 *     next: …
 */
export function formatAudit(findings: readonly AuditFinding[], paint: Paint): string {
  const texts = groupFindings(findings).map((group) => formatGroup(group, paint));
  return texts.length === 0 ? '' : withoutCommands(`${texts.join('\n\n')}\n`);
}

function formatGroup({ root, at, findings }: FindingGroup, paint: Paint): string {
  const [first, ...others] = findings;
  if (first === undefined) return '';
  const { diagnostic, part, callee, caller, forbidden, path, cost } = first;
  const site = path.at(-1);
  const reaches = caller === first.root ? 'calls' : 'reaches';
  const title = `${printable(part)} code ${reaches} ${printable(callee)} (${printable(forbidden)})`;
  const same = others
    .slice(0, MOST_SITES)
    .map((other) => `    ${siteOf(other)}${other.root === first.root ? '' : `, from ${printable(other.root)}`}`);
  const isCallee = at === 'callee' && others.length > 0;
  const more = others.length > same.length ? [`    and ${others.length - same.length} more`] : [];
  return [
    `${severityHeading('error', paint)}: ${paint.bold(title)} [${diagnostic.code}]`,
    `  ${placeText(site)}: ${printable(caller)}() calls ${printable(callee)} (${printable(forbidden)}), cost ${cost}`,
    ...formatPath(path).map((line) => `    ${line}`),
    ...(others.length === 0
      ? []
      : [`  same root${isCallee ? ` (${printable(root)})` : ''}, ${others.length} more:`, ...same, ...more]),
    `next: ${printable(helpOf(diagnostic))}`,
  ].join('\n');
}

function siteOf({ path, caller, callee, forbidden }: AuditFinding): string {
  return `${placeText(path.at(-1))}: ${printable(caller)}() calls ${printable(callee)} (${printable(forbidden)})`;
}

/** `>` for a call, `=` for what a member or a parameter holds. */
export function formatPath(path: readonly PathStep[]): readonly string[] {
  const rows = path.map((step) => {
    const sign = step.by === 'start' ? '' : step.by === 'holds' ? '= ' : '> ';
    const part = step.part === null ? '' : ` (${printable(step.part)})`;
    return { name: `${sign}${printable(step.node)}${part}`, place: placeText(step) };
  });
  const width = Math.max(...rows.map(({ name }) => name.length));
  return rows.map(({ name, place }) => `${name.padEnd(width)}  ${place}`);
}

function placeText(step: PathStep | undefined): string {
  if (step === undefined) return '';
  const { file, line } = step.place;
  return line === 0 ? printable(file) : `${printable(file)}:${line}`;
}
