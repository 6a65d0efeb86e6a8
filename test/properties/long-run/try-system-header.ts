import fc from 'fast-check';
import type { Counts } from '../laws/regenerate-laws.ts';
import { checkConfluence } from '../laws/regenerate-laws.ts';
import { manifestEdits } from '../manifest/manifest-edit.ts';
import type { Project } from '../project.ts';
import type { Verdict } from '../try-case.ts';

/** Tries edits of a manifest on a header that was found. Shrinking leaves edits out; the header stays as it is. */
export async function trySystemHeader(project: Project, seed: number, edits: number): Promise<Verdict> {
  let counts: Counts = { attempts: 0, stops: 0 };
  const one = fc.option(manifestEdits(), { freq: 1_000_000 });
  const list = fc.array(one, { minLength: edits, maxLength: edits, size: 'max' });
  const property = fc.asyncProperty(list, async (drawn) => {
    counts = await checkConfluence(project, drawn);
  });
  const run = await fc.check(property, { seed, numRuns: 1, interruptAfterTimeLimit: 60_000 });
  if (!run.failed) return { kind: 'held', counts };
  const left = run.counterexample?.[0].filter((edit) => edit !== null);
  return {
    kind: 'failed',
    message: `${project.manifest.header}, seed ${seed}: ${JSON.stringify(left)}\n${run.errorInstance}`,
  };
}
