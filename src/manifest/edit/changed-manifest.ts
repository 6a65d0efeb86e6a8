import { span } from '../../text/span.ts';
import type { DeclarationEntry, Manifest, PrototypeEntry } from '../manifest.ts';
import type { ManifestChange } from './manifest-change.ts';
import { type NewEntry, planMapping } from './planned-mapping.ts';

/**
 * What the manifest should say after the changes, entries in order. Its places and its source are still the old ones.
 */
export function changedManifest(manifest: Manifest, changes: readonly ManifestChange[]): Manifest {
  const prototypes = changes.filter(({ section }) => section === 'prototypes');
  const declarations = changes.filter(({ section }) => section === 'declarations');
  return {
    ...manifest,
    prototypes: changedEntries<PrototypeEntry>(
      manifest.prototypes,
      prototypes,
      (entry, part) => ({ ...entry, part }),
      ({ part }) => ({ span: NOWHERE, part, assert: true, comment: null, why: null, assertWhy: null }),
    ),
    declarations: changedEntries<DeclarationEntry>(
      manifest.declarations,
      declarations,
      (entry, value) => ({ ...entry, value }),
      ({ part }) => ({ span: NOWHERE, value: part, comment: null }),
    ),
  };
}

/** Whether two manifests say the same in the same order, wherever it stands. */
export function sameContent(a: Manifest, b: Manifest): boolean {
  return contentOf(a) === contentOf(b);
}

const NOWHERE = span(0, 0);

function changedEntries<Entry>(
  old: ReadonlyMap<string, Entry>,
  changes: readonly ManifestChange[],
  assigned: (entry: Entry, part: string) => Entry,
  made: (added: NewEntry) => Entry,
): ReadonlyMap<string, Entry> {
  const parts = new Map(changes.flatMap((change) => (change.kind === 'assign' ? [[change.name, change.part]] : [])));
  const fresh = (added: readonly NewEntry[]) => added.map((one): [string, Entry] => [one.name, made(one)]);
  const plan = planMapping(
    [...old.entries()].map(([name, entry]) => [name, { name, entry }] as const),
    changes,
  );
  const result = plan.entries.flatMap(({ entry: { name, entry }, stays, before, behind }): [string, Entry][] => {
    if (!stays) return [];
    const part = parts.get(name);
    return [...fresh(before), [name, part === undefined ? entry : assigned(entry, part)], ...fresh(behind)];
  });
  return new Map([...result, ...fresh(plan.alone)]);
}

function contentOf(manifest: Manifest): string {
  return JSON.stringify(manifest, (key, value: unknown) => {
    if (key === 'source' || key === 'span') return undefined;
    return value instanceof Map ? [...value.entries()] : value;
  });
}
