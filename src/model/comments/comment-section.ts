import { newlinesBetween } from '../../parse/segment.ts';
import type { Comment, Item, Node } from '../header.ts';
import { type ItemKind, kindsIn } from '../item-kind.ts';
import { endOf, itemsOf, startOf } from '../node-extent.ts';
import { isAnnounced, speaksOfTags, withoutAnnounced, wordingOf } from './comment-names.ts';
import { hasRule, isDetached, runBelow } from './comment-run.ts';

/**
 * For each title among siblings, by its place, the items of its section: those up to the next title, to two blank lines
 * on end, to a paragraph further on that no comment heads, or to one of another kind that a comment heads. Where two
 * blank lines stand before the title and behind the section, they alone divide it. Titles that follow one another share
 * a section.
 *
 * @param remarks The comments that are remarks on what stands above them, by their places.
 */
export function sectionsAmong(
  text: string,
  siblings: readonly Node[],
  items: readonly Item[],
  remarks: ReadonlyMap<number, number>,
): ReadonlyMap<number, readonly number[]> {
  const among = { text, siblings, items, remarks };
  const sections = new Map<number, readonly number[]>();
  for (let at = siblings.length - 1; at >= 0; at--) {
    if (isTitle(among, at)) sections.set(at, sections.get(at + 1) ?? sectionBelow(among, at));
  }
  return sections;
}

type Among = {
  readonly text: string;
  readonly siblings: readonly Node[];
  readonly items: readonly Item[];
  readonly remarks: ReadonlyMap<number, number>;
};

/** A comment with nothing directly below it, or nothing but tags announced of which it does not speak. */
function isTitle(among: Among, at: number): boolean {
  const node = among.siblings[at];
  if (node?.kind !== 'comment' || among.remarks.has(at)) return false;
  return isDetached(among.text, among.siblings, at) || headsAnnounced(among, at, node.comment);
}

function headsAnnounced({ text, siblings, items }: Among, at: number, { span }: Comment): boolean {
  const run = runBelow(text, siblings, at);
  const tags = run.flatMap(itemsOf).map((index) => items[index]);
  const isFollowed = siblings[at + run.length + 1] !== undefined;
  return isFollowed && tags.every(isAnnounced) && !speaksOfTags(wordingOf(text.slice(span.start, span.end)), tags);
}

function sectionBelow(among: Among, at: number): readonly number[] {
  const { text, siblings, items } = among;
  const title = siblings[at];
  const wording = wordingOf(title ? text.slice(startOf(title), endOf(title)) : '');
  const isApart = isSetApart(among, at);
  const section: number[] = [];
  const kinds = new Set<ItemKind>();
  let isFirst = true;
  let isHeaded = false;
  let isBeyond = false;
  for (let next = at + 1; next < siblings.length; next++) {
    const [before, node] = [siblings[next - 1], siblings[next]];
    if (!before || !node) break;
    const lines = newlinesBetween(text, endOf(before), startOf(node));
    if (section.length > 0 && lines > 2) break;
    if (lines > 1) {
      isBeyond = !isFirst;
      isHeaded = false;
    }
    if (node.kind === 'comment') {
      const { start, end } = node.comment.span;
      if (section.length > 0 && (isTitle(among, next) || hasRule(text.slice(start, end)))) break;
      isHeaded = true;
      continue;
    }
    const inside = itemsOf(node);
    const tags = inside.map((index) => items[index]);
    const isPassed: boolean = isFirst && tags.every(isAnnounced) && !speaksOfTags(wording, tags);
    const here = isPassed ? [] : kindsIn(node, items);
    const isUnlike = before.kind === 'comment' && here.length > 0 && !here.some((kind) => kinds.has(kind));
    const isElsewhere = (isBeyond && !isHeaded) || (isMacros([...kinds]) && !isMacros(here));
    if (!isFirst && (isUnlike || (isElsewhere && !isApart))) break;
    section.push(...inside);
    for (const kind of here) kinds.add(kind);
    isFirst &&= isPassed;
  }
  return withoutAnnounced(section, items);
}

/** Whether two blank lines stand before a title and, before any other title, behind what follows it. */
function isSetApart(among: Among, at: number): boolean {
  const { text, siblings } = among;
  const linesAbove = (node: number): number => {
    const [before, here] = [siblings[node - 1], siblings[node]];
    return before && here ? newlinesBetween(text, endOf(before), startOf(here)) : 0;
  };
  if (linesAbove(at) <= 2) return false;
  for (let next = at + 2; next < siblings.length; next++) {
    if (linesAbove(next) > 2) return true;
    if (isTitle(among, next)) return false;
  }
  return false;
}

function isMacros(kinds: readonly ItemKind[]): boolean {
  return kinds.every((kind) => kind === 'macro');
}
