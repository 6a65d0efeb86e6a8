import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import { type AssertedBody, assertBody } from '../../edits/assertion.ts';
import { type DefinitionReport, isPutIn, reportOf } from '../../edits/assertion-changes.ts';
import { includeNeeds, isSameNeeds, withoutOwnAssertions } from '../../edits/include-needs.ts';
import { exchangeIncludes } from '../../edits/source-includes.ts';
import type { Manifest, Part, Placement } from '../../manifest/manifest.ts';
import { namesFunction } from '../../manifest/named-functions.ts';
import { partNamed } from '../../manifest/part-lookup.ts';
import { findDefinitions } from '../../model/bodies/definitions.ts';
import { macrosOf } from '../../model/bodies/file-macros.ts';
import { type Annotations, commonAnnotations, withAnnotations } from '../../parse/declarations/annotations.ts';
import type { StandingFunction } from '../../part-files/split-headers.ts';
import type { AssertedFunction } from '../../plan/definitions/asserted-function.ts';
import { type DefinitionReader, definitionReader } from '../../plan/definitions/definition-candidates.ts';
import {
  type DefinitionSearch,
  type FoundDefinition,
  searchDefinitions,
} from '../../plan/definitions/definition-search.ts';
import { definitionFiles } from '../../plan/definitions/searched-files.ts';
import { type StatementsBefore, unlessKnown } from '../../plan/definitions/statements-before.ts';
import type { SureIncludes } from '../../plan/includes/sure-includes.ts';
import { placeOfFile } from '../../text/place.ts';
import type { SourceText } from '../../text/source-text.ts';
import { applyEdits, type TextEdit } from '../../text/text-edit.ts';
import type { FilesNaming, Tree } from '../../text/tree.ts';
import type { Scope } from '../scope.ts';
import { type EarlierFile, takeBack } from './earlier-body.ts';
import { olderAssertions } from './older-assertions.ts';
import { type BodyWish, isHeld, isSameWish, reassertBody, wishOf } from './reassert-body.ts';
import { standingTargets } from './standing-targets.ts';

export type ReassertInput = {
  readonly tree: Tree;
  /** Both as `reconcile` makes them: what was asserted, and what should be. */
  readonly was: Manifest;
  readonly now: Manifest;
  readonly standing: readonly StandingFunction[];
  /** A file as it was before the header was split; null when that is not known. */
  readonly original: (path: string) => string | null;
  /** A file as it may have been before the edit that is taken back now; null when that is not known. */
  readonly earlier: (path: string, holding: Holding) => string | null;
  /** What the files of the split tree, or of the whole header, surely include. */
  readonly sure: SureIncludes;
  /** What stood in the bodies before the header was split, and stays. */
  readonly before: StatementsBefore;
  /** Which files, of those in which either manifest looks for definitions, name which of the functions. */
  readonly naming: FilesNaming;
  /** Makes every definition hold what today's manifest asks, whatever the one before asked. */
  readonly scope: Scope;
};

/** What a body should hold after the edit: nothing, as before the split, or an assertion. */
export type Holding = 'bare' | 'asserted';

export type Reasserted = {
  readonly files: readonly { readonly path: string; readonly before: string; readonly after: string }[];
  readonly findings: readonly Diagnostic[];
  readonly definitions: readonly DefinitionReport[];
  /** The definitions that today's manifest asserts in. */
  readonly asserted: readonly AssertedFunction[];
};

/** Changes the assertions of source files from what one manifest asks to what another does, and nothing else. */
export async function reassertSources(input: ReassertInput): Promise<Reasserted> {
  const { tree, was, now, scope } = input;
  const annotations = withAnnotations(commonAnnotations, [...was.annotations, ...now.annotations]);
  const reader = definitionReader(annotations);
  const [before, after] = [was, now].map((manifest) => search(input, manifest, annotations, reader));
  if (!before || !after) throw new Error('two manifests make two searches');
  const known = new Set(before.findings.map(({ message }) => message));
  const findings = after.findings.filter(({ message }) => scope === 'all' || !known.has(message));
  const definitions: DefinitionReport[] = [];
  const files: { path: string; before: string; after: string }[] = [];
  const older: FoundDefinition[] = [];
  const functions: AssertedFunction[] = [];
  for (const [path, pairs] of pairUp(before, after)) {
    const text = tree.read(path) ?? '';
    const edits: TextEdit[] = [];
    const earlier = earlierFile(input, path, pairs, annotations);
    for (const pair of pairs) {
      const { now: one, was: old } = pair;
      const asserted = await assertPair(input, earlier, annotations, { path, text }, pair);
      const definition = one ?? old;
      if (one?.isAsserted) {
        const { name, parameters, body } = one.definition;
        const isNew = asserted !== null && asserted !== 'older' && isPutIn(asserted);
        const source = { path, text };
        functions.push({ name, place: one.place, part: one.part, parameters, source, body, isPutIn: isNew });
      }
      if (asserted === null || !definition) continue;
      if (asserted === 'older') {
        older.push(definition);
        continue;
      }
      edits.push(...asserted.edits);
      findings.push(...asserted.findings);
      const { name } = definition.definition;
      const part = definition.part.name;
      definitions.push({ name, file: path, line: definition.place.line, part, ...reportOf(asserted) });
    }
    const exchanged = exchange(input, annotations, path, applyEdits(text, edits), pairs);
    findings.push(...exchanged.findings);
    if (exchanged.text !== text) files.push({ path, before: text, after: exchanged.text });
  }
  const left = older.map(({ definition: { name }, place }) => ({ name, place }));
  return { files, findings: [...findings, ...olderAssertions(left)], definitions, asserted: functions };
}

/** One definition as the two manifests see it; null where one does not look for it. */
type Pair = { readonly was: FoundDefinition | null; readonly now: FoundDefinition | null };

function search(
  input: ReassertInput,
  manifest: Manifest,
  annotations: Annotations,
  reader: DefinitionReader,
): DefinitionSearch {
  const targets = standingTargets(input.standing, manifest);
  const within = definitionFiles(manifest.definitions);
  const naming = new Map([...input.naming].filter(([file]) => within(file)));
  return searchDefinitions(input.tree, manifest, targets, annotations, naming, reader);
}

function pairUp(before: DefinitionSearch, after: DefinitionSearch): ReadonlyMap<string, readonly Pair[]> {
  const files = new Map<string, Map<number, Pair>>();
  const add = (found: readonly FoundDefinition[], side: 'was' | 'now'): void => {
    for (const one of found) {
      const inFile = files.get(one.file) ?? new Map<number, Pair>();
      const at = one.definition.nameSpan.start;
      inFile.set(at, { was: null, now: null, ...inFile.get(at), [side]: one });
      files.set(one.file, inFile);
    }
  };
  add(before.found, 'was');
  add(after.found, 'now');
  return new Map(
    [...files]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([file, pairs]) => [file, [...pairs].sort(([a], [b]) => a - b).map(([, pair]) => pair)]),
  );
}

/** Reads a version of a file for all its functions at once, when the first of them asks. */
function earlierFile(
  { earlier }: ReassertInput,
  path: string,
  pairs: readonly Pair[],
  annotations: Annotations,
): (holding: Holding) => EarlierFile | null {
  const known = new Map<Holding, EarlierFile | null>();
  return (holding) => {
    const read = known.get(holding);
    if (read !== undefined) return read;
    const text = earlier(path, holding);
    const names = new Set(pairs.flatMap(({ was, now }) => (now ?? was)?.definition.name ?? []));
    const file = text === null ? null : { text, ...findDefinitions(text, names, annotations) };
    known.set(holding, file);
    return file;
  };
}

/** What becomes of one body; null for nothing, `older` when it does not hold what both manifests ask. */
async function assertPair(
  { was, now, before: stoodBefore, scope }: ReassertInput,
  earlier: (holding: Holding) => EarlierFile | null,
  annotations: Annotations,
  source: SourceText,
  pair: Pair,
): Promise<AssertedBody | 'older' | null> {
  const definition = (pair.now ?? pair.was)?.definition;
  if (!definition) return null;
  const { path, text } = source;
  const vocabulary = { annotations, declarationMacros: now.declarationMacros, macros: macrosOf(text) };
  const count = unlessKnown(stoodBefore)(path, definition.name);
  const known = [...new Set([...was.parts, ...now.parts].flatMap((part) => part.assert ?? []))];
  const isNamed = namesFunction([now]);
  const [before, after] = [asked(pair.was, was.placement), asked(pair.now, now.placement)];
  if (scope === 'edited' && !isSameWish(before, after)) {
    const isReassigned = goesElsewhere(pair, now);
    const wishes = { was: before, now: after, isReassigned, known, vocabulary, before: count, isNamed };
    const asserted = await reassertBody(source, definition, wishes);
    if (asserted === 'older' || isHeld(asserted)) return asserted;
    const then = earlier(after.assert === null ? 'bare' : 'asserted');
    const back = then === null ? null : await takeBack(source, definition, wishes, then);
    return back === null ? asserted : { ...asserted, edits: [back] };
  }
  const state = await assertBody(source, definition, wishOf(after, known), {
    vocabulary,
    placement: now.placement,
    before: count,
    isNamed,
  });
  if (scope === 'all') return state;
  return isHeld(state) ? null : 'older';
}

function asked(found: FoundDefinition | null, placement: Placement): BodyWish {
  return { assert: found?.isAsserted ? found.part.assert : null, placement };
}

/** Whether the function's line in the manifest changed, and not its part's assertion or name. */
function goesElsewhere({ was, now: found }: Pair, now: Manifest): boolean {
  if (was === null || found === null) return true;
  return was.part.name !== found.part.name && partNamed(now, was.part.name) !== undefined;
}

function exchange(
  { was, now, original, sure, before: stoodBefore, scope }: ReassertInput,
  annotations: Annotations,
  path: string,
  text: string,
  pairs: readonly Pair[],
): { readonly text: string; readonly findings: readonly Diagnostic[] } {
  const after = includeNeeds(
    now,
    pairs.flatMap((pair) => pair.now ?? []),
  );
  const before =
    scope === 'all'
      ? after
      : includeNeeds(
          was,
          pairs.flatMap((pair) => pair.was ?? []),
        );
  if (scope === 'edited' && isSameNeeds(before, after)) return { text, findings: [] };
  const isOld = unlessKnown(stoodBefore);
  const shown = withoutOwnAssertions(text, [...before, ...after], annotations, (name) => isOld(path, name));
  const done = exchangeIncludes(text, {
    path,
    was: before,
    now: after,
    original: original(path),
    shown,
    statements: assertionsByInclude([...was.parts, ...now.parts]),
    asserted: pairs.flatMap((pair) => (pair.now?.isAsserted ? (pair.now.part.assert ?? []) : [])),
    annotations,
    sure,
  });
  const place = placeOfFile(path);
  const findings = [
    ...done.added.map((one) => diagnostic('include-added', `${path} now includes ${one}, for its assertions`, place)),
    ...done.removed.map((one) => diagnostic('include-removed', `${path} no longer includes ${one}`, place)),
    ...done.staying.map((one) =>
      diagnostic('include-stays', `${path} includes ${one}, which its assertions no longer need`, place),
    ),
  ];
  return { text: done.text, findings };
}

function assertionsByInclude(parts: readonly Part[]): ReadonlyMap<string, readonly string[]> {
  const statements = new Map<string, readonly string[]>();
  for (const { assert, assertInclude } of parts)
    if (assert !== null && assertInclude !== null)
      statements.set(assertInclude, [...(statements.get(assertInclude) ?? []), assert]);
  return statements;
}
