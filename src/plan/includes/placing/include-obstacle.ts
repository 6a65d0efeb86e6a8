import type { Item } from '../../../model/header.ts';
import { parseHeader } from '../../../model/lower-header.ts';
import { excludes, type Path } from '../../../model/reading-order.ts';
import { referencesOf } from '../../../model/references.ts';
import { isKeyword } from '../../../parse/tokens/keywords.ts';
import { lex, lexRange } from '../../../parse/tokens/lex.ts';
import { tokenText } from '../../../parse/tokens/token.ts';
import { rememberTexts } from '../../../text/remember-texts.ts';
import { compileWords, type WordSearch } from '../../../text/word-search.ts';
import { functionNames, otherNames, partOf } from '../../placement.ts';
import { filesBrought } from '../files-brought.ts';
import type { IncludeInput } from '../include-input.ts';

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
export function obstaclesAbove(input: IncludeInput, include: Item): readonly Obstacle[] {
  const { uses, tree } = input;
  const { functions, assigned, users, broughtBy } = asked(input);
  const pathOf = ({ index }: Item): Path => uses.steps[uses.stepOfItem[index] ?? -1]?.path ?? [];
  const path = pathOf(include);
  const isAbove = (item: Item): boolean => item.index < include.index && !excludes(pathOf(item), path);
  const found = new Map<Item, Obstacle>();
  const add = (item: Item | undefined, message: string, label: string, isNeeded: boolean): void => {
    if (item && !found.has(item)) found.set(item, { item, message, label, isNeeded });
  };
  for (const one of broughtBy.get(include) ?? []) {
    const text = tree.read(one) ?? '';
    const named = functions.search.allIn(text);
    for (const name of named.length > 0 ? inlineCalls({ path: one, text }, named) : [])
      add(functions.items.get(name)?.findLast(isAbove), `${one} calls '${name}'`, 'declared here', true);
    const speaksOf = assigned.search.allIn(text);
    for (const name of speaksOf.length > 0 ? usesIn(text, speaksOf) : [])
      add(assigned.items.get(name)?.findLast(isAbove), `${one} uses '${name}'`, 'assigned to another part', true);
    for (const [name, word] of macrosChangedIn(text)) {
      if (word === 'define' && uses.events.has(name)) continue;
      for (const item of users.get(name) ?? [])
        if (isAbove(item)) add(item, `${one} has '#${word} ${name}'`, 'used here, above it', false);
    }
  }
  return [...found.values()];
}

/** What the items that go to another part than the shared one have to do with names. */
type Asked = {
  readonly functions: Named;
  readonly assigned: Named;
  /** Word -> the items that use it, in their order. */
  readonly users: ReadonlyMap<string, readonly Item[]>;
  /** Include -> the files that it brings in and no include above it: their guards keep them from coming again. */
  readonly broughtBy: ReadonlyMap<Item, readonly string[]>;
};

type Named = { readonly items: ReadonlyMap<string, readonly Item[]>; readonly search: WordSearch };

/** Every include asks for the same. */
const known = new WeakMap<IncludeInput, Asked>();

function asked(input: IncludeInput): Asked {
  const before = known.get(input);
  if (before) return before;
  const { header, manifest, placements, uses } = input;
  const elsewhere = header.items.filter(
    ({ index }) => (partOf(placements, index) ?? manifest.shared) !== manifest.shared,
  );
  const users = new Map<string, Item[]>();
  for (const item of elsewhere) {
    const step = uses.stepOfItem[item.index] ?? -1;
    const conditions = (uses.steps[step]?.path ?? []).map(({ opens }) => opens);
    const words = [step, ...conditions].flatMap((at) => [...(uses.usedBy[at]?.words ?? [])]);
    for (const word of new Set(words)) if (!isKeyword(word)) addTo(users, word, item);
  }
  const answer = {
    functions: byName(elsewhere, functionNames),
    assigned: byName(elsewhere, (item) =>
      placements[item.index]?.by === 'manifest' && functionNames(item).length === 0 ? otherNames(item) : [],
    ),
    users,
    broughtBy: filesBrought(header, input.facts, header.items),
  };
  known.set(input, answer);
  return answer;
}

function byName(items: readonly Item[], namesOf: (item: Item) => readonly string[]): Named {
  const found = new Map<string, Item[]>();
  for (const item of items) for (const name of namesOf(item)) addTo(found, name, item);
  return { items: found, search: compileWords([...found.keys()]) };
}

function addTo(items: Map<string, Item[]>, name: string, item: Item): void {
  const known = items.get(name);
  if (known) known.push(item);
  else items.set(name, [item]);
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
const macrosChangedIn = rememberTexts((text): readonly (readonly [name: string, word: string])[] => {
  const found = text.matchAll(/^[ \t]*#[ \t]*(define|undef)[ \t]+([A-Za-z_]\w*)/gm);
  return [...found].map(([, word = '', name = '']) => [name, word] as const);
});
