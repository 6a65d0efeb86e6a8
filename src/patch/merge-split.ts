import type { RenderedFile } from '../edits/render-files.ts';
import { pairFiles } from '../plan/pair-files.ts';
import type { HandEditedFile } from './lift-changes.ts';
import { splitLines } from './line-diff.ts';
import { mergeTexts } from './merge-texts.ts';
import type { SplitTreeReading } from './split-tree-reading.ts';

export type SplitMerge =
  | { readonly kind: 'merged'; readonly files: readonly RenderedFile[] }
  /** A person changed what the edit changes: the files, with what clashes. */
  | { readonly kind: 'clash'; readonly files: readonly HandEditedFile[] };

/** Merges what people changed in split files since they were made into the files as they shall be. */
export function mergeSplit(
  { tree, split, reconciled }: SplitTreeReading,
  made: { readonly was: readonly RenderedFile[]; readonly now: readonly RenderedFile[] },
): SplitMerge {
  const before = new Map(made.was.map(({ path, text }) => [path, text]));
  const pairs = pairFiles(reconciled.was, reconciled.now);
  const oldOf = new Map([...pairs].flatMap(([old, path]) => (path === null ? [] : [[path, old] as const])));
  const merged: RenderedFile[] = [];
  const clashing: HandEditedFile[] = [];
  for (const { path, text: theirs } of made.now) {
    const old = path === split.wrapper.source.path ? path : (oldOf.get(path) ?? path);
    const [base, ours] = [before.get(old) ?? '', tree.read(old) ?? ''];
    before.delete(old);
    const result = mergeTexts(base, ours, theirs);
    if (result.kind === 'merged') merged.push({ path, text: result.text });
    else clashing.push({ made: base, found: ours, touching: result.clashes.map(({ ours: lines }) => lines) });
  }
  // What people changed in a file that shall be no more would be lost with it.
  for (const [path, base] of before) {
    const ours = tree.read(path);
    if (ours === null || ours === base) continue;
    clashing.push({ made: base, found: ours, touching: [{ start: 0, end: splitLines(ours).length }] });
  }
  return clashing.length > 0 ? { kind: 'clash', files: clashing } : { kind: 'merged', files: merged };
}
