import type { Item } from '../model/header.ts';
import { parseHeader } from '../model/lower-header.ts';
import { referencesOf } from '../model/references.ts';
import { isKeyword } from '../parse/keywords.ts';
import { lex, lexRange } from '../parse/lex.ts';
import { tokenText } from '../parse/token.ts';
import { wordsIn } from '../text/tree.ts';
import { closureOf } from './include-graph.ts';
import type { IncludeInput } from './include-input.ts';
import { includedFile } from './included-file.ts';
import { functionNames, otherNames, partOf } from './placement.ts';

export type Obstacle = { readonly item: Item; readonly message: string; readonly label: string };

/**
 * Why an include must not come before what stands above it and goes to another part, where the shared part would bring
 * it: a file that it brings in calls one of those functions in an inline function, uses a type or macro that is assigned
 * there, or defines or ends a macro that one of them uses. Null when it may.
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
  const assigned = new Map(
    above
      .filter((item) => placements[item.index]?.by === 'manifest' && functionNames(item).length === 0)
      .flatMap((item) => otherNames(item).map((name): [string, Item] => [name, item])),
  );
  const readBefore = new Set(filesAbove(input, include));
  for (const one of closureOf(facts.graph, file, header.source.path)) {
    if (readBefore.has(one)) continue;
    const text = tree.read(one) ?? '';
    const named = wordsIn(text, [...functions.keys()]);
    const caller = named.length > 0 ? inlineCall({ path: one, text }, named) : null;
    const callee = caller === null ? undefined : functions.get(caller);
    if (callee) return { item: callee, message: `${one} calls '${caller}'`, label: 'declared here' };
    const speaksOf = wordsIn(text, [...assigned.keys()]);
    const user = speaksOf.length > 0 ? firstUse(text, speaksOf) : null;
    const provider = user === null ? undefined : assigned.get(user);
    if (provider) return { item: provider, message: `${one} uses '${user}'`, label: 'assigned to another part' };
    for (const [name, word] of macrosChangedIn(text)) {
      const item = used.get(name);
      if (item && (word === 'undef' || !uses.events.has(name)))
        return { item, message: `${one} has '#${word} ${name}'`, label: 'used here, above it' };
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

/** The first of the names that stands in the text's code, conditions and macro bodies included. */
function firstUse(text: string, names: readonly string[]): string | null {
  for (const token of lex(text)) {
    const inner = token.kind === 'directive' ? lexRange(text, token.start, token.end) : [token];
    const found = inner.find((one) => one.kind === 'identifier' && names.includes(tokenText(text, one)));
    if (found) return tokenText(text, found);
  }
  return null;
}

/** Each macro that the text defines or undefines, with the directive. */
function macrosChangedIn(text: string): readonly (readonly [name: string, word: string])[] {
  const found = text.matchAll(/^[ \t]*#[ \t]*(define|undef)[ \t]+([A-Za-z_]\w*)/gm);
  return [...found].map(([, word = '', name = '']) => [name, word] as const);
}
