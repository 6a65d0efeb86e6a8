import type { Item } from '../../model/header.ts';
import { parseHeader } from '../../model/lower-header.ts';
import { excludes, type Path } from '../../model/reading-order.ts';
import { referencesOf } from '../../model/references.ts';
import { isKeyword } from '../../parse/tokens/keywords.ts';
import { lex, lexRange } from '../../parse/tokens/lex.ts';
import { tokenText } from '../../parse/tokens/token.ts';
import { wordsIn } from '../../text/tree.ts';
import { functionNames, otherNames, partOf } from '../placement.ts';
import { closureOf } from './include-graph.ts';
import type { IncludeInput } from './include-input.ts';
import { includedFile } from './included-file.ts';

/** What an include must not come before, and why: `message` is about the include, `label` about the item. */
export type Obstacle = {
  readonly item: Item;
  readonly message: string;
  readonly label: string;
  /** The include does not compile before it. Else it compiles, and a name may mean something else. */
  readonly isNeeded: boolean;
};

/**
 * What stands above an include, goes to another part than the shared one, and must not come after it: a file that the
 * include brings in calls such a function in an inline function, uses a type or macro that is assigned there, or defines
 * or ends a macro that is used there. In the files' order, each item once.
 */
export function obstaclesAbove(input: IncludeInput, include: Item, file: string): readonly Obstacle[] {
  const { header, manifest, placements, facts, uses, tree } = input;
  const pathOf = ({ index }: Item): Path => uses.steps[uses.stepOfItem[index] ?? -1]?.path ?? [];
  const above = header.items
    .slice(0, include.index)
    .filter((item) => (partOf(placements, item.index) ?? manifest.shared) !== manifest.shared)
    .filter((item) => !excludes(pathOf(item), pathOf(include)));
  if (above.length === 0) return [];
  const functions = new Map(above.flatMap((item) => functionNames(item).map((name): [string, Item] => [name, item])));
  const users = new Map<string, Item[]>();
  for (const item of above) {
    const conditions = pathOf(item).map(({ opens }) => opens);
    const words = [uses.stepOfItem[item.index] ?? -1, ...conditions].flatMap((at) => [
      ...(uses.usedBy[at]?.words ?? []),
    ]);
    for (const word of new Set(words)) {
      if (isKeyword(word)) continue;
      const known = users.get(word);
      if (known) known.push(item);
      else users.set(word, [item]);
    }
  }
  const assigned = new Map(
    above
      .filter((item) => placements[item.index]?.by === 'manifest' && functionNames(item).length === 0)
      .flatMap((item) => otherNames(item).map((name): [string, Item] => [name, item])),
  );
  const found = new Map<Item, Obstacle>();
  const add = (item: Item | undefined, message: string, label: string, isNeeded: boolean): void => {
    if (item && !found.has(item)) found.set(item, { item, message, label, isNeeded });
  };
  const readBefore = new Set(filesAbove(input, include));
  for (const one of closureOf(facts.graph, file, header.source.path)) {
    if (readBefore.has(one)) continue;
    const text = tree.read(one) ?? '';
    const named = wordsIn(text, [...functions.keys()]);
    for (const name of named.length > 0 ? inlineCalls({ path: one, text }, named) : [])
      add(functions.get(name), `${one} calls '${name}'`, 'declared here', true);
    const speaksOf = wordsIn(text, [...assigned.keys()]);
    for (const name of speaksOf.length > 0 ? usesIn(text, speaksOf) : [])
      add(assigned.get(name), `${one} uses '${name}'`, 'assigned to another part', true);
    for (const [name, word] of macrosChangedIn(text)) {
      if (word === 'define' && uses.events.has(name)) continue;
      for (const item of users.get(name) ?? [])
        add(item, `${one} has '#${word} ${name}'`, 'used here, above it', false);
    }
  }
  return [...found.values()];
}

/** Files that the includes above have brought in already: their guards keep them from coming again. */
function filesAbove(input: IncludeInput, include: Item): readonly string[] {
  const { header, facts } = input;
  return header.items.slice(0, include.index).flatMap((item) => {
    const file = includedFile(header, facts, item);
    return file === null ? [] : [...closureOf(facts.graph, file, header.source.path)];
  });
}

/** Those of the names that an inline function or an initializer of the text uses. */
function inlineCalls(
  source: { readonly path: string; readonly text: string },
  names: readonly string[],
): readonly string[] {
  const wanted = new Set(names);
  return parseHeader(source).items.flatMap((item) => {
    const { evaluated } = referencesOf(source.text, item);
    const declared = new Set([...functionNames(item), ...otherNames(item)]);
    return [...evaluated].filter((name) => wanted.has(name) && !declared.has(name));
  });
}

/** Those of the names that stand in the text's code, conditions and macro bodies included. */
function usesIn(text: string, names: readonly string[]): readonly string[] {
  const wanted = new Set(names);
  const tokens = lex(text).flatMap((token) =>
    token.kind === 'directive' ? lexRange(text, token.start, token.end) : [token],
  );
  return tokens.flatMap((token) => {
    const word = token.kind === 'identifier' ? tokenText(text, token) : '';
    return wanted.has(word) ? [word] : [];
  });
}

/** Each macro that the text defines or undefines, with the directive. */
function macrosChangedIn(text: string): readonly (readonly [name: string, word: string])[] {
  const found = text.matchAll(/^[ \t]*#[ \t]*(define|undef)[ \t]+([A-Za-z_]\w*)/gm);
  return [...found].map(([, word = '', name = '']) => [name, word] as const);
}
