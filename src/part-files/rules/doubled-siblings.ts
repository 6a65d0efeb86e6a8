import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { branchPaths, isWithin } from '../../model/branch-paths.ts';
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
): readonly (ItemOfHeader & { readonly to: string; readonly first: ItemOfHeader['item'] })[] {
  return [...split.parts.values(), split.wrapper].flatMap((header) => {
    const paths = branchPaths(header);
    const includes = siblingIncludes(header, split, manifest);
    return includes.flatMap(({ item, to }, at) => {
      const path = paths.get(item) ?? [];
      const first = includes.slice(0, at).find((one) => {
        const earlier = paths.get(one.item) ?? [];
        return one.to === to && (isWithin(path, earlier) || isWithin(earlier, path));
      });
      return first ? [{ header, item, to, first: first.item }] : [];
    });
  });
}
