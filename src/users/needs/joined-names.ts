import type { Names } from '../../scan/names.ts';
import type { FileFacts } from '../facts/file-facts.ts';
import type { NameTable } from '../facts/name-table.ts';
import { type MacroUsers, macrosLeadingTo } from './macro-closure.ts';

/**
 * By file, the declared names that a macro which joins two of its arguments may make there: both halves stand in the file.
 */
export function joinedNames(
  facts: readonly FileFacts[],
  { declared }: Pick<NameTable, 'declared'>,
  { numberOf, wordOf }: Pick<Names, 'numberOf' | 'wordOf'>,
  users: MacroUsers,
): (file: number) => readonly number[] {
  const joining = joiningMacros(facts, users);
  if (joining.size === 0) return () => [];
  const beginnings = new Map<number, { readonly rest: number; readonly name: number }[]>();
  for (const name of declared.keys()) {
    const word = wordOf(name);
    for (let at = 1; at < word.length; at++) {
      const begin = numberOf(word.slice(0, at));
      const half = { rest: numberOf(word.slice(at)), name };
      const known = beginnings.get(begin);
      if (known) known.push(half);
      else beginnings.set(begin, [half]);
    }
  }
  return (file) => {
    const names = facts[file]?.names ?? new Int32Array();
    if (!names.some((name) => joining.has(name))) return [];
    let words: Set<number> | null = null;
    const made: number[] = [];
    for (const begin of names) {
      const halves = beginnings.get(begin);
      if (halves === undefined) continue;
      words ??= new Set(names);
      for (const { rest, name } of halves) if (words.has(rest)) made.push(name);
    }
    return made;
  };
}

/** Macros that join two of their arguments, themselves or by others. */
function joiningMacros(facts: readonly FileFacts[], users: MacroUsers): ReadonlySet<number> {
  const joining = new Set<number>();
  for (const { macros } of facts) for (const { name, joins } of macros) if (joins) joining.add(name);
  return macrosLeadingTo(joining, users);
}
