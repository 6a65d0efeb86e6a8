import { type Diagnostic, stopsTheRun } from '../../diagnostics/diagnostic.ts';
import { branchProblem } from '../../io/series/create-branch.ts';
import { resolveBase, type SeriesStart, startSeries } from '../../io/series/series-start.ts';
import { type Previous, previousVersion } from './series-previous.ts';
import type { SeriesTask } from './series-task.ts';

export type Begun =
  | {
      readonly kind: 'begun';
      readonly start: SeriesStart;
      /** A full id. */
      readonly base: string | null;
      readonly previous: Previous | null;
    }
  | { readonly kind: 'refused'; readonly findings: readonly Diagnostic[] };

/** All that the options name in the repository; the series begins on the revision `from`, null for HEAD. */
export function beginSeries({ bench, sources, options, shell }: SeriesTask, from: string | null): Begun {
  const start = startSeries(bench, from);
  const branch = options.branch === null ? null : branchProblem(bench, options.branch);
  if ('code' in start) return refused([start, ...(branch === null ? [] : [branch])]);
  const base = options.noBase ? null : options.base === null ? start.commit : resolveBase(bench, start, options.base);
  const previous = previousVersion(bench, start, options, sources, shell);
  const ofBase = base !== null && typeof base !== 'string' ? [base] : [];
  const findings = [...(branch === null ? [] : [branch]), ...ofBase, ...(previous?.findings ?? [])];
  if (stopsTheRun(findings) || (base !== null && typeof base !== 'string')) return refused(findings);
  return { kind: 'begun', start, base, previous };
}

function refused(findings: readonly Diagnostic[]): Extract<Begun, { kind: 'refused' }> {
  return { kind: 'refused', findings };
}
