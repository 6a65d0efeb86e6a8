import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type Diagnostic, diagnostic, withNext } from '../../../diagnostics/diagnostic.ts';
import { placeOfFile } from '../../../text/place.ts';
import { errorCode, systemMessage } from '../../system-error.ts';
import { createDurably, syncFolder, tolerate } from '../../write/durable.ts';
import { withFolderLock } from '../folder-lock.ts';
import type { Mail } from './format-mails.ts';

/**
 * Writes the mails to a folder, relative to `cwd`, which is made where there is none. No two runs do so at once. All or none: when the system
 * refuses, the folder is as it was. A new folder appears complete, also when the process is killed; in an old one a
 * kill between two renames leaves those made so far, and the next run makes the rest. Mails of the same names are
 * replaced; one of the same version that this series does not have is a finding, since `git am` would take it along.
 * Null when it worked.
 */
export function putMails(cwd: string, folder: string, mails: readonly Mail[]): Diagnostic | null {
  const target = resolve(cwd, folder);
  try {
    // Another run may make the folder meanwhile.
    if (!existsSync(target) && putNew(target, mails)) return null;
    const outcome = withFolderLock(target, () => putOver(target, folder, mails));
    if (outcome.kind === 'done') return outcome.value;
    const message = `process ${outcome.owner.pid} is writing mails to ${folder}`;
    const finding = diagnostic('mails-unwritable', message, placeOfFile(folder));
    return withNext(finding, 'Run the command again when that process has ended.');
  } catch (error) {
    const message = `the mails cannot be written to ${folder}: ${systemMessage(error)}`;
    return diagnostic('mails-unwritable', message, placeOfFile(folder));
  }
}

function putOver(target: string, folder: string, mails: readonly Mail[]): Diagnostic | null {
  const left = leftOver(readdirSync(target), mails);
  if (left !== null) {
    const message = `${folder} contains ${left}, which is not a mail of this series`;
    return diagnostic('mails-left-over', message, placeOfFile(join(folder, left)));
  }
  putBeside(target, mails);
  return null;
}

/** False when somebody else has put a folder there that holds something. */
function putNew(target: string, mails: readonly Mail[]): boolean {
  const parent = dirname(target);
  const madeFirst = mkdirSync(parent, { recursive: true });
  let beside: string | null = null;
  try {
    beside = mkdtempSync(join(parent, `.${basename(target)}-`));
    // mkdtemp's folder is its owner's alone; the user's umask decides on this one.
    const complete = join(beside, 'mails');
    mkdirSync(complete);
    fill(complete, mails);
    renameSync(complete, target);
    syncFolder(parent);
    return true;
  } catch (error) {
    if (beside !== null) rmSync(beside, { recursive: true, force: true });
    if (['ENOTEMPTY', 'EEXIST'].includes(errorCode(error))) return false;
    if (madeFirst !== undefined) removeEmpty(parent, madeFirst);
    throw error;
  } finally {
    if (beside !== null) rmSync(beside, { recursive: true, force: true });
  }
}

/** Removes `folder` and those above it up to `last`, as far as they are empty. */
function removeEmpty(folder: string, last: string): void {
  for (let at = folder; at.length >= last.length; at = dirname(at)) {
    tolerate(['ENOTEMPTY', 'EEXIST', 'ENOENT'], () => rmdirSync(at));
  }
}

function putBeside(target: string, mails: readonly Mail[]): void {
  const inside = mkdtempSync(join(target, '.header-split-'));
  const replaced: { readonly name: string; readonly before: Buffer | null }[] = [];
  try {
    fill(inside, mails);
    for (const { name } of mails) {
      const before = contentOf(join(target, name));
      renameSync(join(inside, name), join(target, name));
      replaced.push({ name, before });
    }
  } catch (error) {
    for (const { name, before } of replaced) {
      rmSync(join(target, name), { force: true });
      if (before !== null) createDurably(join(target, name), before, { permissions: 0o666 });
    }
    throw error;
  } finally {
    rmSync(inside, { recursive: true, force: true });
  }
  syncFolder(target);
}

function fill(folder: string, mails: readonly Mail[]): void {
  for (const { name, text } of mails) {
    createDurably(join(folder, name), Buffer.from(text, 'latin1'), { permissions: 0o666 });
  }
}

function contentOf(path: string): Buffer | null {
  try {
    // A pipe would be waited for.
    if (!lstatSync(path).isFile()) throw Object.assign(new Error(`${path} is not a regular file`), { code: 'EEXIST' });
    return readFileSync(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** The first mail in a folder that has this series' version and none of its names. */
function leftOver(names: readonly string[], mails: readonly Mail[]): string | null {
  const own = new Set(mails.map(({ name }) => name));
  const version = versionOf(mails[0]?.name ?? '');
  return names.toSorted().find((name) => version !== null && versionOf(name) === version && !own.has(name)) ?? null;
}

/** Of a mail's name: `v2` of `v2-0001-….patch`, empty for a first version; null for another file. */
export function versionOf(name: string): string | null {
  const found = /^(?:(v[^-/]+)-)?\d{4,}-.*\.patch$/.exec(name);
  return found === null ? null : (found[1] ?? '');
}
