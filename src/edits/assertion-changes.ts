import { setImmediate } from 'node:timers/promises';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { type Annotations, commonAnnotations, withAnnotations } from '../parse/annotations.ts';
import type { AssertionTarget } from '../plan/assertion-target.ts';
import { assertionWish } from '../plan/assertion-wish.ts';
import { type FoundDefinition, searchDefinitions } from '../plan/definition-search.ts';
import type { SureIncludes } from '../plan/sure-includes.ts';
import { placeOf } from '../text/place.ts';
import type { SourceText } from '../text/source-text.ts';
import type { Span } from '../text/span.ts';
import type { TextEdit } from '../text/text-edit.ts';
import type { FilesNaming, Tree } from '../text/tree.ts';
import { type AssertionAction, assertBody } from './assertion.ts';
import { insertIncludes } from './include-insertion.ts';
import { includeNeeds } from './include-needs.ts';

/** The edits of one source file, in the offsets of `before`. */
export type SourceChange = { readonly path: string; readonly before: string; readonly edits: readonly TextEdit[] };

/** What became of one definition. `part` is the part's name, `line` that of the function's name. */
export type DefinitionReport = {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly part: string;
  readonly action: AssertionAction | 'skip';
  /** Only with `skip`. */
  readonly reason?: string;
  /** What initialisers call before the assertion, each once; only where that is inserted or replaced. */
  readonly callsBefore?: readonly string[];
};

export type AssertionChanges = {
  readonly changes: readonly SourceChange[];
  readonly findings: readonly Diagnostic[];
  readonly definitions: readonly DefinitionReport[];
};

export type AssertionInput = {
  readonly tree: Tree;
  readonly manifest: Manifest;
  /** The header's functions that are not defined in the header itself. */
  readonly wanted: readonly AssertionTarget[];
  /** Default: the usual ones and the manifest's. */
  readonly annotations?: Annotations;
  /** Which files in which definitions are looked for name which functions; default: searched for. */
  readonly naming?: FilesNaming;
  /** What the tree's files surely include; without it only a file's own include lines count. */
  readonly sure?: SureIncludes;
};

/** Plans the assertions of a manifest in the tree's source files. Reads, changes nothing. */
export async function planAssertions({
  tree,
  manifest,
  wanted,
  annotations,
  naming,
  sure,
}: AssertionInput): Promise<AssertionChanges> {
  const known = annotations ?? withAnnotations(commonAnnotations, manifest.annotations);
  const search = searchDefinitions(tree, manifest, wanted, known, naming ?? null);
  const changes: SourceChange[] = [];
  const findings: Diagnostic[] = [...search.findings];
  const definitions: DefinitionReport[] = search.skipped.map(({ file, name, place, part, reason }) => ({
    name,
    file,
    line: place.line,
    part: part.name,
    action: 'skip',
    reason,
  }));
  for (const [file, found] of byFile(search.found)) {
    const planned = await planFile({ tree, manifest, annotations: known, sure: sure ?? null }, file, found);
    if (planned.change.edits.length > 0) changes.push(planned.change);
    findings.push(...planned.findings);
    definitions.push(...planned.definitions);
    // The parser frees its trees only when the event loop turns.
    await setImmediate();
  }
  return { changes, findings, definitions };
}

type Scene = Pick<AssertionInput, 'tree' | 'manifest'> & {
  readonly annotations: Annotations;
  readonly sure: SureIncludes | null;
};

async function planFile({ tree, manifest, annotations, sure }: Scene, file: string, found: readonly FoundDefinition[]) {
  const text = tree.read(file) ?? '';
  const source = { path: file, text };
  const vocabulary = { annotations, declarationMacros: manifest.declarationMacros };
  const edits: TextEdit[] = [];
  const findings: Diagnostic[] = [];
  const definitions: DefinitionReport[] = [];
  for (const { definition, place, part, isAsserted } of found) {
    const wish = assertionWish(manifest, part, isAsserted);
    const asserted = await assertBody(source, definition, wish, { vocabulary, placement: manifest.placement });
    edits.push(...asserted.edits);
    findings.push(...asserted.findings);
    const { action, callsBefore } = asserted;
    definitions.push({ name: definition.name, file, line: place.line, part: part.name, action, callsBefore });
  }
  const added = insertIncludes({ path: file, text, annotations, sure }, includeNeeds(manifest, found));
  edits.push(...added.edits);
  const at = added.edits[0]?.span ?? { start: 0, end: 0 };
  findings.push(...added.paths.map((path) => includeAdded(source, path, at)));
  return { change: { path: file, before: text, edits }, findings, definitions };
}

function includeAdded(source: SourceText, path: string, at: Span): Diagnostic {
  return diagnostic('include-added', `${source.path} includes ${path} now, for its assertions`, placeOf(source, at));
}

function byFile(found: readonly FoundDefinition[]): ReadonlyMap<string, readonly FoundDefinition[]> {
  const files = new Map<string, FoundDefinition[]>();
  for (const one of found) {
    const list = files.get(one.file);
    if (list) list.push(one);
    else files.set(one.file, [one]);
  }
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}
