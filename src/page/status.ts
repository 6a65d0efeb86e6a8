import type { ReviewData } from '../review/review-data.ts';
import { type Decisions, decisionOf } from './decisions.ts';

export type Status = 'assigned' | 'suggested' | 'contradicted' | 'unassigned';

export const statuses: readonly Status[] = ['unassigned', 'suggested', 'contradicted', 'assigned'];

/** What follows from the parts that the functions have now. */
export type Judgement = {
  readonly partOf: (at: number) => string | null;
  /** Its part, else the one that is suggested. */
  readonly likelyPartOf: (at: number) => string | null;
  readonly statusOf: (at: number) => Status;
  /** Whether one function may not call the other that it calls. */
  readonly isForbidden: (caller: number, callee: number) => boolean;
  readonly counts: ReadonlyMap<string, number>;
};

export function judge(data: ReviewData, decisions: Decisions): Judgement {
  const { functions, others, parts, mayCall, findings } = data;
  const number = new Map(parts.map((part, at) => [part, at]));
  const partOf = (at: number): string | null =>
    at < functions.length ? decisionOf(data, decisions, at).part : (others[at - functions.length]?.part ?? null);
  const likelyPartOf = (at: number): string | null => {
    const suggestion = functions[at]?.suggestion;
    return partOf(at) ?? (suggestion !== undefined && 'part' in suggestion ? suggestion.part : null);
  };
  const found = new Set(findings.flatMap(({ ends }) => (ends.length === 2 ? [ends.join(' ')] : [])));
  // The audit knows of locks and of what the user allows: where nothing was decided since, it has the last word.
  const isOld = (at: number): boolean => at >= functions.length || partOf(at) === (functions[at]?.part ?? null);
  const isForbidden = (caller: number, callee: number): boolean => {
    const [from, to] = [partOf(caller), partOf(callee)];
    if (from === null || to === null) return false;
    const [row, column] = [number.get(from), number.get(to)];
    if (row === undefined || column === undefined || mayCall[row]?.[column] !== false) return false;
    return found.has(`${caller} ${callee}`) || !(isOld(caller) && isOld(callee));
  };
  const disputed = new Set<number>();
  for (const [at, { callees }] of functions.entries()) {
    for (const [to] of callees.shown) {
      if (!isForbidden(at, to)) continue;
      disputed.add(at);
      if (to < functions.length) disputed.add(to);
    }
  }
  const statusOf = (at: number): Status => {
    if (partOf(at) !== null) return disputed.has(at) ? 'contradicted' : 'assigned';
    const kind = functions[at]?.suggestion.kind;
    return kind === 'contradicted'
      ? 'contradicted'
      : kind === 'certain' || kind === 'likely'
        ? 'suggested'
        : 'unassigned';
  };
  const counts = new Map<string, number>();
  for (const at of functions.keys()) {
    const part = partOf(at);
    if (part !== null) counts.set(part, (counts.get(part) ?? 0) + 1);
  }
  return { partOf, likelyPartOf, statusOf, isForbidden, counts };
}
