import type { Names } from '../../scan/names.ts';
import type { Tree } from '../../text/tree.ts';
import { type DeclaredName, declaredNames } from './declared-names.ts';
import type { Piece } from './file-facts.ts';

/** What the marked files declare: those that a narrower include may no longer bring. */
export type NameTable = {
  /** By number of the name: who declares it; undefined for a name of no marked file. */
  readonly declared: ReadonlyMap<number, readonly Declared[]>;
  readonly structs: readonly Struct[];
  /** Whether a name is declared, fast. */
  readonly has: (name: number) => boolean;
  readonly isMacro: (name: number) => boolean;
  readonly isType: (name: number) => boolean;
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
  /** Those of them that are types: itself, and what leads to it. */
  readonly types: ReadonlySet<number>;
};

/** By name of a type, the tags of which it is another name. */
export type TagsOf = ReadonlyMap<number, readonly number[]>;

export function tagsOfTypes(all: readonly { readonly aliases: ReadonlyMap<number, number> }[]): TagsOf {
  const tags = new Map<number, number[]>();
  for (const { aliases } of all)
    for (const [type, tag] of aliases) {
      const known = tags.get(type) ?? [];
      if (type !== tag && !known.includes(tag)) tags.set(type, [...known, tag]);
    }
  return tags;
}

/** What each of some files declares; nothing for one that is not there. */
export function declaredIn(tree: Pick<Tree, 'read'>, paths: readonly string[]): readonly (readonly DeclaredName[])[] {
  return paths.map((path) => {
    const text = tree.read(path);
    return text === null ? [] : declaredNames({ path, text });
  });
}

/** @param marked What each marked file declares. */
export function nameTable(
  marked: readonly (readonly DeclaredName[])[],
  names: Names,
  tagsOf: TagsOf = new Map(),
): NameTable {
  const aliases = new Map<number, Set<number>>();
  for (const [type, tags] of tagsOf) for (const tag of tags) addTo(aliases, tag, type);
  const declared = new Map<number, Declared[]>();
  const mentions = new Map<number, Set<number>>();
  const members = new Map<number, Set<number>>();
  for (const [mark, own] of marked.entries()) {
    for (const one of own) {
      const number = names.numberOf(one.name);
      const entry = { mark, kind: one.kind, hasBody: one.hasBody };
      const others = declared.get(number);
      if (others) others.push(entry);
      else declared.set(number, [entry]);
      for (const word of one.mentions) {
        const type = names.numberOf(word);
        addTo(mentions, type, number);
        for (const tag of tagsOf.get(type) ?? []) addTo(mentions, tag, number);
      }
      for (const word of one.members) addTo(members, number, names.numberOf(word));
    }
  }
  const spelt = [...declared.keys()].map((number) => [names.wordOf(number), number] as const);
  const isType = (name: number): boolean => declared.get(name)?.some(({ kind }) => kind === 'type') === true;
  const flags = new Uint8Array(names.count());
  for (const number of declared.keys()) flags[number] = 1;
  const isMacro = (name: number): boolean =>
    flags[name] === 1 && declared.get(name)?.some(({ kind }) => kind === 'macro') === true;
  const alike = new Map<string, readonly number[]>();
  const namesLike = ({ text, side, ending, isMember }: Omit<Piece, 'at'>): readonly number[] =>
    spelt.flatMap(([word, number]) => {
      const known = text.length + ending.length;
      if (word.length <= known || known < SHORTEST) return [];
      const isLike = side === 'begin' ? word.startsWith(text) && word.endsWith(ending) : word.endsWith(text);
      return isLike && (!isMember || isMacro(number)) ? [number] : [];
    });
  return {
    declared,
    structs: [...members].map(([name, own]) => {
      const others = aliases.get(name) ?? [];
      const knownBy = new Set([...leadingTo(name, mentions, isType), ...others]);
      return { name, members: own, knownBy, types: new Set([...[...knownBy].filter(isType), ...others]) };
    }),
    has: (name) => flags[name] === 1,
    isMacro,
    isType,
    matching: (piece) => {
      const key = `${piece.side} ${piece.isMember} ${piece.text} ${piece.ending}`;
      const found = alike.get(key) ?? namesLike(piece);
      alike.set(key, found);
      return found;
    },
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

/**
 * The types of which a file uses one of `members`, as far as its names lead to them.
 *
 * @param held Types that it comes by otherwise.
 */
export function structsWhoseMembersAreUsed(
  members: ReadonlySet<number>,
  used: ReadonlySet<number>,
  held: ReadonlySet<number>,
  { structs }: NameTable,
): readonly number[] {
  if (members.size === 0) return [];
  return structs.flatMap(({ name, members: own, knownBy }) => {
    let isKnown = held.has(name);
    for (const one of knownBy) if (used.has(one)) isKnown = true;
    if (!isKnown) return [];
    for (const member of own) if (members.has(member)) return [name];
    return [];
  });
}
