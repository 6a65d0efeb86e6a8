import { type Diagnostic, diagnostic, withNext } from '../diagnostics/diagnostic.ts';
import type { Manifest, PrototypeEntry } from '../manifest/manifest.ts';
import type { Header, Item } from '../model/header.ts';
import { nearestNames } from '../text/nearest-name.ts';
import { type Place, placeOf } from '../text/place.ts';
import type { Span } from '../text/span.ts';
import { type AssignedFunction, assignedNeighbours } from './assigned-neighbours.ts';
import { functionsOfPragma } from './brackets/parted-pragmas.ts';
import { functionNames, otherNames, type Placement, type Placements, partTarget, type Target } from './placement.ts';
import { unassigned } from './unassigned.ts';

/** Where the manifest and the rules send each item, and what does not fit between manifest and header. */
export function assignItems(
  header: Header,
  manifest: Manifest,
): { readonly placements: Placements; readonly findings: readonly Diagnostic[] } {
  const declared = new Set(header.items.flatMap(functionNames));
  const findings: Diagnostic[] = [
    ...unknownPrototypes(header, manifest, declared),
    ...unknownDeclarations(header, manifest),
  ];
  const reported = new Set<string>();
  const surroundings = { declared, neighbours: assignedNeighbours(header, manifest) };
  const placements = header.items.map((item) => {
    const { placement, findings: own } = assignItem(header, manifest, item, surroundings);
    for (const finding of own) {
      if (reported.has(finding.message)) continue;
      reported.add(finding.message);
      findings.push(finding);
    }
    return placement;
  });
  return { placements, findings };
}

type Assignment = { readonly placement: Placement; readonly findings: readonly Diagnostic[] };

/** What the items of a header know of one another. */
type Surroundings = {
  readonly declared: ReadonlySet<string>;
  readonly neighbours: (item: Item) => readonly AssignedFunction[];
};

function assignItem(
  header: Header,
  manifest: Manifest,
  item: Item,
  { declared, neighbours }: Surroundings,
): Assignment {
  const shared: Placement = { target: partTarget(manifest.shared), by: 'default' };
  const names = functionNames(item);
  if (names.length > 0) return assignFunctions(header, manifest, item, names, neighbours(item));
  const { content } = item;
  if (content.kind === 'directive' && content.directive.kind === 'include') {
    const { path } = content.directive.target;
    const wanted = path === null ? undefined : manifest.includes.get(path);
    return { placement: wanted ? { target: targetOf(wanted.value), by: 'manifest' } : shared, findings: [] };
  }
  if (content.kind === 'directive' && content.directive.kind === 'pragma') {
    const parts = functionsOfPragma(content.directive.words, declared).map(
      (name) => manifest.prototypes.get(name)?.part,
    );
    const [part] = parts;
    const follows = typeof part === 'string' && parts.every((other) => other === part);
    return { placement: follows ? { target: partTarget(part), by: 'rule' } : shared, findings: [] };
  }
  const explicit = otherNames(item).filter((name) => manifest.declarations.has(name));
  if (explicit.length > 0) return assignDeclaration(header, manifest, item, explicit);
  const followed = otherNames(item)
    .map((name) => (declared.has(name) ? manifest.prototypes.get(name)?.part : null))
    .find((part) => typeof part === 'string');
  const follows =
    content.kind === 'directive' || (content.kind === 'declaration' && content.declaration.kind === 'macro-call');
  if (followed && follows) {
    const by = content.kind === 'directive' ? 'name' : 'rule';
    return { placement: { target: partTarget(followed), by }, findings: [] };
  }
  return { placement: shared, findings: [] };
}

function assignFunctions(
  header: Header,
  manifest: Manifest,
  item: Item,
  names: readonly string[],
  neighbours: readonly AssignedFunction[],
): Assignment {
  const parts = names.map((name) => ({ name, part: manifest.prototypes.get(name)?.part ?? null }));
  const findings = parts.flatMap(({ name, part }) =>
    part === null ? [unassigned(manifest, placeOfName(header, item, name), name, neighbours)] : [],
  );
  const first = parts.find(({ part }) => part !== null);
  findings.push(...namesDisagree(header, manifest, item));
  return { placement: { target: partTarget(first?.part ?? manifest.shared), by: 'manifest' }, findings };
}

function assignDeclaration(header: Header, manifest: Manifest, item: Item, names: readonly string[]): Assignment {
  const [first = ''] = names;
  const part = manifest.declarations.get(first)?.value ?? manifest.shared;
  return { placement: { target: partTarget(part), by: 'manifest' }, findings: namesDisagree(header, manifest, item) };
}

/** An error when the manifest gives names of one item different parts; of an item with functions these count alone. */
export function namesDisagree(header: Header, manifest: Manifest, item: Item): readonly Diagnostic[] {
  const functions = functionNames(item);
  const parts =
    functions.length > 0
      ? functions.map((name) => ({ name, part: manifest.prototypes.get(name)?.part ?? null }))
      : otherNames(item).map((name) => ({ name, part: manifest.declarations.get(name)?.value ?? null }));
  const [first, ...others] = parts.filter(({ part }) => part !== null);
  const other = others.find(({ part }) => part !== first?.part);
  if (!first || !other) return [];
  return [disagreeing(header, manifest, item, [first.name, first.part ?? ''], [other.name, other.part ?? ''])];
}

function targetOf(placement: string): Target {
  if (placement === 'wrapper' || placement === 'drop') return { kind: placement };
  return partTarget(placement);
}

/** The place of a name that an item declares; the item's own place where the name is not in its tokens. */
export function placeOfName(header: Header, item: Item, name: string): Place {
  return placeOf(header.source, spanOfName(item, name));
}

export function spanOfName(item: Item, name: string): Span {
  const names = namesIn(item);
  if (names.length <= FEW) return names.find((one) => one.name === name)?.token ?? item.span;
  const spans = known.get(item) ?? new Map(names.toReversed().map((one) => [one.name, one.token]));
  known.set(item, spans);
  return spans.get(name) ?? item.span;
}

/** So many names are looked through; a map for each item would take more memory than the items. */
const FEW = 8;

/** All names of one item are asked for, one after another. Of a name that stands twice, the first counts. */
const known = new WeakMap<Item, ReadonlyMap<string, Span>>();

function namesIn({ content }: Item): readonly { readonly name: string; readonly token: Span }[] {
  if (content.kind !== 'declaration') return [];
  const { functions, others } = content.declaration;
  return others.length === 0 ? functions : [...functions, ...others];
}

function disagreeing(
  header: Header,
  manifest: Manifest,
  item: Item,
  [a, partA]: readonly [string, string],
  [b, partB]: readonly [string, string],
): Diagnostic {
  const entries = [a, b].flatMap((name) => {
    const entry = manifest.prototypes.get(name) ?? manifest.declarations.get(name);
    return entry ? [{ place: placeOf(manifest.source, entry.span), label: `'${name}' is assigned here` }] : [];
  });
  const message = `one declaration makes '${a}' (${partA}) and '${b}' (${partB}), but it can be in one part only`;
  return diagnostic('names-disagree', message, placeOfName(header, item, b), ...entries);
}

function unknownPrototypes(header: Header, manifest: Manifest, declared: ReadonlySet<string>): readonly Diagnostic[] {
  const nearUnlisted = nearestNames([...declared].filter((other) => !manifest.prototypes.has(other)));
  const nearAny = nearestNames(declared);
  const others = new Set(header.items.flatMap(otherNames));
  return [...manifest.prototypes].flatMap(([name, entry]: [string, PrototypeEntry]) => {
    if (declared.has(name)) return [];
    const near = nearUnlisted(name) ?? nearAny(name);
    const finding = diagnostic(
      'prototype-unknown',
      `${header.source.path} has no prototype '${name}'`,
      placeOf(manifest.source, entry.span),
    );
    if (others.has(name)) {
      return [
        withNext(
          finding,
          `'${name}' is declared, but not as a function: move the line to 'declarations', or remove it.`,
        ),
      ];
    }
    return [near ? withNext(finding, `Did you mean '${near}'? Otherwise remove the line.`) : finding];
  });
}

function unknownDeclarations(header: Header, manifest: Manifest): readonly Diagnostic[] {
  const names = new Set(header.items.flatMap(otherNames));
  const included = new Set(header.items.flatMap(includedPath));
  const functions = new Set(header.items.flatMap(functionNames));
  const [nearOf, nearPathOf] = [nearestNames(names), nearestNames(included)];
  const missing = [...manifest.declarations].flatMap(([name, entry]) => {
    if (names.has(name)) return [];
    const near = nearOf(name);
    const finding = diagnostic(
      'declaration-unknown',
      `${header.source.path} declares no '${name}'`,
      placeOf(manifest.source, entry.span),
    );
    if (functions.has(name)) return [withNext(finding, `'${name}' is a function: move the line to 'prototypes'.`)];
    return [near ? withNext(finding, `Did you mean '${near}'? Otherwise remove the line.`) : finding];
  });
  const notIncluded = [...manifest.includes].flatMap(([path, entry]) => {
    if (included.has(path)) return [];
    const near = nearPathOf(path);
    const finding = diagnostic(
      'include-unknown',
      `${header.source.path} does not include '${path}'`,
      placeOf(manifest.source, entry.span),
    );
    return [near ? withNext(finding, `Did you mean '${near}'? Otherwise remove the line.`) : finding];
  });
  return [...missing, ...notIncluded];
}

export function includedPath(item: Item): readonly string[] {
  const { content } = item;
  if (content.kind !== 'directive' || content.directive.kind !== 'include' || content.directive.target.path === null)
    return [];
  return [content.directive.target.path];
}
