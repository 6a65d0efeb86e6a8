import type { Header, Item } from '../model/header.ts';
import type { TreeFacts } from './tree-facts.ts';

/** The tree's file that an include item of the header means; null for any other item and for files elsewhere. */
export function includedFile(header: Header, facts: TreeFacts, { content }: Item): string | null {
  if (content.kind !== 'directive' || content.directive.kind !== 'include') return null;
  const { target } = content.directive;
  return target.path === null ? null : facts.graph.resolve(header.source.path, target);
}
