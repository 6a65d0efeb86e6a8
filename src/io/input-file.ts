import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { resolve } from 'node:path';
import { type Diagnostic, diagnostic, withNext } from '../diagnostics/diagnostic.ts';
import { placeOfFile } from '../text/place.ts';
import type { SourceText } from '../text/source-text.ts';
import { isLedOut } from './output-path.ts';
import { type Replaces, targetProblem } from './output-target.ts';
import { systemMessage } from './system-error.ts';
import { createDurably, tolerate } from './write/durable.ts';
import { temporaryBeside } from './write/journal.ts';

/** Bytes; no manifest is larger, and a device or a pipe must not be read to its end. */
const LARGEST_INPUT = 4 * 1024 * 1024;

/** Reads a manifest that the user named on the command line, relative to `cwd`; inside the tree or not. */
export function readInputFile(cwd: string, path: string, largest = LARGEST_INPUT): SourceText | Diagnostic {
  let descriptor: number | null = null;
  try {
    // Opening a pipe for reading alone would wait for a writer.
    descriptor = openSync(resolve(cwd, path), constants.O_RDONLY | constants.O_NONBLOCK);
    const stat = fstatSync(descriptor);
    if (stat.isDirectory()) return unreadable(path, 'it is a directory');
    if (!stat.isFile()) return unreadable(path, 'it is not a regular file');
    if (stat.size > largest) {
      const message = `${path} has ${stat.size} bytes; at most ${largest} are read`;
      return diagnostic('manifest-too-large', message, placeOfFile(path));
    }
    return { path, text: readFileSync(descriptor, 'latin1') };
  } catch (error) {
    return unreadable(path, systemMessage(error));
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}

/** Whether something stands at a path that the user named, be it readable or not. */
export function hasInputFile(cwd: string, path: string): boolean {
  return lstatSync(resolve(cwd, path), { throwIfNoEntry: false }) !== undefined;
}

export type OutputFile = {
  /** Relative to the current folder, as the user spelt it. */
  readonly path: string;
  /** The tree's: no link in the tree leads the file out of it. */
  readonly root: string;
  /** What it may replace. */
  readonly replaces: Replaces;
  /** Absolute paths of files that it never replaces; default: none. */
  readonly keeps?: readonly string[];
};

/** Why an output cannot go where the user said, as far as that can be known before it is made; null: it can. */
export function outputProblem(cwd: string, { path, root, replaces, keeps = [] }: OutputFile): Diagnostic | null {
  try {
    if (isLedOut(root, cwd, path)) return ledOut(path);
    const reason = targetProblem(resolve(cwd, path), replaces, keeps);
    if (reason === null) return null;
    return withNext(unwritable(path, reason), 'Name another file.');
  } catch (error) {
    return unwritable(path, systemMessage(error));
  }
}

/**
 * Writes a file (latin1) that the user named by `-o`; null when that worked. Half a file is left behind only where
 * there was one before. Of a file with several names the others keep its content.
 */
export function writeOutputFile(cwd: string, output: OutputFile, content: string): Diagnostic | null {
  const problem = outputProblem(cwd, output);
  if (problem !== null) return problem;
  const { path } = output;
  const exclusive = output.replaces === 'nothing';
  const file = resolve(cwd, path);
  let isNew = false;
  try {
    const standing = lstatSync(file, { throwIfNoEntry: false });
    isNew = standing === undefined;
    if (!exclusive && standing?.isFile() && standing.nlink > 1) replaceName(file, content, standing.mode & 0o777);
    else writeFileSync(file, content, { encoding: 'latin1', flag: exclusive ? 'wx' : 'w' });
    return null;
  } catch (error) {
    if (isNew) tolerate(['ENOTDIR', 'EACCES', 'EPERM', 'EROFS', 'EISDIR'], () => rmSync(file, { force: true }));
    return unwritable(path, systemMessage(error));
  }
}

function replaceName(file: string, content: string, permissions: number): void {
  const temporary = temporaryBeside(file);
  try {
    createDurably(temporary, Buffer.from(content, 'latin1'), { permissions });
    renameSync(temporary, file);
  } finally {
    rmSync(temporary, { force: true });
  }
}

function ledOut(path: string): Diagnostic {
  return withNext(unwritable(path, 'a symbolic link leads out of the tree'), 'Name a file that no link leads to.');
}

function unwritable(path: string, reason: string): Diagnostic {
  return diagnostic('output-unwritable', `${path} cannot be written: ${reason}`, placeOfFile(path));
}

function unreadable(path: string, reason: string): Diagnostic {
  return diagnostic('input-unreadable', `${path} cannot be read: ${reason}`, placeOfFile(path));
}
