import type { Placements } from '../placement.ts';
import type { Uses } from './names-used.ts';
import { sectionOf, sectionsWithin } from './views.ts';

/** Who uses the macros that a header defines or undefines. */
export type MacroUsers = {
  /** In the order in which they are first defined or undefined. */
  readonly names: readonly string[];
  /** By step: the macros that it uses, as positions in `names`. */
  readonly usedAt: readonly (readonly number[])[];
  /** Macro -> the steps that use it, in order. */
  readonly stepsOf: ReadonlyMap<string, readonly number[]>;
  /** The sections in which a macro is used. They are looked up once: a new one may be missed until `forget`. */
  readonly sectionsUsing: (name: string) => ReadonlySet<string>;
  readonly forget: () => void;
};

export function macroUsers(uses: Uses, placements: Placements): MacroUsers {
  const names = [...uses.events.keys()];
  const positions = new Map(names.map((name, at) => [name, at]));
  const usedAt = uses.usedBy.map(({ words }, step) => {
    const all = new Set([...words, ...(uses.usedByInclude.get(step) ?? [])]);
    return [...all].flatMap((word) => positions.get(word) ?? []);
  });
  const stepsOf = new Map<string, number[]>(names.map((name) => [name, []]));
  usedAt.forEach((used, step) => {
    for (const at of used) stepsOf.get(names[at] ?? '')?.push(step);
  });
  const sections = new Map<string, ReadonlySet<string>>();
  const sectionsUsing = (name: string): ReadonlySet<string> => {
    const known = sections.get(name);
    if (known) return known;
    const found = new Set((stepsOf.get(name) ?? []).flatMap((at) => sectionsOfStep(uses, placements, at)));
    sections.set(name, found);
    return found;
  };
  return { names, usedAt, stepsOf, sectionsUsing, forget: () => sections.clear() };
}

export function sectionsOfStep(uses: Uses, placements: Placements, at: number): readonly string[] {
  const step = uses.steps[at];
  if (step?.kind === 'conditions') return sectionsWithin(placements, step.first, step.last);
  const section = step ? sectionOf(placements, step.item.index) : null;
  return section === null ? [] : [section];
}
