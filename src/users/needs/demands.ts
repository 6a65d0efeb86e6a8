import { type FileFacts, LATER, type MacroFacts, use } from '../facts/file-facts.ts';
import { type NameTable, structsWhoseMembersAreUsed, type TagsOf } from '../facts/name-table.ts';
import { ALWAYS, type When } from '../when/formulas.ts';
import { type MacroUsers, macrosLeadingTo } from './macro-closure.ts';
import type { MemberUses } from './member-uses.ts';

/** By which rule a file asks for a name. */
export type DemandRule =
  /** It stands in the file's own text. */
  | { readonly kind: 'names' }
  /** A member of the type is used. */
  | { readonly kind: 'member' }
  /** A macro that the file names stands for it; the file that defines the macro cannot have it itself. */
  | { readonly kind: 'macro'; readonly macro: number; readonly file: number }
  /** `##` may make it. */
  | { readonly kind: 'paste'; readonly piece: string }
  /** A macro that joins two words of the file may make it. */
  | { readonly kind: 'join' }
  /** What a program makes includes the file, and may use all of it. */
  | { readonly kind: 'printed'; readonly by: string }
  /** The manifest says so. */
  | { readonly kind: 'manifest' }
  /** The file that is read does something to whoever reads it. */
  | { readonly kind: 'acts' }
  /** A header that the file includes uses it, and does not get it itself. */
  | { readonly kind: 'header'; readonly file: number };

/** One name that a file asks for. */
export type Demand = {
  readonly name: number;
  /** The word in the text that asks for it: the name itself, or a macro that stands for it. */
  readonly by: number;
  /** The byte before which it must be declared. */
  readonly at: number;
  /** The byte of its last use. */
  readonly last: number;
  /** More than a pointer to it. */
  readonly isWhole: boolean;
  /** When a use is read, once the file is. */
  readonly when: When;
  readonly rule: DemandRule;
};

/**
 * What a file's own text asks for, the bodies of its macros included.
 *
 * @param expand What the macros of others stand for.
 * @param whenOf When a branch of the file is read.
 * @param mayAsk Whether a name is declared, has such a tag, or may be a macro that stands for some or has members.
 */
export function ownDemands(
  facts: FileFacts,
  table: NameTable,
  expand: (macro: number, isInCode: boolean) => ReturnType<MacroExpander>,
  whenOf: (branch: number) => When,
  { tagsOf, ofMacro, held, joined }: HiddenUses,
  mayAsk: (name: number) => boolean,
): readonly Demand[] {
  const demands: Demand[] = [];
  const used = new Set<number>();
  const useOf = (index: number): Pick<Demand, 'at' | 'last' | 'when'> => {
    const isAlways = ((facts.how[index] ?? 0) & use.always) !== 0;
    const when = isAlways ? ALWAYS : whenOf(facts.branch[index] ?? 0);
    return { at: facts.at[index] ?? LATER, last: facts.last[index] ?? LATER, when };
  };
  const members = new Set<number>();
  for (let index = 0; index < facts.names.length; index++) {
    const name = facts.names[index] ?? 0;
    if (!mayAsk(name)) continue;
    for (const member of ofMacro(name)) members.add(member);
    const how = facts.how[index] ?? 0;
    for (const one of [name, ...(tagsOf.get(name) ?? [])]) {
      if (!table.has(one)) continue;
      used.add(one);
      demands.push({ name: one, by: name, ...useOf(index), isWhole: (how & use.whole) !== 0, rule: { kind: 'names' } });
    }
    for (const { name: inner, file } of expand(name, (how & use.code) !== 0)) {
      used.add(inner);
      const rule = { kind: 'macro' as const, macro: name, file };
      demands.push({ name: inner, by: name, ...useOf(index), isWhole: true, rule });
    }
  }
  for (const [name, at] of facts.own) {
    if (!table.isMacro(name)) continue;
    used.add(name);
    demands.push({ ...anywhere(name, { kind: 'names' }), at });
  }
  for (const { name: macro, words, pieces } of facts.macros) {
    if (words.length === 0 && pieces.length === 0) continue;
    const standsFor = words.filter(table.has);
    const index = standsFor.length === 0 ? -1 : facts.names.indexOf(macro);
    // A macro that the file defines and uses needs its names where it is used.
    if (((facts.how[index] ?? 0) & use.code) !== 0) {
      for (const name of standsFor)
        demands.push({ name, by: macro, ...useOf(index), isWhole: true, rule: { kind: 'names' } });
    }
    for (const piece of pieces) {
      for (const name of table.matching(piece)) demands.push(anywhere(name, { kind: 'paste', piece: piece.text }));
    }
  }
  for (const name of joined) demands.push(anywhere(name, { kind: 'join' }));
  if (used.size === 0 && held.size === 0) return demands;
  for (const member of facts.members) members.add(member);
  for (const name of structsWhoseMembersAreUsed(members, used, held, table))
    demands.push(anywhere(name, { kind: 'member' }));
  return demands;
}

/** What a file uses though its text does not spell it. */
export type HiddenUses = {
  readonly tagsOf: TagsOf;
  readonly ofMacro: MemberUses['ofMacro'];
  /** Structs whose members it may use. */
  readonly held: ReadonlySet<number>;
  /** Names that a macro may make of two words of the file. */
  readonly joined: readonly number[];
};

/** A use of which no place is known. */
export function anywhere(name: number, rule: DemandRule): Demand {
  return { name, by: name, at: LATER, last: LATER, isWhole: true, when: ALWAYS, rule };
}

/** The declared names that a macro of some header stands for and that the header itself does not get; with the header. */
export type MacroExpander = (macro: number) => readonly {
  readonly name: number;
  readonly file: number;
  /** `##` may make it, or a name like it. */
  readonly isPasted: boolean;
}[];

type Definition = {
  readonly file: number;
  readonly macro: number;
  readonly branch: number;
  readonly words: readonly number[];
  readonly own: Set<number>;
  readonly pasted: ReadonlySet<number>;
};

/**
 * The definitions of macros by whose bodies, or those of macros in them, declared names are used. `own` has the names that
 * stand in the body itself.
 *
 * @param isSource Whether a file is read by no other: of its macros only those count that a header names.
 */
export function carryingMacros(
  facts: readonly FileFacts[],
  table: NameTable,
  isSource: (file: number) => boolean,
  users: MacroUsers,
): ReadonlyMap<number, readonly Definition[]> {
  const namedByHeaders = namesOfHeaders(facts, isSource);
  const counts = (file: number, { name }: MacroFacts): boolean => !isSource(file) || namedByHeaders[name] === 1;
  const own = new Set<number>();
  for (const [file, { macros }] of facts.entries())
    for (const macro of macros)
      if (!own.has(macro.name) && standsForDeclared(macro, table) && counts(file, macro)) own.add(macro.name);
  const carrying = macrosLeadingTo(own, users);
  const all = new Map<number, Definition[]>();
  for (const [file, { macros }] of facts.entries())
    for (const macro of macros) {
      if (!carrying.has(macro.name) || !counts(file, macro)) continue;
      const words = [...macro.words, ...macro.members.filter(table.isMacro)];
      const pasted = new Set(macro.pieces.flatMap((piece) => table.matching(piece)));
      const names = new Set([...words.filter(table.has), ...pasted]);
      push(all, macro.name, { file, macro: macro.name, branch: macro.branch, words, own: names, pasted });
    }
  return all;
}

/** Whether the body of a macro names something that is declared, or may make such a name. */
export function standsForDeclared({ words, members, pieces }: MacroFacts, table: NameTable): boolean {
  return (
    words.some(table.has) || members.some(table.isMacro) || pieces.some((piece) => table.matching(piece).length > 0)
  );
}

/** By name, 1 where a header uses it. */
function namesOfHeaders(facts: readonly FileFacts[], isSource: (file: number) => boolean): Uint8Array {
  let highest = 0;
  for (const { names, macros } of facts) {
    for (const name of names) highest = Math.max(highest, name);
    for (const { name } of macros) highest = Math.max(highest, name);
  }
  const used = new Uint8Array(highest + 1);
  for (const [file, { names }] of facts.entries()) if (!isSource(file)) for (const name of names) used[name] = 1;
  return used;
}

/**
 * Follows macros to the declared names that they stand for, macros of macros too. A name that the defining header gets by
 * its own includes is that header's need and not its users'.
 *
 * @param gets Whether a file reads a declaration of a name whenever one of its branches is read.
 * @param reads Whether a file reads a header with a carrying macro.
 */
export function macroExpander(
  definitions: ReadonlyMap<number, readonly Definition[]>,
  gets: (file: number, name: number, branch: number) => boolean,
  reads: (file: number, header: number) => boolean,
): MacroExpander {
  const given = new Map<Definition, Set<number>>();
  const users = new Map<number, Definition[]>();
  for (const definition of [...definitions.values()].flat()) {
    given.set(
      definition,
      new Set([...definition.own].filter((name) => !gets(definition.file, name, definition.branch))),
    );
    for (const word of definition.words) if (definitions.has(word)) push(users, word, definition);
  }
  const queue = [...given].flatMap(([one, names]) => (names.size > 0 ? [one] : []));
  for (const giver of queue) {
    for (const user of users.get(giver.macro) ?? []) {
      const names = given.get(user) ?? new Set();
      const before = names.size;
      const isRead = reads(user.file, giver.file);
      for (const name of given.get(giver) ?? []) if (!isRead || !gets(user.file, name, user.branch)) names.add(name);
      if (names.size > before) queue.push(user);
    }
  }
  const expanded = new Map<number, { name: number; file: number; isPasted: boolean }[]>();
  const pasted = new Set(
    [...definitions.values()].flat().flatMap((one) => [...one.pasted].map((name) => `${one.macro} ${name}`)),
  );
  for (const [{ file, macro }, names] of given)
    for (const name of names) push(expanded, macro, { name, file, isPasted: pasted.has(`${macro} ${name}`) });
  return (macro) => expanded.get(macro) ?? [];
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
