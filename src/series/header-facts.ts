import { contentBefore } from '../diff/file-change.ts';
import type { DefinitionReport } from '../edits/assertion-changes.ts';
import type { Manifest, Part } from '../manifest/manifest.ts';
import { beginsWithLicence } from '../model/opening/opening.ts';
import { spellingsIn } from '../plan/includes/include-graph.ts';
import type { SplitResult } from '../split/split-result.ts';
import { placeOf } from '../text/place.ts';
import { displayText } from '../text/source-text.ts';
import type { PlannedHeader } from './series-plan.ts';
import { joinNames } from './wrap-text.ts';

/** A header of a series in figures, for its mails. */
export type HeaderFacts = {
  readonly manifest: Manifest;
  readonly result: SplitResult;
  readonly path: string;
  /** As subjects call it: the file's name, and as much of its path as tells it from another header of the series. */
  readonly name: string;
  /** The includes that the split takes away, as the header spells them. */
  readonly dropped: readonly string[];
  /** In the manifest's order, those without an item left out. */
  readonly parts: readonly PartFacts[];
};

export type PartFacts = {
  readonly part: Part;
  /** Functions of the header that are in the part. */
  readonly functions: number;
};

/** The facts of a planned header, among the manifests of its series. */
export function headerFacts({ manifest, result }: PlannedHeader, manifests: readonly Manifest[]): HeaderFacts {
  const path = manifest.header.value;
  const empty = emptyParts(manifest, result);
  return {
    manifest,
    result,
    path,
    name: shortName(
      path,
      manifests.map(({ header }) => header.value),
    ),
    dropped: droppedIncludes(manifest, result),
    parts: manifest.parts
      .filter((part) => !empty.has(part))
      .map((part) => ({ part, functions: result.functions.get(part.name) ?? 0 })),
  };
}

/** That the header no longer has them and whom that concerns, as a sentence; null where it keeps all. */
export function whatIsDropped({ dropped }: HeaderFacts, subject: string): string | null {
  if (dropped.length === 0) return null;
  const them = dropped.length === 1 ? 'it' : 'them';
  return `${subject} no longer includes ${joinNames(dropped)}; code that got ${them} from there must include ${them} itself.`;
}

/** That a header which had no licence comment gets one, as a sentence; null when it does not. */
export function suppliedLicence({ manifest, result, path, name }: HeaderFacts): string | null {
  const { licence } = manifest;
  const wrapper = result.headers.find((change) => change.path === path);
  const before = wrapper === undefined ? null : contentBefore(wrapper);
  if (licence.kind === 'none' || before === null || beginsWithLicence(before)) return null;
  const origin = licence.kind === 'from' ? `that of ${licence.file}` : 'one';
  return `${name} had no license comment; it and the new files get ${origin}.`;
}

function droppedIncludes({ header, includes }: Manifest, { before, headers }: SplitResult): readonly string[] {
  const wrapper = headers.find((change) => change.path === header.value);
  const text = before !== 'whole' || wrapper === undefined ? '' : (contentBefore(wrapper) ?? '');
  const gone = spellingsIn(text).filter(({ path }) => includes.get(displayText(path))?.value === 'drop');
  return [...new Set(gone.map(({ form, path }) => displayText(form === 'quote' ? `"${path}"` : `<${path}>`)))];
}

/** The name of a file, with as many of its directories as tell it from the other ones of `paths`. */
export function shortName(path: string, paths: readonly string[]): string {
  const steps = path.split('/');
  const names = steps.map((_, at) => steps.slice(at).join('/')).reverse();
  const others = paths.filter((other) => other !== path);
  return names.find((name) => !others.some((other) => `/${other}`.endsWith(`/${name}`))) ?? path;
}

/** Whether a function holds an assertion of the manifest once the series is applied. */
export function isAsserted({ action }: DefinitionReport): boolean {
  return action === 'insert' || action === 'replace' || action === 'present';
}

/** Whether a patch of the series touches the assertion of a function. */
export function isChanged({ action }: DefinitionReport): boolean {
  return action === 'insert' || action === 'replace' || action === 'remove';
}

/** A part of which the plan says that it has no item gets neither file nor section. */
function emptyParts(manifest: Manifest, { findings }: SplitResult): ReadonlySet<Part> {
  const places = findings.filter(({ code }) => code === 'part-empty').map(({ places: [{ place }] }) => place);
  return new Set(
    manifest.parts.filter((part) => {
      const { line, column } = placeOf(manifest.source, part.span);
      return places.some((place) => place.line === line && place.column === column);
    }),
  );
}
