import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { partsIn } from '../../manifest/part-lookup.ts';
import { renameGuard } from '../../model/guard.ts';
import type { Header } from '../../model/header.ts';
import { guardName } from '../../plan/guard-names.ts';
import { placeOf } from '../../text/place.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import type { Scope } from '../scope.ts';

export type GuardChange = { readonly edits: readonly TextEdit[]; readonly findings: readonly Diagnostic[] };

export type GuardInput = {
  /** A part file. */
  readonly header: Header;
  readonly wrapper: Header;
  readonly was: Manifest;
  readonly now: Manifest;
  /** Its path now. */
  readonly path: string;
  /** Today's guard goes in whatever stands there. */
  readonly scope: Scope;
};

/** Renames the guard of a part file where the manifest's edit gives it another name. */
export function changeGuard({ header, wrapper, was, now, path, scope }: GuardInput): GuardChange {
  const { guard, source } = header;
  if (guard.kind !== 'macro') return { edits: [], findings: [] };
  const [before, after] = [guardName(wrapper, source.path, was.parts), guardName(wrapper, path, now.parts)];
  const isGiven = partsIn(now, path).some(({ guard: given }) => given !== null);
  const isWanted = before !== after || (scope === 'all' && isGiven);
  if (!isWanted || guard.name === after) return { edits: [], findings: [] };
  if (guard.name !== before && scope === 'edited') {
    const [part] = partsIn(now, path);
    const message = `the guard was changed by hand to ${guard.name}, and the manifest changes it from ${before} to ${after}`;
    const asked = part ? [{ place: placeOf(now.source, part.span), label: 'by this part' }] : [];
    return {
      edits: [],
      findings: [diagnostic('hand-edit-contradicts', message, placeOf(source, guard.open), ...asked)],
    };
  }
  const edits = [guard.open, guard.close].map((span) => ({
    span,
    insert: renameGuard(source.text, span, guard.name, after),
  }));
  return { edits, findings: [] };
}
