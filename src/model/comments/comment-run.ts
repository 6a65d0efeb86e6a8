import { newlinesBetween } from '../../parse/segment.ts';
import type { Item, Node } from '../header.ts';
import { kindsIn } from '../item-kind.ts';
import { endOf, startOf } from '../node-extent.ts';

/** The nodes that follow a comment line by line, up to a blank line or another comment. */
export function runBelow(text: string, siblings: readonly Node[], at: number): readonly Node[] {
  const run: Node[] = [];
  for (let next = at + 1; isBelowLineOf(text, siblings, next); next++) {
    const node = siblings[next];
    if (!node || node.kind === 'comment') break;
    run.push(node);
  }
  return run;
}

/** The paragraph above a comment, a blank line between or not: the nodes up to a blank line or another comment. */
export function paragraphAbove(text: string, siblings: readonly Node[], at: number): readonly Node[] {
  let first = at;
  while (first > 0 && siblings[first - 1]?.kind !== 'comment') {
    if (first < at && !isBelowLineOf(text, siblings, first)) break;
    first--;
  }
  return siblings.slice(first, at);
}

/** Whether a comment is a title: nothing stands directly below it. */
export function isDetached(text: string, siblings: readonly Node[], at: number): boolean {
  return siblings[at + 1]?.kind === 'comment' || !isBelowLineOf(text, siblings, at + 1);
}

/** Whether a comment stands among the lines of one run. Includes and what stands below them are not one run. */
export function isInsideRun(text: string, siblings: readonly Node[], at: number, items: readonly Item[]): boolean {
  const [above, below] = [siblings[at - 1], siblings[at + 1]];
  if (!above || !below || above.kind === 'comment' || !isBelowLineOf(text, siblings, at)) return false;
  return holdsIncludes(above, items) === holdsIncludes(below, items);
}

function holdsIncludes(node: Node, items: readonly Item[]): boolean {
  const kinds = kindsIn(node, items);
  return kinds.length > 0 && kinds.every((kind) => kind === 'include');
}

/** Whether a node stands on the line below the sibling before it. */
function isBelowLineOf(text: string, siblings: readonly Node[], at: number): boolean {
  const [before, node] = [siblings[at - 1], siblings[at]];
  return before !== undefined && node !== undefined && newlinesBetween(text, endOf(before), startOf(node)) <= 1;
}
