import { assertNever } from '../../diagnostics/assert-never.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { MadePatch, SeriesPatch } from '../../series/series-plan.ts';
import type { BuiltCommit, Picked } from './built-commit.ts';
import { importMade } from './import-made.ts';
import { pickMail } from './mails/pick-mail.ts';
import { pickCommit } from './pick-commit.ts';
import type { SeriesStart } from './series-start.ts';
import type { Workbench } from './workbench.ts';

export type Built =
  | { readonly kind: 'built'; readonly commits: readonly BuiltCommit[] }
  /** A prerequisite cannot be applied; the patches before it made the commits that are there. */
  | { readonly kind: 'refused'; readonly finding: Diagnostic };

/**
 * Makes a commit on the workbench of each patch, the first on top of the commit `on`. May be called again with the next
 * patches on the last commit: `treeAtCommit` shows what a prerequisite leaves. A made patch whose files do not stand as
 * it says is a bug and throws.
 */
export function buildCommits(
  bench: Workbench,
  start: SeriesStart,
  on: string,
  patches: readonly SeriesPatch[],
  { signOff = false }: { readonly signOff?: boolean } = {},
): Built {
  const commits: BuiltCommit[] = [];
  for (let at = 0; at < patches.length; ) {
    const tip = commits.at(-1)?.id ?? on;
    const made = madeFrom(patches, at);
    const first = patches[at];
    if (made.length > 0) {
      commits.push(...importMade(bench, start, tip, made, signOff));
      at += made.length;
    } else if (first !== undefined) {
      const picked = pick(bench, start, tip, first, signOff);
      if ('code' in picked) return { kind: 'refused', finding: picked };
      commits.push({ ...picked, patch: first });
      at++;
    }
  }
  return { kind: 'built', commits };
}

function madeFrom(patches: readonly SeriesPatch[], at: number): readonly MadePatch[] {
  const made: MadePatch[] = [];
  for (let patch = patches[at]; patch?.kind === 'made'; patch = patches[at + made.length]) made.push(patch);
  return made;
}

function pick(bench: Workbench, start: SeriesStart, on: string, patch: SeriesPatch, signed: boolean): Picked {
  switch (patch.kind) {
    case 'mail':
      return pickMail(bench, start, on, patch, signed);
    case 'commit':
      return pickCommit(bench, start, on, patch.revision, signed);
    case 'made':
      throw new Error('made patches are imported, not picked');
    default:
      return assertNever(patch);
  }
}
