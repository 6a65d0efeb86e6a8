import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { branchPaths, firstCovered } from '../../model/branch-paths.ts';
import type { Item } from '../../model/header.ts';
import type { ItemOfHeader } from '../../plan/functions-by-name.ts';
import { placeOf } from '../../text/place.ts';
import type { SplitHeaders } from '../split-headers.ts';
import { siblingIncludes } from './siblings.ts';

/** Law: no file of the split includes another twice, except under conditions of which neither covers the other. */
export function checkDoubledSiblings(split: SplitHeaders, manifest: Manifest): readonly Diagnostic[] {
  return doubledSiblings(split, manifest).map(({ header, item, to, first }) => {
    const other = { place: placeOf(header.source, first.span), label: 'first here' };
    const message = `${header.source.path} includes ${to} twice`;
    return diagnostic('sibling-doubled', message, placeOf(header.source, item.span), other);
  });
}

/** The includes that repeat the one of `first`. */
export function doubledSiblings(
  split: SplitHeaders,
  manifest: Manifest,
): readonly (ItemOfHeader & { readonly to: string; readonly first: Item })[] {
  return [...split.parts.values(), split.wrapper].flatMap((header) => {
    const paths = branchPaths(header);
    const readings = new Map<string, ReturnType<typeof firstCovered<Item>>>();
    return siblingIncludes(header, split, manifest).flatMap(({ item, to }) => {
      const firstBefore = readings.get(to) ?? firstCovered<Item>();
      readings.set(to, firstBefore);
      const first = firstBefore(paths.get(item) ?? [], item);
      return first ? [{ header, item, to, first }] : [];
    });
  });
}
