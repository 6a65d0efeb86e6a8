import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { namesFunction } from '../manifest/named-functions.ts';
import { macrosOf } from '../model/bodies/file-macros.ts';
import { type Annotations, commonAnnotations, withAnnotations } from '../parse/declarations/annotations.ts';
import type { AssertedFunction } from '../plan/definitions/asserted-function.ts';
import type { AssertionTarget } from '../plan/definitions/assertion-target.ts';
import { type FoundDefinition, searchDefinitions } from '../plan/definitions/definition-search.ts';
import { assertionWish } from '../plan/definitions/expected-assertion.ts';
import { foreignAssertions } from '../plan/definitions/foreign-assertions.ts';
import { type StatementsBefore, writtenByPeople } from '../plan/definitions/statements-before.ts';
import type { SureIncludes } from '../plan/includes/sure-includes.ts';
import { placeOf } from '../text/place.ts';
import type { SourceText } from '../text/source-text.ts';
import type { Span } from '../text/span.ts';
import type { TextEdit } from '../text/text-edit.ts';
import type { FilesNaming, Tree } from '../text/tree.ts';
import { type InsertedIncludes, insertIncludes, needsBelowTop } from './add-include-to-source.ts';
import { type AssertedBody, type AssertionAction, assertBody, LEFT_ALONE } from './assertion.ts';
import type { ReadBy } from './check-edited-body.ts';
import { includeNeeds, withoutOwnAssertions } from './include-needs.ts';

/** The edits of one source file, in the offsets of `before`. */
export type SourceChange = { readonly path: string; readonly before: string; readonly edits: readonly TextEdit[] };

/** What became of one definition. `part` is the part's name, `line` that of the function's name. */
export type DefinitionReport = {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly part: string;
  readonly action: AssertionAction;
  /** Only with `skip`. */
  readonly reason?: string;
  /** What initialisers call before the assertion, each once; only where that is inserted or replaced. */
  readonly callsBefore?: readonly string[];
  /** Who read the edited body again; only where there is an edit. */
  readonly readBy?: ReadBy;
};

export type AssertionChanges = {
  readonly changes: readonly SourceChange[];
  readonly findings: readonly Diagnostic[];
  readonly definitions: readonly DefinitionReport[];
  readonly asserted: readonly AssertedFunction[];
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
  /** What stood in the bodies before the header was split, and stays. Default: whatever stands in them. */
  readonly before?: StatementsBefore;
  /** Whether a manifest of the run names a function; default: whether this one does. */
  readonly isNamed?: (name: string) => boolean;
};

/** Plans the assertions of a manifest in the tree's source files. Reads, changes nothing. */
export async function planAssertions({
  tree,
  manifest,
  wanted,
  annotations,
  naming,
  sure,
  before = writtenByPeople,
  isNamed = namesFunction([manifest]),
}: AssertionInput): Promise<AssertionChanges> {
  const known = annotations ?? withAnnotations(commonAnnotations, manifest.annotations);
  const search = searchDefinitions(tree, manifest, wanted, known, naming ?? null);
  const changes: SourceChange[] = [];
  const findings: Diagnostic[] = [...search.findings];
  const asserted: AssertedFunction[] = [];
  const definitions: DefinitionReport[] = search.skipped.map(({ file, name, place, part, reason }) => ({
    name,
    file,
    line: place.line,
    part: part.name,
    action: 'skip',
    reason,
  }));
  for (const [file, found] of byFile(search.found)) {
    const planned = await planFile(
      { tree, manifest, annotations: known, sure: sure ?? null, before, isNamed },
      file,
      found,
    );
    if (planned.change.edits.length > 0) changes.push(planned.change);
    findings.push(...planned.findings);
    definitions.push(...planned.definitions);
    asserted.push(...planned.asserted);
  }
  return { changes, findings, definitions, asserted };
}

type Scene = Required<Pick<AssertionInput, 'tree' | 'manifest' | 'annotations' | 'before' | 'isNamed'>> & {
  readonly sure: SureIncludes | null;
};

async function planFile(
  { tree, manifest, annotations, sure, before, isNamed }: Scene,
  file: string,
  found: readonly FoundDefinition[],
) {
  const text = tree.read(file) ?? '';
  const source = { path: file, text };
  const vocabulary = { annotations, declarationMacros: manifest.declarationMacros, macros: macrosOf(text) };
  const { placement } = manifest;
  const edits: TextEdit[] = [];
  const findings: Diagnostic[] = [];
  const definitions: DefinitionReport[] = [];
  const held: FoundDefinition[] = [];
  const functions: AssertedFunction[] = [];
  for (const one of found) {
    const { definition, place, part, isAsserted } = one;
    const wish = assertionWish(manifest, part, isAsserted);
    const { name } = definition;
    const options = { vocabulary, placement, before: before(file, name), isNamed };
    const asserted = await assertBody(source, definition, wish, options);
    edits.push(...asserted.edits);
    if (asserted.action !== 'skip') held.push(one);
    if (isAsserted)
      functions.push({
        name,
        place,
        part,
        parameters: definition.parameters,
        source,
        body: definition.body,
        isPutIn: isPutIn(asserted),
      });
    findings.push(
      ...asserted.findings,
      ...foreignAssertions(manifest, source, { name, part, isAsserted }, asserted.kept),
    );
    definitions.push({ name, file, line: place.line, part: part.name, ...reportOf(asserted) });
  }
  const added = includesToAdd({ manifest, annotations, sure, before }, source, held);
  edits.push(...added.edits);
  const at = added.edits[0]?.span ?? { start: 0, end: 0 };
  findings.push(...added.paths.map((path) => includeAdded(source, path, at)));
  return { change: { path: file, before: text, edits }, findings, definitions, asserted: functions };
}

/** What stood there before the split is asked only where a file may need an include: it is read from history. */
function includesToAdd(
  { manifest, annotations, sure, before }: Omit<Scene, 'tree' | 'isNamed'>,
  { path, text }: SourceText,
  held: readonly FoundDefinition[],
): InsertedIncludes {
  const needs = needsBelowTop({ path, text, sure }, includeNeeds(manifest, held));
  const added = (shown: string): InsertedIncludes => insertIncludes({ path, text: shown, annotations, sure }, needs);
  const first = added(withoutOwnAssertions(text, needs, annotations, () => () => 0));
  if (first.paths.length === 0) return first;
  const isOld = (name: string) => (statement: string) => before(path, name)(statement) ?? Number.POSITIVE_INFINITY;
  return added(withoutOwnAssertions(text, needs, annotations, isOld));
}

/** Whether a body gets its assertion now. */
export function isPutIn({ action }: AssertedBody): boolean {
  return action === 'insert' || action === 'replace';
}

/** What a report says of one body. */
export function reportOf({
  action,
  reason = LEFT_ALONE,
  callsBefore,
  readBy,
}: AssertedBody): Pick<DefinitionReport, 'action' | 'reason' | 'callsBefore' | 'readBy'> {
  return {
    action,
    ...(action === 'skip' ? { reason } : { callsBefore }),
    ...(readBy === undefined ? {} : { readBy }),
  };
}

function includeAdded(source: SourceText, path: string, at: Span): Diagnostic {
  return diagnostic('include-added', `${source.path} now includes ${path}, for its assertions`, placeOf(source, at));
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
