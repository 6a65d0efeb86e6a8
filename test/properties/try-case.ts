import { AssertionError } from 'node:assert';
import fc from 'fast-check';
import { keepFailure } from './keep-failure.ts';
import type { Counts } from './laws/regenerate-laws.ts';
import { type Case, cases, checkLaw, type LawName, type Sizes } from './properties.ts';

/** One case, which its seed and sizes make. `isThorough` lets gcc and git look at a split. */
export type Attempt = {
  readonly law: LawName;
  readonly seed: number;
  readonly sizes: Sizes;
  readonly isThorough: boolean;
};

/** What became of a case; when it fails, a message that names the folder with the smallest case that fails as well. */
export type Verdict =
  | { readonly kind: 'held'; readonly counts: Counts }
  | { readonly kind: 'failed'; readonly message: string };

/** Milliseconds after which the smallest case so far is good enough. */
const SHRINKING = 120_000;

export async function tryCase({ law, seed, sizes, isThorough }: Attempt): Promise<Verdict> {
  let counts: Counts = { attempts: 0, stops: 0 };
  const property = fc.asyncProperty(cases(sizes), async (one) => {
    counts = await checkLaw(law, one, isThorough);
  });
  const run = await fc.check(property, { seed, numRuns: 1, interruptAfterTimeLimit: SHRINKING });
  const smallest: Case | undefined = run.counterexample?.[0];
  if (!run.failed || smallest === undefined) return { kind: 'held', counts };
  const reason = reasonOf(run.errorInstance);
  const folder = await keepFailure(law, seed, smallest, reason);
  return { kind: 'failed', message: `${law}, seed ${seed}: ${folder}\n${reason}` };
}

/** What a law or a program that it called had to say. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const said = 'stderr' in error && typeof error.stderr === 'string' ? error.stderr : '';
  if (said !== '') return said;
  // Where an assertion was made says nothing; where a bug threw, everything.
  return error instanceof AssertionError ? error.message : (error.stack ?? error.message);
}
