import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ScratchTrees } from './scratch-trees.ts';

let count = 0;

/** Writes a source of ours, which includes what is to be looked at; its path. */
export function putProbe({ output }: ScratchTrees, includes: readonly string[], ending: string): string {
  const path = join(output, `alone-${count++}.${ending}`);
  writeFileSync(path, includes.map((one) => `#include ${one}\n`).join(''), 'latin1');
  return path;
}
