import type { Manifest } from '../manifest/manifest.ts';
import { commonAnnotations, withAnnotations } from '../parse/declarations/annotations.ts';
import { type StatementsBefore, statementsIn } from '../plan/definitions/statements-before.ts';
import type { Origin } from './regeneration-input.ts';

/**
 * What the functions of a split tree held before the header was split. A function of a part file stood in the header
 * then. `origin` is asked for at the first question; without one, nothing is known to have stood anywhere.
 */
export function statementsBeforeSplit(
  origin: () => Pick<Origin, 'header' | 'read'> | null,
  manifests: readonly Manifest[],
): StatementsBefore {
  const ofHeader = new Set(manifests.flatMap(({ header, parts }) => [header.value, ...parts.map(({ file }) => file)]));
  const annotations = withAnnotations(
    commonAnnotations,
    manifests.flatMap((manifest) => manifest.annotations),
  );
  const names = new Set(
    manifests.flatMap(({ prototypes, functions }) => [
      ...prototypes.keys(),
      ...[...functions.values()].flatMap((ofFile) => [...ofFile.keys()]),
    ]),
  );
  return statementsIn(
    () => {
      const then = origin();
      return then && ((path) => (ofHeader.has(path) ? then.header : then.read(path)));
    },
    annotations,
    names,
  );
}
