import { type Diagnostic, stopsTheRun } from '../../diagnostics/diagnostic.ts';
import { branchProblem } from '../../io/series/create-branch.ts';
import { publishedBase } from '../../io/series/published-base.ts';
import { resolveBase, type SeriesStart, startSeries } from '../../io/series/series-start.ts';
import type { Workbench } from '../../io/series/workbench.ts';
import { type Previous, previousVersion } from './series-previous.ts';
import type { SeriesTask } from './series-task.ts';

export type Begun =
  | {
      readonly kind: 'begun';
      readonly start: SeriesStart;
      /** A full id. */
      readonly base: string | null;
      readonly previous: Previous | null;
      /** Of the base; what is said of the previous version comes with that. */
      readonly findings: readonly Diagnostic[];
    }
  | { readonly kind: 'refused'; readonly findings: readonly Diagnostic[] };

/** All that the options name in the repository; the series begins on the revision `from`, null for HEAD. */
export function beginSeries({ bench, sources, options, shell }: SeriesTask, from: string | null): Begun {
  const start = startSeries(bench, from);
  const branch = options.branch === null ? null : branchProblem(bench, options.branch);
  if ('code' in start) return refused([start, ...(branch === null ? [] : [branch])]);
  const base = baseOf(bench, start, options);
  const previous = previousVersion(bench, start, options, sources, shell);
  const findings = [...(branch === null ? [] : [branch]), ...base.findings, ...(previous?.findings ?? [])];
  if (stopsTheRun(findings)) return refused(findings);
  return { kind: 'begun', start, base: base.commit, previous, findings: base.findings };
}

/** Only mails name one. */
function baseOf(
  bench: Workbench,
  start: SeriesStart,
  { base, noBase, output }: Pick<SeriesTask['options'], 'base' | 'noBase' | 'output'>,
): { readonly commit: string | null; readonly findings: readonly Diagnostic[] } {
  if (base === null) return noBase || output === null ? NO_BASE : publishedBase(bench, start.commit);
  const named = resolveBase(bench, start, base);
  return typeof named === 'string' ? { commit: named, findings: [] } : { commit: null, findings: [named] };
}

const NO_BASE = { commit: null, findings: [] };

function refused(findings: readonly Diagnostic[]): Extract<Begun, { kind: 'refused' }> {
  return { kind: 'refused', findings };
}
