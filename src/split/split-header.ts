import { type Diagnostic, stopsTheRun } from '../diagnostics/diagnostic.ts';
import type { DefinitionReport } from '../edits/assertion-changes.ts';
import { checkConservation } from '../edits/check-conservation.ts';
import { assertInHeader } from '../edits/header-assertions.ts';
import { type RenderedFile, renderFiles, withoutAssertions } from '../edits/render-files.ts';
import type { Manifest } from '../manifest/manifest.ts';
import type { Header } from '../model/header.ts';
import { adviseAssignment } from '../plan/advise-assignment.ts';
import type { AssertedFunction } from '../plan/definitions/asserted-function.ts';
import { planSplit } from '../plan/plan-split.ts';
import type { TreeFacts } from '../plan/tree-facts.ts';
import type { Tree } from '../text/tree.ts';
import type { ExplainedHeader } from './explained-header.ts';

/** A whole header split by a manifest: the part files in wrapper order, and last the wrapper. */
export type SplitHeader = {
  /** Read with the annotations of the files that it includes. */
  readonly header: Header;
  /** Null when a finding stops the run. */
  readonly files: {
    readonly plain: readonly RenderedFile[];
    /** With the assertions of the functions that the header defines itself. */
    readonly asserted: readonly RenderedFile[];
  } | null;
  readonly findings: readonly Diagnostic[];
  readonly definitions: readonly DefinitionReport[];
  /** The functions that the header defines itself and that assert. */
  readonly asserted: readonly AssertedFunction[];
};

/** Plans and renders the split of a whole header, and checks that nothing is lost. Touches no source file. */
export async function splitHeader(
  tree: Tree,
  manifest: Manifest,
  { header, options }: ExplainedHeader,
  facts: TreeFacts,
): Promise<SplitHeader> {
  const { plan, findings } = planSplit({ header, manifest, tree, facts });
  if (!plan) {
    const trial = (other: Manifest) => planSplit({ header, manifest: other, tree, facts }).findings;
    const advised = adviseAssignment(header, manifest, findings, trial);
    return { header, files: null, findings: advised, definitions: [], asserted: [] };
  }
  const plain = renderFiles(plan, withoutAssertions);
  const lost = checkConservation(plan, plain, options);
  if (stopsTheRun(lost))
    return { header, files: null, findings: [...findings, ...lost], definitions: [], asserted: [] };
  const inline = await assertInHeader(plan);
  const { itemEdits, includes } = inline.assertions;
  const asserted = itemEdits.size + includes.size === 0 ? plain : renderFiles(plan, inline.assertions);
  return {
    header,
    files: { plain, asserted },
    findings: [...findings, ...inline.findings],
    definitions: inline.definitions,
    asserted: inline.asserted,
  };
}
