import type { Diagnostic, Labelled } from '../../diagnostics/diagnostic.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { filesOf } from '../../manifest/part-lookup.ts';
import { parseHeader } from '../../model/lower-header.ts';
import { commentName } from '../../plan/comment-name.ts';
import { type Place, placeOf, placeOfFile } from '../../text/place.ts';
import { bytesOfText } from '../../text/source-text.ts';
import type { Tree } from '../../text/tree.ts';

/**
 * Findings about headers that are split, with places in the split files instead of the whole header, which is no file of
 * the tree any more: where the first of them has the comment or the line, else the header without a line.
 */
export function placesInSplit(
  findings: readonly Diagnostic[],
  tree: Pick<Tree, 'read'>,
  manifests: readonly Manifest[],
): readonly Diagnostic[] {
  return findings.map((finding) => {
    const moved = ({ place, ...rest }: Labelled): Labelled => {
      const manifest = manifests.find(({ header }) => header.value === place.file);
      return { ...rest, place: manifest === undefined ? place : inSplit(place, finding, tree, manifest) };
    };
    const [first, ...others] = finding.places;
    return { ...finding, places: [moved(first), ...others.map(moved)] };
  });
}

/** How often a text has the comment that a finding is about, by its first words. */
export function countComment(text: string, finding: Diagnostic, manifest: Manifest): number {
  return commentPlaces({ path: '', text }, finding, manifest).length;
}

function inSplit(place: Place, finding: Diagnostic, tree: Pick<Tree, 'read'>, manifest: Manifest): Place {
  if (place.line === 0) return place;
  const isOfComment = wordsOf(finding.message) !== null && finding.places[0].place === place;
  for (const file of [...filesOf(manifest), place.file]) {
    const text = tree.read(file) ?? '';
    if (isOfComment) {
      const [at] = commentPlaces({ path: file, text }, finding, manifest);
      if (at !== undefined) return at;
      continue;
    }
    const lines = text.split('\n').map((one) => one.replace(/\r$/, ''));
    const at = lines.indexOf(bytesOfText(place.sourceLine));
    if (at >= 0 && /\w/.test(place.sourceLine)) return { ...place, file, line: at + 1 };
  }
  return placeOfFile(place.file);
}

function commentPlaces(
  source: { readonly path: string; readonly text: string },
  { message }: Diagnostic,
  { annotations, brackets }: Manifest,
): readonly Place[] {
  const words = wordsOf(message);
  if (words === null) return [];
  const { comments } = parseHeader(source, { annotations, brackets });
  return comments
    .filter((comment) => wordsOf(commentName(comment, source.text)) === words)
    .map(({ span }) => placeOf(source, span));
}

/** What a message quotes of the comment that it begins with. */
function wordsOf(message: string): string | null {
  return /^the (?=[a-z ]*comment)[a-z ]* (".*?")/s.exec(message)?.[1] ?? null;
}
