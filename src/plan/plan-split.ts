import { type Diagnostic, stopsTheRun } from '../diagnostics/diagnostic.ts';
import type { Manifest } from '../manifest/manifest.ts';
import type { Header, Item } from '../model/header.ts';
import { openItems } from '../model/open-items.ts';
import type { Tree } from '../text/tree.ts';
import { assignItems } from './assign.ts';
import { checkAssertIncludes } from './check-assert-includes.ts';
import { checkFiles } from './check-files.ts';
import { checkGuards } from './check-guards.ts';
import { checkHeader } from './check-header.ts';
import { checkPartFileIncludes } from './check-part-file-includes.ts';
import { closedMacros } from './closed-macros.ts';
import { copyComments } from './copy-comments.ts';
import { isAboveGuard } from './decide-include.ts';
import { wrapperGuard } from './guard-names.ts';
import { partsNeedHeaderGuard } from './guard-test.ts';
import { usesOfMovedIncludes } from './include-uses.ts';
import { keepTogether } from './keep-together.ts';
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
import { entryNotes, filesToEnter } from './wrapper-entries.ts';

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
  const known = lookUpMacros(
    tree,
    graph,
    { header: header.source.path, prelude: manifest.prelude },
    macrosToExplain(header),
  );
  const closed = closedMacros(header, known);
  const kept = keepTogether(
    header,
    openItems(header, (macro) => closed.has(macro)),
    known,
    assigned.placements,
    manifest.shared,
  );
  const input = { header, manifest, tree, facts, uses, placements: kept.placements };
  const included = placeIncludes(input);
  findings.push(...kept.findings, ...included.findings);
  if (stopsTheRun(findings)) return { plan: null, findings };
  const usedByInclude = usesOfMovedIncludes(header, tree, facts, uses, included.placements);
  const knownTags = tagsKnownFromIncludes(header, tree, facts, uses, included.placements, manifest);
  const completed = { ...uses, usedByInclude, knownTags };
  const settled = settle(header, manifest, completed, included.placements, included.siblings, kept.together);
  const entered = filesToEnter(settled.layout, manifest, included.leadingBack);
  const licence = supplyLicence(header, manifest, tree);
  const headerGuard = partsNeedHeaderGuard(header, tree, facts, settled.placements);
  findings.push(
    ...settled.findings,
    ...entryNotes({ ...input, placements: settled.placements }, included.leadingBack, entered),
    ...headerGuard.findings,
    ...partedPragmas(header, settled.placements),
    ...suspectedBrackets(header, manifest, settled.placements, { tree, graph, prelude: manifest.prelude }),
    ...checkAssertIncludes(header, manifest, facts),
    ...checkGuards(header, manifest, facts),
    ...checkFiles(header, manifest, tree, settled.layout),
    ...checkPartFileIncludes(header, manifest, tree, facts, settled.placements),
    ...licence.findings,
  );
  const inWrapper = ({ index }: Item): boolean => settled.placements[index]?.target.kind === 'wrapper';
  const plan: SplitPlan = {
    header,
    manifest,
    placements: settled.placements,
    layout: settled.layout,
    commentTargets: copyComments(header, manifest, settled.placements),
    guards,
    closedMacros: closed,
    wrapperGuard: wrapperGuard(header, headerGuard.isNeeded),
    headerGuardIn: headerGuard.isNeeded ? sharedPartFile(manifest) : null,
    licence: licence.text,
    aboveGuard: new Set(
      header.items.filter((item) => isAboveGuard(header, item) && inWrapper(item)).map(({ index }) => index),
    ),
    partIncludes: spellPartIncludes(header, settled.layout, facts.spell),
    entries: new Map([...entered].map((file) => [file, facts.spell(file, header.source.path)])),
    findings: [],
  };
  const all = [...findings, ...reviewNotes(plan, uses, mentions, known)];
  return { plan: stopsTheRun(all) ? null : { ...plan, findings: all }, findings: all };
}
