import type { IncludeLine } from '../include-line.ts';

/** An include whose operand is not a path: `#include HEADER`. */
export type MacroInclude = Omit<IncludeLine, 'form' | 'path'>;

/**
 * The includes of a file with those by macros in their places, each as one line for every path that the file's macros or
 * the operand spell: it may mean any of them.
 *
 * @param spelt The texts of the file's definitions.
 */
export function withMacroIncludes(
  text: string,
  includes: readonly IncludeLine[],
  byMacro: readonly MacroInclude[],
  spelt: () => readonly string[],
): readonly IncludeLine[] {
  if (byMacro.length === 0) return includes;
  const known = spelt().flatMap(pathsIn);
  const guesses = byMacro.flatMap((line) => {
    const own = pathsIn(text.slice(line.operand.start, line.operand.end));
    return [...new Set([...known, ...own])].map((path): IncludeLine => ({ ...line, form: 'quote', path }));
  });
  return [...includes, ...guesses].sort((a, b) => a.start - b.start);
}

/** What may be a path of a file of C, in quotes or bare as an argument. */
function pathsIn(text: string): readonly string[] {
  return [...text.matchAll(/(?<![\w./+-])[\w./+-]*\w\.(?:h|hh|hpp|hxx|c|cc|cpp|inc|inl|def)\b(?:\.\w+)*/g)].map(
    ([path]) => path,
  );
}
