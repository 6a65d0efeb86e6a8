import { isLauncher, looksLikeCompiler } from './compiler-names.ts';

/** What is known of the programs of a machine. */
export type Machine = {
  /** The directories of PATH that are absolute. */
  readonly searched: readonly string[];
  /** The real path of a program that can be run; null where there is none. */
  readonly program: (path: string) => string | null;
  /** Whether a real path lies in the tree or in a build directory. */
  readonly isInside: (real: string) => boolean;
  /** What the user named by `--cc-allow`, names or paths. */
  readonly allowed: ReadonlySet<string>;
};

export type Compiler =
  | { readonly kind: 'compiler'; readonly program: string; readonly rest: readonly string[] }
  | { readonly kind: 'refused'; readonly word: string; readonly reason: string };

/**
 * The compiler that a recorded command starts: what stands on the PATH outside the tree and is called as compilers are, or
 * what the user allowed. A launcher before it is left out.
 */
export function compilerOf(words: readonly string[], folder: string, machine: Machine): Compiler {
  const at = words.findIndex((word) => !isLauncher(word));
  const word = words[at];
  if (word === undefined || word === '') return refused(words[0] ?? '', 'the command has no compiler');
  const rest = words.slice(at + 1);
  if (machine.allowed.has(word)) {
    const program = find(word, folder, machine);
    if (program !== null) return { kind: 'compiler', program, rest };
    return refused(word, 'there is no such program');
  }
  if (!looksLikeCompiler(word)) return refused(word, 'it does not look like a compiler');
  const found = find(word, folder, machine);
  if (found === null) return refused(word, 'there is no such program on the PATH');
  const real = machine.program(found) ?? found;
  if (machine.isInside(real) || machine.isInside(found)) return refused(word, 'the compiler lies in the tree');
  const isOnPath = machine.searched.some((one) => found === `${one}/${found.slice(found.lastIndexOf('/') + 1)}`);
  return isOnPath ? { kind: 'compiler', program: found, rest } : refused(word, 'it is not on the PATH');
}

/** The path by which the program is started: `cc` and `gcc` may be one file, and differ by their names. */
function find(word: string, folder: string, { searched, program }: Machine): string | null {
  if (word.includes('/')) {
    const path = word.startsWith('/') ? word : `${folder}/${word}`;
    return program(path) === null ? null : path;
  }
  return searched.map((one) => `${one}/${word}`).find((path) => program(path) !== null) ?? null;
}

function refused(word: string, reason: string): Compiler {
  return { kind: 'refused', word, reason };
}
