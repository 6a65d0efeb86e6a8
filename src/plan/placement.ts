import type { Item } from '../model/header.ts';

/**
 * Where an item goes: a part, the wrapper after the parts, or nowhere. `manifest` is what the maintainer said and is
 * never overruled; `rule` follows from one of the design's rules; `name` is that a macro goes with the function of its name,
 * unless the split cannot be made so; `default` is the shared part, for want of a reason.
 */
export type Placement = { readonly target: Target; readonly by: 'manifest' | 'rule' | 'name' | 'default' };

export type Target =
  | { readonly kind: 'part'; readonly part: string }
  | { readonly kind: 'wrapper' }
  | { readonly kind: 'drop' };

/** By item index. */
export type Placements = readonly Placement[];

export function partTarget(part: string): Target {
  return { kind: 'part', part };
}

/** What tells two targets apart. */
export function targetKey(target: Target): string {
  return target.kind === 'part' ? `part ${target.part}` : target.kind;
}

export function partOf(placements: Placements, index: number): string | null {
  const target = placements[index]?.target;
  return target?.kind === 'part' ? target.part : null;
}

/** The functions that an item declares or defines, by name. */
export function functionNames(item: Item): readonly string[] {
  return item.content.kind === 'declaration' ? item.content.declaration.functions.map(({ name }) => name) : [];
}

/** Every name by which the manifest's `declarations` can mean the item: macro, typedef, tag, enumerator, variable. */
export function otherNames(item: Item): readonly string[] {
  switch (item.content.kind) {
    case 'declaration':
      return item.content.declaration.others.map(({ name }) => name);
    case 'directive': {
      const { directive } = item.content;
      return directive.kind === 'define' || directive.kind === 'undef' ? [directive.name] : [];
    }
    case 'disabled':
    case 'broken':
      return [];
  }
}
