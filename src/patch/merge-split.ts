import type { RenderedFile } from '../edits/render-files.ts';
import { pairFiles } from '../plan/pair-files.ts';
import { mergeTexts } from './merge-texts.ts';
import type { SplitTreeReading } from './split-tree-reading.ts';

export type SplitMerge =
  | { readonly kind: 'merged'; readonly files: readonly RenderedFile[] }
  /** A person changed what the edit changes. */
  | { readonly kind: 'clash' };

/** Merges what people changed in split files since they were made into the files as they shall be. */
export function mergeSplit(
  { tree, split, reconciled }: SplitTreeReading,
  made: { readonly was: readonly RenderedFile[]; readonly now: readonly RenderedFile[] },
): SplitMerge {
  const before = new Map(made.was.map(({ path, text }) => [path, text]));
  const after = new Map(made.now.map(({ path, text }) => [path, text]));
  const pairs = pairFiles(reconciled.was, reconciled.now);
  const oldOf = new Map([...pairs].flatMap(([old, path]) => (path === null ? [] : [[path, old] as const])));
  const merged: RenderedFile[] = [];
  for (const [path, theirs] of after) {
    const old = path === split.wrapper.source.path ? path : (oldOf.get(path) ?? path);
    const [base, ours] = [before.get(old), tree.read(old)];
    if (base === undefined && ours === null) {
      merged.push({ path, text: theirs });
      continue;
    }
    const result = mergeTexts(base ?? '', ours ?? '', theirs);
    if (result.kind === 'clash') return { kind: 'clash' };
    merged.push({ path, text: result.text });
    before.delete(old);
  }
  // What people changed in a file that shall be no more would be lost with it.
  for (const [path, base] of before) if (tree.read(path) !== null && tree.read(path) !== base) return { kind: 'clash' };
  return { kind: 'merged', files: merged };
}
