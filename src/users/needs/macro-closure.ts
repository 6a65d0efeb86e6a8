import type { DirectiveFacts } from '../facts/file-facts.ts';

/** `macros`, and those whose bodies name one of them, themselves or by others. */
export function macrosLeadingTo(macros: ReadonlySet<number>, users: MacroUsers): ReadonlySet<number> {
  const found = new Set(macros);
  for (const macro of found) for (const user of users.get(macro) ?? []) found.add(user);
  return found;
}

/** By macro, those whose bodies name it. */
export type MacroUsers = ReadonlyMap<number, readonly number[]>;

/** @param count One more than the highest number of a name. */
export function usersOfMacros(facts: readonly DirectiveFacts[], count: number): MacroUsers {
  const isDefined = new Uint8Array(count);
  for (const { macros } of facts) for (const { name } of macros) isDefined[name] = 1;
  const users = new Map<number, number[]>();
  for (const { macros } of facts)
    for (const { name, words } of macros)
      for (const word of words) {
        if (word === name || isDefined[word] !== 1) continue;
        const known = users.get(word);
        if (known) known.push(name);
        else users.set(word, [name]);
      }
  return users;
}
