import type { Manifest } from '../../manifest/manifest.ts';
import { fileOfPart } from '../../manifest/part-lookup.ts';
import { sharedPartFile } from '../layout.ts';

/** Part file -> part files that it includes beside that of the shared part. */
export type Siblings = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The first of the `candidates` in which an include can stand so that the parts `before` are read before it and the parts
 * `after` after it, whichever part file is read first; with the includes between part files that this takes. Null when
 * there is none.
 */
export function chooseTarget(
  manifest: Manifest,
  siblings: Siblings,
  candidates: readonly string[],
  { before, after }: { readonly before: readonly string[]; readonly after: readonly string[] },
): { readonly part: string; readonly siblings: Siblings } | null {
  for (const part of candidates) {
    const needed = new Map([...siblings].map(([file, others]) => [file, new Set(others)]));
    const fits =
      before.every((other) => order(manifest, needed, other, part)) &&
      after.every((other) => order(manifest, needed, part, other));
    if (fits) return { part, siblings: needed };
  }
  return null;
}

/** Makes the file of `second` read that of `first` before its own; false when it cannot. */
function order(manifest: Manifest, siblings: Map<string, Set<string>>, first: string, second: string): boolean {
  const names = manifest.parts.map(({ name }) => name);
  const [a, b] = [fileOfPart(manifest, first), fileOfPart(manifest, second)];
  if (a === b) return names.indexOf(first) <= names.indexOf(second);
  const shared = sharedPartFile(manifest);
  if (a === shared) return true;
  if (b === shared || reads(siblings, a, b)) return false;
  siblings.set(b, (siblings.get(b) ?? new Set()).add(a));
  return true;
}

function reads(siblings: Siblings, from: string, to: string): boolean {
  const seen = new Set([from]);
  for (const file of seen) for (const next of siblings.get(file) ?? []) seen.add(next);
  return seen.has(to);
}
