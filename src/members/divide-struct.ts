import { type CommentStyle, formatComment } from '../edits/block-comment.ts';
import { renderSection } from '../edits/render-section.ts';
import { type Chosen, dividePieces } from '../edits/select-pieces.ts';
import type { Comment } from '../model/header.ts';
import { cutIntoPieces, type Piece } from '../model/header-slices.ts';
import { bannerComments } from '../part-files/sections.ts';
import { indentAt, type MemberUnit } from './member-units.ts';
import type { StructBody } from './read-body.ts';

/** A section of a struct, in the order of the struct. */
export type StructSection = { readonly part: string; readonly banner: string };

export type DividedStruct = {
  /** What stands between the braces, in place of what stood there. */
  readonly text: string;
  /** By item: the part in whose section it stands in the tree; null: above all banners. */
  readonly standing: readonly (string | null)[];
  /** Whether the struct has a banner already. */
  readonly isDivided: boolean;
  /** Comments above several members that go to different sections, each with the items that it no longer stands above. */
  readonly parted: readonly { readonly comment: Comment; readonly left: readonly number[] }[];
};

/** Above all banners. */
const UNNAMED = '';

/**
 * The inside of a struct with its members brought together by section, those of no section first, all else in the order
 * in which they stand. A comment goes with the member that it speaks of, a title with most of those below it, none twice.
 */
export function divideStruct(
  body: StructBody,
  units: readonly MemberUnit[],
  sections: readonly (string | null)[],
  wanted: readonly StructSection[],
  file: { readonly style: CommentStyle /** Of the line on which the struct begins. */; readonly indent: string },
): DividedStruct {
  const { header } = body;
  const { text } = header.source;
  const ofItem = new Map(units.flatMap((unit, at) => unit.items.map(({ index }) => [index, sections[at] ?? null])));
  const banners = findBanners(body, wanted);
  const bannerOf = new Map([...banners].map(([comment, section]) => [section.part, comment]));
  const homes = header.comments.map((comment) => {
    return banners.has(comment) ? null : homeOf(comment, (index) => ofItem.get(index) ?? UNNAMED);
  });
  const cut = cutIntoPieces(header);
  const { tree } = cut;
  const pieces = withoutBannerGaps(cut.pieces, [...banners.keys()]);
  const divided = dividePieces(tree, {
    ofItem: (index) => [ofItem.get(index) ?? UNNAMED],
    ofComment: (index) => {
      const home = homes[index];
      return home === null || home === undefined ? [] : [home];
    },
  });
  const indent = indentOf(body);
  const paragraphs = wanted.flatMap((section) => {
    const chosen = divided.get(section.part) ?? [];
    if (chosen.length === 0) return [];
    const known = bannerOf.get(section.part);
    const banner = known
      ? text.slice(known.span.start, known.span.end)
      : formatComment(section.banner, file.style, header.lineEnd).replaceAll('\n', `\n${indent}`);
    return [indent + banner, renderSection(header, pieces, chosen, new Map())];
  });
  // The text begins with what stands in place of all that is before the body.
  const first = renderSection(header, pieces, divided.get(UNNAMED) ?? [], new Map());
  const tail = text.slice(pieces.at(-1)?.end ?? 0);
  const isAlone = divided.get(UNNAMED)?.length === 1;
  const start = withoutGap(first.trimStart().slice(1), divided.get(UNNAMED) ?? []);
  const gap = header.lineEnd + header.lineEnd;
  const joined = paragraphs.map((one, at) => (at === 0 && isAlone ? header.lineEnd : gap) + one);
  const sectioned = joined.join('');
  return {
    text:
      sectioned === '' ? start + tail : start + sectioned + (tail.includes('\n') ? tail : header.lineEnd + file.indent),
    standing: standingOf(body, banners),
    isDivided: banners.size > 0,
    parted: header.comments.flatMap((comment, at) => {
      const left = comment.serves.filter(
        (index) => !banners.has(comment) && (ofItem.get(index) ?? UNNAMED) !== homes[at],
      );
      return left.length === 0 ? [] : [{ comment, left }];
    }),
  };
}

/** Blank lines around a banner part it from members, not one member from another. */
function withoutBannerGaps(pieces: readonly Piece[], banners: readonly Comment[]): readonly Piece[] {
  const ends = new Set(banners.map(({ span }) => span.end));
  let around = 0;
  let isBelow = false;
  return pieces.map((piece) => {
    const isBanner = ends.has(piece.end);
    if (piece.gap.hasBlankLine && (isBanner || isBelow)) around++;
    isBelow = isBanner;
    return { ...piece, gap: { ...piece.gap, blankLines: piece.gap.blankLines - around } };
  });
}

/** No blank line below the brace where what stood there left. */
function withoutGap(text: string, [brace, next]: readonly Chosen[]): string {
  const isKept = brace === undefined || next === undefined || next.piece === brace.piece + 1;
  return isKept ? text : text.replace(/^(\r?\n)(?:[ \t]*\r?\n)+/, '$1');
}

/**
 * A detached title goes with most of the members below it; any other comment with the first that it speaks of, since one
 * above several members is as often about the first alone.
 */
function homeOf({ role, serves }: Comment, sectionOf: (index: number) => string): string {
  const own = serves.map(sectionOf);
  if (role !== 'section') return own[0] ?? UNNAMED;
  const counts = new Map<string, number>();
  for (const section of own) counts.set(section, (counts.get(section) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return own.find((section) => counts.get(section) === most) ?? UNNAMED;
}

/** The banners that stand in a struct, each with its section; of a repeated one the first. */
function findBanners({ header }: StructBody, wanted: readonly StructSection[]): ReadonlyMap<Comment, StructSection> {
  const found = new Map<Comment, StructSection>();
  for (const section of wanted) {
    const words = bannerComments(header, [section.banner]);
    const comment = header.comments.find((one) => words.has(one.index) && !found.has(one));
    if (comment) found.set(comment, section);
  }
  return found;
}

function standingOf({ header }: StructBody, banners: ReadonlyMap<Comment, StructSection>): readonly (string | null)[] {
  const inOrder = [...banners].sort(([a], [b]) => a.span.start - b.span.start);
  return header.items.map(({ span }) => {
    const above = inOrder.filter(([comment]) => comment.span.end <= span.start).at(-1);
    return above?.[1].part ?? null;
  });
}

/** Of the first member that begins a line. */
function indentOf({ header, members }: StructBody): string {
  const { text } = header.source;
  const first = members.find(
    ({ span }) => text.slice(text.lastIndexOf('\n', span.start) + 1, span.start).trim() === '',
  );
  return first === undefined ? '    ' : indentAt(text, first.span.start);
}
