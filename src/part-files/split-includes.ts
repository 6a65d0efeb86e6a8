import type { Manifest } from '../manifest/manifest.ts';
import { partNamed } from '../manifest/part-lookup.ts';
import type { Header, Item } from '../model/header.ts';
import type { IncludeGraph, IncludeSpelling } from '../plan/includes/include-graph.ts';
import { scanIncludes } from '../plan/includes/scan-includes.ts';
import { type SureIncludes, sureIncludes } from '../plan/includes/sure-includes.ts';
import { functionNames } from '../plan/placement.ts';
import type { Tree } from '../text/tree.ts';
import type { StandingFunction } from './split-headers.ts';

type Around = { readonly tree: Tree; readonly graph: IncludeGraph };

/** What a tree's files surely include once its whole header is split: all that it includes but what is dropped. */
export function sureOfWhole(around: Around, manifest: Manifest, header: Header): SureIncludes {
  const inline = header.items.filter(isDefined).flatMap(functionNames);
  return withWhole(around, manifest, header.source.text, inline, new Map());
}

/**
 * The same of a tree that is split, where an include of a part file counts only if it cannot be there for the assertions
 * of inline functions: those need it no longer when the manifest says so. `origin` is the header when it was whole.
 */
export function sureOfSplit(
  around: Around,
  was: Manifest,
  now: Manifest,
  standing: readonly StandingFunction[],
  origin: { readonly header: string } | null,
): SureIncludes {
  const asked = new Set([was, now].flatMap(({ parts }) => parts.flatMap((part) => part.assertInclude ?? [])));
  const inline = standing.filter(({ item }) => isDefined(item));
  const instead = new Map(
    [...new Set(inline.map(({ header }) => header))].map(({ source }): [string, readonly IncludeSpelling[]] => [
      source.path,
      scanIncludes(source.text).sure.filter(({ path }) => !asked.has(path) || !isGuarded(around, source.path, path)),
    ]),
  );
  if (origin === null) return sureIncludes(around.tree, around.graph, instead);
  return withWhole(
    around,
    now,
    origin.header,
    inline.map(({ name }) => name),
    instead,
  );
}

function withWhole(
  around: Around,
  manifest: Manifest,
  header: string,
  inline: readonly string[],
  instead: ReadonlyMap<string, readonly IncludeSpelling[]>,
): SureIncludes {
  const path = manifest.header.value;
  const kept = scanIncludes(header).sure.filter((one) => manifest.includes.get(one.path)?.value !== 'drop');
  const paths = new Set(inline.flatMap((name) => includeForAssertion(manifest, name)));
  const own = [...paths].filter((one) => !isGuarded(around, path, one));
  return sureIncludes(
    around.tree,
    around.graph,
    new Map([...instead, [path, [...kept, ...own.map((one): IncludeSpelling => ({ form: 'quote', path: one }))]]]),
  );
}

/** What a part file includes for the assertion of an inline function. */
function includeForAssertion(manifest: Manifest, name: string): readonly string[] {
  const entry = manifest.prototypes.get(name);
  const path = partNamed(manifest, entry?.part)?.assertInclude ?? null;
  return path === null || !entry?.assert ? [] : [path];
}

/** Whether including a file again would do nothing. */
function isGuarded({ tree, graph }: Around, from: string, path: string): boolean {
  const file = graph.resolve(from, { form: 'quote', path });
  return file === null || scanIncludes(tree.read(file) ?? '').guard === 'whole';
}

function isDefined({ content }: Item): boolean {
  return content.kind === 'declaration' && content.declaration.body !== null;
}
