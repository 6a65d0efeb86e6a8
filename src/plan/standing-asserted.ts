import type { Manifest } from '../manifest/manifest.ts';
import { findStatements } from '../model/body-assertions.ts';
import { commonAnnotations, withAnnotations } from '../parse/annotations.ts';
import { type AssertedFunction, parametersOf } from './assertion-parameters.ts';
import { placeOfName } from './assign.ts';
import { functionNames } from './placement.ts';
import type { StandingFunction } from './split-headers.ts';

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
    return [{ name, place: placeOfName(header, item, name), part, parameters, isPutIn }];
  });
}
