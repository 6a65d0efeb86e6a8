import { type Diagnostic, diagnostic, withNext } from '../diagnostics/diagnostic.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { type Place, placeOf } from '../text/place.ts';
import { type AssignedFunction, describeNeighbours } from './assigned-neighbours.ts';

/** That a function, declared at `place`, has no part yet; its neighbours in the header say which it may be. */
export function unassigned(
  manifest: Manifest,
  place: Place,
  name: string,
  neighbours: readonly AssignedFunction[],
): Diagnostic {
  const entry = manifest.prototypes.get(name);
  const others = entry ? [{ place: placeOf(manifest.source, entry.span), label: 'listed here, without a part' }] : [];
  const finding = diagnostic('prototype-unassigned', `prototype '${name}' has no part`, place, ...others);
  const hint = describeNeighbours(neighbours) || `the parts are ${manifest.parts.map((part) => part.name).join(', ')}`;
  return withNext(finding, `Write '${name}: <part>' under 'prototypes'; ${hint}.`);
}
