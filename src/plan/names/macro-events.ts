import { excludes, isWithin, type Path, type Step } from '../../model/reading-order.ts';
import { lowerBound } from '../../text/lower-bound.ts';

/** Where a macro is defined or undefined. */
export type MacroEvent = {
  readonly name: string;
  readonly item: number;
  readonly step: number;
  readonly defines: boolean;
};

/** Of events in the header's order, those before a step, the last first. */
export function* eventsBefore(events: readonly MacroEvent[], step: number): Generator<MacroEvent, void> {
  for (let at = firstFrom(events, step) - 1; at >= 0; at--) {
    const event = events[at];
    if (event) yield event;
  }
}

/** Where the events begin that are not before a step. */
export function firstFrom(events: readonly MacroEvent[], step: number): number {
  return lowerBound(events, (event) => event.step < step);
}

/**
 * Of the events before a use, the last first, those that can decide what it means, in their order: from the last that
 * happened surely. `path` is that of the use.
 */
export function inForce(steps: readonly Step[], events: Iterable<MacroEvent>, path: Path): readonly MacroEvent[] {
  const deciding: MacroEvent[] = [];
  for (const event of events) {
    const around = steps[event.step]?.path ?? [];
    if (excludes(around, path)) continue;
    deciding.push(event);
    if (isWithin(around, path)) break;
  }
  return deciding.reverse();
}
