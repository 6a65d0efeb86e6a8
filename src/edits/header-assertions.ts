import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { namesFunction } from '../manifest/named-functions.ts';
import { fileOf, partNamed } from '../manifest/part-lookup.ts';
import { macrosOf } from '../model/bodies/file-macros.ts';
import type { Header } from '../model/header.ts';
import { commonAnnotations, withAnnotations } from '../parse/declarations/annotations.ts';
import { includedPath, placeOfName } from '../plan/assign.ts';
import type { AssertedFunction } from '../plan/definitions/asserted-function.ts';
import { parametersOf } from '../plan/definitions/assertion-parameters.ts';
import { assertionWish } from '../plan/definitions/expected-assertion.ts';
import { foreignAssertions } from '../plan/definitions/foreign-assertions.ts';
import { type StatementsBefore, writtenByPeople } from '../plan/definitions/statements-before.ts';
import { functionNames, partOf } from '../plan/placement.ts';
import type { SplitPlan } from '../plan/split-plan.ts';
import { indexLines, positionAt } from '../text/line-index.ts';
import type { TextEdit } from '../text/text-edit.ts';
import { assertBody } from './assertion.ts';
import { type DefinitionReport, isPutIn, reportOf } from './assertion-changes.ts';
import { includeOperandLike } from './include-operand.ts';
import type { HeaderAssertions } from './render-files.ts';

export type InlineAssertions = {
  /** By item index, in the header's offsets. */
  readonly edits: ReadonlyMap<number, readonly TextEdit[]>;
  /** What the assertions need included, as the manifest spells it, by part file. */
  readonly includes: ReadonlyMap<string, ReadonlySet<string>>;
  readonly findings: readonly Diagnostic[];
  readonly definitions: readonly DefinitionReport[];
  readonly asserted: readonly AssertedFunction[];
};

/** The assertions of the functions that a header (whole, or a part file) defines itself. */
export async function assertInlineFunctions(
  manifest: Manifest,
  header: Header,
  before: StatementsBefore = writtenByPeople,
  isNamed = namesFunction([manifest]),
): Promise<InlineAssertions> {
  const vocabulary = {
    annotations: withAnnotations(commonAnnotations, manifest.annotations),
    declarationMacros: manifest.declarationMacros,
    macros: macrosOf(header.source.text),
  };
  const lines = indexLines(header.source.text);
  const edits = new Map<number, readonly TextEdit[]>();
  const includes = new Map<string, Set<string>>();
  const findings: Diagnostic[] = [];
  const definitions: DefinitionReport[] = [];
  const functions: AssertedFunction[] = [];
  for (const item of header.items) {
    const body = item.content.kind === 'declaration' ? item.content.declaration.body : null;
    const [name] = functionNames(item);
    const entry = name === undefined ? undefined : manifest.prototypes.get(name);
    const part = partNamed(manifest, entry?.part);
    if (!body || name === undefined || !entry || !part) continue;
    const wish = assertionWish(manifest, part, entry.assert);
    const [parameters] = parametersOf(header.source.text, item, vocabulary.annotations);
    const asserted = await assertBody(header.source, { name, body, parameters }, wish, {
      vocabulary,
      placement: manifest.placement,
      before: before(header.source.path, name),
      isNamed,
    });
    if (wish.assert !== null && parameters)
      functions.push({
        name,
        place: placeOfName(header, item, name),
        part,
        parameters,
        source: header.source,
        body,
        isPutIn: isPutIn(asserted),
      });
    if (asserted.edits.length > 0) edits.set(item.index, asserted.edits);
    const holder = { name, part, isAsserted: entry.assert };
    findings.push(...asserted.findings, ...foreignAssertions(manifest, header.source, holder, asserted.kept));
    definitions.push({
      name,
      file: header.source.path,
      line: positionAt(lines, item.span.start).line,
      part: part.name,
      ...reportOf(asserted),
    });
    if (wish.assert !== null && asserted.action !== 'skip' && part.assertInclude !== null)
      includes.set(part.file, (includes.get(part.file) ?? new Set()).add(part.assertInclude));
  }
  return { edits, includes, findings, definitions, asserted: functions };
}

/** The same for a plan, with the includes that the part files lack, ready to be rendered. */
export async function assertInHeader(
  plan: SplitPlan,
): Promise<
  { readonly assertions: HeaderAssertions } & Pick<InlineAssertions, 'findings' | 'definitions' | 'asserted'>
> {
  const { header, manifest, placements } = plan;
  const { edits, includes, findings, definitions, asserted } = await assertInlineFunctions(manifest, header);
  const operands = [...includes].map(([file, paths]): [string, string[]] => {
    const direct = new Set(
      header.items.filter((item) => fileOf(manifest, partOf(placements, item.index)) === file).flatMap(includedPath),
    );
    return [
      file,
      [...paths].filter((path) => !direct.has(path)).map((path) => includeOperandLike(path, header.source.text)),
    ];
  });
  return { assertions: { itemEdits: edits, includes: new Map(operands) }, findings, definitions, asserted };
}
