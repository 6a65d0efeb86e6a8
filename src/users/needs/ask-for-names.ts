import type { NameTable } from '../facts/name-table.ts';
import type { NamedFacts } from '../facts/named-facts.ts';
import { standsForDeclared } from './demands.ts';
import { joiningMacros } from './joined-names.ts';
import { macrosLeadingTo, usersOfMacros } from './macro-closure.ts';

/**
 * Asks for the names by which a file may come to need something: those that are declared, the guards, and the macros that
 * stand for some or may make some. Too many do no harm.
 *
 * @param count One more than the highest number of a name.
 */
export function askForNames(
  { facts, ask }: NamedFacts,
  table: NameTable,
  guards: readonly number[],
  count: number,
): void {
  const users = usersOfMacros(facts, count);
  const own = new Set<number>();
  for (const { macros } of facts) for (const macro of macros) if (standsForDeclared(macro, table)) own.add(macro.name);
  ask([...table.declared.keys(), ...guards, ...macrosLeadingTo(own, users), ...joiningMacros(facts, users).keys()]);
}
