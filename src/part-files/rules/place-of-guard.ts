import type { Header } from '../../model/header.ts';
import { type Place, placeOf, placeOfFile } from '../../text/place.ts';

/** Where a header's guard names its macro first; the file where it has none. */
export function placeOfGuard({ guard, source }: Header): Place {
  if (guard.kind !== 'macro') return placeOfFile(source.path);
  const start = source.text.indexOf(guard.name, guard.open.start);
  return placeOf(source, { start, end: start + guard.name.length });
}
