import { type Diagnostic, severityOf, stopsTheRun, withNext } from '../diagnostics/diagnostic.ts';
import type { Manifest } from '../manifest/manifest.ts';
import type { Header, Item } from '../model/header.ts';
import { tokenText } from '../parse/tokens/token.ts';
import { indexLines } from '../text/line-index.ts';
import { lowerBound } from '../text/lower-bound.ts';
import { functionsOfPragma } from './brackets/parted-pragmas.ts';
import { functionNames, otherNames } from './placement.ts';

/** What a split by another manifest of the same header would report. */
export type Trial = (manifest: Manifest) => readonly Diagnostic[];

/**
 * Findings that stop a run because of where the manifest sends functions, with the assignment as the next step after
 * which nothing stops it: each was tried. Where none is found, or it would change too much, the findings stay as they
 * are.
 */
export function adviseAssignment(
  header: Header,
  manifest: Manifest,
  findings: readonly Diagnostic[],
  trial: Trial,
): readonly Diagnostic[] {
  const errors = findings.filter((finding) => severityOf(finding) === 'error');
  if (errors.length === 0 || !errors.every(isAboutAssignment) || header.items.length > MOST_ITEMS) return findings;
  const partsInvolved = [
    manifest.shared,
    ...functionsAt(header, manifest, errors).map((name) => partOf(manifest, name)),
  ];
  const parts = new Set(partsInvolved.filter((part): part is string => part !== null));
  const found = [...parts].flatMap((part) => changesThatHelp(header, manifest, errors, trial, part) ?? []);
  const [best] = found.sort((a, b) => a.names.length - b.names.length);
  if (!best) return findings;
  const assign = `Assign ${best.names.map((name) => `'${name}'`).join(', ')} to '${best.part}'`;
  return findings.map((finding) => {
    const instead = otherWays.get(finding.code);
    return instead === undefined ? finding : withNext(finding, `${assign}${instead}.`);
  });
}

/** Each item is planned again a few times. */
const MOST_ITEMS = 20_000;
const MOST_ROUNDS = 5;
/** More than these are no advice. */
const MOST_NAMES = 20;

function isAboutAssignment({ code }: Diagnostic): boolean {
  return otherWays.has(code);
}

/** By code, what else you may do. */
const otherWays: ReadonlyMap<string, string> = new Map([
  ['calls-back', ''],
  ['section-order', ', or change the order of the parts in the manifest'],
  ['meaning-changes', ', or move the declarations in the header first'],
  ['group-divided', ''],
  ['names-disagree', ', or divide the declaration in the header first'],
  ['pragma-parted', ''],
]);

type Changes = { readonly part: string; readonly names: readonly string[] };

/** The functions that have to go to one part, in the order in which they were found; null where that does not help. */
function changesThatHelp(
  header: Header,
  manifest: Manifest,
  errors: readonly Diagnostic[],
  trial: Trial,
  part: string,
): Changes | null {
  const names = new Set<string>();
  let remaining = errors;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const more = functionsAt(header, manifest, remaining).filter(
      (name) => partOf(manifest, name) !== part && !names.has(name),
    );
    for (const name of more) names.add(name);
    if (more.length === 0 || names.size > MOST_NAMES) return null;
    const found = trial(assigned(manifest, names, part));
    if (!stopsTheRun(found)) return { part, names: [...names] };
    remaining = found.filter((finding) => severityOf(finding) === 'error');
    if (!remaining.every(isAboutAssignment)) return null;
  }
  return null;
}

function assigned(manifest: Manifest, names: ReadonlySet<string>, part: string): Manifest {
  const prototypes = [...manifest.prototypes].map(
    ([name, entry]) => [name, names.has(name) ? { ...entry, part } : entry] as const,
  );
  return { ...manifest, prototypes: new Map(prototypes) };
}

function partOf({ prototypes }: Manifest, name: string): string | null {
  return prototypes.get(name)?.part ?? null;
}

/**
 * The functions that the manifest lists, of the items that findings are about; a macro counts as the function of its
 * name.
 */
function functionsAt(
  { source, items }: Header,
  manifest: Manifest,
  findings: readonly Diagnostic[],
): readonly string[] {
  const { starts } = indexLines(source.text);
  const itemAt = (line: number, column: number): Item | undefined => {
    const offset = (starts[line - 1] ?? 0) + column - 1;
    const item = items[lowerBound(items, ({ span }) => span.end <= offset)];
    return item && item.span.start <= offset ? item : undefined;
  };
  const names = findings.flatMap(({ places }) => {
    const found = places.flatMap(({ place }) => {
      const item = place.file === source.path && place.line > 0 ? itemAt(place.line, place.column) : undefined;
      return item ? [item] : [];
    });
    const named = found.flatMap((item) => [
      ...functionNames(item),
      ...otherNames(item),
      ...namesInPragma(item, manifest),
    ]);
    const known = named.filter((name) => manifest.prototypes.has(name));
    return known.length > 0 ? known : functionsUsing(source.text, items, new Set(found.flatMap(macroName)));
  });
  return [...new Set(names)].filter((name) => manifest.prototypes.has(name));
}

/** The functions that say one of the names. */
function functionsUsing(text: string, items: readonly Item[], macros: ReadonlySet<string>): readonly string[] {
  if (macros.size === 0) return [];
  return items.flatMap((item) => {
    const names = functionNames(item);
    return names.length > 0 && item.tokens.some((token) => macros.has(tokenText(text, token))) ? names : [];
  });
}

function macroName(item: Item): readonly string[] {
  return item.content.kind === 'directive' ? otherNames(item) : [];
}

function namesInPragma({ content }: Item, { prototypes }: Manifest): readonly string[] {
  const isPragma = content.kind === 'directive' && content.directive.kind === 'pragma';
  return isPragma ? functionsOfPragma(content.directive.words, prototypes) : [];
}
