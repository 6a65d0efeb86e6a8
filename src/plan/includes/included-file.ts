import type { Header, Item } from '../../model/header.ts';
import type { IncludeGraph, IncludeSpelling } from './include-graph.ts';

/** The tree's file that an include item of the header means; null for any other item and for files elsewhere. */
export function includedFile(
  { source }: Pick<Header, 'source'>,
  { graph }: { readonly graph: IncludeGraph },
  item: Item,
): string | null {
  const target = includeTarget(item);
  return target === null ? null : graph.resolve(source.path, target);
}

/** What an include item spells; null for any other item, and where a macro stands for it. */
export function includeTarget({ content }: Item): IncludeSpelling | null {
  if (content.kind !== 'directive' || content.directive.kind !== 'include') return null;
  const { form, path } = content.directive.target;
  return path === null ? null : { form, path };
}
