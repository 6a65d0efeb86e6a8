import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { placeOf } from '../text/place.ts';
import type { MemberUnit } from './member-units.ts';
import type { PlannedStruct } from './planned-struct.ts';

/** Comments that stood above several members and go with some of them, for the reviewer. */
export function headingsLeft({
  struct,
  definition: { source },
  units,
  divided,
}: Pick<PlannedStruct, 'struct' | 'definition' | 'units' | 'divided'>): readonly Diagnostic[] {
  return divided.parted.map(({ comment, left }) => {
    const names = left.flatMap((index) => namesAt(units, index));
    const message = `this comment no longer stands above ${names.join(', ')} of ${struct}`;
    return diagnostic('member-heading', message, placeOf(source, comment.span));
  });
}

function namesAt(units: readonly MemberUnit[], index: number): readonly string[] {
  return units.filter(({ items }) => items.some((item) => item.index === index)).flatMap(({ names }) => names);
}
