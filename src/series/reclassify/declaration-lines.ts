import type { DefinitionReport } from '../../edits/assertion-changes.ts';
import type { Manifest, Part } from '../../manifest/manifest.ts';
import { partsIn } from '../../manifest/part-lookup.ts';
import { parseHeader } from '../../model/lower-header.ts';
import { bannersOf, sectionsOf } from '../../part-files/sections.ts';
import { functionNames, otherNames } from '../../plan/placement.ts';
import { placeOf } from '../../text/place.ts';
import { displayText } from '../../text/source-text.ts';
import type { Tree } from '../../text/tree.ts';
import type { Reclassified } from './topics.ts';

/** A line from 1, and `lineIn`: where an earlier text (latin1) of the file has the declaration in the same part. */
export type DeclarationLine = {
  readonly path: string;
  readonly line: number;
  /** null where that text does not have it in that part, or cannot tell. */
  readonly lineIn: (text: string) => number | null;
  /** The header that was split. */
  readonly whole: string;
};

/**
 * Where a split tree declares some functions before they go to other parts; of those that only stop to assert, where
 * their `definitions` do.
 */
export function declarationLines(
  functions: readonly Reclassified[],
  manifests: ReadonlyMap<string, Manifest>,
  definitions: readonly DefinitionReport[],
  tree: Tree,
): readonly DeclarationLine[] {
  return functions.flatMap((one) => {
    const { name, header, stays, asserts, from } = one;
    const { file: path, name: part } = from;
    if (stays && !asserts) {
      const own = definitions.filter((found) => found.name === name && found.action === 'remove');
      const asserted = own.flatMap(({ file }) => assertionLines(tree.read(file) ?? '', name, from, file));
      if (asserted.length > 0) return asserted.map((found) => ({ ...found, lineIn: () => null, whole: header }));
    }
    const manifest = manifests.get(header);
    const text = tree.read(path);
    if (manifest === undefined || text === null) return [];
    const lineIn = (earlier: string): number | null => lineInPart(earlier, name, path, part, manifest);
    return linesOf({ path, text }, name, manifest).map((line) => ({ path, line, lineIn, whole: header }));
  });
}

/** By the shape of lines: the function begins and ends in the first column. */
function assertionLines(
  text: string,
  name: string,
  { assert }: Part,
  path: string,
): readonly Pick<DeclarationLine, 'path' | 'line'>[] {
  const lines = text.split('\n');
  const head = new RegExp(`^(?:\\S.*\\W)?${name.replaceAll('$', '\\$&')}[ \\t]*\\(`);
  return lines.flatMap((line, at) => {
    if (!head.test(line) || /;\s*$/.test(line)) return [];
    const end = lines.findIndex((other, after) => after > at && other.startsWith('}'));
    const found = lines.findIndex((other, after) => after > at && after < end && other.trim() === assert);
    return found < 0 ? [] : [{ path, line: found + 1 }];
  });
}

type Source = { readonly path: string; readonly text: string };

function linesOf(source: Source, name: string, { annotations, brackets }: Manifest): readonly number[] {
  return parseHeader(source, { annotations, brackets })
    .items.filter((item) => [...functionNames(item), ...otherNames(item)].includes(name))
    .map(({ span }) => lineOfName(source, span, displayText(name)));
}

function lineInPart(text: string, name: string, path: string, part: string, manifest: Manifest): number | null {
  const source = { path, text };
  const header = parseHeader(source, { annotations: manifest.annotations, brackets: manifest.brackets });
  const item = header.items.find((one) => [...functionNames(one), ...otherNames(one)].includes(name));
  if (item === undefined) return null;
  // Where a file has several parts, only banners tell them apart in a text that the manifest does not describe.
  const [, ...others] = partsIn(manifest, path);
  const banners = others.map(({ banner }) => banner);
  if (others.length > 0) {
    if (bannersOf(header, banners).size < others.length || sectionsOf(header, manifest).get(item) !== part) return null;
  }
  return lineOfName(source, item.span, displayText(name));
}

function lineOfName(source: Source, at: { readonly start: number; readonly end: number }, name: string): number {
  const offset = source.text.slice(at.start, at.end).indexOf(name);
  return placeOf(source, { start: at.start + Math.max(0, offset), end: at.end }).line;
}
