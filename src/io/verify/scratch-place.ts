import { mkdtempSync, realpathSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { systemMessage } from '../system-error.ts';
import { SCRATCH } from './abandoned-scratch.ts';
import { isBelow } from './scratch-trees.ts';

export type ScratchPlace =
  /** Real. */
  { readonly kind: 'place'; readonly folder: string } | { readonly kind: 'refused'; readonly reason: string };

/**
 * The directory for temporary files, unless it lies in what is copied (real paths) or nothing can be made there. Without a
 * `TMPDIR` it is the system's.
 */
export function scratchPlace(temporary: string | undefined, copied: readonly string[]): ScratchPlace {
  const named = temporary === undefined || temporary === '' ? tmpdir() : resolve(temporary);
  try {
    const folder = realpathSync.native(named);
    const root = copied.find((one) => isBelow(one, folder));
    if (root !== undefined) {
      return { kind: 'refused', reason: `TMPDIR is ${named}, which lies in ${root}: the copy would hold itself` };
    }
    rmdirSync(mkdtempSync(join(folder, SCRATCH)));
    return { kind: 'place', folder };
  } catch (error) {
    return { kind: 'refused', reason: `TMPDIR is ${named}, where nothing can be written: ${systemMessage(error)}` };
  }
}
