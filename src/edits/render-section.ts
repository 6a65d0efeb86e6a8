import type { Header } from '../model/header.ts';
import type { Piece } from '../model/header-slices.ts';
import type { Span } from '../text/span.ts';
import { applyEdits, type TextEdit } from '../text/text-edit.ts';
import type { Chosen } from './select-pieces.ts';

/** Item index -> edits within its text, in the header's offsets. */
export type ItemEdits = ReadonlyMap<number, readonly TextEdit[]>;

/** What a section gets beside the header's own pieces, by piece. */
export type Additions = {
  /** Comment index -> what stands in its place. */
  readonly comments: ReadonlyMap<number, string>;
  /** Piece index -> text directly in front of the piece. */
  readonly before: ReadonlyMap<number, string>;
  /** Piece index -> text directly behind the piece. */
  readonly after: ReadonlyMap<number, string>;
};

const noAdditions: Additions = { comments: new Map(), before: new Map(), after: new Map() };

/**
 * The text of a section, from the pieces that it keeps. What stood between two neighbours stays; where something between
 * them left, one blank line at most.
 *
 * @param itemEdits Edits inside items (an inline function's assertion), in the header's offsets.
 * @returns Without a line end after the last piece; empty when nothing is chosen.
 */
export function renderSection(
  header: Header,
  pieces: readonly Piece[],
  chosen: readonly Chosen[],
  itemEdits: ItemEdits,
  additions: Additions = noAdditions,
): string {
  const { text } = header.source;
  let result = '';
  let before: Chosen | null = null;
  for (const one of chosen) {
    const { piece: at, item, comment } = one;
    const piece = pieces[at];
    if (!piece) continue;
    if (before) result += between(header, pieces, before, one);
    const instead = comment === null ? undefined : additions.comments.get(comment);
    const own = instead ?? editedSlice(text, piece, item === null ? [] : (itemEdits.get(item) ?? []));
    result += (additions.before.get(at) ?? '') + own + (additions.after.get(at) ?? '');
    before = one;
  }
  return result;
}

function editedSlice(text: string, { start, end }: Span, edits: readonly TextEdit[]): string {
  const shifted = edits.map((edit) => ({
    span: { start: edit.span.start - start, end: edit.span.end - start },
    insert: edit.insert,
  }));
  return applyEdits(text.slice(start, end), shifted);
}

/**
 * Only white space stands between neighbours, but for a guard with code on both of its sides, and the end of a bracket that
 * was moved before the end of another.
 */
function between(header: Header, pieces: readonly Piece[], before: Chosen, at: Chosen): string {
  const [from, to] = [pieces[before.piece]?.end ?? 0, pieces[at.piece]?.start ?? 0];
  const gap = header.source.text.slice(from, to);
  if (at.piece === before.piece + 1 && from <= to && gap.trim() === '') return gap;
  return at.endsEmptyBranch ? header.lineEnd : separator(header, pieces, before, at);
}

/** A blank line where there was one, but none between a conditional and its inside where that had none. */
function separator(header: Header, pieces: readonly Piece[], before: Chosen, at: Chosen): string {
  const [from, to] = [pieces[before.piece]?.gap, pieces[at.piece]?.gap];
  const feed = (to?.formFeeds ?? 0) > (from?.formFeeds ?? 0) ? `\f${header.lineEnd}` : '';
  const isTight =
    (isEdge(before, 'opens') && pieces[before.piece + 1]?.gap.hasBlankLine === false) ||
    (isEdge(at, 'closes') && to?.hasBlankLine === false);
  const isBlank = (to?.blankLines ?? 0) > (from?.blankLines ?? 0) && !isTight;
  return header.lineEnd + (isBlank && feed === '' ? header.lineEnd : '') + feed;
}

function isEdge({ edge }: Chosen, side: 'opens' | 'closes'): boolean {
  return edge === side || edge === 'divides';
}
