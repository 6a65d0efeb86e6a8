import type { Item } from '../../model/header.ts';
import { functionNames, otherNames } from '../../plan/placement.ts';
import { placeOf } from '../../text/place.ts';
import type { LearntSection } from './learn-parts.ts';

/** What a manifest says of the items of part files, and in a sentence each what it has no words for. */
export type LearntEntries = { readonly entries: ReadonlyMap<string, string>; readonly remarks: readonly string[] };

/**
 * The part of each item other than functions and includes that a split would send elsewhere: to the shared part, or
 * with the prototype of its name. An item goes by the first of its names that no item of another part has.
 */
export function learnDeclarations(sections: readonly LearntSection[], shared: string): LearntEntries {
  const functions = partsByName(sections, functionNames);
  const names = partsByName(sections, otherNames);
  const entries = new Map<string, string>();
  const remarks: string[] = [];
  for (const section of sections) {
    for (const item of section.items) {
      if (!isOther(item)) continue;
      const isMacro = item.content.kind === 'directive' || isMacroCall(item);
      const followed = isMacro ? otherNames(item).flatMap((name) => [...(functions.get(name) ?? [])])[0] : undefined;
      if (section.part === (followed ?? shared)) continue;
      const name = otherNames(item).find((one) => names.get(one)?.size === 1);
      if (name !== undefined) entries.set(name, section.part);
      else remarks.push(unnamed(section, item));
    }
  }
  return { entries, remarks };
}

function partsByName(
  sections: readonly LearntSection[],
  namesOf: (item: Item) => readonly string[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const parts = new Map<string, Set<string>>();
  for (const { part, items } of sections)
    for (const name of items.flatMap(namesOf)) parts.set(name, (parts.get(name) ?? new Set()).add(part));
  return parts;
}

function isOther(item: Item): boolean {
  const { content } = item;
  if (functionNames(item).length > 0) return false;
  return content.kind !== 'directive' || content.directive.kind !== 'include';
}

function isMacroCall({ content }: Item): boolean {
  return content.kind === 'declaration' && content.declaration.kind === 'macro-call';
}

function unnamed({ part, file }: LearntSection, item: Item): string {
  const { file: path, line } = placeOf(file.header.source, item.span);
  const why = otherNames(item).length === 0 ? 'it has no name' : `another part has something of its name`;
  return `${path}:${line} cannot be assigned to ${part}: ${why}.`;
}
