import type { Item } from '../../../model/header.ts';
import { filesBrought } from '../files-brought.ts';
import { closureOf } from '../include-graph.ts';
import type { IncludeInput } from '../include-input.ts';
import type { IncludedNames } from '../included-names.ts';
import type { Obstacle } from './include-obstacle.ts';

/** An include that goes elsewhere than to the shared part, and the files that it brings in there. */
export type MovedInclude = {
  readonly item: Item;
  readonly files: ReadonlySet<string>;
  /** For messages: a part in quotes, or the wrapper. */
  readonly where: string;
  /** What it must not come before. */
  readonly because: readonly Item[];
};

/** Those that were moved so far, in order; found by the names that their files have to do with. */
export type MovedIncludes = {
  readonly byItem: ReadonlyMap<Item, MovedInclude>;
  /** Macro -> those that define or undefine it. */
  readonly defining: ReadonlyMap<string, readonly MovedInclude[]>;
  /** Name -> those with a file that declares or tests it and defines no macro of that name. */
  readonly speaking: ReadonlyMap<string, readonly MovedInclude[]>;
};

/** None at first; `add` puts one behind the others. */
export function movedIncludes(names: IncludedNames): MovedIncludes & { readonly add: (one: MovedInclude) => void } {
  const byItem = new Map<Item, MovedInclude>();
  const defining = new Map<string, MovedInclude[]>();
  const speaking = new Map<string, MovedInclude[]>();
  const add = (one: MovedInclude): void => {
    byItem.set(one.item, one);
    for (const name of names.macrosIn(one.files)) addTo(defining, name, one);
    for (const name of namesSpoken(names, one.files)) addTo(speaking, name, one);
  };
  return { byItem, defining, speaking, add };
}

function addTo(found: Map<string, MovedInclude[]>, name: string, one: MovedInclude): void {
  const known = found.get(name);
  if (known) known.push(one);
  else found.set(name, [one]);
}

/** What one of the files declares or tests without defining a macro of that name. */
function namesSpoken(names: IncludedNames, files: Iterable<string>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const file of files) {
    const macros = names.macrosIn([file]);
    for (const spoken of [names.declaredIn([file]), names.testedIn([file])])
      for (const name of spoken) if (!macros.has(name)) found.add(name);
  }
  return found;
}

/**
 * The moved includes that a later one has to follow: a macro of the one hits what the other declares or tests, so that
 * their order matters.
 */
export function orderAmongIncludes(
  input: IncludeInput,
  names: IncludedNames,
  moved: MovedIncludes,
  file: string,
): readonly Obstacle[] {
  if (moved.byItem.size === 0) return [];
  const own = closureOf(input.facts.graph, file, input.header.source.path);
  return concerned(names, moved, own).flatMap(({ item, where, files }) => {
    const apart = [
      new Set([...own].filter((one) => !files.has(one))),
      new Set([...files].filter((one) => !own.has(one))),
    ] as const;
    const name = macroHitting(names, apart[0], apart[1]) ?? macroHitting(names, apart[1], apart[0]);
    if (name === null) return [];
    const message = `the order of the two decides what '${name}' means`;
    return [{ item, message, label: `goes to ${where}`, isNeeded: false }];
  });
}

/** The moved includes of which a macro may hit what the files declare or test, or the other way round. */
function concerned(
  names: IncludedNames,
  { defining, speaking }: MovedIncludes,
  files: ReadonlySet<string>,
): readonly MovedInclude[] {
  const found = new Set<MovedInclude>();
  for (const name of names.macrosIn(files)) for (const one of speaking.get(name) ?? []) found.add(one);
  for (const name of namesSpoken(names, files)) for (const one of defining.get(name) ?? []) found.add(one);
  return [...found].sort((a, b) => a.item.index - b.item.index);
}

/** A macro that the files `defining` define and the files `speaking` declare or test, without defining it themselves. */
function macroHitting(
  names: IncludedNames,
  defining: ReadonlySet<string>,
  speaking: ReadonlySet<string>,
): string | null {
  const macros = names.macrosIn(defining);
  if (macros.size === 0) return null;
  const [declared, tested] = [names.declaredIn(speaking), names.testedIn(speaking)];
  const ownMacros = names.macrosIn(speaking);
  return [...macros].find((name) => (declared.has(name) || tested.has(name)) && !ownMacros.has(name)) ?? null;
}

/**
 * Include -> a type or macro that the files of a later include use and that, of all that stands above it, only this include
 * declares: the included file is not made to be read alone. In the header's order.
 */
export function includesLacked(input: IncludeInput, names: IncludedNames, later: string): ReadonlyMap<Item, string> {
  const own = closureOf(input.facts.graph, later, input.header.source.path);
  const declared = names.declaredIn(own);
  const speaking = firstSpeaking(input, names);
  const found = new Map<Item, string>();
  for (const word of names.wordsIn(own)) {
    const item = declared.has(word) || input.uses.providers.has(word) ? undefined : speaking.get(word);
    if (item && !found.has(item)) found.set(item, word);
  }
  return new Map([...found].sort(([a], [b]) => a.index - b.index));
}

/** Type or macro -> the include that is the first to declare it. */
function firstSpeaking(input: IncludeInput, names: IncludedNames): ReadonlyMap<string, Item> {
  const answer = known.get(input) ?? findFirstSpeaking(input, names);
  known.set(input, answer);
  return answer;
}

/** Every include of a header asks for the same. */
const known = new WeakMap<IncludeInput, ReadonlyMap<string, Item>>();

function findFirstSpeaking({ header, facts }: IncludeInput, names: IncludedNames): ReadonlyMap<string, Item> {
  const seen = new Set<string>();
  const found = new Map<string, Item>();
  for (const [item, files] of filesBrought(header, facts, header.items)) {
    const spoken = names.spokenIn(files);
    for (const name of names.declaredIn(files)) {
      if (!seen.has(name) && spoken.has(name)) found.set(name, item);
      seen.add(name);
    }
  }
  return found;
}
