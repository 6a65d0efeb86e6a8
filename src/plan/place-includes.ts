import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import type { Manifest } from '../manifest/manifest.ts';
import type { Header, Item } from '../model/header.ts';
import { parseHeader } from '../model/lower-header.ts';
import { referencesOf } from '../model/references.ts';
import { placeOf } from '../text/place.ts';
import { type Tree, wordsIn } from '../text/tree.ts';
import { type IncludeGraph, includeChain } from './include-graph.ts';
import { functionNames, otherNames, type Placement, type Placements, partOf } from './placement.ts';
import type { Uses } from './uses.ts';

type Input = {
  readonly header: Header;
  readonly manifest: Manifest;
  readonly tree: Tree;
  readonly graph: IncludeGraph;
  readonly uses: Uses;
  readonly placements: Placements;
};

/**
 * Sends to the wrapper, after the parts, each include that leads back to the header, and each below prototypes that
 * must not come before them: it calls one of them in an inline function, or defines a macro that one of them uses. All
 * others stay where they are, in the shared part. What the manifest says is kept, and refused when it makes a cycle.
 */
export function placeIncludes(input: Input): {
  readonly placements: Placements;
  readonly findings: readonly Diagnostic[];
} {
  const findings: Diagnostic[] = [];
  const earlier = new Set<string>();
  const placements = input.placements.map((placement, index): Placement => {
    const item = input.header.items[index];
    const file = item ? includedFile(input, item) : null;
    if (!item || file === null) return placement;
    const place = placeOf(input.header.source, item.span);
    const chain =
      file === input.header.source.path ? [file] : includeChain(input.graph, file, input.header.source.path);
    if (chain) {
      const route = [input.header.source.path, ...chain].join(' -> ');
      if (placement.by === 'manifest' && placement.target.kind === 'part') {
        findings.push(diagnostic('include-cycle', `a part file would include itself: ${route}`, place));
        return placement;
      }
      if (placement.by === 'default')
        findings.push(diagnostic('include-loops', `this leads back to the header: ${route}`, place));
      return placement.by === 'manifest' ? placement : { target: { kind: 'wrapper' }, by: 'rule' };
    }
    const files = closure(input.graph, file, earlier);
    for (const one of files) earlier.add(one);
    if (placement.by === 'manifest') return placement;
    const obstacle = whyNotBefore(input, index, files);
    if (obstacle === null) return placement;
    const later = laterUse(input, index, files);
    if (later === null) {
      findings.push(
        diagnostic('include-moved', `this goes to the wrapper: ${obstacle.message}`, place, {
          place: placeOf(input.header.source, obstacle.item.span),
          label: obstacle.label,
        }),
      );
      return { target: { kind: 'wrapper' }, by: 'rule' };
    }
    const laterPlace = {
      place: placeOf(input.header.source, later.item.span),
      label: `this needs '${later.name}' from it`,
    };
    findings.push(
      diagnostic(
        'include-order',
        `this cannot come before the prototypes above it: ${obstacle.message}`,
        place,
        { place: placeOf(input.header.source, obstacle.item.span), label: obstacle.label },
        laterPlace,
      ),
    );
    return placement;
  });
  return { placements, findings };
}

function includedFile(input: Input, item: Item): string | null {
  const { content } = item;
  if (content.kind !== 'directive' || content.directive.kind !== 'include' || content.directive.target.path === null)
    return null;
  return input.graph.resolve(input.header.source.path, content.directive.target);
}

/** The tree's files that an include brings in for the first time. */
function closure(graph: IncludeGraph, file: string, known: ReadonlySet<string>): readonly string[] {
  if (known.has(file)) return [];
  const found = new Set([file]);
  for (const one of found) for (const next of graph.includesOf(one)) if (!known.has(next)) found.add(next);
  return [...found];
}

type Obstacle = { readonly item: Item; readonly message: string; readonly label: string };

/** Why the files must not come before what stands above them and goes to another part; null when they may. */
function whyNotBefore(input: Input, index: number, files: readonly string[]): Obstacle | null {
  const { header, manifest, placements } = input;
  const above = header.items
    .slice(0, index)
    .filter((item) => (partOf(placements, item.index) ?? manifest.shared) !== manifest.shared);
  if (above.length === 0) return null;
  const functions = new Map(above.flatMap((item) => functionNames(item).map((name): [string, Item] => [name, item])));
  const used = new Map<string, Item>();
  for (const item of above) {
    const step = input.uses.stepOfItem[item.index];
    for (const word of (step === undefined ? undefined : input.uses.usedBy[step])?.words ?? [])
      if (!used.has(word)) used.set(word, item);
  }
  for (const file of files) {
    const text = input.tree.read(file) ?? '';
    const called = wordsIn(text, [...functions.keys()]);
    const caller = called.length > 0 ? inlineCall({ path: file, text }, called) : null;
    const callee = caller === null ? undefined : functions.get(caller);
    if (callee) return { item: callee, message: `${file} calls '${caller}'`, label: 'declared here' };
    for (const name of macrosDefinedIn(text)) {
      const item = used.get(name);
      if (item && !input.uses.events.has(name) && !functionNames(item).includes(name))
        return { item, message: `${file} defines '${name}'`, label: 'used here, above it' };
    }
  }
  return null;
}

/** The first of the names that an inline function or an initializer of the text uses. */
function inlineCall(source: { readonly path: string; readonly text: string }, names: readonly string[]): string | null {
  for (const item of parseHeader(source).items) {
    const { evaluated } = referencesOf(source.text, item);
    const name = names.find(
      (one) => evaluated.has(one) && !functionNames(item).includes(one) && !otherNames(item).includes(one),
    );
    if (name !== undefined) return name;
  }
  return null;
}

function macrosDefinedIn(text: string): readonly string[] {
  return [...text.matchAll(/^[ \t]*#[ \t]*(?:define|undef)[ \t]+([A-Za-z_]\w*)/gm)].map((match) => match[1] ?? '');
}

/** An item below the include that uses something the files declare. */
function laterUse(
  input: Input,
  index: number,
  files: readonly string[],
): { readonly item: Item; readonly name: string } | null {
  const declared = new Set(
    files.flatMap((file) => {
      const text = input.tree.read(file) ?? '';
      return [
        ...parseHeader({ path: file, text }).items.flatMap((item) => [...functionNames(item), ...otherNames(item)]),
      ];
    }),
  );
  for (const item of input.header.items.slice(index + 1)) {
    const step = input.uses.stepOfItem[item.index];
    const name = [...((step === undefined ? undefined : input.uses.usedBy[step])?.words ?? [])].find(
      (word) => declared.has(word) && !input.uses.providers.has(word),
    );
    if (name !== undefined) return { item, name };
  }
  return null;
}
