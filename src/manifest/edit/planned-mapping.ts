import { bytesOfText } from '../../text/source-text.ts';
import type { YamlEntry, YamlMap } from '../yaml/yaml-node.ts';
import type { ManifestChange } from './manifest-change.ts';

export type NewEntry = { readonly name: string; readonly part: string };

/** An entry of the mapping, in its order, and what comes right before and behind it. Beside one that goes comes nothing. */
export type PlannedEntry<Entry> = {
  readonly entry: Entry;
  readonly stays: boolean;
  readonly before: readonly NewEntry[];
  readonly behind: readonly NewEntry[];
};

export type PlannedMapping<Entry> = {
  readonly entries: readonly PlannedEntry<Entry>[];
  /** The new entries of a mapping in which no old one stays. */
  readonly alone: readonly NewEntry[];
};

/** Where in a mapping with these names, in this order, the changes take away and add. */
export function planMapping<Entry>(
  named: readonly (readonly [name: string, entry: Entry])[],
  changes: readonly ManifestChange[],
): PlannedMapping<Entry> {
  const gone = new Set(changes.flatMap(({ kind, name }) => (kind === 'remove' ? [name] : [])));
  const names = new Set(named.flatMap(([name]) => (gone.has(name) ? [] : [name])));
  const last = named.findLast(([name]) => names.has(name))?.[0] ?? null;
  const before = new Map<string, NewEntry[]>();
  const behind = new Map<string, NewEntry[]>();
  const alone: NewEntry[] = [];
  for (const change of changes) {
    if (change.kind !== 'add') continue;
    const { side, name } = change.beside ?? { side: 'behind', name: last };
    if (name === null) alone.push(change);
    else if (!names.has(name)) throw new Error(`an entry cannot be put beside '${name}', which does not stay`);
    else {
      const group = side === 'before' ? before : behind;
      const beside = group.get(name);
      if (beside) beside.push(change);
      else group.set(name, [change]);
    }
  }
  return {
    entries: named.map(([name, entry]) => ({
      entry,
      stays: !gone.has(name),
      before: before.get(name) ?? [],
      behind: behind.get(name) ?? [],
    })),
    alone,
  };
}

/** The entries of a section with their names as bytes. */
export function namedEntries({ entries }: YamlMap): readonly (readonly [string, YamlEntry])[] {
  return entries.map((entry) => [bytesOfText(entry.key), entry]);
}
