import type { FileFacts } from '../facts/file-facts.ts';
import type { NameTable } from '../facts/name-table.ts';

/**
 * By file, the declared names that a macro which joins two of its arguments may make there: both halves stand in the file.
 */
export function joinedNames(
  facts: readonly FileFacts[],
  { declared }: Pick<NameTable, 'declared'>,
  wordOf: (name: number) => string,
): (file: number) => readonly number[] {
  const joining = joiningMacros(facts);
  if (joining.size === 0) return () => [];
  const beginnings = new Map<string, { readonly rest: string; readonly name: number }[]>();
  for (const name of declared.keys()) {
    const word = wordOf(name);
    for (let at = 1; at < word.length; at++) {
      const known = beginnings.get(word.slice(0, at));
      if (known) known.push({ rest: word.slice(at), name });
      else beginnings.set(word.slice(0, at), [{ rest: word.slice(at), name }]);
    }
  }
  return (file) => {
    const names = facts[file]?.names ?? new Int32Array();
    if (!names.some((name) => joining.has(name))) return [];
    const words = new Set([...names].map(wordOf));
    return [...words].flatMap((word) =>
      (beginnings.get(word) ?? []).flatMap(({ rest, name }) => (words.has(rest) ? [name] : [])),
    );
  };
}

/** Macros that join two of their arguments, themselves or by others. */
function joiningMacros(facts: readonly FileFacts[]): ReadonlySet<number> {
  const all = facts.flatMap(({ macros }) => macros);
  const joining = new Set(all.flatMap(({ name, joins }) => (joins ? [name] : [])));
  for (let before = -1; before < joining.size; ) {
    before = joining.size;
    for (const { name, words } of all) if (words.some((word) => joining.has(word))) joining.add(name);
  }
  return joining;
}
