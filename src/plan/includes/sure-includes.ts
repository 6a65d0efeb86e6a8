import type { Tree } from '../../text/tree.ts';
import type { IncludeGraph, IncludeSpelling } from './include-graph.ts';
import { type ScannedIncludes, scanIncludes } from './scan-includes.ts';

/** Which files of a tree surely read which: by way of includes that stand under no condition but a guard's. */
export type SureIncludes = {
  /**
   * Asks, of one include of `from` after the other, whether it reads the file that `"path"` would mean there, or means it
   * itself. What is not in the tree is known by its spelling.
   */
  readersOf(from: string, path: string): (spelling: IncludeSpelling) => boolean;
  /** The tree's file that an include in `from` means; null: none, or it cannot be told. */
  resolve(from: string, spelling: IncludeSpelling): string | null;
  /** How much of a file of the tree that an include means is read once only; null for what is not in the tree. */
  guardOf(from: string, spelling: IncludeSpelling): ScannedIncludes['guard'] | null;
};

/** `instead`: what some files include for this question, in place of what stands in them. */
export function sureIncludes(
  tree: Tree,
  graph: Pick<IncludeGraph, 'resolve'>,
  instead: ReadonlyMap<string, readonly IncludeSpelling[]> = new Map(),
): SureIncludes {
  const known = new Map<string, ScannedIncludes>([...instead].map(([file, sure]) => [file, { sure, guard: 'whole' }]));
  const scan = (file: string): ScannedIncludes => {
    const found = known.get(file) ?? scanIncludes(tree.read(file) ?? '');
    known.set(file, found);
    return found;
  };
  /** A file of the tree, or how one that it does not have is spelt. */
  const meant = (from: string, spelling: IncludeSpelling): string =>
    graph.resolve(from, spelling) ?? `<${spelling.path}>`;
  return {
    readersOf: (from, path) => {
      const target = meant(from, { form: 'quote', path });
      const seen = new Set<string>();
      return (spelling) => {
        const queue = [meant(from, spelling)];
        for (const file of queue) {
          if (file === target) return true;
          if (seen.has(file)) continue;
          seen.add(file);
          for (const next of scan(file).sure) queue.push(meant(file, next));
        }
        return false;
      };
    },
    resolve: graph.resolve,
    guardOf: (from, spelling) => {
      const file = graph.resolve(from, spelling);
      return file === null ? null : scan(file).guard;
    },
  };
}
