import { type Diagnostic, diagnostic, stopsTheRun } from '../diagnostics/diagnostic.ts';
import { changeOf, contentAfter, type FileChange } from '../diff/file-change.ts';
import type { RenderedFile } from '../edits/render-files.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { filesOf } from '../manifest/part-lookup.ts';
import { checkText } from '../model/check-text.ts';
import { parseHeader } from '../model/lower-header.ts';
import { readSplitHeaders, standingFunctions } from '../part-files/split-headers.ts';
import { sureOfSplit } from '../part-files/split-includes.ts';
import { splitStateOf } from '../part-files/split-state.ts';
import { missingParameters, parametersIn } from '../plan/definitions/assertion-parameters.ts';
import { hiddenNames } from '../plan/definitions/hidden-names.ts';
import type { StatementsBefore } from '../plan/definitions/statements-before.ts';
import { sureIncludes } from '../plan/includes/sure-includes.ts';
import { factsForEach } from '../plan/tree-facts.ts';
import { countFunctions, type SplitResult, stopped } from '../split/split-result.ts';
import { overlayTree } from '../text/overlay-tree.ts';
import { placeOf, placeOfFile } from '../text/place.ts';
import { rememberSearches } from '../text/remember-searches.ts';
import type { Tree } from '../text/tree.ts';
import { reassertSources } from './assertions/reassert-sources.ts';
import { standingAsserted } from './assertions/standing-asserted.ts';
import { followInTree } from './follow-part-files.ts';
import { checkNewFiles } from './intent/check-new-files.ts';
import { impliedManifest } from './intent/implied-manifest.ts';
import { missingPartFiles } from './intent/missing-part-files.ts';
import { reconcile } from './intent/reconcile.ts';
import { standingDeclarations } from './intent/standing-declarations.ts';
import { mergeFromOrigin } from './merge/merge-from-origin.ts';
import { asItStands, chooseBase } from './rearrange/choose-base.ts';
import { type RearrangedSplit, rearrangeSplit } from './rearrange/rearrange-split.ts';
import { type EarlierTree, isAsItStands, type Origin, type SplitTreeReading } from './regeneration-input.ts';
import type { Scope } from './scope.ts';
import { statementsBeforeSplit } from './statements-before-split.ts';

export type { EarlierTree, Origin } from './regeneration-input.ts';

export type RegenerateInput = {
  /** Split by `was`, with what was changed by hand since. */
  readonly tree: Tree;
  /** The manifest that made the tree; `now` itself where none is known, and then what stands in the tree counts. */
  readonly was: Manifest;
  readonly now: Manifest;
  /** Null when it cannot be read: then declarations are moved between the part files as they are. */
  readonly origin: Origin | null;
  /** Versions of the tree that git has, the newest first; of use where there is no `origin`. */
  readonly earlier?: readonly EarlierTree[];
  readonly scope: Scope;
  /** What stood in the bodies before the header was split, and stays; default: what `origin` has. */
  readonly before?: StatementsBefore;
};

/**
 * What an edit of a manifest asks of a tree that is split by it. Where the whole header can be read, the result is the
 * split of that header by today's manifest with the changes made by hand to the split files merged in; where it
 * cannot, or where the two contradict each other line by line, what moves is moved as it stands. Reads the tree, writes
 * nothing; when a finding stops the run there are no changes.
 */
export async function regenerateTree(input: RegenerateInput): Promise<SplitResult> {
  const { now, origin, earlier = [], scope } = input;
  const tree = rememberSearches(input.tree);
  const path = now.header.value;
  const text = tree.read(path);
  const place = placeOf(now.source, now.header.span);
  if (text === null) return stopped([diagnostic('file-missing', `the tree has no header '${path}'`, place)]);
  const unfit = checkText({ path, text });
  if (unfit) return stopped([unfit]);
  const wrapper = parseHeader({ path, text }, { annotations: now.annotations, brackets: now.brackets });
  if (splitStateOf(wrapper, input.was, tree) === 'whole')
    return stopped([diagnostic('not-split-yet', `${path} is not split by the manifest from before the edit`, place)]);
  const facts = factsForEach(tree, wrapper, [input.was, now]);
  const [factsWas, factsNow] = facts;
  if (!factsWas || !factsNow) throw new Error('two manifests have two facts');
  const split = readSplitHeaders(tree, input.was, wrapper, factsWas);
  const standing = standingFunctions(split, input.was);
  const known = input.was !== now && scope !== 'all' ? standingDeclarations(input.was, now, split) : null;
  const was = known?.was ?? impliedManifest(now, split, standing);
  const reconciled = reconcile(was, now, standing, scope);
  const findings = [
    ...reconciled.findings,
    ...(known?.findings ?? []),
    ...missingPartFiles(tree, was, split, factsWas),
    ...checkNewFiles(was, now, tree),
  ];
  if (stopsTheRun(findings)) return stopped(findings);
  const reading: SplitTreeReading = {
    tree,
    split,
    standing,
    reconciled,
    facts: [factsWas, factsNow],
    origin,
    earlier,
    scope,
    before: input.before ?? statementsBeforeSplit(() => origin, [was, now]),
  };
  const headers = await regenerateHeaders(reading);
  const followed = followInTree(reading);
  const sources = await reassertSources({
    tree: overlayTree(tree, new Map(followed.map((change) => [change.path, contentAfter(change)]))),
    was: reconciled.asserted,
    now: reconciled.now,
    standing,
    original: (file) => (headers.from ?? origin ?? earlier[0])?.read(file) ?? null,
    earlier: (file, holding) =>
      (origin === null ? (headers.from ?? earlier[0]) : holding === 'bare' ? origin : null)?.read(file) ?? null,
    sure:
      scope === 'all'
        ? sureIncludes(tree, factsNow.graph)
        : sureOfSplit({ tree, graph: factsNow.graph }, input.was, now, standing, origin),
    before: reading.before,
    naming: factsNow.definitionNaming,
    scope,
  });
  const asserted = [...standingAsserted(standing, reconciled.now), ...sources.asserted];
  const names = { tree, graph: factsNow.graph };
  const misnamed = [
    ...missingParameters(names, reconciled.now, asserted, () =>
      standing.flatMap(({ header, item }) => parametersIn(header, [item], reconciled.now)),
    ),
    ...hiddenNames(names, reconciled.now, asserted),
  ];
  const all = [...findings, ...headers.findings, ...sources.findings, ...misnamed];
  if (stopsTheRun(all)) return stopped(all);
  return {
    before: 'split',
    headers: [...headerChanges(tree, was, headers.files), ...followed],
    assertions: sources.files.map(
      ({ path: file, before, after }): FileChange => ({
        kind: 'modify',
        path: file,
        mode: tree.mode(file),
        before,
        after,
      }),
    ),
    findings: all,
    definitions: [...headers.definitions, ...sources.definitions],
    functions: countFunctions(reconciled.now, reconciled.now.prototypes.keys()),
  };
}

type RegeneratedHeaders = RearrangedSplit & {
  /** The version of the tree that they were made from; null for the tree as it stands. */
  readonly from: EarlierTree | null;
};

/**
 * There are two ways. Where the whole header can be read, its split by today's manifest with what was changed by hand
 * merged in; where it cannot, or the hand edits contradict that, what moves is moved in a tree that is split
 * already.
 */
async function regenerateHeaders(reading: SplitTreeReading): Promise<RegeneratedHeaders> {
  const { origin, scope } = reading;
  const merged = scope === 'all' || origin === null ? null : await mergeFromOrigin(reading, origin);
  if (merged !== null && (merged.files !== null || merged.isFinal))
    return { ...merged, files: merged.files ?? [], from: origin };
  // What contradicts the merge is newer than each earlier version.
  const base = merged === null ? await chooseBase(reading) : asItStands(reading);
  const moved = await rearrangeSplit(base.reading);
  const isSilent =
    base.from !== null || scope === 'all' || stopsTheRun(moved.findings) || isAsItStands(reading.tree, moved.files);
  const findings = [...moved.findings, ...(isSilent ? [] : [joinedNote(reading)])];
  return { ...moved, findings, from: base.from };
}

function joinedNote({ origin, reconciled }: SplitTreeReading): Diagnostic {
  const why =
    origin === null
      ? 'the header from before the split cannot be read'
      : `what the edit changes was also changed by hand since the split from ${origin.revision.slice(0, 12)}`;
  return diagnostic(
    'joined-from-parts',
    `${why}: declarations move as they are`,
    placeOfFile(reconciled.now.header.value),
  );
}

function headerChanges(tree: Tree, was: Manifest, files: readonly RenderedFile[]): readonly FileChange[] {
  const made = files.flatMap(({ path, text }) => changeOf(tree, path, text));
  const gone = filesOf(was).filter((path) => !files.some((one) => one.path === path));
  return [...made, ...gone.flatMap((path) => changeOf(tree, path, null))];
}
