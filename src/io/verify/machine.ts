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
  const real = realPaths();
  const folders = new Map<string, boolean>();
  const isFolder = (path: string): boolean => {
    const known = folders.get(path) ?? statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
    folders.set(path, known);
    return known;
  };
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
    paths: { real, isInside, isFolder },
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

/**
 * Links are followed in the part of a path that exists. Thousands of commands name the same directories, each of which is
 * asked for once.
 */
function realPaths(): (folder: string, path: string) => string {
  const found = new Map<string, string>();
  const spelt = new Map<string, Map<string, string>>();
  const real = (path: string): string => {
    const known = found.get(path);
    if (known !== undefined) return known;
    const made = realIfThere(path) ?? (dirname(path) === path ? path : join(real(dirname(path)), basename(path)));
    found.set(path, made);
    return made;
  };
  return (folder, path) => {
    const here = spelt.get(folder) ?? new Map<string, string>();
    spelt.set(folder, here);
    const known = here.get(path) ?? real(resolve(folder, path));
    here.set(path, known);
    return known;
  };
}

/** Null: nothing is there. */
function realIfThere(path: string): string | null {
  try {
    return realpathSync.native(path);
  } catch (error) {
    errorCode(error);
    return null;
  }
}
