import { type Diagnostic, diagnostic, severityOf } from '../diagnostics/diagnostic.ts';
import type { Manifest } from '../manifest/manifest.ts';
import type { FileChange } from '../patch/file-change.ts';
import { splitTree } from '../patch/split-tree.ts';
import type { MadePatch, SeriesPatch, SeriesPlan } from '../series/series-plan.ts';
import { afterChanges, stateOf } from '../series/tree-states.ts';
import { placeOf } from '../text/place.ts';
import { displayText } from '../text/source-text.ts';
import type { Tree } from '../text/tree.ts';
import { assertionFindings } from './assertion-findings.ts';

export type SeriesChecks = {
  /** What was checked and held, a sentence each. */
  readonly passed: readonly string[];
  /** What did not hold. */
  readonly findings: readonly Diagnostic[];
};

/**
 * Checks the trees that the patches of a series leave, as `check` does: after the patch that splits a header its part
 * files, after the last one that asserts in its functions all of it, and after the last patch of all every header.
 * `changesOf` says what a prerequisite changes.
 */
export async function checkSeries(
  base: Tree,
  { patches, headers }: SeriesPlan,
  changesOf: (patch: SeriesPatch) => readonly FileChange[],
): Promise<SeriesChecks> {
  const findings: Diagnostic[] = [];
  const passed = new Set<string>();
  const check = async (tree: Tree, manifest: Manifest, only: 'headers' | null, when: string): Promise<void> => {
    const errors = await errorsIn(tree, manifest, only);
    findings.push(...errors.map((error) => failed(error, manifest, when)));
  };
  let state = stateOf(base);
  for (const [at, patch] of patches.entries()) {
    state = afterChanges(state, patch.kind === 'made' ? patch.changes : changesOf(patch));
    if (patch.kind !== 'made') continue;
    const own = headers.find(({ manifest }) => patch.headers.includes(manifest.header.value));
    if (own === undefined) throw new Error(`a patch about a header without plan: ${patch.headers.join(', ')}`);
    const when = `patch ${at + 1}, '${displayText(patch.subject)}'`;
    if (patch.topic === 'split') {
      await check(state.tree, own.manifest, 'headers', when);
      passed.add(AFTER_SPLIT);
    } else if (isLastAssertion(patch, patches)) {
      await check(state.tree, own.manifest, null, when);
      passed.add(AFTER_ASSERTIONS);
    }
  }
  if (headers.length > 1) {
    for (const { manifest } of headers) await check(state.tree, manifest, null, 'the last patch');
    passed.add(AFTER_ALL);
  }
  return { passed: [...passed], findings };
}

const AFTER_SPLIT =
  'After each patch that splits a header, `header-split check --only headers` of its manifest finds no error.';
const AFTER_ASSERTIONS =
  'After the last patch that asserts in the functions of a header, `header-split check` of its manifest finds no error.';
const AFTER_ALL = 'After the last patch, `header-split check` of each manifest finds no error.';

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

async function errorsIn(tree: Tree, manifest: Manifest, only: 'headers' | null): Promise<readonly Diagnostic[]> {
  const result = await splitTree(tree, manifest);
  const ofAssertions = only === 'headers' ? [] : assertionFindings([{ manifest, result }], tree);
  const errors = [...result.findings, ...ofAssertions].filter((finding) => severityOf(finding) === 'error');
  if (result.before === 'split' || errors.length > 0) return errors;
  const { source, header } = manifest;
  return [diagnostic('not-split', `${header.value} is not split yet`, placeOf(source, header.span))];
}

function failed(error: Diagnostic, { header }: Manifest, when: string): Diagnostic {
  return {
    ...error,
    code: 'series-check-failed',
    message: `after ${when}, ${header.value} is not as its manifest says: ${error.message}`,
  };
}
