import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { placeOf } from '../../text/place.ts';

/** The patches of a series split and assert; the includes of users are not among them. */
export function usersLeftOut(manifests: readonly Manifest[]): readonly Diagnostic[] {
  return manifests.flatMap(({ source, header, users }) => {
    if (users === null || users.rewrite === 'none') return [];
    const message = `the users of ${header.value} keep their includes in the series`;
    return [diagnostic('users-not-in-series', message, placeOf(source, users.span))];
  });
}
