import { realpathSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import { placeOfFile } from '../../text/place.ts';
import type { SourceText } from '../../text/source-text.ts';
import { readInputFile } from '../input-file.ts';
import { systemMessage } from '../system-error.ts';

/** A directory with a compile database. */
export type BuildFolder = { readonly folder: string; readonly database: SourceText };

/** Bytes; that of a kernel has 50 MB. */
const LARGEST_DATABASE = 512 * 1024 * 1024;

/** What `-p` names: a directory, or the database in it. */
export function openBuildFolder(cwd: string, spelt: string): BuildFolder | Diagnostic {
  const path = resolve(cwd, spelt);
  try {
    const isFile = statSync(path).isFile();
    const file = isFile ? spelt : `${spelt.replace(/(?<!\/)\/+$/, '') || '/'}/compile_commands.json`;
    const database = readInputFile(cwd, file, LARGEST_DATABASE);
    if ('code' in database) return database;
    const folder = realpathSync.native(isFile ? dirname(path) : path);
    if (folder !== '/') return { folder, database };
    return diagnostic(
      'database-unusable',
      `${spelt}: the root of the file system is no build directory`,
      placeOfFile(spelt),
    );
  } catch (error) {
    return diagnostic('database-unusable', `${spelt} cannot be read: ${systemMessage(error)}`, placeOfFile(spelt));
  }
}
