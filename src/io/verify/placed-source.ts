import { realpathSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Unit } from '../../verify/command/read-command.ts';
import { type PlacedLines, placedLines } from '../../verify/placed-lines.ts';
import { errorCode } from '../system-error.ts';
import { readScratch, type ScratchTrees } from './scratch-trees.ts';

/** A unit of the tree after a patch whose lines have the numbers that they had before it. */
export type PlacedSource = {
  readonly unit: Unit;
  /** Absolute, as it would be called in the user's tree. */
  readonly path: string;
  readonly lineOf: PlacedLines['lineOf'];
  readonly remove: () => void;
};

let count = 0;

/** Writes the source beside the one in the scratch tree, for what it includes; null where it is the same, or cannot be written. */
export function placeSource(unit: Unit, scratch: ScratchTrees): PlacedSource | null {
  const { source, input } = unit;
  const [before, after] = [readScratch(scratch.into('before', source)), readScratch(scratch.into('after', source))];
  if (before === null || after === null || before === after) return null;
  const spelt = typeof input === 'string' ? input : input.path;
  const name = `.header-split-${count++}-${spelt.slice(spelt.lastIndexOf('/') + 1)}`;
  const beside = spelt.slice(0, spelt.lastIndexOf('/') + 1) + name;
  // As the compiler finds it, which starts in the directory of the unit.
  const file = resolve(scratch.into('after', unit.folder), scratch.into('after', beside));
  const { text, lineOf } = placedLines(before, after);
  try {
    // Nothing is written through a link that leads out of the copy.
    if (!realpathSync(dirname(file)).startsWith(`${realpathSync(scratch.folder)}/`)) return null;
    writeFileSync(file, text, { encoding: 'latin1', flag: 'wx' });
  } catch (error) {
    errorCode(error);
    return null;
  }
  const placed = { ...unit, input: typeof input === 'string' ? beside : { ...input, path: beside } };
  return { unit: placed, path: scratch.outOf(file), lineOf, remove: () => rmSync(file, { force: true }) };
}
