import { closeSync, constants, existsSync, fstatSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { placeOfFile } from '../text/place.ts';
import type { SourceText } from '../text/source-text.ts';
import { tolerate } from './durable.ts';
import { systemMessage } from './system-error.ts';

/** Bytes; no manifest is larger, and a device or a pipe must not be read to its end. */
const LARGEST_INPUT = 4 * 1024 * 1024;

/** Reads a manifest that the user named on the command line, relative to `cwd`; inside the tree or not. */
export function readInputFile(cwd: string, path: string): SourceText | Diagnostic {
  let descriptor: number | null = null;
  try {
    // Opening a pipe for reading alone would wait for a writer.
    descriptor = openSync(resolve(cwd, path), constants.O_RDONLY | constants.O_NONBLOCK);
    const stat = fstatSync(descriptor);
    if (stat.isDirectory()) return unreadable(path, 'it is a folder');
    if (!stat.isFile()) return unreadable(path, 'it is not a regular file');
    if (stat.size > LARGEST_INPUT) {
      const message = `${path} has ${stat.size} bytes; at most ${LARGEST_INPUT} are read`;
      return diagnostic('manifest-too-large', message, placeOfFile(path));
    }
    return { path, text: readFileSync(descriptor, 'latin1') };
  } catch (error) {
    return unreadable(path, systemMessage(error));
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}

/**
 * Writes a file that the user named by `-o`; null when that worked. `exclusive` refuses to replace one. Half a file is
 * left behind only where there was one before.
 */
export function writeOutputFile(cwd: string, path: string, content: string, exclusive: boolean): Diagnostic | null {
  const file = resolve(cwd, path);
  const isNew = !existsSync(file);
  try {
    writeFileSync(file, content, { encoding: 'latin1', flag: exclusive ? 'wx' : 'w' });
    return null;
  } catch (error) {
    if (isNew) tolerate(['ENOTDIR', 'EACCES', 'EPERM', 'EROFS', 'EISDIR'], () => rmSync(file, { force: true }));
    return diagnostic('output-unwritable', `${path} cannot be written: ${systemMessage(error)}`, placeOfFile(path));
  }
}

function unreadable(path: string, reason: string): Diagnostic {
  return diagnostic('input-unreadable', `${path} cannot be read: ${reason}`, placeOfFile(path));
}
