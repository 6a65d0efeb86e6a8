import type { CommentClaim, Manifest } from '../manifest/manifest.ts';
import { positionOf } from '../manifest/part-lookup.ts';
import type { Comment, Header, Item } from '../model/header.ts';
import { sectionOf } from './names/views.ts';
import { functionNames, otherNames, type Placements } from './placement.ts';
import { wrapperKey } from './split-plan.ts';

/** By comment index: the parts, in manifest order, or the wrapper, that get a copy; none where it goes with what is dropped. */
export function copyComments(
  header: Header,
  manifest: Manifest,
  placements: Placements,
): readonly (readonly string[])[] {
  const rank = (target: string): number =>
    target === wrapperKey ? manifest.parts.length : positionOf(manifest, target);
  const targetsOf = (items: readonly number[]): readonly string[] => {
    const targets = new Set(items.flatMap((index) => sectionOf(placements, index) ?? []));
    return [...targets].sort((a, b) => rank(a) - rank(b));
  };
  const unserved = [fallback(manifest, placements)];
  // Titles that follow one another share their list of items, and it may be the whole header.
  const known = new Map<readonly number[], readonly string[]>();
  return servedItems(header, manifest).map((items, at) => {
    const targets = known.get(items) ?? targetsOf(items);
    known.set(items, targets);
    return targets.length > 0 || isOfDropped(header, at, items) ? targets : unserved;
  });
}

/** Whether a comment explains what is dropped. A title above an include may be on more, and so may a page of a manual. */
function isOfDropped({ comments, source }: Header, at: number, items: readonly number[]): boolean {
  const comment = comments[at];
  if (items.length === 0 || comment === undefined || comment.role === 'section') return false;
  return !/[@\\](?:file|defgroup|addtogroup|mainpage)\b|\bDOC:/.test(
    source.text.slice(comment.span.start, comment.span.end),
  );
}

/** By comment index: the items that a comment speaks of, what the manifest says under `comment` heeded. */
export function servedItems(header: Header, manifest: Manifest): readonly (readonly number[])[] {
  return header.comments.map((comment) => {
    const first = header.items[comment.serves[0] ?? -1];
    const claim = first === undefined ? null : claimOf(first, manifest);
    const isClaimed = first !== undefined && claim !== null && claimNeeded(header, comment, claim);
    return isClaimed ? [first.index] : comment.serves;
  });
}

/** The first item of those that a comment speaks of, and what claims the comment for it alone; null: there is none. */
export function claimFor(
  header: Header,
  comment: Comment,
): { readonly item: Item; readonly claim: CommentClaim } | null {
  const item = header.items[comment.serves[0] ?? -1];
  return item === undefined ? null : { item, claim: isNearest(header, comment) ? 'own' : 'section' };
}

function claimNeeded(header: Header, comment: Comment, claim: CommentClaim): boolean {
  return claim === 'section' || isNearest(header, comment);
}

/** Whether no later comment begins with the same item. */
function isNearest({ comments }: Header, { index, serves }: Comment): boolean {
  const next = comments[index + 1];
  return next === undefined || next.serves[0] !== serves[0];
}

function claimOf(item: Item, manifest: Manifest): CommentClaim | null {
  const ofFunctions = functionNames(item).map((name) => manifest.prototypes.get(name)?.comment);
  const ofOthers = otherNames(item).map((name) => manifest.declarations.get(name)?.comment);
  return [...ofFunctions, ...ofOthers].find((claim) => claim !== null && claim !== undefined) ?? null;
}

/** A comment that has no items, or is a title of dropped ones, stays with the shared part if that gets a file. */
function fallback(manifest: Manifest, placements: Placements): string {
  const hasShared = placements.some(({ target }) => target.kind === 'part' && target.part === manifest.shared);
  return hasShared ? manifest.shared : wrapperKey;
}
