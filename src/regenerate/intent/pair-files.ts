import type { Manifest } from '../../manifest/manifest.ts';
import { fileOf, filesOf, partsIn } from '../../manifest/part-lookup.ts';
import { sharedPartFile } from '../../plan/layout.ts';

/**
 * What became of each part file of one manifest in another: its path there, or null where it is no more. A file whose
 * path is gone became the new one that has a part of the same name, most of its functions or, failing both, the shared
 * part that it had.
 */
export function pairFiles(was: Manifest, now: Manifest): ReadonlyMap<string, string | null> {
  const [before, after] = [filesOf(was), filesOf(now)];
  const pairs = new Map<string, string | null>(before.map((file) => [file, after.includes(file) ? file : null]));
  const free = new Set(after.filter((file) => !before.includes(file)));
  for (const [file, found] of pairs) {
    if (found !== null) continue;
    const successor =
      withPartOf(was, now, file, free) ??
      withMostFunctionsOf(was, now, file, free) ??
      withSharedPartOf(was, now, file, free);
    if (successor === null) continue;
    pairs.set(file, successor);
    free.delete(successor);
  }
  return pairs;
}

function withPartOf(was: Manifest, now: Manifest, file: string, free: ReadonlySet<string>): string | null {
  const names = partsIn(was, file).flatMap((part) => (part.into === null ? [part.name] : []));
  const successor = now.parts.find((part) => part.into === null && names.includes(part.name));
  return successor && free.has(successor.file) ? successor.file : null;
}

function withSharedPartOf(was: Manifest, now: Manifest, file: string, free: ReadonlySet<string>): string | null {
  const successor = sharedPartFile(now);
  return file === sharedPartFile(was) && free.has(successor) ? successor : null;
}

function withMostFunctionsOf(was: Manifest, now: Manifest, file: string, free: ReadonlySet<string>): string | null {
  const fileIn = (manifest: Manifest, name: string): string | null => {
    return fileOf(manifest, manifest.prototypes.get(name)?.part);
  };
  const names = [...was.prototypes.keys()].filter((name) => fileIn(was, name) === file);
  const counts = new Map<string, number>();
  for (const name of names) {
    const successor = fileIn(now, name);
    if (successor !== null && free.has(successor)) counts.set(successor, (counts.get(successor) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most && most[1] * 2 >= names.length ? most[0] : null;
}
