import { type Diagnostic, stopsTheRun } from '../diagnostics/diagnostic.ts';
import { byPath } from '../diff/sort-changes.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { splitTree } from '../split/split-tree.ts';
import { checkSeriesHeaders } from './check-headers.ts';
import { checkCoverText } from './check-message.ts';
import { filledCover } from './cover/cover-texts.ts';
import { headerFacts } from './header-facts.ts';
import { idleConsumers } from './idle-consumers.ts';
import { planMembersPatches } from './members/plan-members-patches.ts';
import { placesAtBase } from './places-at-base.ts';
import { planAssertionPatches } from './plan-assertion-patches.ts';
import { emptyDraft, isOfTemplate, type SeriesDraft, withFindings, withMessages, withPatch } from './series-draft.ts';
import type { SeriesInput } from './series-input.ts';
import type { PlannedHeader, SeriesPlan } from './series-plan.ts';
import { statementWords } from './statement-words.ts';
import { afterChanges, changesTo, contentsAfter } from './tree-states.ts';
import { planUsersPatches } from './users/plan-users-patches.ts';

/**
 * Plans the patches of a series: for each header one that splits it and nothing else, and the ones that insert
 * assertions; then those of the users' includes; each on the tree as those before it leave it. Reads the tree, writes nothing. No patches when a finding
 * stops the run.
 */
export async function planSeries(input: SeriesInput): Promise<SeriesPlan> {
  let draft = withFindings(emptyDraft(input), checkSeriesHeaders(input.series, input.manifests));
  for (const step of stepsOf(input)) {
    if (stopsTheRun(draft.findings.filter((finding) => !isOfTemplate(finding)))) break;
    draft = await step(draft, input);
  }
  const { patches, headers, users, findings } = withFindings(withMessages(draft, input), [
    ...('source' in input.series ? idleConsumers(input.series.source, draft.consumers) : []),
    ...coverFindings(draft, input),
  ]);
  const words = statementWords(input.manifests, draft.state.tree);
  return { patches: stopsTheRun(findings) ? [] : patches, headers, users, words, findings };
}

/** Takes a series one or more patches further. */
type Step = (draft: SeriesDraft, input: SeriesInput) => Promise<SeriesDraft>;

function stepsOf({ manifests, series }: SeriesInput): readonly Step[] {
  const splits = manifests.map((manifest): Step[] => [prerequisitesOf(manifest), splitOf(manifest)]);
  const assertions = manifests.map(
    (manifest): Step =>
      (draft, input) =>
        planAssertionPatches(draft, input, manifest),
  );
  const ordered =
    series.order === 'interleaved'
      ? splits.flatMap((steps, at) => [...steps, ...assertions.slice(at, at + 1)])
      : [...splits.flat(), ...assertions];
  return [prerequisitesOf(null), ...ordered, planMembersPatches, planUsersPatches];
}

/** Mistakes in the templates of the cover letter, which itself is written when git has made the commits. */
function coverFindings(draft: SeriesDraft, { manifests, series }: SeriesInput): readonly Diagnostic[] {
  if (draft.headers.length < manifests.length) return [];
  const {
    title,
    body,
    tested,
    manifests: place,
  } = filledCover(
    series,
    draft.headers.map((header) => headerFacts(header, manifests)),
  );
  return [
    ...[title, body, tested, place].flatMap((text) => text.findings),
    ...checkCoverText(body.text, series.cover.body),
    ...checkCoverText(tested.text, series.cover.tested),
  ];
}

/** Those before the split of a header, or before the first patch. */
function prerequisitesOf(manifest: Manifest | null): Step {
  return async (draft, { series, applyPrerequisite }) => {
    let next = draft;
    for (const prerequisite of series.prerequisites) {
      if ((prerequisite.before?.value ?? null) !== (manifest?.header.value ?? null)) continue;
      if (applyPrerequisite === undefined) throw new Error('a series with prerequisites, and nothing to apply them');
      const applied = await applyPrerequisite(prerequisite, { tree: next.state.tree, patches: next.patches });
      if (applied.kind === 'refused') return withFindings(next, applied.findings);
      next = {
        ...next,
        patches: [...next.patches, applied.patch],
        state: afterChanges(next.state, applied.changes),
      };
    }
    return next;
  };
}

function splitAmong(manifests: readonly Manifest[]): NonNullable<SeriesInput['plan']> {
  return (tree, manifest, before) => splitTree(tree, manifest, undefined, before, manifests);
}

/** The patch that splits a header, and that for its text consumers. */
function splitOf(manifest: Manifest): Step {
  return async (draft, input) => {
    const { plan = splitAmong(input.manifests), planConsumers, ownFiles = new Set() } = input;
    const planned = await plan(draft.state.tree, manifest);
    const wanted = planned.findings.filter(
      ({ code, places: [{ place }] }) => code !== 'text-consumer' || !ownFiles.has(place.file),
    );
    const findings = placesAtBase(wanted, draft.state, input.manifests);
    const header: PlannedHeader = { manifest, result: { ...planned, findings } };
    const started = withFindings({ ...draft, headers: [...draft.headers, header] }, findings);
    if (stopsTheRun(findings)) return started;
    const consumers = await planConsumers?.(header, afterChanges(draft.state, planned.headers).tree);
    const begun = consumers ? { ...started, consumers: [...started.consumers, consumers] } : started;
    const about = {
      header,
      part: null,
      definitions: [],
      told: consumers?.told ?? new Map(),
      users: null,
      members: null,
    };
    const changes = byPath([...planned.headers, ...(consumers?.withSplit ?? [])]);
    const split = withPatch(
      withFindings(begun, placesAtBase(consumers?.findings ?? [], draft.state, input.manifests)),
      { ...about, topic: 'split', changes },
      input,
    );
    const own = changesTo(split.state, contentsAfter(consumers?.own ?? []));
    return withPatch(split, { ...about, topic: 'consumers', changes: own }, input);
  };
}
