import type { DiskTree } from '../io/tree/disk-tree.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { type StatementsBefore, writtenByPeople } from '../plan/definitions/statements-before.ts';
import type { Origin } from '../regenerate/regeneration-input.ts';
import { statementsBeforeSplit } from '../regenerate/statements-before-split.ts';
import { originOf } from './find-whole-header.ts';

/**
 * What functions held before a header was split, as git's history tells; that is read when something is asked. Without
 * git nobody can ever tell, so whatever stands in them may be written by hand.
 */
export function statementsInHistory(tree: DiskTree, manifest: Manifest): StatementsBefore {
  if (tree.repository === null) return writtenByPeople;
  let found: { readonly origin: Origin | null } | null = null;
  return statementsBeforeSplit(() => {
    if (found === null) {
      const lookup = originOf(tree, null, manifest, manifest);
      found = { origin: lookup.kind === 'origin' ? lookup.origin : null };
    }
    return found.origin;
  }, [manifest]);
}
