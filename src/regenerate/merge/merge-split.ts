import { splitLines } from '../../diff/line-diff.ts';
import { besideRemovals, mergeTexts } from '../../diff/merge-texts.ts';
import type { RenderedFile } from '../../edits/render-files.ts';
import { filesOf } from '../../manifest/part-lookup.ts';
import { pairFiles } from '../intent/pair-files.ts';
import type { SplitTreeReading } from '../regeneration-input.ts';
import type { HandEditedFile } from './lift-changes.ts';

export type SplitMerge =
  /** `beside` has what was put in by hand beside something that leaves: it may belong to that. */
  | {
      readonly kind: 'merged';
      readonly files: readonly RenderedFile[];
      readonly beside: readonly HandEditedFile[];
    }
  /** What the edit changes was changed by hand: the files, with what clashes. */
  | { readonly kind: 'clash'; readonly files: readonly HandEditedFile[] };

/** Merges what was changed by hand in split files since they were made into the files as they should be. */
export function mergeSplit(
  { tree, split, reconciled }: SplitTreeReading,
  splits: { readonly was: readonly RenderedFile[]; readonly now: readonly RenderedFile[] },
): SplitMerge {
  const before = new Map(splits.was.map(({ path, text }) => [path, text]));
  const pairs = pairFiles(reconciled.was, reconciled.now);
  const oldOf = new Map([...pairs].flatMap(([old, path]) => (path === null ? [] : [[path, old] as const])));
  const merged: RenderedFile[] = [];
  const clashing: HandEditedFile[] = [];
  const beside: HandEditedFile[] = [];
  const became = new Set<string>();
  for (const { path, text: theirs } of splits.now) {
    const old = path === split.wrapper.source.path ? path : (oldOf.get(path) ?? path);
    const [base, ours] = [before.get(old) ?? '', tree.read(old) ?? ''];
    before.delete(old);
    became.add(old);
    // A file that was removed by hand, with all that the manifest has in it, is not missed.
    if (tree.read(old) === null && base !== '' && base === theirs) continue;
    const result = mergeTexts(base, ours, theirs);
    if (result.kind === 'merged') {
      merged.push({ path, text: result.text });
      const touching = ours === base ? [] : besideRemovals(base, ours, theirs);
      if (touching.length > 0) beside.push({ made: base, found: ours, touching });
    } else clashing.push({ made: base, found: ours, touching: result.clashes.map(({ ours: lines }) => lines) });
  }
  // A file that only lines written by hand have kept stays with them; under another name its includes have to follow.
  const made = new Set([...before.keys(), ...merged.map(({ path }) => path), ...became]);
  for (const path of filesOf(reconciled.was)) {
    const text = made.has(path) ? null : tree.read(path);
    if (text === null) continue;
    if ((pairs.get(path) ?? path) === path) merged.push({ path, text });
    else clashing.push({ made: '', found: text, touching: [{ start: 0, end: splitLines(text).length }] });
  }
  // What was changed by hand in a file that should be no more would be lost with it.
  for (const [path, base] of before) {
    const ours = tree.read(path);
    if (ours === null || ours === base) continue;
    clashing.push({ made: base, found: ours, touching: [{ start: 0, end: splitLines(ours).length }] });
  }
  return clashing.length > 0 ? { kind: 'clash', files: clashing } : { kind: 'merged', files: merged, beside };
}
