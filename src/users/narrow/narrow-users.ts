import type { ReachWhen } from '../given.ts';
import type { FileRewrite } from '../rewrite.ts';
import { isEmptyRewrite } from '../rewrite.ts';
import { addLost } from './add-lines.ts';
import { dropUseless } from './drop-useless.ts';
import { enclosedReach } from './enclosed-reach.ts';
import { guessedReach } from './guessed-reach.ts';
import { lendOnce } from './lend.ts';
import { narrowDirect } from './narrow-direct.ts';
import type { Situation } from './situation.ts';

export type Narrowed = {
  /** By file; a file that stays as it is has none. */
  readonly rewrites: ReadonlyMap<number, FileRewrite>;
  /** What the files read then. */
  readonly after: ReachWhen;
  /** Needs of files that may not change and that would have lost them: header -> what it keeps for them. */
  readonly lent: ReadonlyMap<number, readonly bigint[]>;
};

/**
 * Chooses the includes of every user: each direct one gets the fewest destinations that give what it needs; then each
 * file that would lose something by the change of another gets a line of its own.
 */
export function narrowUsers(situation: Situation): Narrowed {
  const lent = new Map<number, bigint[]>();
  const own = new Map<number, bigint>();
  const enclosed = enclosedReach(situation.graph, situation.order, situation.marked.any);
  const guessed = guessedReach(situation.graph, situation.order, situation.marked);
  for (;;) {
    const rewrites = narrowDirect(situation, lent, own);
    const after = addLost(situation, rewrites, enclosed, guessed);
    const lender = lendOnce(situation, rewrites, after, lent);
    if (lender || noteOwn(rewrites, own)) continue;
    dropUseless(situation, rewrites, after);
    for (const [file, rewrite] of rewrites) if (isEmptyRewrite(rewrite)) rewrites.delete(file);
    return { rewrites, after, lent };
  }
}

/**
 * Notes what files read by the lines that they get: a wrapper that stays need not give it as well, or a second run would
 * change the wrapper's line. Returns whether something is new.
 */
function noteOwn(rewrites: ReadonlyMap<number, FileRewrite>, own: Map<number, bigint>): boolean {
  let isNew = false;
  for (const [file, { added }] of rewrites) {
    const before = own.get(file) ?? 0n;
    const now = [...added.values()].flat().reduce((bits, { destination }) => bits | destination.covers, before);
    if (now === before) continue;
    own.set(file, now);
    isNew = true;
  }
  return isNew;
}
