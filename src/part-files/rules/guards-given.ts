import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { placeOf } from '../../text/place.ts';
import type { SplitHeaders } from '../split-headers.ts';
import { isMisdefined } from './guard-definitions.ts';
import { placeOfGuard } from './place-of-guard.ts';

/** Law: a part file whose guard the manifest gives has that one. `#pragma once` needs none. */
export function checkGivenGuards({ parts }: SplitHeaders, manifest: Manifest): readonly Diagnostic[] {
  return manifest.parts.flatMap(({ name, file, guard, span }) => {
    const header = parts.get(file);
    if (guard === null || !header || header.guard.kind === 'once' || isMisdefined(header)) return [];
    if (header.guard.kind === 'macro' && header.guard.name === guard) return [];
    const given = { place: placeOf(manifest.source, span), label: `part '${name}', whose guard is ${guard}` };
    const is = header.guard.kind === 'macro' ? `the guard of ${file} is ${header.guard.name}` : `${file} has no guard`;
    const message = `${is}, but the manifest says ${guard}`;
    return [diagnostic('guard-differs', message, placeOfGuard(header), given)];
  });
}
