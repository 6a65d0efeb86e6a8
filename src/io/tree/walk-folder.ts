import { type Dirent, readdirSync } from 'node:fs';
import { relative } from 'node:path';
import { errorCode } from '../system-error.ts';
import { loadFastGlob } from './load-fast-glob.ts';

/** Paths are relative to the folder that was walked, with `/`, in no particular order. */
export type WalkedFolder = {
  readonly files: readonly string[];
  /** Files and folders left out because of their names: not UTF-8, or with a line break, which no glob gets past. */
  readonly unusableNames: number;
  /** Folders that the system does not let us list; `''` is the walked folder itself. */
  readonly unreadable: readonly string[];
};

/** Every regular file below `root` (real, absolute) outside dot folders. Symbolic links are not followed. */
export function walkFolder(root: string): WalkedFolder {
  let unusableNames = 0;
  const unreadable: string[] = [];
  const list = (folder: string): Dirent[] => {
    try {
      const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => !isDotFolder(entry));
      const usable = entries.filter((entry) => !/[\ufffd\n\r\u2028\u2029]/.test(entry.name));
      unusableNames += entries.length - usable.length;
      return usable;
    } catch (error) {
      // A folder that is gone by now is no folder of the tree.
      if (errorCode(error) !== 'ENOENT') unreadable.push(relative(root, folder));
      return [];
    }
  };
  const fs = { readdirSync: asReaddir(list) };
  const files = loadFastGlob().sync('**/*', { cwd: root, dot: true, followSymbolicLinks: false, fs });
  return { files, unusableNames, unreadable: unreadable.sort() };
}

function isDotFolder(entry: Dirent): boolean {
  return entry.name.startsWith('.') && entry.isDirectory();
}

/** fast-glob's type for the function has the form that gives names too; it calls the other one only. */
function asReaddir(list: (folder: string) => Dirent[]) {
  function readdir(folder: string, options: { withFileTypes: true }): Dirent[];
  function readdir(folder: string): string[];
  function readdir(folder: string, options?: { withFileTypes: true }): Dirent[] | string[] {
    const entries = list(folder);
    return options ? entries : entries.map((entry) => entry.name);
  }
  return readdir;
}
