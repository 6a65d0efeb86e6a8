import type { Edge } from './file-graph.ts';
import { bitsOf, type Reach } from './reach.ts';
import { ALWAYS, type Formulas, NEVER, type When } from './when/formulas.ts';

/** By file, the marked files that it reads: whatever the configuration, under some, and of each of the others when. */
export type ReachWhen = {
  readonly any: Reach;
  readonly sure: Reach;
  readonly when: readonly ReadonlyMap<number, When>[];
};

/** The same with each file's own mark. */
export type MarkedReach = ReachWhen & { readonly self: Reach };

/** The same while it grows. */
export type GrowingReach = {
  readonly any: bigint[];
  readonly sure: bigint[];
  readonly when: Map<number, When>[];
};

/** @param own By file: its own mark, or 0n. */
export function startReach(own: readonly bigint[]): GrowingReach {
  return { any: [...own], sure: [...own], when: own.map(() => new Map<number, When>()) };
}

/** Which marked files each file reads, and when: makes `reach` as large as that. @param order As `includedFirst` gives it. */
export function reachWhen<Growing extends GrowingReach>(
  edges: readonly (readonly Edge[])[],
  order: readonly number[],
  reach: Growing,
  formulas: Formulas,
): Growing {
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    for (const file of order) if (extendReach(reach, file, edges[file] ?? [], formulas)) isChanged = true;
  }
  return reach;
}

/** Adds what a file reads by its includes; whether that is more than was known. */
export function extendReach(
  { any, sure, when }: GrowingReach,
  file: number,
  edges: readonly Edge[],
  { and, or }: Formulas,
): boolean {
  let [bits, always] = [any[file] ?? 0n, sure[file] ?? 0n];
  for (const { targets, isSure } of edges) {
    for (const target of targets) {
      const more = any[target] ?? 0n;
      // Most includes bring nothing, and a sum of large numbers is a new one.
      if (more === 0n) continue;
      bits |= more;
      if (isSure) always |= sure[target] ?? 0n;
    }
  }
  let isChanged = bits !== any[file] || always !== sure[file];
  any[file] = bits;
  sure[file] = always;
  const open = bits & ~always;
  if (open === 0n) return isChanged;
  const own = when[file] ?? new Map<number, When>();
  for (const { targets, whenOfTarget } of edges) {
    for (const [index, target] of targets.entries()) {
      const here = (any[target] ?? 0n) & open;
      if (here === 0n) continue;
      for (const mark of bitsOf(here)) {
        const before = own.get(mark) ?? NEVER;
        const there = (((sure[target] ?? 0n) >> BigInt(mark)) & 1n) === 1n ? ALWAYS : when[target]?.get(mark);
        const after = or(before, and(whenOfTarget[index] ?? NEVER, there ?? NEVER));
        if (after === before) continue;
        own.set(mark, after);
        isChanged = true;
      }
    }
  }
  return isChanged;
}

/** When a file reads one of `anyOf`. */
export function readsWhen({ any, sure, when }: ReachWhen, file: number, anyOf: bigint, { or }: Formulas): When {
  if (((sure[file] ?? 0n) & anyOf) !== 0n) return ALWAYS;
  const some = (any[file] ?? 0n) & anyOf;
  if (some === 0n) return NEVER;
  return bitsOf(some).reduce((sum, mark) => or(sum, when[file]?.get(mark) ?? NEVER), NEVER);
}

/** When one include brings one of `anyOf`. */
export function edgeGives({ targets, whenOfTarget }: Edge, reach: ReachWhen, anyOf: bigint, formulas: Formulas): When {
  return targets.reduce(
    (sum, target, index) =>
      formulas.or(sum, formulas.and(whenOfTarget[index] ?? NEVER, readsWhen(reach, target, anyOf, formulas))),
    NEVER,
  );
}

/** When the includes that begin before the byte `limit` bring one of `anyOf`. */
export function givenWhen(
  edges: readonly Edge[],
  reach: ReachWhen,
  anyOf: bigint,
  limit: number,
  formulas: Formulas,
): When {
  let sum = NEVER;
  for (const edge of edges) {
    if (edge.at >= limit || sum === ALWAYS) break;
    sum = formulas.or(sum, edgeGives(edge, reach, anyOf, formulas));
  }
  return sum;
}
