import { diffLines, splitLines } from '../../diff/line-diff.ts';
import type { RenderedFile } from '../../edits/render-files.ts';
import { checkItemsKept } from '../check-kept.ts';
import { followInPartFile } from '../follow-part-files.ts';
import type { Origin, SplitTreeReading } from '../regeneration-input.ts';
import { type HandEditedFile, liftChanges } from './lift-changes.ts';
import { mergeSplit } from './merge-split.ts';
import { type SplitTwice, splitTwice } from './split-twice.ts';

/**
 * What comes of the whole header. No files: one of its splits cannot be made, or contradicts what was changed by hand.
 */
export type MergedFromOrigin = Omit<SplitTwice, 'files'> & { readonly files: readonly RenderedFile[] | null };

/**
 * The split of the whole header by today's manifest, with what was changed by hand in the split files merged in. Where
 * they changed what the edit moves, their changes are made in the whole header first, and move with it. Null when the
 * header lacks what the edit moves.
 */
export async function mergeFromOrigin(reading: SplitTreeReading, origin: Origin): Promise<MergedFromOrigin | null> {
  const twice = await splitTwice(reading, origin, origin.header);
  if (!twice?.files) return twice && { ...twice, files: null };
  const merged = mergeSplit(reading, twice.files);
  const isSound = merged.kind === 'merged' && keepsAll(reading, merged.files, twice);
  if (isSound && merged.beside.length === 0) return { ...twice, files: following(reading, merged.files) };
  const touched = merged.kind === 'clash' ? merged.files : isSound ? merged.beside : handEdited(reading, twice);
  const lifted =
    (await mergeLifted(reading, origin, twice, touched)) ??
    (await mergeLifted(withOwnComments(reading), origin, twice, touched));
  if (lifted !== null) return lifted;
  return isSound
    ? { ...twice, files: following(reading, merged.files) }
    : { files: null, isFinal: false, findings: [], definitions: [] };
}

/** The same with some of the hand edits made in the whole header; null where that leads to nothing better. */
async function mergeLifted(
  reading: SplitTreeReading,
  origin: Origin,
  twice: SplitTwice,
  touched: readonly HandEditedFile[],
): Promise<MergedFromOrigin | null> {
  const lifted = liftChanges(origin.header, touched);
  const again = lifted === null ? null : await splitTwice(reading, origin, lifted);
  if (!again?.files || !isFaithful(reading, twice, again)) return null;
  const merged = mergeSplit(reading, again.files);
  if (merged.kind === 'clash' || !keepsAll(reading, merged.files, again)) return null;
  return { ...again, files: following(reading, merged.files) };
}

/** A comment written by hand above a function is that one's own since then if today's manifest says so. */
function withOwnComments(reading: SplitTreeReading): SplitTreeReading {
  const { was, now } = reading.reconciled;
  const prototypes = new Map(
    [...was.prototypes].map(([name, entry]) => [
      name,
      { ...entry, comment: (now.prototypes.get(name) ?? entry).comment },
    ]),
  );
  return { ...reading, reconciled: { ...reading.reconciled, was: { ...was, prototypes } } };
}

function following(reading: SplitTreeReading, files: readonly RenderedFile[]): readonly RenderedFile[] {
  return files.map(({ path, text }) => ({ path, text: followInPartFile(reading, path, text) }));
}

/** Whether all that stands in the split files comes out of a merge; a text that nobody changed needs no look. */
function keepsAll(reading: SplitTreeReading, files: readonly RenderedFile[], twice: SplitTwice): boolean {
  const { split, reconciled } = reading;
  if (handEdited(reading, twice).length === 0) return true;
  return checkItemsKept(split, files, { ...reconciled, moves: new Map() }).length === 0;
}

/** The split files that are not as they were made, all of their lines. */
function handEdited({ tree }: SplitTreeReading, { files }: SplitTwice): readonly HandEditedFile[] {
  return (files?.was ?? []).flatMap(({ path, text: made }) => {
    const found = tree.read(path);
    if (found === null || found === made) return [];
    return [{ made, found, touching: [{ start: 0, end: splitLines(found).length }] }];
  });
}

/** Whether a header with lifted changes is split into files that no other line parts from the tree than before. */
function isFaithful({ tree }: SplitTreeReading, before: SplitTwice, lifted: SplitTwice): boolean {
  const old = new Map(before.files?.was.map(({ path, text }) => [path, text]));
  return (lifted.files?.was ?? []).every(({ path, text }) => {
    const [made, found] = [old.get(path) ?? '', tree.read(path) ?? ''];
    if (text === found || text === made) return true;
    const known = new Set(differences(made, found));
    return differences(text, found).every((one) => known.has(one));
  });
}

function differences(made: string, found: string): readonly string[] {
  const [before, after] = [splitLines(made), splitLines(found)];
  return diffLines(before, after).map(({ beforeStart, beforeEnd, afterStart, afterEnd }) =>
    JSON.stringify([before.slice(beforeStart, beforeEnd), after.slice(afterStart, afterEnd)]),
  );
}
