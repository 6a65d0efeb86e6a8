import { type Diagnostic, diagnostic, stopsTheRun } from '../diagnostics/diagnostic.ts';
import { changeOf, type FileChange } from '../diff/file-change.ts';
import { insertPartFileInclude } from '../edits/add-include-to-part-file.ts';
import { type AssertionChanges, planAssertions, type SourceChange } from '../edits/assertion-changes.ts';
import { assertInlineFunctions } from '../edits/header-assertions.ts';
import type { RenderedFile } from '../edits/render-files.ts';
import type { Manifest, Part } from '../manifest/manifest.ts';
import { namesFunction } from '../manifest/named-functions.ts';
import { partNamed, partsIn } from '../manifest/part-lookup.ts';
import { checkText } from '../model/check-text.ts';
import type { Header, Item } from '../model/header.ts';
import { parseHeader } from '../model/lower-header.ts';
import { checkSplit } from '../part-files/check-split.ts';
import { type RepeatedBefore, repeatedNotKnown } from '../part-files/repeated-before.ts';
import { readSplitHeaders } from '../part-files/split-headers.ts';
import { sureOfWhole } from '../part-files/split-includes.ts';
import { splitStateOf } from '../part-files/split-state.ts';
import { spanOfName } from '../plan/assign.ts';
import { unknownAssertIncludes, unknownCalls } from '../plan/definitions/assertion-calls.ts';
import { missingParameters, parametersIn } from '../plan/definitions/assertion-parameters.ts';
import type { AssertionTarget } from '../plan/definitions/assertion-target.ts';
import { hiddenNames } from '../plan/definitions/hidden-names.ts';
import { notKnown, type StatementsBefore } from '../plan/definitions/statements-before.ts';
import { sureIncludes } from '../plan/includes/sure-includes.ts';
import { usesOf } from '../plan/names/names-used.ts';
import { reachingItems } from '../plan/names/uses-across-parts.ts';
import { functionNames } from '../plan/placement.ts';
import { type TreeFacts, treeFacts } from '../plan/tree-facts.ts';
import { placeOf } from '../text/place.ts';
import { applyEdits } from '../text/text-edit.ts';
import type { Tree } from '../text/tree.ts';
import { type ExplainedHeader, explainHeader } from './explained-header.ts';
import { splitHeader } from './split-header.ts';
import { countFunctions, type SplitResult, stopped } from './split-result.ts';

/**
 * Plans, renders and checks the split that a manifest describes, on a tree that is whole or already split by it. Reads
 * the tree, writes nothing. When a finding stops the run there are no changes. `parse` may remember, as in
 * `rememberParses`. `before`: what stood in the bodies of a split tree before the split; nothing that did is taken out.
 * `alongside`: the manifests of the run, whose functions a note on the order of calls is worth. `repeated`: what the header
 * of a split tree said twice before the split.
 */
export async function splitTree(
  tree: Tree,
  manifest: Manifest,
  parse = parseHeader,
  before: StatementsBefore = notKnown,
  alongside: readonly Manifest[] = [manifest],
  repeated: RepeatedBefore = repeatedNotKnown,
): Promise<SplitResult> {
  const header = readHeader(tree, manifest, parse);
  if ('code' in header) return stopped([header]);
  return splitStateOf(header, manifest, tree) === 'split'
    ? assertSplitTree(tree, manifest, header, { parse, before, alongside, repeated })
    : splitWhole(tree, manifest, header, alongside);
}

/** What a tree that should be split lacks in its headers, whatever it asserts. */
export function checkSplitHeaders(
  tree: Tree,
  manifest: Manifest,
  parse = parseHeader,
): Pick<SplitResult, 'before' | 'findings'> {
  const header = readHeader(tree, manifest, parse);
  if ('code' in header) return stopped([header]);
  if (splitStateOf(header, manifest, tree) !== 'split') return { before: 'whole', findings: [] };
  return { before: 'split', findings: readSplit(tree, manifest, header, parse, repeatedNotKnown).findings };
}

/**
 * What assertions need and a split tree does not have. Where no file of the tree is said to have what they call, it may come
 * from a library: that was told before the split, and every run would tell it again.
 */
function unknownAssertions(
  tree: Tree,
  manifest: Manifest,
  { graph, definitionNaming }: TreeFacts,
): readonly Diagnostic[] {
  const isHere = ({ file, assertInclude }: Part): boolean =>
    assertInclude !== null && graph.resolve(file, { form: 'quote', path: assertInclude }) !== null;
  const own = { ...manifest, parts: manifest.parts.filter(isHere) };
  return [...unknownCalls(own, graph, definitionNaming.keys(), tree), ...unknownAssertIncludes(manifest, graph, tree)];
}

function readHeader(tree: Tree, manifest: Manifest, parse: typeof parseHeader): Header | Diagnostic {
  const path = manifest.header.value;
  const text = tree.read(path);
  const named = placeOf(manifest.source, manifest.header.span);
  if (text === null) return diagnostic('file-missing', `the tree has no header '${path}'`, named);
  const source = { path, text };
  return checkText(source) ?? parse(source, { annotations: manifest.annotations, brackets: manifest.brackets });
}

async function splitWhole(
  tree: Tree,
  manifest: Manifest,
  firstReading: Header,
  alongside: readonly Manifest[],
): Promise<SplitResult> {
  const facts = treeFacts(tree, firstReading, manifest);
  const explained = explainHeader(tree, manifest, firstReading, facts);
  return (await splitWholeHeader(tree, manifest, explained, facts, alongside)).result;
}

/** The same of a header that is known to be whole, with what one search of the tree found, for those that ask often. */
export async function splitWholeHeader(
  tree: Tree,
  manifest: Manifest,
  explained: ExplainedHeader,
  facts: TreeFacts,
  alongside: readonly Manifest[],
): Promise<{
  readonly result: SplitResult;
  /** The new headers without assertions, also where a finding about assertions stops the run; null: they cannot be made. */
  readonly files: readonly RenderedFile[] | null;
}> {
  const split = await splitHeader(tree, manifest, explained, facts);
  const { header, files } = split;
  if (!files) return { result: stopped(split.findings, 'whole'), files: null };
  const elsewhere = await planAssertions({
    tree,
    manifest,
    wanted: assertionTargets(header, manifest),
    naming: facts.definitionNaming,
    sure: sureOfWhole({ tree, graph: facts.graph }, manifest, header),
    isNamed: namesFunction(alongside),
  });
  const asserted = [...split.asserted, ...elsewhere.asserted];
  const names = { tree, graph: facts.graph };
  const unfit = [
    ...missingParameters(names, manifest, asserted, () => parametersIn(header, header.items, manifest)),
    ...hiddenNames(names, manifest, asserted),
  ];
  const all = [
    ...split.findings,
    ...unknownCalls(manifest, facts.graph, facts.definitionNaming.keys(), tree),
    ...unknownAssertIncludes(manifest, facts.graph, tree),
    ...elsewhere.findings,
    ...unfit,
  ];
  if (stopsTheRun(all)) return { result: stopped(all, 'whole'), files: files.plain };
  // A header without items stays as it is: it needs no guard that it did not have.
  const written = header.items.length === 0 ? [] : files.plain;
  const plain = new Map(files.plain.map(({ path, text }) => [path, text]));
  const onceSplit = { read: (path: string) => plain.get(path) ?? null, mode: tree.mode };
  const result: SplitResult = {
    before: 'whole',
    headers: written.flatMap(({ path, text }) => changeOf(tree, path, text)),
    assertions: [
      ...files.asserted.flatMap(({ path, text }) => changeOf(onceSplit, path, text)),
      ...sourceChanges(tree, elsewhere.changes),
    ],
    findings: all,
    definitions: [...split.definitions, ...elsewhere.definitions],
    functions: countFunctions(manifest, functionsIn([header])),
  };
  return { result, files: files.plain };
}

function readSplit(
  tree: Tree,
  manifest: Manifest,
  wrapper: Header,
  parse: typeof parseHeader,
  repeated: RepeatedBefore,
) {
  const facts = treeFacts(tree, wrapper, manifest);
  const split = readSplitHeaders(tree, manifest, wrapper, facts, parse);
  const headers = [...split.parts.values()];
  const findings = [
    ...checkSplit(split, manifest, repeated),
    ...headers.flatMap((header) => reachingOut(header, manifest)),
  ];
  return { headers, findings, facts };
}

/** On a tree that is split as the manifest says, only assertions can be wanting. */
async function assertSplitTree(
  tree: Tree,
  manifest: Manifest,
  wrapper: Header,
  {
    parse,
    before,
    alongside,
    repeated,
  }: {
    readonly parse: typeof parseHeader;
    readonly before: StatementsBefore;
    readonly alongside: readonly Manifest[];
    readonly repeated: RepeatedBefore;
  },
): Promise<SplitResult> {
  const { headers, findings, facts } = readSplit(tree, manifest, wrapper, parse, repeated);
  const inParts = await Promise.all(headers.map((header) => assertInPartFile(manifest, header, before)));
  const elsewhere: AssertionChanges = await planAssertions({
    tree,
    manifest,
    wanted: headers.flatMap((header) => assertionTargets(header, manifest)),
    naming: facts.definitionNaming,
    sure: sureIncludes(tree, facts.graph),
    before,
    isNamed: namesFunction(alongside),
  });
  const asserted = [...inParts.flatMap((one) => one.asserted), ...elsewhere.asserted];
  const names = { tree, graph: facts.graph };
  const unfit = [
    ...missingParameters(names, manifest, asserted, () =>
      headers.flatMap((header) => parametersIn(header, header.items, manifest)),
    ),
    ...hiddenNames(names, manifest, asserted),
  ];
  const unknown = unknownAssertions(tree, manifest, facts);
  const all = [...findings, ...unknown, ...inParts.flatMap((one) => one.findings), ...elsewhere.findings, ...unfit];
  return {
    before: 'split',
    headers: [],
    assertions: sourceChanges(tree, [...inParts.map((one) => one.change), ...elsewhere.changes]),
    findings: all,
    definitions: [...inParts.flatMap((one) => one.definitions), ...elsewhere.definitions],
    functions: countFunctions(manifest, functionsIn(headers)),
  };
}

/**
 * What the file of one part uses of another and may not; items without a name in the manifest count as the file's first
 * part's. What no `may_call` speaks of was for the review of the split: said in every run, it would hide what is new.
 */
function reachingOut(header: Header, manifest: Manifest): readonly Diagnostic[] {
  const own = partsIn(manifest, header.source.path)[0]?.name ?? null;
  const partOfItem = (item: Item): string | null =>
    functionNames(item)
      .map((name) => manifest.prototypes.get(name)?.part)
      .find((part) => typeof part === 'string') ?? own;
  return reachingItems(header, manifest, usesOf(header), partOfItem).filter(({ code }) => code === 'call-forbidden');
}

/** The header's functions that are defined in source files; those with a body are the header's own. */
function assertionTargets(header: Header, manifest: Manifest): readonly AssertionTarget[] {
  const targets = new Map<string, AssertionTarget>();
  const inline = new Set<string>();
  for (const item of header.items) {
    if (item.content.kind !== 'declaration') continue;
    for (const name of functionNames(item)) {
      const entry = manifest.prototypes.get(name);
      const part = partNamed(manifest, entry?.part);
      if (item.content.declaration.body) inline.add(name);
      else if (entry && part && !targets.has(name))
        targets.set(name, {
          name,
          part,
          assert: entry.assert,
          declaredAt: { source: header.source, span: spanOfName(item, name) },
        });
    }
  }
  return [...targets.values()].filter(({ name }) => !inline.has(name));
}

async function assertInPartFile(manifest: Manifest, header: Header, before: StatementsBefore) {
  const { edits, includes, findings, definitions, asserted } = await assertInlineFunctions(manifest, header, before);
  const missing = [...(includes.get(header.source.path) ?? [])].flatMap(
    (path) => insertPartFileInclude(header, path, manifest) ?? [],
  );
  const change: SourceChange = {
    path: header.source.path,
    before: header.source.text,
    edits: [...[...edits.values()].flat(), ...missing],
  };
  return { change, findings, definitions, asserted };
}

function sourceChanges(tree: Tree, changes: readonly SourceChange[]): readonly FileChange[] {
  return changes.flatMap(({ path, before, edits }) => changeOf(tree, path, applyEdits(before, edits)));
}

function functionsIn(headers: readonly Header[]): ReadonlySet<string> {
  return new Set(headers.flatMap((header) => header.items.flatMap(functionNames)));
}
