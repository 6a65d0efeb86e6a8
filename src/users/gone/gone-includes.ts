import { evidentDirs, mentionsOf } from '../../plan/includes/header-mentions.ts';
import { baseName } from '../../text/file-path.ts';
import { overlayTree } from '../../text/overlay-tree.ts';
import { anyFile, type Tree } from '../../text/tree.ts';
import { isCFile } from '../facts/c-file.ts';
import type { IncludeLine } from '../include-line.ts';
import type { UsersMemory } from '../plan-users.ts';
import { printsInclude } from '../remove-wrappers.ts';
import { type Spelling, spellingResolver } from '../resolve-spelling.ts';

/** What reads a part file that the tree lacks. */
export type GoneInclude = {
  readonly file: string;
  /** The part file. */
  readonly gone: string;
  /** Null: the file asks for it, or writes an include of it, and does not include it. */
  readonly line: IncludeLine | null;
};

export type GoneIncludes = {
  readonly found: readonly GoneInclude[];
  /** On the tree with the files that it lacks. */
  readonly resolve: (from: string, spelling: Spelling) => readonly string[];
};

/**
 * The includes of files that a tree lacks, in the order of its files.
 *
 * @param gone Paths that it lacks.
 * @param dirs Include directories beside those that the includes themselves show.
 */
export function includesOfGone(
  tree: Tree,
  gone: readonly string[],
  dirs: readonly string[],
  { factsOf }: UsersMemory,
): GoneIncludes {
  const whole = overlayTree(tree, new Map(gone.map((path) => [path, ''])));
  const naming = [...tree.filesNaming([...new Set(gone.map(baseName))], anyFile).keys()];
  const shown = gone.flatMap((path) => evidentDirs(path, mentionsOf(whole, path, naming)));
  const resolve = spellingResolver(whole, [...new Set([...dirs, ...shown, ''])]);
  const found = naming.flatMap((file): readonly GoneInclude[] => {
    const text = tree.read(file) ?? '';
    const lines = isCFile(file)
      ? factsOf(file, text).includes.flatMap((line): readonly GoneInclude[] => {
          const [meant, ...others] = resolve(file, line);
          return meant !== undefined && others.length === 0 && gone.includes(meant)
            ? [{ file, gone: meant, line }]
            : [];
        })
      : [];
    if (lines.length > 0 || tree.isTracked?.(file) === false) return lines;
    const printed = gone.find((path) => printsInclude(file, text, path, resolve));
    return printed === undefined ? [] : [{ file, gone: printed, line: null }];
  });
  return { found, resolve };
}
