import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { splitLines } from '../../diff/line-diff.ts';
import type { SourceText } from '../../text/source-text.ts';
import { type PatchHunk, unfit } from './patch-hunks.ts';

export type AppliedHunks = { readonly after: string; readonly findings: readonly Diagnostic[] };

/**
 * A text with the hunks of a patch applied. A hunk that does not fit at its line goes to the one place where it does; all
 * its lines must be there. With a finding, `after` is of no use.
 */
export function applyHunks(source: SourceText, hunks: readonly PatchHunk[], patch: SourceText): AppliedHunks {
  const lines = splitLines(source.text);
  const after: string[] = [];
  let done = 0;
  let drift = 0;
  for (const hunk of hunks) {
    const expected = hunk.start + drift;
    const places = expected >= done && fits(lines, hunk, expected) ? [expected] : fittingPlaces(lines, hunk, done);
    const [at, second] = places;
    if (at === undefined || second !== undefined) {
      const where = second === undefined ? 'nowhere' : 'in several places';
      return { after: source.text, findings: [unfit(`this hunk fits ${where} in ${source.path}`, patch, hunk.at)] };
    }
    after.push(...lines.slice(done, at), ...hunk.now);
    done = at + hunk.old.length;
    drift = at - hunk.start;
  }
  return { after: [...after, ...lines.slice(done)].join(''), findings: [] };
}

function fits(lines: readonly string[], { old, atEnd }: PatchHunk, at: number): boolean {
  if (atEnd && at + old.length < lines.length) return false;
  return at + old.length <= lines.length && old.every((line, index) => lines[at + index] === line);
}

/** Where a hunk fits; one without old lines fits only where it says. */
function fittingPlaces(lines: readonly string[], hunk: PatchHunk, from: number): readonly number[] {
  if (hunk.old.length === 0) return [];
  return [...lines.keys()].filter((at) => at >= from && fits(lines, hunk, at));
}
