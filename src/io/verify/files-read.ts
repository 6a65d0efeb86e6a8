import { readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { detached } from '../../text/detached.ts';
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
  /** What no change of a copy can change, by the directory of a start. */
  const starts = new Map<string, Map<string, Found>>();
  return (names, folder, side) => {
    const known = starts.get(folder) ?? new Map<string, Found>();
    starts.set(folder, known);
    const files = new Set<string>();
    let hasOriginals = false;
    for (const name of names) {
      const found = known.get(name) ?? find(name, folder);
      if (found.isInCopy) files.add(throughFileLinks(found.path, scratch.fileLinks));
      else {
        const copy = scratch.into(side, found.path);
        if (copy !== found.path) {
          if (!isSame(found.path, copy)) return { kind: 'original', path: found.path };
          hasOriginals = true;
        }
        files.add(found.path);
      }
      files.add(found.spelt);
      if (!known.has(name)) known.set(detached(name), found);
    }
    return { kind: 'files', files: [...files], hasOriginals };
  };

  function find(name: string, folder: string): Found {
    // Not normalised: what `..` leaves may be a link.
    const whole = name.startsWith('/') ? name : `${folder}/${name}`;
    const standing = join(remembered(folders, dirname(whole), real), basename(whole));
    const inTree = scratch.outOf(standing);
    const spelt = scratch.outOf(resolve(folder, name));
    if (inTree !== standing) return { isInCopy: true, path: inTree, spelt };
    return { isInCopy: false, path: remembered(outside, standing, real), spelt };
  }
}

/** `path`: as the user's tree calls it, with the links of its directory followed. */
type Found = { readonly isInCopy: boolean; readonly path: string; readonly spelt: string };

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

/** Whether a file of the user's and what stands for it in a copy hold the same. */
function isSame(path: string, copy: string): boolean {
  if (real(copy) === path) return true;
  try {
    return readFileSync(path).equals(readFileSync(copy));
  } catch (error) {
    errorCode(error);
    return false;
  }
}
