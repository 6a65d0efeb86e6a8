import { lstatSync, readFileSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import { placeOfFile } from '../../text/place.ts';
import { systemMessage } from '../system-error.ts';
import { createDurably, syncFolder } from './durable.ts';
import { temporaryBeside } from './journal.ts';
import { probeReplaceable } from './write-target.ts';

/**
 * Gives a file that the user named, inside the tree or not, new bytes (latin1), or leaves it whole as it was, also when
 * the process is killed: the new file is written beside it and renamed. Mode, and owner where the system allows, stay;
 * a symbolic link stays one. Refuses when the file no longer holds `before`. Null when it worked.
 */
export function replaceFile(cwd: string, path: string, before: string, after: string): Diagnostic | null {
  let temporary: string | null = null;
  try {
    const file = realpathSync.native(resolve(cwd, path));
    const { mode, uid, gid } = lstatSync(file);
    probeReplaceable(file);
    temporary = temporaryBeside(file);
    createDurably(temporary, Buffer.from(after, 'latin1'), { permissions: mode & PERMISSIONS, uid, gid });
    if (readFileSync(file, 'latin1') !== before) {
      rmSync(temporary);
      return diagnostic('changed-meanwhile', `${path} changed after it was read`, placeOfFile(path));
    }
    renameSync(temporary, file);
    syncFolder(dirname(file));
    return null;
  } catch (error) {
    if (temporary !== null) rmSync(temporary, { force: true });
    return diagnostic('write-failed', `${path} cannot be replaced: ${systemMessage(error)}`, placeOfFile(path));
  }
}

const PERMISSIONS = 0o7777;
