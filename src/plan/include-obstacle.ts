import type { Item } from '../model/header.ts';
import { parseHeader } from '../model/lower-header.ts';
import { referencesOf } from '../model/references.ts';
import { isKeyword } from '../parse/keywords.ts';
import { wordsIn } from '../text/tree.ts';
import { closureOf } from './include-graph.ts';
import { includedFile } from './included-file.ts';
import type { IncludeInput } from './place-includes.ts';
import { functionNames, otherNames, partOf } from './placement.ts';

export type Obstacle = { readonly item: Item; readonly message: string; readonly label: string };

/**
 * Why an include must not come before the prototypes above it, where the shared part would bring it: a file that it
 * brings in calls one of them in an inline function, or defines a macro that one of them uses. Null when it may.
 */
export function obstacleAbove(input: IncludeInput, include: Item, file: string): Obstacle | null {
  const { header, manifest, placements, facts, uses, tree } = input;
  const above = header.items
    .slice(0, include.index)
    .filter((item) => (partOf(placements, item.index) ?? manifest.shared) !== manifest.shared);
  if (above.length === 0) return null;
  const functions = new Map(above.flatMap((item) => functionNames(item).map((name): [string, Item] => [name, item])));
  const used = new Map<string, Item>();
  for (const item of above) {
    const references = uses.usedBy[uses.stepOfItem[item.index] ?? -1];
    for (const word of references?.words ?? []) if (!used.has(word) && !isKeyword(word)) used.set(word, item);
  }
  const readBefore = new Set(filesAbove(input, include));
  for (const one of closureOf(facts.graph, file, header.source.path)) {
    if (readBefore.has(one)) continue;
    const text = tree.read(one) ?? '';
    const named = wordsIn(text, [...functions.keys()]);
    const caller = named.length > 0 ? inlineCall({ path: one, text }, named) : null;
    const callee = caller === null ? undefined : functions.get(caller);
    if (callee) return { item: callee, message: `${one} calls '${caller}'`, label: 'declared here' };
    for (const name of macrosDefinedIn(text)) {
      const item = used.get(name);
      if (item && !uses.events.has(name))
        return { item, message: `${one} defines '${name}'`, label: 'used here, above it' };
    }
  }
  return null;
}

/** Files that the includes above have brought in already: their guards keep them from coming again. */
function filesAbove(input: IncludeInput, include: Item): readonly string[] {
  const { header, facts } = input;
  return header.items.slice(0, include.index).flatMap((item) => {
    const file = includedFile(header, facts, item);
    return file === null ? [] : [...closureOf(facts.graph, file, header.source.path)];
  });
}

/** The first of the names that an inline function or an initializer of the text uses. */
function inlineCall(source: { readonly path: string; readonly text: string }, names: readonly string[]): string | null {
  for (const item of parseHeader(source).items) {
    const { evaluated } = referencesOf(source.text, item);
    const declared = new Set([...functionNames(item), ...otherNames(item)]);
    const name = names.find((one) => evaluated.has(one) && !declared.has(one));
    if (name !== undefined) return name;
  }
  return null;
}

function macrosDefinedIn(text: string): readonly string[] {
  return [...text.matchAll(/^[ \t]*#[ \t]*(?:define|undef)[ \t]+([A-Za-z_]\w*)/gm)].map((match) => match[1] ?? '');
}
