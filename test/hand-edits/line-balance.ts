import { todaysNames } from './hand-edit.ts';
import type { Contents } from './project.ts';

export type FourTrees = {
  readonly split: Contents;
  readonly handEdited: Contents;
  /** The split after the manifest's edit alone. */
  readonly alone: Contents;
  /** After both. */
  readonly result: Contents;
};

/**
 * What a hand edit adds to a split, line by line wherever the lines stand, it must add to the regenerated split as well,
 * and what it takes away it must take away. The lines for which that is not so: `+` for one too many, `-` for one that
 * is missing. Blank lines do not count.
 */
export function lineBalance(trees: FourTrees, renames: ReadonlyMap<string, string>): readonly string[] {
  const balance = new Map<string, number>();
  const add = (contents: Contents, times: number, today: (line: string) => string): void => {
    for (const line of Object.values(contents).flatMap((text) => text.split('\n'))) {
      if (line.trim() !== '') balance.set(today(line), (balance.get(today(line)) ?? 0) + times);
    }
  };
  const asItIs = (line: string): string => line;
  const asToday = (line: string): string => todaysNames(line, renames);
  add(trees.result, 1, asItIs);
  add(trees.alone, -1, asItIs);
  add(trees.handEdited, -1, asToday);
  add(trees.split, 1, asToday);
  return [...balance].flatMap(([line, count]) => Array(Math.abs(count)).fill(`${count > 0 ? '+' : '-'}${line}`)).sort();
}
