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

/**
 * The comments among siblings that are remarks on the function or variable directly above them, with its place: a blank
 * line or nothing follows such a comment and the remarks behind it, and none of them reads as a title.
 */
export function remarksAmong(
  text: string,
  siblings: readonly Node[],
  items: readonly Item[],
): ReadonlyMap<number, number> {
  const remarks = new Map<number, number>();
  for (let first = 0; first < siblings.length; first++) {
    if (siblings[first]?.kind !== 'comment') continue;
    let behind = first + 1;
    while (siblings[behind]?.kind === 'comment' && isBelowLineOf(text, siblings, behind)) behind++;
    const above = siblings[first - 1];
    const isOfOne = above?.kind === 'item' && /^(?:function|variable)$/.test(kindsIn(above, items).join(' '));
    const isBetween = isBelowLineOf(text, siblings, first) && !isBelowLineOf(text, siblings, behind);
    const comments = siblings.slice(first, behind).map((node) => text.slice(startOf(node), endOf(node)));
    if (isOfOne && isBetween && !comments.some(readsAsTitle))
      for (let at = first; at < behind; at++) remarks.set(at, first - 1);
    first = behind - 1;
  }
  return remarks;
}

/** A line drawn through it, a colon at its end, or a source file that it names. */
function readsAsTitle(comment: string): boolean {
  return hasRule(comment) || /:\s*(?:\*\/)?$/.test(comment) || /(?<![\w-])[\w-]+\.c\b/.test(comment);
}

/** A line drawn through a comment makes a title of it, whatever stands below. */
export function hasRule(comment: string): boolean {
  return /([-=*#~_+])\1{9}/.test(comment);
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
