import { type Diagnostic, diagnostic, stopsTheRun, withNext } from '../../diagnostics/diagnostic.ts';
import { byPath } from '../../diff/sort-changes.ts';
import { fixesTrailers } from '../../io/series/blamed-commit.ts';
import type { SeriesStart } from '../../io/series/series-start.ts';
import type { DiskTree } from '../../io/tree/disk-tree.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { parseManifest } from '../../manifest/parse-manifest.ts';
import { regenerateTree } from '../../regenerate/regenerate-tree.ts';
import { manifestChangelog } from '../../series/changelog/manifest-changelog.ts';
import { placesAtBase } from '../../series/places-at-base.ts';
import { copiedComments } from '../../series/reclassify/copied-comments.ts';
import { declarationLines } from '../../series/reclassify/declaration-lines.ts';
import { type ManifestStep, manifestSteps } from '../../series/reclassify/manifest-steps.ts';
import { otherSubject } from '../../series/reclassify/other-subject.ts';
import { placesInManifests } from '../../series/reclassify/places-in-manifests.ts';
import { placesInSplit } from '../../series/reclassify/places-in-split.ts';
import { reclassifyBody, reclassifySubject } from '../../series/reclassify/reclassify-text.ts';
import { type ManifestPair, reclassifications } from '../../series/reclassify/topics.ts';
import type { MadePatch, PlannedHeader } from '../../series/series-plan.ts';
import { inForm, type SubjectForm, sharedForm, UNKNOWN_FORM } from '../../series/subject-form.ts';
import { topicOf } from '../../series/subject-prefix.ts';
import { afterChanges, changesTo, contentsAfter, stateOf, type TreeState } from '../../series/tree-states.ts';
import { wrapLine } from '../../series/wrap-text.ts';
import type { SplitResult } from '../../split/split-result.ts';
import { placeOf } from '../../text/place.ts';
import { bytesOfText, displayText } from '../../text/source-text.ts';
import type { Tree } from '../../text/tree.ts';
import { usersAfterEdit } from '../../users/gone/follow-gone.ts';
import type { BeforeSplit } from '../assertion-findings.ts';
import { originOf } from '../find-whole-header.ts';
import { earlierTrees } from '../regenerate/earlier-trees.ts';
import { statementsInHistory } from '../statements-before.ts';
import { errorsOf, newAmong } from './reclassify-checks.ts';
import type { SeriesTask } from './series-task.ts';

export type Reclassification = {
  readonly patches: readonly MadePatch[];
  readonly headers: readonly PlannedHeader[];
  readonly findings: readonly Diagnostic[];
};

/** What is changed, in which tree. */
export type ReclassifyInput = {
  readonly pairs: readonly ManifestPair[];
  /** Where the tree has a manifest, by its header; absent for one that lies elsewhere. */
  readonly manifestPaths: ReadonlyMap<string, string>;
  readonly tree: Tree;
  readonly disk: DiskTree;
  readonly start: SeriesStart;
  /** Header -> how the subjects of commits that touched it look. */
  readonly forms: ReadonlyMap<string, SubjectForm>;
};

/**
 * Plans a patch for each topic of a change of manifests: what it moves and asserts, and the manifests' own lines. Each
 * tree in between is checked: nothing may be wrong with it that was not wrong before.
 */
export async function planReclassification(task: SeriesTask, input: ReclassifyInput): Promise<Reclassification> {
  const plan = await planSteps(task, input);
  return { ...plan, findings: placesInManifests(plan.findings, input.pairs) };
}

async function planSteps(task: SeriesTask, input: ReclassifyInput): Promise<Reclassification> {
  const { pairs, tree, disk } = input;
  const before: BeforeSplit = (manifest) => statementsInHistory(disk, manifest);
  const topics = reclassifications(pairs);
  const known = (await Promise.all(pairs.map(({ was }) => errorsOf(tree, was, before)))).flat();
  const patches: MadePatch[] = [];
  const headers = new Map<string, PlannedHeader>();
  const notes: Diagnostic[] = [];
  let current = new Map(pairs.map(({ was }) => [was.header.value, was]));
  let state = stateOf(tree);
  for (const step of manifestSteps(pairs, topics)) {
    const made = await takeStep(step, current, state, input);
    if ('findings' in made) return { patches: [], headers: [], findings: made.findings };
    const { next, results } = made;
    const split = [...results.values()].flatMap((result) => [...result.headers, ...result.assertions]);
    const users = usersAfterEdit(state.tree, afterChanges(state, split).tree, [...next.values()]);
    if (stopsTheRun(users.findings)) return { patches: [], headers: [], findings: users.findings };
    const changes = [...split, ...users.changes];
    const all = byPath(
      changesTo(state, new Map([...contentsAfter(changes), ...manifestTexts(step, input.manifestPaths)])),
    );
    const after = afterChanges(state, all);
    const wrong: Diagnostic[] = [];
    for (const manifest of next.values()) wrong.push(...newAmong(await errorsOf(after.tree, manifest, before), known));
    if (wrong.length > 0) return { patches: [], headers: [], findings: wrong };
    if (all.length > 0) {
      const patch = patchOf(step, { current, next, results, all, state }, task, input);
      patches.push(patch);
      notes.push(...reasonMissing(step, patch, next));
    }
    for (const [header, result] of results) {
      const manifest = next.get(header);
      if (manifest !== undefined) headers.set(header, { manifest, result });
      notes.push(...inBase(result.findings, state, pairs));
    }
    [current, state] = [next, after];
  }
  const split = pairs.map(({ was }) => was);
  return { patches, headers: [...headers.values()], findings: placesInSplit(notes, tree, split) };
}

/** With places in the tree that the series begins on, but for those in whole headers, which are no files of a tree. */
function inBase(findings: readonly Diagnostic[], state: TreeState, pairs: readonly ManifestPair[]) {
  const whole = new Set(pairs.map(({ was }) => was.header.value));
  return findings.flatMap((finding) =>
    finding.places.some(({ place }) => whole.has(place.file))
      ? [finding]
      : placesAtBase(
          [finding],
          state,
          pairs.map(({ was }) => was),
        ),
  );
}

type Taken = {
  readonly next: Map<string, Manifest>;
  /** Of the headers whose manifest the step changes. */
  readonly results: ReadonlyMap<string, SplitResult>;
};

/** The manifests after a step, and what they ask of the tree. */
async function takeStep(
  { texts }: ManifestStep,
  current: ReadonlyMap<string, Manifest>,
  state: TreeState,
  { disk }: ReclassifyInput,
): Promise<Taken | { readonly findings: readonly Diagnostic[] }> {
  const next = new Map(current);
  const results = new Map<string, SplitResult>();
  let tree = state.tree;
  for (const [header, text] of texts) {
    const was = current.get(header);
    if (was === undefined || was.source.text === text) continue;
    const { manifest: now, findings } = parseManifest({ path: was.source.path, text });
    if (now === null) return { findings };
    const lookup = originOf(disk, null, was, now);
    if (lookup.kind === 'refused') return { findings: lookup.findings };
    const { origin } = lookup;
    const earlier = origin === null ? earlierTrees(disk, was) : [];
    const result = await regenerateTree({ tree, was, now, origin, earlier, scope: 'edited' });
    if (stopsTheRun(result.findings)) return { findings: result.findings };
    next.set(header, now);
    results.set(header, result);
    tree = afterChanges({ ...state, tree }, [...result.headers, ...result.assertions]).tree;
  }
  return { next, results };
}

function manifestTexts(
  { texts }: ManifestStep,
  paths: ReclassifyInput['manifestPaths'],
): ReadonlyMap<string, string | null> {
  return new Map(
    [...texts].flatMap(([header, text]) => {
      const path = paths.get(header);
      return path === undefined ? [] : [[path, text] as const];
    }),
  );
}

type Step = Taken & {
  readonly current: ReadonlyMap<string, Manifest>;
  readonly all: MadePatch['changes'];
  readonly state: TreeState;
};

function patchOf(
  { topics }: ManifestStep,
  made: Step,
  { bench, options, sources }: SeriesTask,
  { start, forms, manifestPaths }: ReclassifyInput,
): MadePatch {
  const { current, next, results, all, state } = made;
  const functions = topics.flatMap((topic) => topic.functions);
  const definitions = [...results.values()].flatMap((result) => result.definitions);
  const changed = [...results.keys()];
  const others = manifestChangelog(
    changed.flatMap((header) => current.get(header) ?? []),
    changed.flatMap((header) => next.get(header) ?? []),
  );
  const isOther = functions.length === 0;
  const paths = new Set(manifestPaths.values());
  const isOfManifests = all.every(({ path }) => paths.has(path));
  const form = sharedForm(changed.map((header) => forms.get(header) ?? UNKNOWN_FORM));
  const topic = sources.series.prefix ?? form.prefix ?? topicOf(changed);
  const plain = isOther
    ? otherSubject(
        topic,
        others,
        all.map(({ path }) => path),
      )
    : reclassifySubject(functions, topic);
  const subject = inForm(plain, topic, form);
  const copies = copiedComments(results, next, all);
  const lines = isOther ? otherBody(others, isOfManifests) : reclassifyBody(functions, definitions, copies);
  const trailers = options.fixes
    ? fixesTrailers(bench, start.commit, declarationLines(functions, current, definitions, state.base))
    : [];
  const body = [`${bytesOfText(lines.join('\n'))}\n`, ...(trailers.length === 0 ? [] : [`${trailers.join('\n')}\n`])];
  return {
    kind: 'made',
    topic: 'reclassify',
    headers: changed,
    part: null,
    subject: bytesOfText(subject),
    body: body.join('\n'),
    changes: all,
  };
}

/** A list of what changed; where nothing of the split did, that. */
function otherBody(changes: readonly string[], isOfManifests: boolean): readonly string[] {
  return changes.length === 0
    ? isOfManifests
      ? [NOTHING_MOVES]
      : []
    : changes.flatMap((text) => wrapLine(text, '- ', '  '));
}

const NOTHING_MOVES = 'Headers and sources stay as they are.';

/** Whoever finds a move by `git blame` asks why. Where an entry of several says it, that may be meant for all. */
function reasonMissing(
  { topics }: ManifestStep,
  { subject }: MadePatch,
  manifests: ReadonlyMap<string, Manifest>,
): readonly Diagnostic[] {
  const functions = topics.flatMap((topic) => topic.functions).filter(({ kind }) => kind === 'function');
  const [first] = functions;
  const manifest = manifests.get(first?.header ?? '');
  const entry = manifest?.prototypes.get(first?.name ?? '');
  if (!manifest || !entry || functions.some(({ why, whyExempt }) => why !== null || whyExempt !== null)) return [];
  const place = placeOf(manifest.source, entry.span);
  const finding = diagnostic('reason-missing', `the commit '${displayText(subject)}' does not say why`, place);
  return [withNext(finding, `Write the reason into \`why\` of the ${functions.length === 1 ? 'entry' : 'entries'}.`)];
}
