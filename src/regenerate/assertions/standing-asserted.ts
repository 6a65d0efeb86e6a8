import type { Manifest } from '../../manifest/manifest.ts';
import { findStatements } from '../../model/bodies/body-assertions.ts';
import { commonAnnotations, withAnnotations } from '../../parse/declarations/annotations.ts';
import type { StandingFunction } from '../../part-files/split-headers.ts';
import { placeOfName } from '../../plan/assign.ts';
import type { AssertedFunction } from '../../plan/definitions/asserted-function.ts';
import { parametersOf } from '../../plan/definitions/assertion-parameters.ts';
import { functionNames } from '../../plan/placement.ts';

/** The inline functions of split headers in which a manifest asserts. */
export function standingAsserted(
  standing: readonly StandingFunction[],
  manifest: Manifest,
): readonly AssertedFunction[] {
  const annotations = withAnnotations(commonAnnotations, manifest.annotations);
  return standing.flatMap(({ name, header, item }): AssertedFunction[] => {
    const body = item.content.kind === 'declaration' ? item.content.declaration.body : null;
    const entry = manifest.prototypes.get(name);
    const part = manifest.parts.find((one) => one.name === entry?.part);
    const { text } = header.source;
    const parameters = parametersOf(text, item, annotations)[functionNames(item).indexOf(name)];
    if (body === null || !entry?.assert || !part || part.assert === null || !parameters) return [];
    const isPutIn = findStatements(text, body, [part.assert]).length === 0;
    return [{ name, place: placeOfName(header, item, name), part, parameters, source: header.source, body, isPutIn }];
  });
}
