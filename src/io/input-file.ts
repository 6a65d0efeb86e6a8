import { closeSync, fstatSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { placeOfFile } from '../text/place.ts';
import type { SourceText } from '../text/source-text.ts';
import { systemMessage } from './system-error.ts';

/** Bytes; no manifest is larger, and a device or a pipe must not be read to its end. */
const LARGEST_INPUT = 4 * 1024 * 1024;

/** Reads a file that the user named on the command line, relative to `cwd`; inside the tree or not. */
export function readInputFile(cwd: string, path: string): SourceText | Diagnostic {
  let descriptor: number | null = null;
  try {
    descriptor = openSync(resolve(cwd, path), 'r');
    const stat = fstatSync(descriptor);
    if (stat.isDirectory()) return unreadable(path, 'it is a folder');
    if (!stat.isFile()) return unreadable(path, 'it is no regular file');
    if (stat.size > LARGEST_INPUT)
      return unreadable(path, `it has ${stat.size} bytes, and ${LARGEST_INPUT} are the most`);
    return { path, text: readFileSync(descriptor, 'latin1') };
  } catch (error) {
    return unreadable(path, systemMessage(error));
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}

/** Writes a file that the user named by `-o`; null when that worked. `exclusive` refuses to replace one. */
export function writeOutputFile(cwd: string, path: string, content: string, exclusive: boolean): Diagnostic | null {
  try {
    writeFileSync(resolve(cwd, path), content, { encoding: 'latin1', flag: exclusive ? 'wx' : 'w' });
    return null;
  } catch (error) {
    return diagnostic('output-unwritable', `${path} cannot be written: ${systemMessage(error)}`, placeOfFile(path));
  }
}

function unreadable(path: string, reason: string): Diagnostic {
  return diagnostic('input-unreadable', `${path} cannot be read: ${reason}`, placeOfFile(path));
}
