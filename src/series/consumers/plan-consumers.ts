import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { FileChange } from '../../diff/file-change.ts';
import type { ConsumerEntry } from '../../manifest/series/series-file.ts';
import type { SourceText } from '../../text/source-text.ts';
import type { Tree } from '../../text/tree.ts';
import { placesAtBase } from '../places-at-base.ts';
import type { ConsumerChanges } from '../series-input.ts';
import { afterChanges, changesTo, stateOf, type TreeState } from '../tree-states.ts';
import { applyConsumerEntry, whatFollows } from './apply-entry.ts';
import type { SplitFiles } from './consumer-proposal.ts';
import { linesLeft } from './lines-left.ts';
import { unfit } from './patch-hunks.ts';
import { proposeConsumerChanges } from './propose-changes.ts';

/** What is proposed for every file that names a header, all of it for the patch that splits the header. */
export function proposedConsumers(
  tree: Tree,
  split: SplitFiles & { readonly others: readonly string[] },
): ConsumerChanges {
  const proposals = proposeConsumerChanges(tree, split).filter(({ change }) => change !== null);
  const withSplit = proposals.flatMap(({ change }) => change ?? []);
  return {
    withSplit,
    own: [],
    told: new Map(proposals.map((proposal) => [proposal.file, whatFollows(proposal)])),
    ...{ changed: new Set(), unchanged: new Map() },
    findings: leftBehind(afterChanges(stateOf(tree), withSplit), split, withSplit),
  };
}

/** An entry under `consumers` of a series file, with the patch that it names. */
export type ReadEntry = { readonly entry: ConsumerEntry; readonly patch: SourceText | null };

/**
 * What the entries of a series file change for one header, on the tree that its split leaves. An entry without `header`
 * counts for each header that its file names; several entries for one file are applied one after the other.
 */
export function planConsumers(
  tree: Tree,
  split: SplitFiles & { readonly others: readonly string[] },
  entries: readonly ReadEntry[],
  series: SourceText,
): ConsumerChanges {
  const findings: Diagnostic[] = [];
  const patchOf = new Map<string, ConsumerEntry['with']>();
  const told = new Map<string, string>();
  const changed = new Set<ConsumerEntry>();
  const unchanged = new Map<ConsumerEntry, string>();
  let state = stateOf(tree);
  for (const { entry, patch } of entries) {
    const path = entry.file.value;
    if (entry.header !== null && entry.header.value !== split.header) continue;
    const others = split.others.filter((file) => file === path);
    const proposal = proposeConsumerChanges(state.tree, { ...split, others }).find(({ file }) => file === path) ?? null;
    if (entry.header === null && proposal === null && tree.read(path) !== null) {
      unchanged.set(entry, `it does not name ${split.header}, or only includes it`);
      continue;
    }
    const known = patchOf.get(path) ?? entry.with;
    if (known !== entry.with) {
      findings.push(
        unfit(`${path} is to be changed with the split and in a patch of its own`, series, entry.file.span),
      );
      continue;
    }
    const applied = applyConsumerEntry(state.tree, entry, { series, patch, proposal });
    findings.push(...applied.findings);
    if (applied.change === null) {
      if (applied.findings.length === 0) unchanged.set(entry, applied.told);
      continue;
    }
    changed.add(entry);
    if (applied.told !== '') told.set(path, [told.get(path) ?? [], applied.told].flat().join('; '));
    patchOf.set(path, entry.with);
    state = afterChanges(state, [applied.change]);
  }
  const contents = [...patchOf.keys()].map((path) => [path, state.tree.read(path)] as const);
  const changes = changesTo(stateOf(tree), new Map(contents));
  const placed = (where: ConsumerEntry['with']): readonly FileChange[] =>
    changes.filter(({ path }) => patchOf.get(path) === where);
  findings.push(...leftBehind(state, split, changes));
  return { withSplit: placed('split'), own: placed('own'), told, changed, unchanged, findings };
}

/** With lines that the reader has: those before the change. */
function leftBehind(state: TreeState, split: SplitFiles, changes: readonly FileChange[]): readonly Diagnostic[] {
  const files = changes.map(({ path }) => path);
  return placesAtBase(linesLeft(state.tree, split, files), state, []);
}
