import { type Diagnostic, diagnostic, withNext } from '../../diagnostics/diagnostic.ts';
import type { Manifest, Part } from '../../manifest/manifest.ts';
import { partNamed } from '../../manifest/part-lookup.ts';
import { findStatements } from '../../model/bodies/body-assertions.ts';
import type { Definition } from '../../model/bodies/definitions.ts';
import type { Annotations } from '../../parse/declarations/annotations.ts';
import { type Place, placeOf } from '../../text/place.ts';
import { bytesOfText } from '../../text/source-text.ts';
import type { FilesNaming, Tree } from '../../text/tree.ts';
import { type AssertionTarget, asserts } from './assertion-target.ts';
import { type DefinitionReader, definitionReader, type FileRead, readCandidates } from './definition-candidates.ts';
import { undefinedFunctions } from './definition-undefined.ts';
import { type Generated, generatedSource } from './generated-source.ts';
import { globsWithoutFile } from './searched-files.ts';

export type FoundDefinition = {
  readonly file: string;
  readonly definition: Definition;
  readonly place: Place;
  readonly part: Part;
  readonly isAsserted: boolean;
};

export type SkippedDefinition = {
  readonly file: string;
  readonly name: string;
  readonly place: Place;
  readonly part: Part;
  readonly reason: string;
};

export type DefinitionSearch = {
  readonly found: readonly FoundDefinition[];
  readonly skipped: readonly SkippedDefinition[];
  readonly findings: readonly Diagnostic[];
};

/**
 * Finds the definitions that get an assertion or may have to lose one: of the header's functions in the manifest's
 * `definitions` files, and of the manifest's `functions` in the files it names. Reads texts, holds none. Searches of one
 * tree, with the same annotations, may share a reader.
 */
export function searchDefinitions(
  tree: Tree,
  manifest: Manifest,
  targets: readonly AssertionTarget[],
  annotations: Annotations,
  naming: FilesNaming | null,
  reader: DefinitionReader = definitionReader(annotations),
): DefinitionSearch {
  const files = readCandidates(tree, manifest, targets, naming, reader);
  const wishOf = wishes(manifest, targets);
  const unreadable = files.flatMap((read) => unreadableIn(read, wishOf));
  const { written, made } = apartFromMade(
    tree,
    files.flatMap((read) => definitionsIn(read, wishOf)),
  );
  const groups = groupByName(written);
  const ambiguous = [...groups.values()]
    .map((group) => ambiguousIn(manifest, group))
    .filter((group) => group.length > 0);
  const leftOut = new Set(ambiguous.flat());
  const found = [...groups.values()].flat().filter((one) => !leftOut.has(one));
  const several = [...leftOut].map((one) => ({
    ...one,
    name: one.definition.name,
    reason: 'one of several definitions',
  }));
  const generated = made.flatMap((one) => lackingIn(tree, one));
  const skipped = [...unreadable, ...several, ...generated.map(({ skipped: one }) => one)];
  const names = [...[...found, ...made].map(({ file, definition }) => ({ file, name: definition.name })), ...skipped];
  const known = new Set(names.map(({ file, name }) => `${file}\0${name}`));
  const isKnown = (file: string, name: string): boolean => known.has(`${file}\0${name}`);
  const seen = new Set(names.map(({ name }) => name));
  const findings = [
    ...undefinedFunctions(tree, manifest, annotations, isKnown),
    ...unreadable.map(unreadableFinding),
    ...generated.map(({ finding }) => finding),
    ...ambiguous.flatMap(severalFinding),
    ...missingFinding(targets.filter((target) => asserts(target) && !seen.has(target.name))),
    ...idleGlobs(tree, manifest),
  ];
  return { found, skipped, findings };
}

type Wish = {
  readonly part: Part;
  readonly isAsserted: boolean;
  /** The manifest's `functions` lists the function for the file. */
  readonly isListed: boolean;
};

/** The part that a function of a file is in: by the manifest's `functions`, else by the header's prototype. */
function wishes(manifest: Manifest, targets: readonly AssertionTarget[]): (file: string, name: string) => Wish | null {
  const byName = new Map(targets.map((target) => [target.name, target]));
  return (file, name) => {
    const listed = manifest.functions.get(file)?.get(name)?.value;
    const part = partNamed(manifest, listed);
    if (part) return { part, isAsserted: part.assert !== null, isListed: true };
    const target = byName.get(name);
    return target ? { part: target.part, isAsserted: asserts(target), isListed: false } : null;
  };
}

type Wished = FoundDefinition & { readonly isListed: boolean };

/** A static function that bears the name of one of the header's is another function. */
function definitionsIn({ file, found }: FileRead, wishOf: ReturnType<typeof wishes>): readonly Wished[] {
  return found.flatMap(({ definition, place }) => {
    const wish = wishOf(file, definition.name);
    if (!wish || (definition.isStatic && !wish.isListed)) return [];
    return [{ file, definition, place, ...wish }];
  });
}

type Made = Wished & { readonly from: Generated };

/** A definition that a generator writes is never edited: the next run of the generator would undo it. */
function apartFromMade(
  tree: Tree,
  all: readonly Wished[],
): { readonly written: readonly Wished[]; readonly made: readonly Made[] } {
  const sources = new Map<string, ReturnType<typeof generatedSource>>();
  const written: Wished[] = [];
  const made: Made[] = [];
  for (const one of all) {
    const sourceOf = sources.get(one.file) ?? generatedSource(tree, one.file, tree.read(one.file) ?? '');
    sources.set(one.file, sourceOf);
    const from = sourceOf(one.definition.nameSpan.start);
    if (from) made.push({ ...one, from });
    else written.push(one);
  }
  return { written, made };
}

/** What is said of a generated definition that lacks its assertion; nothing of another. */
function lackingIn(
  tree: Tree,
  { file, definition: { name, body }, place, part, isAsserted, from }: Made,
): readonly { readonly skipped: SkippedDefinition; readonly finding: Diagnostic }[] {
  const { assert } = part;
  if (!isAsserted || assert === null || findStatements(tree.read(file) ?? '', body, [assert]).length > 0) return [];
  const reason = from.file === null ? `${file} is generated` : `${file} is generated from ${from.file}`;
  const finding = diagnostic('definition-generated', `${name}() is not asserted: ${reason}`, place);
  const where =
    from.file === null ? 'what it is made from' : from.line === null ? from.file : `${from.file}:${from.line}`;
  const next = `Write \`${assert}\` into ${where} by hand, and make ${file} again.`;
  return [{ skipped: { file, name, place, part, reason }, finding: withNext(finding, next) }];
}

function unreadableIn({ file, unreadable }: FileRead, wishOf: ReturnType<typeof wishes>): readonly SkippedDefinition[] {
  return unreadable.flatMap(({ at: { name, reason }, place }) => {
    const wish = wishOf(file, name);
    return wish?.isAsserted ? [{ file, name, place, part: wish.part, reason }] : [];
  });
}

function groupByName(definitions: readonly Wished[]): ReadonlyMap<string, readonly Wished[]> {
  const groups = new Map<string, Wished[]>();
  for (const one of definitions) {
    const group = groups.get(one.definition.name);
    if (group) group.push(one);
    else groups.set(one.definition.name, [one]);
  }
  return groups;
}

/** Those definitions of one name of which the manifest does not say which is meant: in several files, none named. */
function ambiguousIn(manifest: Manifest, definitions: readonly Wished[]): readonly Wished[] {
  if (manifest.definitions !== null) return [];
  const unnamed = definitions.filter((one) => one.isAsserted && !one.isListed);
  return new Set(unnamed.map(({ file }) => file)).size > 1 ? unnamed : [];
}

function severalFinding([first, ...others]: readonly Wished[]): readonly Diagnostic[] {
  if (!first) return [];
  const message = `${first.definition.name}() is defined in several files; none is asserted`;
  const labelled = others.map(({ place }) => ({ place, label: 'also here' }));
  return [diagnostic('several-definitions', message, first.place, ...labelled)];
}

function idleGlobs(tree: Tree, manifest: Manifest): readonly Diagnostic[] {
  return globsWithoutFile(manifest.definitions, tree.files()).map((glob) => {
    const written = bytesOfText(glob);
    const start = Math.max(0, manifest.source.text.indexOf(written));
    const place = placeOf(manifest.source, { start, end: start + written.length });
    return diagnostic('glob-without-file', `'${glob}' matches no file`, place);
  });
}

function missingFinding(missing: readonly AssertionTarget[]): readonly Diagnostic[] {
  const [first, ...others] = missing;
  if (!first) return [];
  const names = missing.map(({ name }) => `${name}()`).join(', ');
  const message = `no definition found, so no assertion: ${names}`;
  const place = ({ declaredAt: { source, span } }: AssertionTarget): Place => placeOf(source, span);
  const labelled = others.map((target) => ({ place: place(target), label: target.name }));
  return [diagnostic('definition-missing', message, place(first), ...labelled)];
}

function unreadableFinding({ name, place, part, reason }: SkippedDefinition): Diagnostic {
  const finding = diagnostic('definition-unreadable', `${name}() is not asserted: ${reason}`, place);
  return part.assert === null ? finding : withNext(finding, `Write \`${part.assert}\` into its body by hand.`);
}
