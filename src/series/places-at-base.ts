import type { Diagnostic, Labelled } from '../diagnostics/diagnostic.ts';
import { diffLines, splitLines } from '../diff/line-diff.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { type Place, placeOfFile } from '../text/place.ts';
import { bytesOfText } from '../text/source-text.ts';
import type { TreeState } from './tree-states.ts';

/**
 * Findings about a tree between two patches, with places in the tree that the series begins on, which the reader has:
 * the same line where that was there before, else the file. A line of a new header is looked for in the header it is
 * from.
 */
export function placesAtBase(
  findings: readonly Diagnostic[],
  state: TreeState,
  manifests: readonly Manifest[],
): readonly Diagnostic[] {
  if (state.touched.size === 0) return findings;
  const lines = new Map<string, ReadonlyMap<number, number>>();
  const linesOf = (file: string): ReadonlyMap<number, number> => {
    const known = lines.get(file) ?? keptLines(state.base.read(file) ?? '', state.tree.read(file) ?? '');
    lines.set(file, known);
    return known;
  };
  const moved = ({ place, ...rest }: Labelled): Labelled => ({
    ...rest,
    place: atBase(place, state, manifests, linesOf),
  });
  return findings.map((finding) => {
    const [first, ...others] = finding.places;
    return { ...finding, places: [moved(first), ...others.map(moved)] };
  });
}

function atBase(
  place: Place,
  { base, touched }: TreeState,
  manifests: readonly Manifest[],
  linesOf: (file: string) => ReadonlyMap<number, number>,
): Place {
  const { file, line } = place;
  if (!touched.has(file)) return place;
  if (base.read(file) !== null) {
    const before = line === 0 ? 0 : (linesOf(file).get(line) ?? 0);
    return before === 0 ? placeOfFile(file) : { ...place, line: before };
  }
  const header = manifests.find(({ parts }) => parts.some((part) => part.file === file))?.header.value;
  const text = header === undefined ? null : base.read(header);
  if (header === undefined || text === null) return placeOfFile(file);
  const wanted = bytesOfText(place.sourceLine);
  const all = text.split('\n').map((one) => one.replace(/\r$/, ''));
  const at = line === 0 ? -1 : all.indexOf(wanted);
  const isUnique = at >= 0 && all.indexOf(wanted, at + 1) < 0;
  return isUnique ? { ...place, file: header, line: at + 1 } : placeOfFile(header);
}

/** Line of a text -> the line that it was before, for those that a diff keeps. */
function keptLines(before: string, after: string): ReadonlyMap<number, number> {
  const [ours, theirs] = [splitLines(before), splitLines(after)];
  const kept = new Map<number, number>();
  let [at, then] = [0, 0];
  for (const change of [...diffLines(ours, theirs), null]) {
    const end = change?.afterStart ?? theirs.length;
    for (; at < end; at++, then++) kept.set(at + 1, then + 1);
    if (change !== null) [at, then] = [change.afterEnd, change.beforeEnd];
  }
  return kept;
}
