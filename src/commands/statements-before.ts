import type { DiskTree } from '../io/tree/disk-tree.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { parseHeader } from '../model/lower-header.ts';
import { type RepeatedBefore, repeatedIn, repeatedNotKnown } from '../part-files/repeated-before.ts';
import { type StatementsBefore, writtenByPeople } from '../plan/definitions/statements-before.ts';
import type { Origin } from '../regenerate/regeneration-input.ts';
import { statementsBeforeSplit } from '../regenerate/statements-before-split.ts';
import { originOf } from './find-whole-header.ts';

/** What stood in a header and in its functions before it was split. */
export type History = { readonly statements: StatementsBefore; readonly repeated: RepeatedBefore };

/**
 * As git's history tells, which is read when something is asked. Without git nobody can ever tell, so whatever stands in
 * a function may be written by hand.
 */
export function historyOf(tree: DiskTree, manifest: Manifest): History {
  if (tree.repository === null) return { statements: writtenByPeople, repeated: repeatedNotKnown };
  let found: { readonly origin: Origin | null; readonly repeated: RepeatedBefore } | null = null;
  const look = (): NonNullable<typeof found> => {
    if (found !== null) return found;
    const lookup = originOf(tree, null, manifest, manifest);
    const origin = lookup.kind === 'origin' ? lookup.origin : null;
    found = { origin, repeated: repeatedBefore(origin, manifest) };
    return found;
  };
  return {
    statements: statementsBeforeSplit(() => look().origin, [manifest]),
    repeated: (name) => look().repeated(name),
  };
}

/** The part of it that is about the bodies of functions. */
export function statementsInHistory(tree: DiskTree, manifest: Manifest): StatementsBefore {
  return historyOf(tree, manifest).statements;
}

/** What the whole header declared twice; not known without one. */
export function repeatedBefore(origin: Origin | null, manifest: Manifest): RepeatedBefore {
  if (origin === null) return repeatedNotKnown;
  const { annotations, brackets } = manifest;
  return repeatedIn([parseHeader({ path: manifest.header.value, text: origin.header }, { annotations, brackets })]);
}
