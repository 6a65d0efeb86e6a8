import type { Manifest, Part } from '../../manifest/manifest.ts';
import { partNamed } from '../../manifest/part-lookup.ts';
import { renamedParts } from '../changelog/renamed-parts.ts';
import { whyExempt, whyPlaced } from '../exempt.ts';

/** The manifest of a header before and after a change. */
export type ManifestPair = { readonly was: Manifest; readonly now: Manifest };

/** A function that goes to another part, or whose definition begins or stops to assert; or a declaration that goes. */
export type Reclassified = {
  readonly kind: 'function' | 'declaration';
  readonly name: string;
  readonly header: string;
  readonly from: Part;
  readonly to: Part;
  /** It stays in its part, which may have another name now. */
  readonly stays: boolean;
  readonly asserts: boolean;
  /** The reason for the change. */
  readonly why: string | null;
  /** That for not asserting what the new part asserts, where another change than this is told; null: none is given. */
  readonly whyExempt: string | null;
};

/** What one commit is about; several topics where the manifest's lines cannot be told apart. */
export type Topic = { readonly key: string; readonly functions: readonly Reclassified[] };

/**
 * The changes of some manifests by topic: functions that go to the same part for the same reason, in one header where no
 * reason is given. Declarations, whose entries have none, go with the first functions of their header that go there. In
 * the order of the manifests and their entries.
 */
export function reclassifications(pairs: readonly ManifestPair[]): readonly Topic[] {
  const topics = new Map<string, Reclassified[]>();
  for (const pair of pairs) {
    for (const one of changedIn(pair)) {
      const why = one.why ?? `in ${one.header}`;
      const key = keyOfCompany(topics, one) ?? [one.to.name, one.stays ? String(one.asserts) : '', why].join('\0');
      topics.set(key, [...(topics.get(key) ?? []), one]);
    }
  }
  return [...topics].map(([key, functions]) => ({ key, functions }));
}

function keyOfCompany(
  topics: ReadonlyMap<string, readonly Reclassified[]>,
  { kind, header, to }: Reclassified,
): string | null {
  const isCompany = (one: Reclassified): boolean => one.header === header && one.to.name === to.name && !one.stays;
  const found = kind === 'function' ? undefined : [...topics].find(([, own]) => own.some(isCompany));
  return found?.[0] ?? null;
}

/** Functions first. */
function changedIn(pair: ManifestPair): readonly Reclassified[] {
  const { was, now } = pair;
  const renamed = renamedParts(was, now);
  const isSame = (from: Part, to: Part): boolean => (renamed.get(from.name) ?? from.name) === to.name;
  return [...functionsIn(pair, isSame), ...declarationsIn(pair, isSame)];
}

type IsSamePart = (from: Part, to: Part) => boolean;

function functionsIn({ was, now }: ManifestPair, isSame: IsSamePart): readonly Reclassified[] {
  return [...now.prototypes].flatMap(([name, entry]): Reclassified[] => {
    const before = was.prototypes.get(name);
    const [from, to] = [partNamed(was, before?.part), partNamed(now, entry.part)];
    if (!before || !from || !to) return [];
    const hasAssertion = from.assert !== null || to.assert !== null;
    const stays = isSame(from, to);
    if (stays && (before.assert === entry.assert || !hasAssertion)) return [];
    const exempt = whyExempt(now, name);
    const [why, other] = stays ? [exempt ?? entry.why, null] : [whyPlaced(now, name), exempt];
    const about = { kind: 'function', name, header: now.header.value } as const;
    return [{ ...about, from, to, stays, asserts: entry.assert, why, whyExempt: other }];
  });
}

/** What is not listed is in the shared part. */
function declarationsIn({ was, now }: ManifestPair, isSame: IsSamePart): readonly Reclassified[] {
  const names = new Set([...was.declarations.keys(), ...now.declarations.keys()]);
  return [...names].flatMap((name): Reclassified[] => {
    const [from, to] = [was, now].map((one) => partNamed(one, one.declarations.get(name)?.value ?? one.shared));
    if (!from || !to || isSame(from, to)) return [];
    const about = { kind: 'declaration', name, header: now.header.value } as const;
    return [{ ...about, from, to, stays: false, asserts: true, why: null, whyExempt: null }];
  });
}
