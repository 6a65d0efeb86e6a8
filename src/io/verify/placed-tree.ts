import { mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Unit } from '../../verify/command/read-command.ts';
import { type PlacedLines, placedLines } from '../../verify/placed-lines.ts';
import { errorCode } from '../system-error.ts';
import { removeFolder } from './remove-folder.ts';
import { isBelow, readScratch, type ScratchTrees } from './scratch-trees.ts';

/** A tree after a patch in which the lines of changed files have the numbers that they had before it. */
export type PlacedTree = {
  /** As the copies, where the state after is this tree. */
  readonly scratch: ScratchTrees;
  /** The line (1-based) of a changed file that has a number; of other files the number. */
  readonly lineOf: (path: string, number: number) => number;
  readonly remove: () => void;
};

/**
 * Writes changed files, absolute, into a tree of their own; null where all are the same, or it cannot be made. Only what leads to
 * them, the unit and its directory are directories there: the others are links to those of the copy.
 */
export function placeTree(unit: Unit, changed: readonly string[], scratch: ScratchTrees): PlacedTree | null {
  const placed = new Map<string, PlacedLines>();
  for (const path of changed) {
    const [before, after] = [readScratch(scratch.into('before', path)), readScratch(scratch.into('after', path))];
    if (before !== null && after !== null && before !== after) placed.set(path, placedLines(before, after));
  }
  if (placed.size === 0) return null;
  const top = mkdtempSync(join(scratch.folder, 'placed-'));
  const copy = scratch.into('after', unit.folder).slice(0, -unit.folder.length);
  const real = new Set<string>();
  try {
    for (const path of [unit.folder, ...[unit.source, ...placed.keys()].map(dirname)]) {
      for (let at = path; !real.has(at); at = dirname(at)) real.add(at);
    }
    for (const folder of [...real].sort()) fill(folder);
  } catch (error) {
    errorCode(error);
    removeFolder(top);
    return null;
  }
  const into: ScratchTrees['into'] = (side, path) => {
    const standing = scratch.into(side, path);
    return side === 'after' && standing !== path ? top + path : standing;
  };
  return {
    scratch: {
      ...scratch,
      into,
      outOf: (path) => (isBelow(top, path) ? path.slice(top.length) : scratch.outOf(path)),
    },
    lineOf: (path, number) => placed.get(path)?.lineOf(number) ?? number,
    remove: () => removeFolder(top),
  };

  function fill(folder: string): void {
    mkdirSync(top + folder, { recursive: true });
    for (const { name } of readdirSync(copy + folder, { withFileTypes: true })) {
      const path = join(folder, name);
      const own = placed.get(path);
      if (own !== undefined) writeFileSync(top + path, own.text, { encoding: 'latin1', flag: 'wx' });
      else if (!real.has(path)) symlinkSync(copy + path, top + path);
    }
  }
}
