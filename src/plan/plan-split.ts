import { type Diagnostic, stopsTheRun } from '../diagnostics/diagnostic.ts';
import type { Manifest } from '../manifest/manifest.ts';
import type { Header } from '../model/header.ts';
import type { Tree } from '../text/tree.ts';
import { assignItems } from './assign.ts';
import { checkAssertIncludes } from './check-assert-includes.ts';
import { checkFiles } from './check-files.ts';
import { checkGuards } from './check-guards.ts';
import { checkHeader } from './check-header.ts';
import { checkPartFileIncludes } from './check-part-file-includes.ts';
import { copyComments } from './copy-comments.ts';
import { glue, gluedPairs } from './glue.ts';
import { wrapperGuard } from './guard-names.ts';
import { partsNeedHeaderGuard } from './guard-test.ts';
import { usesOfMovedIncludes } from './include-uses.ts';
import { lookUpMacros } from './known-macros.ts';
import { tagsKnownFromIncludes } from './known-tags.ts';
import { sharedPartFile } from './layout.ts';
import { supplyLicence } from './licence.ts';
import { spellPartIncludes } from './part-includes.ts';
import { partedPragmas } from './parted-pragmas.ts';
import { placeIncludes } from './place-includes.ts';
import { reviewNotes } from './review-notes.ts';
import { settle } from './settle.ts';
import type { SplitPlan } from './split-plan.ts';
import { suspectedBrackets } from './suspected-brackets.ts';
import type { TreeFacts } from './tree-facts.ts';
import { macrosToExplain } from './unseen-annotations.ts';
import { entangledMacros, usesOf } from './uses.ts';

export type PlanInput = {
  readonly header: Header;
  readonly manifest: Manifest;
  /** The tree around the header: read for includes and the licence; never written. */
  readonly tree: Tree;
  readonly facts: TreeFacts;
};

export type PlanOutcome = { readonly plan: SplitPlan | null; readonly findings: readonly Diagnostic[] };

/** Decides where everything goes. `plan` is null when a finding stops the run. */
export function planSplit({ header, manifest, tree, facts }: PlanInput): PlanOutcome {
  const { graph, guards, mentions } = facts;
  const assigned = assignItems(header, manifest);
  const findings: Diagnostic[] = [...checkHeader(header, manifest), ...assigned.findings];
  const uses = usesOf(header);
  findings.push(...entangledMacros(header, uses));
  const pairs = gluedPairs(header);
  const known = lookUpMacros(tree, graph, header.source.path, macrosToExplain(header));
  const glued = glue(pairs, known, assigned.placements);
  const included = placeIncludes({ header, manifest, tree, facts, uses, placements: glued });
  findings.push(...included.findings);
  if (stopsTheRun(findings)) return { plan: null, findings };
  const usedByInclude = usesOfMovedIncludes(header, tree, facts, uses, included.placements);
  const knownTags = tagsKnownFromIncludes(header, tree, facts, uses, included.placements, manifest);
  const settled = settle(header, manifest, { ...uses, usedByInclude, knownTags }, included.placements);
  const licence = supplyLicence(header, manifest, tree);
  const headerGuard = partsNeedHeaderGuard(header, tree, facts, settled.placements);
  findings.push(
    ...settled.findings,
    ...headerGuard.findings,
    ...partedPragmas(header, settled.placements),
    ...suspectedBrackets(header, manifest, settled.placements, { tree, graph, prelude: manifest.prelude }),
    ...checkAssertIncludes(header, manifest, facts),
    ...checkGuards(header, manifest, facts),
    ...checkFiles(header, manifest, tree, settled.layout),
    ...checkPartFileIncludes(header, manifest, tree, facts, settled.placements),
    ...licence.findings,
  );
  const plan: SplitPlan = {
    header,
    manifest,
    placements: settled.placements,
    layout: settled.layout,
    commentTargets: copyComments(header, manifest, settled.placements),
    guards,
    wrapperGuard: wrapperGuard(header, headerGuard.isNeeded),
    headerGuardIn: headerGuard.isNeeded ? sharedPartFile(manifest) : null,
    licence: licence.text,
    partIncludes: spellPartIncludes(header, settled.layout, facts.evidentDirs, mentions),
    findings: [],
  };
  const all = [...findings, ...reviewNotes(plan, uses, mentions, known)];
  return { plan: stopsTheRun(all) ? null : { ...plan, findings: all }, findings: all };
}
