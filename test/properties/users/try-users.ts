import fc from 'fast-check';
import type { Verdict } from '../try-case.ts';
import { type GeneratedTree, generatedTrees } from './generated-tree.ts';
import { checkUsersLaws } from './users-laws.ts';

/** The laws of a change of includes on the tree that a seed makes. A failure shows the smallest tree that fails too. */
export function tryUsers(seed: number): Verdict {
  const run = fc.check(fc.property(generatedTrees(), checkUsersLaws), { seed, numRuns: 1 });
  if (!run.failed) return { kind: 'held', counts: { attempts: 1, stops: 0 } };
  const tree: GeneratedTree = run.counterexample?.[0] ?? {};
  const files = Object.entries(tree).map(([path, text]) => `--- ${path}\n${text}`);
  return { kind: 'failed', message: `users, seed ${seed}: ${String(run.errorInstance)}\n${files.join('')}` };
}
