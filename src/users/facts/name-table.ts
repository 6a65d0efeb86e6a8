import type { Names } from '../../scan/names.ts';
import type { Tree } from '../../text/tree.ts';
import { type DeclaredName, declaredNames } from './declared-names.ts';
import type { FileFacts, Piece } from './file-facts.ts';

/** What the marked files declare: those that a narrower include may no longer bring. */
export type NameTable = {
  /** By number of the name: who declares it; undefined for a name of no marked file. */
  readonly declared: ReadonlyMap<number, readonly Declared[]>;
  readonly structs: readonly Struct[];
  /** Whether a name is declared, fast. */
  readonly has: (name: number) => boolean;
  readonly isMacro: (name: number) => boolean;
  /** The declared names that begin, or end, with a piece of a name. */
  readonly matching: (piece: Omit<Piece, 'at'>) => readonly number[];
};

export type Declared = Pick<DeclaredName, 'kind' | 'hasBody'> & {
  /** Index among the marked files. */
  readonly mark: number;
};

/** A struct with its members, and the names by which code may come by one. */
export type Struct = {
  readonly name: number;
  readonly members: ReadonlySet<number>;
  readonly knownBy: ReadonlySet<number>;
};

export function nameTable(tree: Pick<Tree, 'read'>, marked: readonly string[], names: Names): NameTable {
  const declared = new Map<number, Declared[]>();
  const mentions = new Map<number, Set<number>>();
  const members = new Map<number, Set<number>>();
  for (const [mark, path] of marked.entries()) {
    const text = tree.read(path);
    if (text === null) continue;
    for (const one of declaredNames({ path, text })) {
      const number = names.numberOf(one.name);
      const entry = { mark, kind: one.kind, hasBody: one.hasBody };
      const others = declared.get(number);
      if (others) others.push(entry);
      else declared.set(number, [entry]);
      for (const word of one.mentions) addTo(mentions, names.numberOf(word), number);
      for (const word of one.members) addTo(members, number, names.numberOf(word));
    }
  }
  const spelt = [...declared.keys()].map((number) => [names.wordOf(number), number] as const);
  const isType = (name: number): boolean => declared.get(name)?.some(({ kind }) => kind === 'type') === true;
  const flags = new Uint8Array(names.count());
  for (const number of declared.keys()) flags[number] = 1;
  const isMacro = (name: number): boolean =>
    flags[name] === 1 && declared.get(name)?.some(({ kind }) => kind === 'macro') === true;
  return {
    declared,
    structs: [...members].map(([name, own]) => ({ name, members: own, knownBy: leadingTo(name, mentions, isType) })),
    has: (name) => flags[name] === 1,
    isMacro,
    matching: ({ text, side, ending, isMember }) =>
      spelt.flatMap(([word, number]) => {
        const known = text.length + ending.length;
        if (word.length <= known || known < SHORTEST) return [];
        const isLike = side === 'begin' ? word.startsWith(text) && word.endsWith(ending) : word.endsWith(text);
        return isLike && (!isMember || isMacro(number)) ? [number] : [];
      }),
  };
}

/** A piece as short as a letter tells nothing. */
const SHORTEST = 2;

/** Names whose declarations speak of a type, or of a name that leads to it. */
function leadingTo(
  name: number,
  mentions: ReadonlyMap<number, ReadonlySet<number>>,
  isType: (name: number) => boolean,
): ReadonlySet<number> {
  const found = new Set([name]);
  // A parameter may be called like a function, and leads nowhere.
  for (const one of found) if (isType(one)) for (const user of mentions.get(one) ?? []) found.add(user);
  return found;
}

function addTo(map: Map<number, Set<number>>, key: number, value: number): void {
  const known = map.get(key);
  if (known) known.add(value);
  else map.set(key, new Set([value]));
}

/** The types of which a file uses a member, as far as its names lead to them. */
export function structsWhoseMembersAreUsed(
  facts: FileFacts,
  used: ReadonlySet<number>,
  { structs }: NameTable,
): readonly number[] {
  if (facts.members.length === 0) return [];
  return structs.flatMap(({ name, members, knownBy }) => {
    let isKnown = false;
    for (const one of knownBy) if (used.has(one)) isKnown = true;
    return isKnown && facts.members.some((member) => members.has(member)) ? [name] : [];
  });
}
