import { displayText } from '../../text/source-text.ts';
import type { FileFacts } from '../facts/file-facts.ts';
import type { NameTable } from '../facts/name-table.ts';
import { bit, type Reach } from '../reach.ts';
import type { MacroUsers } from './macro-closure.ts';

/** How files come to use members of structs whose types they do not name. */
export type MemberUses = {
  /** The members that a macro names, itself or by others. */
  readonly ofMacro: (macro: number) => Iterable<number>;
  /** The macros that name some. */
  readonly withMembers: Iterable<number>;
  /** The names by which a header holds a struct, or points to it. */
  readonly holding: Iterable<number>;
  /** The structs that a header which a file reads holds, or points to, under a name that stands in the file. */
  readonly heldIn: (file: number) => ReadonlySet<number>;
};

/**
 * @param holders Headers that name a struct and declare no name that moved: by number, with its text.
 * @param reach By file: which of the holders it reads, as bits in their order.
 */
export function memberUses(
  facts: readonly FileFacts[],
  table: NameTable,
  wordOf: (name: number) => string,
  numberOf: (word: string) => number,
  holders: readonly { readonly file: number; readonly text: string }[],
  reach: Reach,
  users: MacroUsers,
): MemberUses {
  const byMacro = membersOfMacros(facts, table, users);
  const holding = new Map<number, { readonly struct: number; readonly bits: bigint }[]>();
  for (const [index, { file, text }] of holders.entries()) {
    const named = new Set(facts[file]?.names);
    for (const struct of table.structs) {
      const types = [...struct.types].filter((one) => named.has(one));
      for (const name of namesDeclaredWith(text, types.map(wordOf))) {
        const number = numberOf(name);
        holding.set(number, [...(holding.get(number) ?? []), { struct: struct.name, bits: bit(index) }]);
      }
    }
  }
  return {
    ofMacro: (macro) => byMacro.get(macro) ?? [],
    withMembers: byMacro.keys(),
    holding: holding.keys(),
    heldIn: (file) => {
      const held = new Set<number>();
      const { names, members } = facts[file] ?? { names: [], members: [] };
      const reads = reach[file] ?? 0n;
      if (reads === 0n) return held;
      for (const list of [names, members])
        for (const name of list)
          for (const { struct, bits } of holding.get(name) ?? []) if ((bits & reads) !== 0n) held.add(struct);
      return held;
    },
  };
}

/** What stands behind a type: members, variables, functions and other types. */
function namesDeclaredWith(text: string, types: readonly string[]): readonly string[] {
  if (types.length === 0) return [];
  const words = types.map((type) => displayText(type).replaceAll('$', '\\$')).join('|');
  const declared = new RegExp(`\\b(?:${words})\\b(?:[\\s*]|\\bconst\\b)*\\b([A-Za-z_]\\w*)\\s*[;=:([]`, 'g');
  return [...text.matchAll(declared)].map(([, name = '']) => name);
}

function membersOfMacros(
  facts: readonly FileFacts[],
  { structs }: NameTable,
  users: MacroUsers,
): ReadonlyMap<number, ReadonlySet<number>> {
  const wanted = new Set(structs.flatMap(({ members }) => [...members]));
  const found = new Map<number, Set<number>>();
  const add = (macro: number, members: Iterable<number>): boolean => {
    const known = found.get(macro) ?? new Set();
    const before = known.size;
    for (const member of members) known.add(member);
    if (known.size > before) found.set(macro, known);
    return known.size > before;
  };
  for (const { macros } of facts)
    for (const { name, members } of macros) {
      const own = members.filter((member) => wanted.has(member));
      if (own.length > 0) add(name, own);
    }
  const open = new Set(found.keys());
  for (const macro of open) {
    open.delete(macro);
    for (const user of users.get(macro) ?? []) if (add(user, found.get(macro) ?? [])) open.add(user);
  }
  return found;
}
