import type { Manifest } from '../manifest/manifest.ts';
import type { Comment, Header } from '../model/header.ts';
import { functionNames, type Placements } from './placement.ts';
import { wrapperKey } from './split-plan.ts';

/** By comment index: the parts, in manifest order, or the wrapper, that get a copy. Never none. */
export function copyComments(
  header: Header,
  manifest: Manifest,
  placements: Placements,
): readonly (readonly string[])[] {
  const order = [...manifest.parts.map((part) => part.name), wrapperKey];
  return header.comments.map((comment) => {
    const targets = new Set(servedItems(header, manifest, comment).map((index) => targetName(placements, index)));
    const named = order.filter((name) => targets.has(name));
    return named.length > 0 ? named : [fallback(manifest, placements)];
  });
}

/** What a comment speaks of, `comment: own` of the prototype below it heeded. */
export function servedItems(header: Header, manifest: Manifest, comment: Comment): readonly number[] {
  const [first] = comment.serves;
  const item = first === undefined ? undefined : header.items[first];
  const isOwn = item !== undefined && functionNames(item).some((name) => manifest.prototypes.get(name)?.ownComment);
  return isOwn && item && comment.role !== 'section' ? [item.index] : comment.serves;
}

function targetName(placements: Placements, index: number): string | null {
  const target = placements[index]?.target;
  if (target?.kind === 'part') return target.part;
  return target?.kind === 'wrapper' ? wrapperKey : null;
}

/** A comment whose items were all dropped, or that has none, stays with the shared part if that gets a file. */
function fallback(manifest: Manifest, placements: Placements): string {
  const hasShared = placements.some(({ target }) => target.kind === 'part' && target.part === manifest.shared);
  return hasShared ? manifest.shared : wrapperKey;
}
