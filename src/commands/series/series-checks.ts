import { assertNever } from '../../diagnostics/assert-never.ts';
import { type Diagnostic, diagnostic, severityOf } from '../../diagnostics/diagnostic.ts';
import type { FileChange } from '../../diff/file-change.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { rememberParses } from '../../model/remember-parses.ts';
import { definitionFiles } from '../../plan/definitions/searched-files.ts';
import { unlessKnown } from '../../plan/definitions/statements-before.ts';
import { statementsBeforeSplit } from '../../regenerate/statements-before-split.ts';
import { placesAtBase } from '../../series/places-at-base.ts';
import type { MadePatch, PlannedHeader, SeriesPatch, SeriesPlan } from '../../series/series-plan.ts';
import { afterChanges, stateOf } from '../../series/tree-states.ts';
import { checkSplitHeaders, splitTree } from '../../split/split-tree.ts';
import { placeOf } from '../../text/place.ts';
import { displayText } from '../../text/source-text.ts';
import type { Tree } from '../../text/tree.ts';
import { assertionFindings, type BeforeSplit } from '../assertion-findings.ts';
import type { Only } from '../options.ts';

export type SeriesChecks = {
  /** What was checked and held, a sentence each. */
  readonly passed: readonly string[];
  /** What did not hold. */
  readonly findings: readonly Diagnostic[];
};

/**
 * Checks the trees that the patches of a series leave, as `check` does: the part files of a header after the patch that
 * splits it, all of it after the last one that asserts in its functions, and the same again after each later patch that
 * changes one of its files. `changesOf` says what a patch changes.
 */
export async function checkSeries(
  base: Tree,
  { patches, headers }: SeriesPlan,
  changesOf: (patch: SeriesPatch) => readonly FileChange[],
): Promise<SeriesChecks> {
  const manifests = headers.map(({ manifest }) => manifest);
  const findings: Diagnostic[] = [];
  const passed = new Set<string>();
  const scopes = new Map<PlannedHeader, Only>();
  const parse = rememberParses();
  let state = stateOf(base);
  const whole = new Map<string, Tree>();
  for (const [at, patch] of patches.entries()) {
    const changes = changesOf(patch);
    if (patch.kind === 'made' && patch.topic === 'split') for (const path of patch.headers) whole.set(path, state.tree);
    state = afterChanges(state, changes);
    const own =
      patch.kind === 'made' && patch.topic !== 'members' && patch.topic !== 'users' ? headerOf(patch, headers) : null;
    if (own !== null && patch.kind === 'made') {
      if (patch.topic === 'split') scopes.set(own, 'headers');
      else if (isLastAssertion(patch, patches)) scopes.set(own, null);
    }
    for (const header of scopes.keys()) {
      // A header that is removed has no check any more.
      if (state.tree.read(header.manifest.header.value) === null) scopes.delete(header);
    }
    for (const [header, only] of scopes) {
      const files = filesOf(header, only);
      // What the tool makes defines no function again; a prerequisite may.
      const defines = definitionFiles(header.manifest.definitions);
      const mayDefine = (path: string): boolean => only === null && patch.kind !== 'made' && defines(path);
      if (!changes.some(({ path }) => files.has(path) || mayDefine(path))) continue;
      const found = await errorsIn(state.tree, header.manifest, only, parse, beforeSplitIn(whole));
      const errors = placesAtBase(found, state, manifests);
      findings.push(...errors.map((error) => failed(error, header.manifest, `patch ${at + 1}, '${titleOf(patch)}'`)));
      passed.add(header !== own ? AGAIN : only === 'headers' ? AFTER_SPLIT : AFTER_ASSERTIONS);
    }
  }
  return { passed: sentences.filter((sentence) => passed.has(sentence)), findings };
}

const AFTER_SPLIT = '`header-split check --only headers` passes after each split.';
const AFTER_ASSERTIONS = '`header-split check` passes once all patches of a header are applied.';
const AGAIN = 'It passes again after each later patch that touches these files.';
const sentences = [AFTER_SPLIT, AFTER_ASSERTIONS, AGAIN] as const;

function headerOf(patch: MadePatch, headers: readonly PlannedHeader[]): PlannedHeader {
  const own = headers.find(({ manifest }) => patch.headers.includes(manifest.header.value));
  if (own === undefined) throw new Error(`a patch about a header without plan: ${patch.headers.join(', ')}`);
  return own;
}

/** The files that a check of a header is about. */
function filesOf({ manifest: { header, parts }, result }: PlannedHeader, only: Only): ReadonlySet<string> {
  const definitions = only === 'headers' ? [] : result.definitions.map(({ file }) => file);
  return new Set([header.value, ...parts.map(({ file }) => file), ...definitions]);
}

/** As the user or the tool calls the patch. */
function titleOf(patch: SeriesPatch): string {
  switch (patch.kind) {
    case 'mail':
      return patch.path;
    case 'commit':
      return patch.revision;
    case 'made':
      return displayText(patch.subject);
    default:
      return assertNever(patch);
  }
}

/** Whether no later patch asserts in functions of the same header. */
function isLastAssertion(patch: MadePatch, patches: readonly SeriesPatch[]): boolean {
  const last = patches.findLast(
    (one) =>
      one.kind === 'made' &&
      (one.topic === 'assertions' || one.topic === 'functions') &&
      one.headers.join() === patch.headers.join(),
  );
  return last === patch;
}

/** What functions held in the trees that had the headers whole. */
function beforeSplitIn(whole: ReadonlyMap<string, Tree>): BeforeSplit {
  return (manifest) => {
    const tree = whole.get(manifest.header.value);
    const header = tree?.read(manifest.header.value) ?? null;
    const origin = tree && header !== null ? { header, read: (path: string) => tree.read(path) } : null;
    return statementsBeforeSplit(() => origin, [manifest]);
  };
}

async function errorsIn(
  tree: Tree,
  manifest: Manifest,
  only: Only,
  parse: Parse,
  before: BeforeSplit,
): Promise<readonly Diagnostic[]> {
  const { before: state, findings } =
    only === 'headers' ? checkSplitHeaders(tree, manifest, parse) : await checkAll(tree, manifest, parse, before);
  const errors = findings.filter((finding) => severityOf(finding) === 'error');
  if (state === 'split' || errors.length > 0) return errors;
  const { source, header } = manifest;
  return [diagnostic('not-split', `${header.value} is not split yet`, placeOf(source, header.span))];
}

type Parse = ReturnType<typeof rememberParses>;

async function checkAll(
  tree: Tree,
  manifest: Manifest,
  parse: Parse,
  before: BeforeSplit,
): Promise<ReturnType<typeof checkSplitHeaders>> {
  const result = await splitTree(tree, manifest, parse, unlessKnown(before(manifest)));
  const findings = [...result.findings, ...assertionFindings([{ manifest, result }], tree, before)];
  return { before: result.before, findings };
}

function failed(error: Diagnostic, { header }: Manifest, when: string): Diagnostic {
  return {
    ...error,
    code: 'series-check-failed',
    message: `after ${when}, ${header.value} does not match its manifest: ${error.message}`,
  };
}
