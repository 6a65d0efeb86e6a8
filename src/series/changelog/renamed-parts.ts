import type { Manifest, Part } from '../../manifest/manifest.ts';
import { manifestPlacements } from './manifest-placements.ts';

/**
 * Old name -> new name of each part that another manifest for the same header calls otherwise: a part that is gone
 * became the new one that has more than half of its names; one without names, the new one with its file or banner.
 */
export function renamedParts(was: Manifest, now: Manifest): ReadonlyMap<string, string> {
  const gone = was.parts.filter(({ name }) => !now.parts.some((part) => part.name === name));
  const free = new Set(now.parts.filter(({ name }) => !was.parts.some((part) => part.name === name)));
  const after = manifestPlacements(now);
  const renamed = new Map<string, string>();
  for (const part of gone) {
    const keys = [...manifestPlacements(was)].filter((entry) => entry[1].part === part.name).map(([key]) => key);
    const count = (name: string): number => keys.filter((key) => after.get(key)?.part === name).length;
    const successor = [...free].find((one) =>
      keys.length > 0 ? count(one.name) * 2 > keys.length : isAlike(part, one),
    );
    if (successor === undefined) continue;
    renamed.set(part.name, successor.name);
    free.delete(successor);
  }
  return renamed;
}

function isAlike(one: Part, other: Part): boolean {
  return one.file === other.file || (one.banner !== null && one.banner === other.banner);
}
