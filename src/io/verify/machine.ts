import { accessSync, constants, existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import process from 'node:process';
import type { CommandWorld } from '../../verify/command/read-command.ts';
import { readInside } from '../check-path.ts';
import { errorCode } from '../system-error.ts';
import { isBelow } from './scratch-trees.ts';

/** What reading recorded commands asks of this machine. `roots` are the tree and the build directories, real. */
export function commandWorld(roots: readonly string[], allowed: readonly string[]): CommandWorld {
  const isInside = (path: string): boolean => roots.some((root) => isBelow(root, path));
  const searched = (process.env['PATH'] ?? '').split(':').filter(isAbsolute);
  const real = (folder: string, path: string): string => realAsFarAsItGoes(resolve(folder, path));
  const programs = new Map<string, string | null>();
  const program = (path: string): string | null => {
    const known = programs.get(path);
    if (known !== undefined) return known;
    const found = programAt(path);
    programs.set(path, found);
    return found;
  };
  const response = (folder: string) => (path: string) => {
    const file = real(folder, path);
    const root = roots.find((one) => isBelow(one, file));
    if (root === undefined) return { reason: 'the response file lies outside the tree and the build directory' };
    if (!existsSync(file)) return null;
    const read = readInside(root, file.slice(root.length + 1));
    return read.kind === 'text' ? { text: read.text } : { reason: 'the response file cannot be read' };
  };
  return {
    paths: { real, isInside, isFolder: (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true },
    machine: { searched, program, isInside, allowed: new Set(allowed) },
    response,
  };
}

function programAt(path: string): string | null {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile() ? realpathSync.native(path) : null;
  } catch (error) {
    errorCode(error);
    return null;
  }
}

/** Links are followed in the part of the path that exists. */
function realAsFarAsItGoes(path: string): string {
  const rest: string[] = [];
  for (let at = path; ; at = dirname(at)) {
    try {
      return join(realpathSync.native(at), ...rest);
    } catch (error) {
      errorCode(error);
      if (dirname(at) === at) return path;
      rest.unshift(basename(at));
    }
  }
}
