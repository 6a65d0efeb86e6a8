import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { assertBody } from '../../edits/assertion.ts';
import { type DefinitionReport, reportOf } from '../../edits/assertion-changes.ts';
import type { ItemEdits } from '../../edits/render-section.ts';
import type { Manifest, Part, PrototypeEntry } from '../../manifest/manifest.ts';
import { namesFunction } from '../../manifest/named-functions.ts';
import { partNamed } from '../../manifest/part-lookup.ts';
import { macrosOf } from '../../model/bodies/file-macros.ts';
import { commonAnnotations, withAnnotations } from '../../parse/declarations/annotations.ts';
import type { SplitHeaders } from '../../part-files/split-headers.ts';
import { placeOfName } from '../../plan/assign.ts';
import { parametersOf } from '../../plan/definitions/assertion-parameters.ts';
import { type StatementsBefore, unlessKnown } from '../../plan/definitions/statements-before.ts';
import { functionNames } from '../../plan/placement.ts';
import { indexLines, positionAt } from '../../text/line-index.ts';
import type { Place } from '../../text/place.ts';
import type { Span } from '../../text/span.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import type { Scope } from '../scope.ts';
import { olderAssertions } from './older-assertions.ts';
import { type BodyWish, isSameWish, reassertBody, wishOf } from './reassert-body.ts';

export type ReassertInlineInput = {
  readonly split: SplitHeaders;
  /** Both as `reconcile` makes them. */
  readonly was: Manifest;
  readonly now: Manifest;
  /** Old part file -> what became of it. */
  readonly files: ReadonlyMap<string, string | null>;
  readonly scope: Scope;
  /** What stood in the bodies before the header was split, and stays. */
  readonly before: StatementsBefore;
};

export type ReassertedInline = {
  /** Part file -> edits by item, in the file's offsets. */
  readonly edits: ReadonlyMap<string, ItemEdits>;
  /** Part file (today's path) -> include paths that the assertions put in need. */
  readonly includes: ReadonlyMap<string, ReadonlySet<string>>;
  readonly findings: readonly Diagnostic[];
  readonly definitions: readonly DefinitionReport[];
};

/** Changes the assertions of the functions that part files define, from what one manifest asks to what another does. */
export async function reassertInline({
  split,
  was,
  now,
  files,
  scope,
  before: stoodBefore,
}: ReassertInlineInput): Promise<ReassertedInline> {
  const annotations = withAnnotations(commonAnnotations, now.annotations);
  const known = [...new Set([...was.parts, ...now.parts].flatMap((part) => part.assert ?? []))];
  const edits = new Map<string, Map<number, readonly TextEdit[]>>();
  const includes = new Map<string, Set<string>>();
  const findings: Diagnostic[] = [];
  const definitions: DefinitionReport[] = [];
  const older: { name: string; place: Place }[] = [];
  const include = (part: Part): void => {
    if (part.assertInclude !== null)
      includes.set(part.file, (includes.get(part.file) ?? new Set()).add(part.assertInclude));
  };
  const isNamed = namesFunction([now]);
  for (const header of split.parts.values()) {
    const { path, text } = header.source;
    const vocabulary = { annotations, declarationMacros: now.declarationMacros, macros: macrosOf(text) };
    for (const item of header.items) {
      const body = item.content.kind === 'declaration' ? item.content.declaration.body : null;
      const [name] = functionNames(item);
      if (!body || name === undefined) continue;
      const part = partOf(now, name);
      const [before, after] = [asked(was, name), asked(now, name)];
      if (!part) continue;
      // What the assertion needs goes along when the function leaves its file.
      if (files.get(path) !== part.file && holds(header.source.text, body, after.assert)) include(part);
      if (scope === 'edited' && isSameWish(before, after)) continue;
      const options = { vocabulary, placement: now.placement, before: unlessKnown(stoodBefore)(path, name), isNamed };
      const isReassigned = goesElsewhere(was, now, name);
      const [parameters] = parametersOf(text, item, annotations);
      const definition = { name, body, parameters };
      const asserted =
        scope === 'all'
          ? await assertBody(header.source, definition, wishOf(after, known), options)
          : await reassertBody(header.source, definition, {
              was: before,
              now: after,
              isReassigned,
              known,
              vocabulary,
              before: options.before,
              isNamed,
            });
      if (asserted === 'older') {
        older.push({ name, place: placeOfName(header, item, name) });
        continue;
      }
      if (asserted.edits.length === 0) continue;
      edits.set(path, (edits.get(path) ?? new Map()).set(item.index, asserted.edits));
      findings.push(...asserted.findings);
      const line = positionAt(indexLines(header.source.text), item.span.start).line;
      definitions.push({ name, file: path, line, part: part.name, ...reportOf(asserted) });
      if (after.assert !== null) include(part);
    }
  }
  return { edits, includes, findings: [...findings, ...olderAssertions(older)], definitions };
}

function holds(text: string, { start, end }: Span, assertion: string | null): boolean {
  return assertion !== null && text.slice(start, end).includes(assertion);
}

function partOf(manifest: Manifest, name: string): Part | undefined {
  return partNamed(manifest, manifest.prototypes.get(name)?.part);
}

/** Whether the function's line in the manifest changed, and not its part's assertion or name. */
function goesElsewhere(was: Manifest, now: Manifest, name: string): boolean {
  const [before, after] = [partOf(was, name), partOf(now, name)];
  return before?.name !== after?.name && partNamed(now, before?.name) !== undefined;
}

function asked(manifest: Manifest, name: string): BodyWish {
  const entry: PrototypeEntry | undefined = manifest.prototypes.get(name);
  return { assert: entry?.assert ? (partOf(manifest, name)?.assert ?? null) : null, placement: manifest.placement };
}
