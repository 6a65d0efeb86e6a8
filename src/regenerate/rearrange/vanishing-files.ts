import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Comment, Header } from '../../model/header.ts';
import { bannerComments } from '../../part-files/sections.ts';
import { includedPath } from '../../plan/assign.ts';
import { filesMeantAmong } from '../../plan/includes/means-file.ts';
import { sharedPartFile } from '../../plan/layout.ts';
import { placeOf } from '../../text/place.ts';
import type { CutHeader, MovedUnit, TakenApart } from './moved-units.ts';
import type { RearrangeInput } from './rearrange-input.ts';

/** Whether a file that something leaves has more left than includes that the split itself put there. */
export function keepsAnything(input: RearrangeInput, { header }: CutHeader): boolean {
  const moves = input.moves.get(header.source.path);
  if (!moves) return true;
  // The shared part's includes were the header's own.
  const isShared = header.source.path === sharedPartFile(input.was);
  const asserted = isShared ? [] : input.was.parts.flatMap((part) => part.assertInclude ?? []);
  const own = new Set([...input.files.keys(), ...asserted]);
  const meant = filesMeantAmong(own);
  return header.items.some(
    (item) =>
      !moves.has(item.index) &&
      !includedPath(item).some((path) => own.has(path) || meant(header.source.path, path).length > 0),
  );
}

/** The comments that a file would take along when it goes, in front of the first thing that moves from it. */
export function carryComments(
  input: RearrangeInput,
  { header }: CutHeader,
  { units, travelling }: TakenApart,
): readonly MovedUnit[] {
  const left = commentsOfPeople(input, header).filter(({ index }) => !travelling.has(index));
  const [first, ...others] = units;
  if (!first || left.length === 0) return units;
  const texts = left.map(({ span }) => header.source.text.slice(span.start, span.end));
  const text = [...texts, first.text].join(header.lineEnd + header.lineEnd);
  return [{ ...first, text, hasComment: true }, ...others];
}

/** A comment in a file that goes, and out of which nothing moves that could take it along. */
export function abandonedComment(
  input: RearrangeInput,
  { header }: CutHeader,
  apart: ReadonlyMap<string, TakenApart>,
): readonly Diagnostic[] {
  const { path } = header.source;
  const [left] = commentsOfPeople(input, header);
  const { now } = input;
  if (!left || (apart.get(path)?.units.length ?? 0) > 0) return [];
  const asked = { place: placeOf(now.source, now.header.span), label: 'by this manifest' };
  const message = `${path} would be deleted, but this comment is left in it`;
  return [diagnostic('hand-edit-contradicts', message, placeOf(header.source, left.span), asked)];
}

/** All but the banners as the manifest has them; one that was reworded was so by hand. */
function commentsOfPeople({ was }: RearrangeInput, header: Header): readonly Comment[] {
  const banners = bannerComments(
    header,
    [...was.parts, was.wrapper].map(({ banner }) => banner),
  );
  return header.comments.filter(({ index }) => !banners.has(index));
}
