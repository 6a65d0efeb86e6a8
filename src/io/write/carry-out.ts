import { renameSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { assertNever } from '../../diagnostics/assert-never.ts';
import { errorCode } from '../system-error.ts';
import { syncFolder, tolerate } from './durable.ts';
import type { Journal, Step } from './journal.ts';
import { standingAt } from './write-target.ts';

/**
 * Puts every file of a committed journal in its place. Steps that were made before are left as they are, so this may
 * be repeated after an interruption. The caller has checked what stands where.
 */
export function rollForward(root: string, steps: readonly Step[]): void {
  for (const step of steps) makeStep(root, step);
  for (const folder of new Set(steps.map((step) => dirname(join(root, step.path))))) syncFolder(folder);
}

/** Removes what a journal that was not committed may have left: temporary files, and new folders that are empty. */
export function rollBack(root: string, journal: Journal): void {
  for (const step of journal.steps) {
    if (step.kind !== 'delete') removeTemporary(root, step.temporary);
  }
  for (const folder of journal.newFolders.toReversed()) {
    tolerate(['ENOENT', 'ENOTDIR', 'ENOTEMPTY', 'EEXIST'], () => rmdirSync(join(root, folder)));
  }
}

function makeStep(root: string, step: Step): void {
  switch (step.kind) {
    case 'create':
    case 'modify': {
      const target = join(root, step.path);
      try {
        renameSync(join(root, step.temporary), target);
      } catch (error) {
        if (errorCode(error) !== 'ENOENT' || !stands(target, step.after)) throw error;
      }
      return;
    }
    case 'delete':
      rmSync(join(root, step.path), { force: true });
      return;
    default:
      assertNever(step);
  }
}

function stands(target: string, sum: string): boolean {
  const standing = standingAt(target);
  return standing.kind === 'file' && standing.sum === sum;
}

function removeTemporary(root: string, temporary: string): void {
  tolerate(['ENOTDIR'], () => rmSync(join(root, temporary), { force: true }));
}
