import type { FileChange } from '../diff/file-change.ts';
import { filesOf } from '../manifest/part-lookup.ts';
import { baseName } from '../text/file-path.ts';
import { followRenames, type IncludeNaming, type RenamedFiles } from './follow-renames.ts';
import { pairFiles } from './intent/pair-files.ts';
import type { SplitTreeReading } from './regeneration-input.ts';

/** A part file's text, or the wrapper's, with includes of renamed part files put there by hand. */
export function followInPartFile(reading: SplitTreeReading, path: string, text: string): string {
  return followRenames(path, text, renamedFiles(reading), includesIn(reading));
}

/** The changes of the tree's other files that include part files by paths which the edit changes. */
export function followInTree(reading: SplitTreeReading): readonly FileChange[] {
  const { tree, split, reconciled } = reading;
  const renamed = renamedFiles(reading);
  if (renamed.size === 0) return [];
  const own = new Set([split.wrapper.source.path, ...filesOf(reconciled.was), ...filesOf(reconciled.now)]);
  const naming = tree.filesNaming([...renamed.keys()].map(baseName), (path) => C_TEXT.test(path) && !own.has(path));
  return [...naming.keys()].flatMap((path): readonly FileChange[] => {
    const before = tree.read(path) ?? '';
    const after = followRenames(path, before, renamed, includesIn(reading));
    return after === before ? [] : [{ kind: 'modify', path, mode: tree.mode(path), before, after }];
  });
}

function renamedFiles({ reconciled: { was, now } }: SplitTreeReading): RenamedFiles {
  const pairs = [...pairFiles(was, now)];
  return new Map(pairs.flatMap(([old, path]) => (path === null || path === old ? [] : [[old, path] as const])));
}

function includesIn({ facts: [{ graph }, { spell }] }: SplitTreeReading): IncludeNaming {
  return { resolve: graph.resolve, spell };
}

const C_TEXT = /\.(?:[ch]|inc)$/;
