import { isCommand } from '../text/runner-commands.ts';
import { displayText } from '../text/source-text.ts';
import type { LineChange } from './line-change.ts';

/**
 * Changes that make the same of `old` (latin1), and in whose context, so many lines on either side, stands nothing that
 * the runner of a CI service would take for a command: such a line goes and comes back, behind a sign.
 */
export function quietChanges(
  old: readonly string[],
  changes: readonly LineChange[],
  context: number,
): readonly LineChange[] {
  const isLoud = (at: number): boolean => /::|##/.test(old[at] ?? '') && isCommand(displayText(old[at] ?? ''));
  const widened: LineChange[] = [];
  for (const [at, change] of changes.entries()) {
    const before = widened.at(-1);
    const from = widenUp(change.beforeStart, before?.beforeEnd ?? 0, context, isLoud);
    const to = widenDown(change.beforeEnd, changes[at + 1]?.beforeStart ?? old.length, context, isLoud);
    const wide = {
      beforeStart: from,
      beforeEnd: to,
      afterStart: change.afterStart - (change.beforeStart - from),
      afterEnd: change.afterEnd + (to - change.beforeEnd),
    };
    if (before?.beforeEnd !== from) widened.push(wide);
    else widened.splice(-1, 1, { ...wide, beforeStart: before.beforeStart, afterStart: before.afterStart });
  }
  return widened;
}

function widenUp(start: number, least: number, context: number, isLoud: (at: number) => boolean): number {
  let from = start;
  for (let at = start - 1; at >= Math.max(least, from - context); at--) if (isLoud(at)) from = at;
  return from;
}

function widenDown(end: number, most: number, context: number, isLoud: (at: number) => boolean): number {
  let to = end;
  for (let at = end; at < Math.min(most, to + context); at++) if (isLoud(at)) to = at + 1;
  return to;
}
