import { severityOf, stopsTheRun } from '../diagnostics/diagnostic.ts';
import { contentBefore } from '../diff/file-change.ts';
import type { DefinitionReport } from '../edits/assertion-changes.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { parseHeader } from '../model/lower-header.ts';
import { notKnown, writtenByPeople } from '../plan/definitions/statements-before.ts';
import type { SplitResult } from '../split/split-result.ts';
import { splitTree } from '../split/split-tree.ts';
import type { Tree } from '../text/tree.ts';
import { assertionGroups } from './assertion-groups.ts';
import { isChanged } from './header-facts.ts';
import { placesAtBase } from './places-at-base.ts';
import { type SeriesDraft, withFindings, withPatch } from './series-draft.ts';
import type { SeriesInput } from './series-input.ts';
import { changesTo, contentsAfter } from './tree-states.ts';

/**
 * The patches that insert the assertions of a manifest, on a tree in which its header is split. Whatever goes into which
 * of them, the last one leaves the tree as one patch for all would.
 */
export async function planAssertionPatches(
  draft: SeriesDraft,
  input: SeriesInput,
  manifest: Manifest,
): Promise<SeriesDraft> {
  const { series } = input;
  const split = draft.headers.find((header) => header.manifest === manifest)?.result;
  if (split === undefined) throw new Error(`assertions before the split of ${manifest.header.value}`);
  // No patch of a first split takes out what stood in a body before it.
  const before = split.before === 'whole' ? writtenByPeople : notKnown;
  const plan = (tree: Tree, asked: Manifest): Promise<SplitResult> =>
    input.plan?.(tree, asked, before) ?? splitTree(tree, asked, parseHeader, before, input.manifests);
  const whole = isStillSo(draft, split) ? split : await plan(draft.state.tree, manifest);
  const errors = whole === split ? [] : whole.findings.filter((finding) => severityOf(finding) === 'error');
  const findings = placesAtBase(errors, draft.state, input.manifests);
  if (stopsTheRun(findings)) return withFindings(draft, findings);
  const fileOf = new Map(manifest.parts.map(({ name, file }) => [name, file]));
  const inPartFile = (one: DefinitionReport): DefinitionReport =>
    one.file === manifest.header.value ? { ...one, file: fileOf.get(one.part) ?? one.file } : one;
  const header = {
    manifest,
    result: { ...split, assertions: whole.assertions, definitions: whole.definitions.map(inPartFile) },
  };
  let next: SeriesDraft = {
    ...draft,
    headers: draft.headers.map((one) => (one.manifest === manifest ? header : one)),
  };
  const { definitions } = header.result;
  const groups = assertionGroups(manifest, series);
  const acting = groups.filter(({ holds }) => definitions.some((one) => holds(one) && isChanged(one)));
  for (const group of acting.length > 0 ? acting : groups.slice(-1)) {
    const isLast = group === (acting.at(-1) ?? group);
    const result = isLast ? whole : await plan(next.state.tree, group.manifest);
    const changes = changesTo(next.state, contentsAfter(result.assertions));
    const own = definitions.filter(group.holds);
    next = withPatch(
      next,
      {
        topic: group.topic,
        part: group.part,
        header,
        definitions: own,
        changes,
        told: new Map(),
        users: null,
        members: null,
      },
      input,
    );
  }
  return next;
}

/** Whether what was planned for the assertions along with the split is what the tree by now asks for. */
function isStillSo({ state, headers }: SeriesDraft, split: SplitResult): boolean {
  return (
    headers.at(-1)?.result === split &&
    split.assertions.every((change) => state.tree.read(change.path) === contentBefore(change))
  );
}
