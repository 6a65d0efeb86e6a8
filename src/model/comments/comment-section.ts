import { newlinesBetween } from '../../parse/segment.ts';
import type { Item, Node } from '../header.ts';
import { type ItemKind, kindsIn } from '../item-kind.ts';
import { endOf, itemsOf, startOf } from '../node-extent.ts';
import { withoutAnnounced } from './comment-names.ts';
import { isDetached } from './comment-run.ts';

/**
 * For each title among siblings, by its place, the items of its section: those up to the next title, to two blank lines
 * on end, to a paragraph further on that no comment heads, or to one of another kind that a comment heads. Titles that
 * follow one another share a section.
 */
export function sectionsAmong(
  text: string,
  siblings: readonly Node[],
  items: readonly Item[],
): ReadonlyMap<number, readonly number[]> {
  const sections = new Map<number, readonly number[]>();
  for (let at = siblings.length - 1; at >= 0; at--) {
    if (siblings[at]?.kind !== 'comment' || !isDetached(text, siblings, at)) continue;
    sections.set(at, sections.get(at + 1) ?? sectionBelow(text, siblings, at, items));
  }
  return sections;
}

function sectionBelow(text: string, siblings: readonly Node[], at: number, items: readonly Item[]): readonly number[] {
  const section: number[] = [];
  const kinds = new Set<ItemKind>();
  let paragraphs = 0;
  let isHeaded = false;
  for (let next = at + 1; next < siblings.length; next++) {
    const [before, node] = [siblings[next - 1], siblings[next]];
    if (!before || !node) break;
    const lines = newlinesBetween(text, endOf(before), startOf(node));
    const isFirst = section.length === 0;
    if (!isFirst && lines > 2) break;
    if (lines > 1) {
      paragraphs++;
      isHeaded = false;
    }
    if (node.kind === 'comment') {
      const { start, end } = node.comment.span;
      if (!isFirst && (isDetached(text, siblings, next) || hasRule(text.slice(start, end)))) break;
      isHeaded = true;
      continue;
    }
    const here = kindsIn(node, items);
    const isUnlike = before.kind === 'comment' && here.length > 0 && !here.some((kind) => kinds.has(kind));
    const isBeyond = paragraphs > 1 && !isHeaded;
    if (!isFirst && (isUnlike || isBeyond || (isMacros([...kinds]) && !isMacros(here)))) break;
    section.push(...itemsOf(node));
    for (const kind of here) kinds.add(kind);
  }
  return withoutAnnounced(section, items);
}

/** A line drawn through a comment makes a title of it, whatever stands below. */
function hasRule(comment: string): boolean {
  return /([-=*#~_+])\1{9}/.test(comment);
}

function isMacros(kinds: readonly ItemKind[]): boolean {
  return kinds.every((kind) => kind === 'macro');
}
