import type { Item } from '../../../model/header.ts';
import { excludes } from '../../../model/reading-order.ts';
import { closureOf } from '../include-graph.ts';
import type { IncludeInput } from '../include-input.ts';
import type { IncludedNames } from '../included-names.ts';
import { changedBy, type WordUses, wordUses } from '../word-uses.ts';
import { type OtherIncludes, otherIncludes } from './other-includes.ts';

/** What must come after an include, and what that brings for it: `reason` follows "this include", `label` the item. */
export type Follower = {
  readonly item: Item;
  /** The first of `names`. */
  readonly name: string;
  /** All that it has of the include. */
  readonly names: readonly string[];
  readonly reason: string;
  readonly label: string;
  /** It does not compile without the include. */
  readonly isNeeding: boolean;
};

/**
 * The items below an include that must not come before it: they use what it alone declares, or define or end a macro of
 * a name that it gives a meaning too. In the header's order, each item once.
 */
export function followersOf(
  input: IncludeInput,
  names: IncludedNames,
  include: Item,
  file: string,
): readonly Follower[] {
  const { header, facts, uses } = input;
  const own = names.declaredIn(closureOf(facts.graph, file, header.source.path));
  const found = new Map<Item, Follower>();
  const path = uses.steps[uses.stepOfItem[include.index] ?? -1]?.path ?? [];
  for (const { at, needed, changed } of stepsConcerned(input, names, include, file)) {
    const step = uses.steps[at];
    if (step === undefined || excludes(path, step.path)) continue;
    const items = step.kind === 'item' ? [step.item] : header.items.slice(step.first, step.last + 1);
    const used = needed.length > 0 ? needed : changed;
    for (const item of items) {
      if (item.index <= include.index || found.has(item)) continue;
      const ends = step.kind === 'item' ? changedBy(item) : null;
      const [name] = used;
      if (name !== undefined) {
        const reason = needed.length === 0 ? `uses '${name}', which it changes` : `needs it for '${name}'`;
        found.set(item, { item, name, names: used, reason, label: 'used here', isNeeding: true });
      } else if (ends !== null && own.has(ends)) {
        const reason = `changes '${ends}' after it`;
        found.set(item, { item, name: ends, names: [ends], reason, label: 'below it', isNeeding: false });
      }
    }
  }
  return [...found.values()].sort((a, b) => a.item.index - b.item.index);
}

/** A step that has to do with an include: by the words that it needs of that alone, and those that it has changed by it. */
type Concerned = { readonly at: number; readonly needed: readonly string[]; readonly changed: readonly string[] };
type Hit = { readonly word: string; readonly place: number };

/** In the header's order, the words of each in their order. */
function stepsConcerned(input: IncludeInput, names: IncludedNames, include: Item, file: string): readonly Concerned[] {
  const { header, facts, uses } = input;
  const { using, changing, others } = asked(input, names);
  const files = closureOf(facts.graph, file, header.source.path);
  const spoken = names.spokenIn(files);
  const hits = new Map<number, { readonly needed: Hit[]; readonly changed: Hit[] }>();
  const hit = (step: number): { readonly needed: Hit[]; readonly changed: Hit[] } => {
    const known = hits.get(step) ?? { needed: [], changed: [] };
    hits.set(step, known);
    return known;
  };
  for (const word of names.declaredIn(files)) {
    for (const step of changing.get(word) ?? []) hit(step);
    if (uses.providers.has(word) || others.declare(word, include)) continue;
    for (const { step, place } of using.get(word) ?? [])
      if (spoken.has(word) || (uses.usedBy[step]?.evaluated.has(word) ?? false)) hit(step).needed.push({ word, place });
  }
  for (const word of names.macrosIn([...files].filter((one) => !others.bring(one, include))))
    if (!uses.events.has(word))
      for (const { step, place } of using.get(word) ?? []) hit(step).changed.push({ word, place });
  return [...hits.entries()]
    .sort(([a], [b]) => a - b)
    .map(([at, { needed, changed }]) => ({ at, needed: inOrder(needed), changed: inOrder(changed) }));
}

function inOrder(hits: readonly Hit[]): readonly string[] {
  return [...hits].sort((a, b) => a.place - b.place).map(({ word }) => word);
}

type Asked = WordUses & { readonly others: OtherIncludes };

/** Every include of a header asks for the same. */
const known = new WeakMap<IncludeInput, Asked>();

function asked(input: IncludeInput, names: IncludedNames): Asked {
  const answer = known.get(input) ?? { ...wordUses(input.header, input.uses), others: otherIncludes(input, names) };
  known.set(input, answer);
  return answer;
}
