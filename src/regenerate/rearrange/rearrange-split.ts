import { assertNever } from '../../diagnostics/assert-never.ts';
import { type Diagnostic, diagnostic, stopsTheRun } from '../../diagnostics/diagnostic.ts';
import type { DefinitionReport } from '../../edits/assertion-changes.ts';
import type { RenderedFile } from '../../edits/render-files.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { fileOf } from '../../manifest/part-lookup.ts';
import type { Header } from '../../model/header.ts';
import { commonAnnotations, withAnnotations } from '../../parse/declarations/annotations.ts';
import { definitionsBehind } from '../../plan/brackets/known-marks.ts';
import { pragmaEnds } from '../../plan/brackets/pragmas-left.ts';
import { placeOf } from '../../text/place.ts';
import { reassertInline } from '../assertions/reassert-inline.ts';
import { checkKept } from '../check-kept.ts';
import { pairFiles } from '../intent/pair-files.ts';
import { planMoves } from '../intent/plan-moves.ts';
import { siblingNeeds } from '../intent/sibling-needs.ts';
import type { SplitTreeReading } from '../regeneration-input.ts';
import { nearestDefinition } from './nearest-definition.ts';
import { leavesRun, type PragmaRun, pragmaRuns } from './pragma-runs.ts';
import { rearrangeFiles } from './rearrange-files.ts';
import { partedByWrapper } from './wrapper-pragmas.ts';

export type RearrangedSplit = {
  readonly files: readonly RenderedFile[];
  readonly findings: readonly Diagnostic[];
  readonly definitions: readonly DefinitionReport[];
};

/** Moves what an edit moves between the split files as they stand, without the header that they came from. */
export async function rearrangeSplit({
  tree,
  split,
  standing,
  reconciled,
  facts: [, facts],
  scope,
  before,
}: SplitTreeReading): Promise<RearrangedSplit> {
  const { was, now } = reconciled;
  const files = pairFiles(was, now);
  const unable = beyondMoving(was, now, files);
  const { moves, findings: disagreeing } = planMoves({ split, standing, was, now, files, scope });
  const needs = siblingNeeds({ split, was, now, files, moves, scope });
  const sources = [split.wrapper, ...split.parts.values()].map(({ source }) => source);
  const definitions = definitionsBehind({ tree, graph: facts.graph, prelude: now.prelude }, sources);
  const runsIn = (header: Header): readonly PragmaRun[] =>
    pragmaRuns(header, pragmaEnds(header, tree, facts, definitions));
  const parted = [
    ...leavesRun([...split.parts.values(), split.wrapper], was, moves, runsIn),
    ...partedByWrapper({ split, was, now, files, moves, runs: moves.size > 0 ? runsIn(split.wrapper) : [] }),
  ];
  const inline = await reassertInline({
    split,
    was,
    now,
    files,
    scope,
    before,
  });
  const rearranged = rearrangeFiles({
    split,
    was,
    now,
    files,
    moves,
    siblings: needs.added,
    spell: facts.spell,
    itemEdits: inline.edits,
    assertIncludes: inline.includes,
    neighbourOf: nearestDefinition(tree, facts.definitionNaming, withAnnotations(commonAnnotations, now.annotations)),
    runsIn,
    scope,
  });
  const findings = [
    ...unable,
    ...parted,
    ...disagreeing,
    ...needs.findings,
    ...inline.findings,
    ...rearranged.findings,
  ];
  const lost = stopsTheRun(findings) ? [] : checkKept(split, rearranged.files, { was, now, moves });
  return { files: rearranged.files, findings: [...findings, ...lost], definitions: inline.definitions };
}

/** What only the whole header can tell: edits of a manifest that do more than move declarations. */
function beyondMoving(was: Manifest, now: Manifest, files: ReadonlyMap<string, string | null>): readonly Diagnostic[] {
  const isSamePart = (one: string, other: string): boolean =>
    one === other || (files.get(fileOf(was, one) ?? '') ?? '') === fileOf(now, other);
  const place = placeOf(now.source, now.header.span);
  const changed = [
    ...(isSamePart(was.shared, now.shared) ? [] : ['shared']),
    ...(was.reinclude === now.reinclude ? [] : ['reinclude']),
    ...(isSameLicence(was, now) ? [] : ['licence']),
    ...(isSameIncludes(was, now, isSamePart) ? [] : ['includes']),
  ];
  return changed.map((key) =>
    diagnostic(
      'whole-header-wanted',
      `the manifest changes '${key}', but the header from before the split cannot be used`,
      place,
    ),
  );
}

function isSameLicence({ licence: one }: Manifest, { licence: other }: Manifest): boolean {
  switch (one.kind) {
    case 'none':
      return other.kind === 'none';
    case 'from':
      return other.kind === 'from' && other.file === one.file;
    case 'text':
      return other.kind === 'text' && other.text === one.text;
    default:
      return assertNever(one);
  }
}

function isSameIncludes(
  { includes: one }: Manifest,
  { includes: other }: Manifest,
  isSamePart: (one: string, other: string) => boolean,
): boolean {
  return (
    one.size === other.size &&
    [...one].every(([path, { value }]) => {
      const now = other.get(path)?.value;
      return now !== undefined && isSamePart(value, now);
    })
  );
}
