import type { Manifest } from '../../manifest/manifest.ts';
import type { SplitHeaders } from '../split-headers.ts';
import { siblingIncludes } from './siblings.ts';

/**
 * Part file -> the part files that read one another, itself among them, in wrapper order. By two walks (there and back), without
 * recursion: files may include one another as long a way as they like.
 */
export function siblingLoops(split: SplitHeaders, manifest: Manifest): ReadonlyMap<string, readonly string[]> {
  const read = new Map<string, string[]>();
  const readBy = new Map<string, string[]>([...split.parts.keys()].map((file) => [file, []]));
  for (const [file, header] of split.parts) {
    const own = siblingIncludes(header, split, manifest).flatMap(({ to }) => (split.parts.has(to) ? [to] : []));
    read.set(file, own);
    for (const to of own) readBy.get(to)?.push(file);
  }
  const order = new Map([...split.parts.keys()].map((file, at) => [file, at]));
  const loops = new Map<string, readonly string[]>();
  const seen = new Set<string>();
  for (const file of afterWhatTheyRead(read).reverse()) {
    const loop = reachedFrom(file, readBy, seen);
    if (loop.length < 2) continue;
    loop.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
    for (const one of loop) loops.set(one, loop);
  }
  return loops;
}

/** Every file after those that it reads, but for the ones that read it; `read`: file -> what it reads. */
export function afterWhatTheyRead(read: ReadonlyMap<string, readonly string[]>): string[] {
  const ended: string[] = [];
  const begun = new Set<string>();
  for (const start of read.keys()) {
    const open = begun.has(start) ? [] : [{ file: start, next: 0 }];
    begun.add(start);
    for (let one = open.at(-1); one !== undefined; one = open.at(-1)) {
      const to = read.get(one.file)?.[one.next++];
      if (to === undefined) ended.push(open.pop()?.file ?? '');
      else if (!begun.has(to)) {
        begun.add(to);
        open.push({ file: to, next: 0 });
      }
    }
  }
  return ended;
}

/** A file and those that lead to it which were not `seen` before; now they are. */
function reachedFrom(file: string, edges: ReadonlyMap<string, readonly string[]>, seen: Set<string>): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const found = [file];
  for (const one of found) {
    for (const next of edges.get(one) ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      found.push(next);
    }
  }
  return found;
}
