import { type Diagnostic, stopsTheRun } from '../diagnostics/diagnostic.ts';
import type { Manifest } from '../manifest/manifest.ts';
import type { Header, Item } from '../model/header.ts';
import { openItems } from '../model/open-items.ts';
import type { Tree } from '../text/tree.ts';
import { assignItems } from './assign.ts';
import { closedMacros } from './brackets/closed-macros.ts';
import { definitionsBehind } from './brackets/known-marks.ts';
import { partedPragmas } from './brackets/parted-pragmas.ts';
import { pragmasLeft } from './brackets/pragmas-left.ts';
import { pushedMacros } from './brackets/pushed-macros.ts';
import { suspectedBrackets } from './brackets/suspected-brackets.ts';
import { checkFiles } from './check-files.ts';
import { checkGuards } from './check-guards.ts';
import { checkHeader } from './check-header.ts';
import { copyComments } from './copy-comments.ts';
import { wrapperGuard } from './guard-names.ts';
import { checkAssertIncludes } from './includes/check-assert-includes.ts';
import { checkPartFileIncludes } from './includes/check-part-file-includes.ts';
import { partsNeedHeaderGuard } from './includes/guard-needed-by-includes.ts';
import { asFarAsFound } from './includes/include-not-found.ts';
import { usesOfMovedIncludes } from './includes/include-uses.ts';
import { isAboveGuard } from './includes/placing/decide-include.ts';
import { placeIncludes } from './includes/placing/place-includes.ts';
import { spellPartIncludes } from './includes/spell-part-includes.ts';
import { entryNotes, filesToEnter } from './includes/wrapper-entries.ts';
import { keepTogether } from './keep-together.ts';
import { sharedPartFile } from './layout.ts';
import { supplyLicence } from './licence.ts';
import { lookUpMacros } from './names/known-macros.ts';
import { tagsKnownFromIncludes } from './names/known-tags.ts';
import { entangledMacros, usesOf } from './names/names-used.ts';
import { settle } from './names/resolve-needs.ts';
import { macrosToExplain } from './names/unseen-annotations.ts';
import { reviewNotes } from './review-notes.ts';
import type { SplitPlan } from './split-plan.ts';
import type { TreeFacts } from './tree-facts.ts';

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
  const definitions = definitionsBehind({ tree, graph, prelude: manifest.prelude }, [header.source]);
  const uses = usesOf(header, definitions);
  findings.push(...entangledMacros(header, uses));
  const known = lookUpMacros(
    tree,
    graph,
    { header: header.source.path, prelude: manifest.prelude },
    macrosToExplain(header),
  );
  const notFound = asFarAsFound(header, tree, graph);
  const closed = closedMacros(header, known);
  const kept = keepTogether(
    header,
    openItems(header, (macro) => closed.has(macro)),
    known,
    assigned.placements,
    manifest.shared,
    notFound,
  );
  const input = { header, manifest, tree, facts, uses, placements: kept.placements };
  const included = placeIncludes(input);
  findings.push(...kept.findings, ...included.findings);
  if (stopsTheRun(findings)) return { plan: null, findings };
  const usedByInclude = usesOfMovedIncludes(header, tree, facts, uses, included.placements);
  const knownTags = tagsKnownFromIncludes(header, tree, facts, uses, included.placements, manifest, definitions);
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
    ...pragmasLeft(header, settled.placements, tree, facts, definitions),
    ...pushedMacros(header, settled.placements),
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
  const all = [...findings, ...reviewNotes(plan, uses, mentions, known, notFound)];
  return { plan: stopsTheRun(all) ? null : { ...plan, findings: all }, findings: all };
}
