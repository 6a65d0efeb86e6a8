import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import type { DefinitionReport } from '../edits/assertion-changes.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { partNamed } from '../manifest/part-lookup.ts';
import { findDefinitions } from '../model/bodies/definitions.ts';
import { commonAnnotations, withAnnotations } from '../parse/declarations/annotations.ts';
import { checkAssertions } from '../plan/definitions/check-assertions.ts';
import { notKnown, type StatementsBefore } from '../plan/definitions/statements-before.ts';
import { type Place, placeOf, placeOfFile } from '../text/place.ts';
import type { Tree } from '../text/tree.ts';
import type { ManifestSplit } from './plan-run.ts';

/**
 * What is wrong with the assertions of the trees that are split already, in the files as they are. What stood there
 * `before` may stay; by default nothing is known of that.
 */
export function assertionFindings(
  splits: readonly ManifestSplit[],
  tree: Tree,
  before: BeforeSplit = () => notKnown,
): readonly Diagnostic[] {
  return splits.filter(({ result }) => result.before === 'split').flatMap((split) => inSplit(split, tree, before));
}

/** What the functions held before a manifest's header was split. */
export type BeforeSplit = (manifest: Manifest) => StatementsBefore;

function inSplit({ manifest, result }: ManifestSplit, tree: Tree, before: BeforeSplit): readonly Diagnostic[] {
  const files = new Map<string, DefinitionReport[]>();
  for (const report of result.definitions) {
    if (report.action === 'none' || report.action === 'skip') continue;
    const known = files.get(report.file);
    if (known) known.push(report);
    else files.set(report.file, [report]);
  }
  const ofManifest = before(manifest);
  return [...files].flatMap(([file, reports]) =>
    inFile(manifest, { path: file, text: tree.read(file) ?? '' }, reports, ofManifest),
  );
}

function inFile(
  manifest: Manifest,
  source: { readonly path: string; readonly text: string },
  reports: readonly DefinitionReport[],
  before: StatementsBefore,
): readonly Diagnostic[] {
  const annotations = withAnnotations(commonAnnotations, manifest.annotations);
  const isPartFile = manifest.parts.some((part) => part.file === source.path);
  const listedHere = manifest.functions.get(source.path);
  const { definitions } = findDefinitions(source.text, new Set(reports.map(({ name }) => name)), annotations);
  // Elsewhere a static function that bears the name of one of the header's is another function.
  const own = definitions.filter(({ name, isStatic }) => !isStatic || isPartFile || listedHere?.has(name));
  const found = own.flatMap((definition) => {
    const listed = listedHere?.get(definition.name);
    const prototype = manifest.prototypes.get(definition.name);
    const entry = listed ?? prototype;
    const part = partNamed(manifest, listed ? listed.value : prototype?.part);
    if (!entry || !part) return [];
    const isAsserted = listed !== undefined || prototype?.assert === true;
    return checkAssertions(
      { ...definition, source, part, isAsserted, entry: placeOf(manifest.source, entry.span) },
      manifest,
      before(source.path, definition.name),
    );
  });
  const read = new Set(own.map(({ name }) => name));
  const unread = reports.filter(({ name }) => !read.has(name));
  return [...found, ...unread.flatMap((report) => fromReport(report, source.text))];
}

/** A definition that only its header's own annotations make readable: what the plan found out has to do. */
function fromReport({ name, file, line, part, action }: DefinitionReport, text: string): readonly Diagnostic[] {
  const place = placeOfName({ path: file, text }, line, name);
  switch (action) {
    case 'insert':
      return [diagnostic('assertion-missing', `${name}() of part '${part}' lacks its assertion`, place)];
    case 'replace':
      return [
        diagnostic('assertion-of-other-part', `${name}() of part '${part}' has the assertion of another part`, place),
      ];
    case 'remove':
      return [diagnostic('assertion-unwanted', `${name}() of part '${part}' has an assertion too many`, place)];
    case 'present':
    case 'none':
    case 'skip':
      return [];
  }
}

function placeOfName(source: { readonly path: string; readonly text: string }, line: number, name: string): Place {
  let lineStart = 0;
  for (let count = 1; count < line; count++) {
    const newline = source.text.indexOf('\n', lineStart);
    if (newline < 0) return placeOfFile(source.path);
    lineStart = newline + 1;
  }
  const at = source.text.indexOf(name, lineStart);
  return at < 0 ? placeOfFile(source.path) : placeOf(source, { start: at, end: at + name.length });
}
