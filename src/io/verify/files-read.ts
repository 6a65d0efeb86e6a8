import { readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { errorCode } from '../system-error.ts';
import type { ScratchTrees, Side } from './scratch-trees.ts';

export type FilesRead =
  /** As the user's tree calls them, absolute: as the compiler spelt them, and with links followed. */
  | { readonly kind: 'files'; readonly files: readonly string[]; readonly hasOriginals: boolean }
  /** The compiler read a file of the user's tree that the copy has otherwise. */
  | { readonly kind: 'original'; readonly path: string };

/** Asks where the files stand that a compiler names, which it was started for in `folder` of a copy. */
export type FindRead = (names: readonly string[], folder: string, side: Side) => FilesRead;

export function findRead(scratch: ScratchTrees): FindRead {
  const folders = new Map<string, string>();
  const outside = new Map<string, string>();
  return (names, folder, side) => {
    const files = new Set<string>();
    let hasOriginals = false;
    for (const name of names) {
      // Not normalised: what `..` leaves may be a link.
      const whole = name.startsWith('/') ? name : `${folder}/${name}`;
      const standing = join(remembered(folders, dirname(whole), real), basename(whole));
      const inTree = scratch.outOf(standing);
      if (inTree !== standing) files.add(throughFileLinks(inTree, scratch.fileLinks));
      else {
        const path = remembered(outside, standing, real);
        if (!isSame(path, scratch.into(side, path))) return { kind: 'original', path };
        if (scratch.into(side, path) !== path) hasOriginals = true;
        files.add(path);
      }
      files.add(scratch.outOf(resolve(folder, name)));
    }
    return { kind: 'files', files: [...files], hasOriginals };
  };
}

function throughFileLinks(path: string, links: ReadonlyMap<string, string>): string {
  return links.get(path) ?? path;
}

function remembered(known: Map<string, string>, key: string, find: (key: string) => string): string {
  const value = known.get(key) ?? find(key);
  known.set(key, value);
  return value;
}

/** The path with links followed; itself where it leads nowhere. */
export function real(path: string): string {
  try {
    return realpathSync.native(path);
  } catch (error) {
    errorCode(error);
    return path;
  }
}

/** Whether a file of the user's and what stands for it in a copy hold the same; the same path, for what is not copied. */
function isSame(path: string, copy: string): boolean {
  if (path === copy || real(copy) === path) return true;
  try {
    return readFileSync(path).equals(readFileSync(copy));
  } catch (error) {
    errorCode(error);
    return false;
  }
}
