import { readFileSync } from 'node:fs';
import { errorCode } from '../system-error.ts';

/** The process that writes. `started` tells it from a later one with the same number, where the system says it. */
export type Owner = { readonly pid: number; readonly started: string | null };

export function thisProcess(): Owner {
  return { pid: process.pid, started: startOf(process.pid) };
}

/** Whether the owner is another process that still runs. */
export function isAtWork(owner: Owner): boolean {
  if (owner.pid === process.pid) return false;
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    if (errorCode(error) === 'ESRCH') return false;
  }
  const started = startOf(owner.pid);
  if (started === DEAD) return false;
  return started === null || owner.started === null || started === owner.started;
}

export function isOwner(value: unknown): value is Owner {
  if (typeof value !== 'object' || value === null || !('pid' in value) || !('started' in value)) return false;
  const { pid, started } = value;
  // Other numbers would address process groups.
  return Number.isSafeInteger(pid) && Number(pid) > 0 && (started === null || typeof started === 'string');
}

/** A process that ended and whose parent has not asked yet. */
const DEAD = 'dead';

/** Linux: the process's start in clock ticks since boot, field 22 of its `stat`; the name before it may hold spaces. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' || state === 'X' ? DEAD : (rest[18] ?? null);
  } catch {
    return null;
  }
}
