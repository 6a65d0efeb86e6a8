import { contradicts, excludedFrom, isWithin, type Path, type Step } from '../../model/reading-order.ts';
import { lowerBound } from '../../text/lower-bound.ts';

/** Where a macro is defined or undefined. */
export type MacroEvent = {
  readonly name: string;
  readonly item: number;
  readonly step: number;
  readonly defines: boolean;
};

/** Where the events begin that are not before a step. */
export function firstFrom(events: readonly MacroEvent[], step: number): number {
  return lowerBound(events, (event) => event.step < step);
}

/** Events of one macro, in the header's order, of which those before a step count. */
export type Run = { readonly events: readonly MacroEvent[]; readonly before: number };

/**
 * Of the events that a use meets before it (`runs`, the last first), those that can decide what it means, in their order:
 * from the last that happened surely. `path` is that of the use. What stands in other branches of its groups is passed over
 * a group at a time, so that each of a thousand branches may define a macro and use it.
 */
export function inForce(steps: readonly Step[], runs: Iterable<Run>, path: Path): readonly MacroEvent[] {
  const deciding: MacroEvent[] = [];
  for (const { events, before } of runs) {
    for (let at = firstFrom(events, before) - 1; at >= 0; at--) {
      const event = events[at];
      if (!event) break;
      const around = steps[event.step]?.path ?? [];
      const passed = excludedFrom(around, path);
      if (passed !== null) {
        at = firstFrom(events, passed);
        continue;
      }
      if (contradicts(around, path)) continue;
      deciding.push(event);
      if (isWithin(around, path)) return deciding.reverse();
    }
  }
  return deciding.reverse();
}
