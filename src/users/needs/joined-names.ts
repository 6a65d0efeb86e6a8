import type { Names } from '../../scan/names.ts';
import type { DirectiveFacts, FileFacts } from '../facts/file-facts.ts';
import type { NameTable } from '../facts/name-table.ts';
import { type MacroUsers, macrosLeadingTo } from './macro-closure.ts';

/**
 * By file, the declared names that macros which join their arguments may make there: what they are made of stands in the
 * file, or between the arguments in such a macro.
 */
export function joinedNames(
  facts: readonly FileFacts[],
  { declared }: Pick<NameTable, 'declared'>,
  { numberOf, wordOf }: Pick<Names, 'numberOf' | 'wordOf'>,
  users: MacroUsers,
): (file: number) => readonly number[] {
  const joining = joiningMacros(facts, users);
  if (joining.size === 0) return () => [];
  const beginnings = new Map<number, { readonly rest: string; readonly name: number }[]>();
  for (const name of declared.keys()) {
    const word = wordOf(name);
    for (let at = 1; at < word.length; at++) {
      const begin = numberOf(word.slice(0, at));
      const half = { rest: word.slice(at), name };
      const known = beginnings.get(begin);
      if (known) known.push(half);
      else beginnings.set(begin, [half]);
    }
  }
  const prefixesOf = numberedPrefixes(numberOf);
  return (file) => {
    const names = facts[file]?.names ?? new Int32Array();
    const used = [...names].flatMap((name) => joining.get(name) ?? []);
    if (used.length === 0) return [];
    let words: Set<number> | null = null;
    const made: number[] = [];
    for (const begin of names) {
      const halves = beginnings.get(begin);
      if (halves === undefined) continue;
      words ??= new Set([...names, ...used.flatMap((between) => [...between])]);
      for (const { rest, name } of halves) if (isMadeOf(rest, words, prefixesOf)) made.push(name);
    }
    return made;
  };
}

/** Whether a text is words of a set, one behind the other. */
function isMadeOf(text: string, words: ReadonlySet<number>, prefixesOf: (text: string) => Int32Array): boolean {
  const begins = [0];
  const seen = new Set(begins);
  for (const begin of begins) {
    const prefixes = prefixesOf(text.slice(begin));
    for (let end = text.length; end > begin; end--) {
      if (!words.has(prefixes[end - begin] ?? 0) || seen.has(end)) continue;
      if (end === text.length) return true;
      seen.add(end);
      begins.push(end);
    }
  }
  return false;
}

/** By their lengths, the numbers of the beginnings of a text, itself the last; the same texts are asked for by many files. */
function numberedPrefixes(numberOf: (word: string) => number): (text: string) => Int32Array {
  const known = new Map<string, Int32Array>();
  return (text) => {
    const cached = known.get(text);
    if (cached) return cached;
    const numbers = new Int32Array(text.length + 1);
    for (let end = 1; end <= text.length; end++) numbers[end] = numberOf(text.slice(0, end));
    known.set(text, numbers);
    return numbers;
  };
}

/** By macro that joins arguments, itself or by others, the words that come between them. */
export function joiningMacros(
  facts: readonly DirectiveFacts[],
  users: MacroUsers,
): ReadonlyMap<number, ReadonlySet<number>> {
  const byWords = new Map<string, { readonly macros: Set<number>; readonly between: readonly number[] }>();
  for (const { macros } of facts) {
    for (const { name, joins } of macros) {
      if (joins === null) continue;
      const known = byWords.get(joins.join());
      if (known) known.macros.add(name);
      else byWords.set(joins.join(), { macros: new Set([name]), between: joins });
    }
  }
  const joining = new Map<number, Set<number>>();
  for (const { macros, between } of byWords.values()) {
    for (const macro of macrosLeadingTo(macros, users)) {
      const words = joining.get(macro) ?? new Set();
      joining.set(macro, words);
      for (const word of between) words.add(word);
    }
  }
  return joining;
}
