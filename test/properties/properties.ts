import fc from 'fast-check';
import { projects } from './c/arbitrary.ts';
import type { ProjectDraft } from './c/draft.ts';
import { type HandEdit, handEdits } from './hand/hand-edit.ts';
import { type Counts, checkConfluence, checkHandEdits } from './laws/regenerate-laws.ts';
import { checkSplit } from './laws/split-laws.ts';
import { type ManifestEdit, manifestEdits } from './manifest/manifest-edit.ts';
import { type Project, printProject } from './project.ts';

export type LawName = 'split' | 'manifest-edits' | 'hand-edits';

/** An edit is null where shrinking has left it out, so that those behind it keep their numbers. */
export type Case = {
  readonly project: ProjectDraft;
  readonly edits: readonly (ManifestEdit | null)[];
  readonly byHand: readonly (HandEdit | null)[];
};

/** How many edits a case has. A seed makes the same case only with the same sizes. */
export type Sizes = { readonly edits: number; readonly byHand: number };

export function cases({ edits, byHand }: Sizes): fc.Arbitrary<Case> {
  // Shrinking goes in this order; the fewer the edits, the faster it goes on.
  return fc.record({
    edits: exactly(edits, manifestEdits()),
    byHand: exactly(byHand, handEdits()),
    project: projects(),
  });
}

/** Laws 1, 2, 4 and 9 of a split; 4, 5 and 9 of edits of the manifest; 6 of both kinds of edits. */
export async function checkLaw(law: LawName, { project, edits, byHand }: Case, isThorough: boolean): Promise<Counts> {
  return checkProject(law, printProject(project), { edits, byHand }, isThorough);
}

/** `isThorough` lets gcc and git look at a split. */
export async function checkProject(
  law: LawName,
  project: Project,
  { edits, byHand }: Omit<Case, 'project'>,
  isThorough: boolean,
): Promise<Counts> {
  if (law === 'manifest-edits') return checkConfluence(project, edits);
  if (law === 'hand-edits') return checkHandEdits(project, byHand, edits);
  const { kind } = await checkSplit(project, { compiles: isThorough, patches: isThorough });
  return { attempts: 1, stops: kind === 'stopped' ? 1 : 0 };
}

/** As many as asked for, each of which shrinking may leave out. */
function exactly<T>(count: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<(T | null)[]> {
  const rarely = 1_000_000;
  return fc.array(fc.option(arbitrary, { freq: rarely }), { minLength: count, maxLength: count, size: 'max' });
}
