import type { Diagnostic, Labelled } from '../../diagnostics/diagnostic.ts';
import { type Place, placeOfFile } from '../../text/place.ts';
import { bytesOfText } from '../../text/source-text.ts';
import type { ManifestPair } from './topics.ts';

/**
 * Findings with places in manifests that somebody has: between two patches a manifest is neither as it was nor as it is
 * today. The same line today, the nearest of several, else the same line before, else today's file as a whole.
 */
export function placesInManifests(
  findings: readonly Diagnostic[],
  pairs: readonly ManifestPair[],
): readonly Diagnostic[] {
  const moved = ({ place, ...rest }: Labelled): Labelled => {
    const pair = pairs.find(({ was }) => was.source.path === place.file);
    return { ...rest, place: pair === undefined ? place : inManifest(place, pair) };
  };
  return findings.map((finding) => {
    const [first, ...others] = finding.places;
    return { ...finding, places: [moved(first), ...others.map(moved)] };
  });
}

function inManifest(place: Place, { was, now }: ManifestPair): Place {
  const wanted = bytesOfText(place.sourceLine);
  for (const { path, text } of place.line === 0 ? [] : [now.source, was.source]) {
    const [nearest] = text
      .split('\n')
      .flatMap((line, at) => (line.replace(/\r$/, '') === wanted ? [at + 1] : []))
      .sort((a, b) => Math.abs(a - place.line) - Math.abs(b - place.line));
    if (nearest !== undefined) return { ...place, file: path, line: nearest };
  }
  return placeOfFile(now.source.path);
}
