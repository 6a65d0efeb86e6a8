import type { Manifest } from '../../manifest/manifest.ts';
import { fileOf } from '../../manifest/part-lookup.ts';
import { sharedPartFile } from '../layout.ts';
import { type Placements, partOf } from '../placement.ts';

/** Which part files include which, directly or through others, while items move and includes are added. */
export type FileReach = {
  readonly reaches: (from: string, to: string) => boolean;
  /** Has to be told of each item that has left the shared part. Whether a file came into being by that, or has gone. */
  readonly leftShared: (item: number) => boolean;
};

/** `extra` names includes beyond that of the shared part: file -> files. It may grow. */
export function fileReach(
  manifest: Manifest,
  placements: Placements,
  extra: ReadonlyMap<string, ReadonlySet<string>>,
): FileReach {
  const sharedFile = sharedPartFile(manifest);
  const items = new Map<string, number>();
  const count = (part: string | null, by: 1 | -1): number => {
    const file = fileOf(manifest, part) ?? '';
    const number = (items.get(file) ?? 0) + by;
    items.set(file, number);
    return number;
  };
  placements.forEach((_, item) => {
    count(partOf(placements, item), 1);
  });
  const isPresent = (file: string): boolean => (items.get(file) ?? 0) > 0;
  const includes = (from: string, to: string): boolean =>
    isPresent(from) &&
    isPresent(to) &&
    ((to === sharedFile && from !== sharedFile) || extra.get(from)?.has(to) === true);
  const reaches = (from: string, to: string): boolean => {
    if (includes(from, to)) return true;
    const seen = new Set([from]);
    for (const file of seen) {
      if (!isPresent(file)) continue;
      if (includes(file, to)) return true;
      for (const next of [sharedFile, ...(extra.get(file) ?? [])]) if (isPresent(next)) seen.add(next);
    }
    return false;
  };
  const leftShared = (item: number): boolean => {
    const [left, joined] = [count(manifest.shared, -1), count(partOf(placements, item), 1)];
    return left === 0 || joined === 1;
  };
  return { reaches, leftShared };
}
