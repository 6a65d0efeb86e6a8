import {
  closeSync,
  constants,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { errorCode } from '../system-error.ts';

/** What the names of scratch directories begin with. */
export const SCRATCH = 'header-split-verify-';

const OWNER = 'owner';

/** The process that made a scratch directory. `place` is the machine, as far as numbers of processes are told apart. */
type Owner = { readonly place: string; readonly pid: number; readonly started: string };

/** Leaves word in a scratch directory of who made it, so that a later run can tell whether it is still in use. */
export function sign(folder: string): void {
  const owner = [placeOfProcesses(), process.pid, startOf(process.pid)].join('\n');
  writeFileSync(join(folder, OWNER), owner, { flag: 'wx' });
}

/**
 * Removes the scratch directories that runs of this user left which did not come to an end, as after `kill -9`. What is a
 * link, another user's, unsigned, or made where numbers of processes mean others, stays.
 */
export function removeAbandoned(top: string): void {
  for (const name of namesIn(top)) {
    const folder = join(top, name);
    const owner = isOwn(folder) ? ownerOf(folder) : null;
    if (owner === null || isRunning(owner)) continue;
    // Another run may remove it too, and make it again: what is removed has a name of this run alone, and is looked at again.
    const taken = join(top, `${SCRATCH}gone-${process.pid}-${name.slice(SCRATCH.length)}`);
    if (!isMoved(folder, taken)) continue;
    const found = ownerOf(taken);
    if (found === null || !isRunning(found)) rmSync(taken, { recursive: true, force: true });
    else isMoved(taken, folder);
  }
}

function namesIn(top: string): readonly string[] {
  try {
    return readdirSync(top).filter((name) => name.startsWith(SCRATCH));
  } catch (error) {
    errorCode(error);
    return [];
  }
}

function isOwn(folder: string): boolean {
  const stat = lstatSync(folder, { throwIfNoEntry: false });
  return stat?.isDirectory() === true && stat.uid === userInfo().uid && (stat.mode & 0o077) === 0;
}

function isMoved(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    errorCode(error);
    return false;
  }
}

/** Null: nobody signed. */
function ownerOf(folder: string): Owner | null {
  let file: number | null = null;
  try {
    file = openSync(join(folder, OWNER), constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const [place, pid = '', started, ...rest] = readFileSync(file, 'utf8').split('\n');
    if (place === undefined || started === undefined || rest.length > 0 || !/^[1-9]\d{0,8}$/.test(pid)) return null;
    return { place, pid: Number(pid), started };
  } catch (error) {
    errorCode(error);
    return null;
  } finally {
    if (file !== null) closeSync(file);
  }
}

/** A process of another place counts as running. A number is given again: when the process began tells them apart. */
function isRunning({ place, pid, started }: Owner): boolean {
  if (place !== placeOfProcesses()) return true;
  try {
    process.kill(pid, 0);
    return startOf(pid) === started;
  } catch (error) {
    return errorCode(error) !== 'ESRCH';
  }
}

function placeOfProcesses(): string {
  return [hostname(), text('/proc/sys/kernel/random/boot_id'), link('/proc/self/ns/pid')].join(' ');
}

/** When a process began, in the system's own count; empty where it does not tell. */
function startOf(pid: number): string {
  const stat = text(`/proc/${pid}/stat`);
  // The name before may hold spaces and brackets.
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

function text(path: string): string {
  try {
    return readFileSync(path, 'latin1').trim();
  } catch (error) {
    errorCode(error);
    return '';
  }
}

function link(path: string): string {
  try {
    return readlinkSync(path);
  } catch (error) {
    errorCode(error);
    return '';
  }
}
