import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import { contentAfter, contentBefore, type FileChange } from '../../diff/file-change.ts';
import { countOf } from '../../text/count-of.ts';
import { type Place, placeOfFile } from '../../text/place.ts';
import { isHeader } from '../../verify/edited-functions.ts';
import type { ProofPatch, UnitVerdict } from '../../verify/proof.ts';
import { placeIn } from './place-in.ts';
import type { Proving } from './proving.ts';
import { someOf } from './some-of.ts';

/**
 * Units whose source gets assertions and whose code is the same all the same: NDEBUG or a condition takes them out there, so
 * the proof says nothing of them.
 */
export function idleAssertions(
  { kind, title, changes }: ProofPatch,
  units: readonly UnitVerdict[],
  proving: Proving,
): readonly Diagnostic[] {
  if (kind !== 'assertions') return [];
  const edited = new Map(changes.filter(({ path }) => !isHeader(path)).map((one) => [one.path, one]));
  const of = units.filter(({ file }) => edited.has(file));
  const idle = of.filter(({ verdict }) => verdict === 'identical' || verdict === 'neutral');
  const first = edited.get(idle[0]?.file ?? '');
  if (first === undefined) return [];
  const which = idle.length === of.length && of.length > 1 ? `all ${of.length} units that get any` : namesOf(idle);
  const message = `the assertions of '${title}' compile to nothing in ${which}, as with NDEBUG: their object code is unchanged`;
  return [diagnostic('assertion-idle', message, placeOfFirst(first, proving))];
}

function namesOf(units: readonly UnitVerdict[]): string {
  return `${countOf(units.length, 'unit')} (${someOf(units.map(({ file }) => file))})`;
}

/** The first new line that is no `#include`. */
function placeOfFirst(change: FileChange, proving: Proving): Place {
  const known = new Set((contentBefore(change) ?? '').split('\n'));
  const lines = (contentAfter(change) ?? '').split('\n');
  const at = lines.findIndex((line) => !known.has(line) && !/^\s*(?:#|$)/.test(line));
  const file = `${proving.request.root}/${change.path}`;
  return at < 0 ? placeOfFile(change.path) : placeIn(proving, 'after', { file, line: at + 1, column: 0 });
}
