import { type Diagnostic, stopsTheRun } from '../diagnostics/diagnostic.ts';
import type { Manifest } from '../manifest/manifest.ts';
import type { Header } from '../model/header.ts';
import type { Tree } from '../text/tree.ts';
import { assignItems } from './assign.ts';
import { checkFiles } from './check-files.ts';
import { checkGuards } from './check-guards.ts';
import { checkHeader } from './check-header.ts';
import { copyComments } from './copy-comments.ts';
import { glue, gluedPairs } from './glue.ts';
import { guardFromFile, guardName } from './guard-names.ts';
import { includeGraph } from './include-graph.ts';
import { lookUpMacros } from './known-macros.ts';
import { supplyLicence } from './licence.ts';
import { spellPartIncludes } from './part-includes.ts';
import { placeIncludes } from './place-includes.ts';
import { reviewNotes } from './review-notes.ts';
import { settle } from './settle.ts';
import { includeDirsFrom, mentionsOf } from './spellings.ts';
import type { SplitPlan } from './split-plan.ts';
import { unknownAnnotations } from './unseen-annotations.ts';
import { usesOf } from './uses.ts';

export type PlanInput = {
  readonly header: Header;
  readonly manifest: Manifest;
  /** The tree around the header: read for includes, guards and mentions; never written. */
  readonly tree: Tree;
  /** Files that contain each of these words; from one search of the tree with `wordsToSearch`. */
  readonly naming: ReadonlyMap<string, readonly string[]>;
};

export type PlanOutcome = { readonly plan: SplitPlan | null; readonly findings: readonly Diagnostic[] };

/** The words whose places in the tree a plan must know: the header's base name and every guard. */
export function wordsToSearch(header: Header, manifest: Manifest): readonly string[] {
  const base = header.source.path.slice(header.source.path.lastIndexOf('/') + 1);
  const own = header.guard.kind === 'macro' ? [header.guard.name] : [];
  return [...new Set([base, ...own, ...guardsOf(header, manifest).values()])];
}

/** Decides where everything goes. `plan` is null when a finding stops the run. */
export function planSplit({ header, manifest, tree, naming }: PlanInput): PlanOutcome {
  const structure = checkHeader(header, manifest);
  const assigned = assignItems(header, manifest);
  const findings: Diagnostic[] = [...structure, ...assigned.findings];
  const base = header.source.path.slice(header.source.path.lastIndexOf('/') + 1);
  const mentions = mentionsOf(
    tree,
    header.source.path,
    [...naming].filter(([, words]) => words.includes(base)).map(([file]) => file),
  );
  const dirs = manifest.includeDirs ?? includeDirsFrom(header.source.path, mentions);
  const graph = includeGraph(tree, dirs);
  const uses = usesOf(header);
  const pairs = gluedPairs(header);
  const known = lookUpMacros(
    tree,
    graph,
    header.source.path,
    new Set([...unknownAnnotations(header), ...pairs.map(({ macro }) => macro)]),
  );
  const glued = glue(pairs, known, assigned.placements);
  const included = placeIncludes({ header, manifest, tree, graph, uses, placements: glued });
  findings.push(...included.findings);
  if (stopsTheRun(findings)) return { plan: null, findings };
  const settled = settle(header, manifest, uses, included.placements);
  findings.push(...settled.findings);
  const guards = guardsOf(header, manifest);
  findings.push(
    ...checkGuards(header, manifest, guards, naming),
    ...checkFiles(header, manifest, tree, settled.layout),
  );
  const licence = supplyLicence(header, manifest, tree);
  findings.push(...licence.findings);
  const commentTargets = copyComments(header, manifest, settled.placements);
  const plan: SplitPlan = {
    header,
    manifest,
    placements: settled.placements,
    layout: settled.layout,
    commentTargets,
    guards,
    wrapperGuard: header.guard.kind === 'macro' ? header.guard.name : guardFromFile(header.source.path),
    licence: licence.text,
    partIncludes: spellPartIncludes(header, settled.layout, dirs, mentions),
    findings: [],
  };
  const all = [...findings, ...reviewNotes(plan, uses, mentions, known)];
  return stopsTheRun(all) ? { plan: null, findings: all } : { plan: { ...plan, findings: all }, findings: all };
}

function guardsOf(header: Header, manifest: Manifest): ReadonlyMap<string, string> {
  return new Map(
    [...new Set(manifest.parts.map((part) => part.file))].map((file) => [
      file,
      guardName(header, file, manifest.parts),
    ]),
  );
}
