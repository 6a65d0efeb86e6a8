import type { IncludeDirective, SourceItem, SourceNode } from '../model/source-outline.ts';

/**
 * The wanted items of a source file before which no include that `covers` is surely read: none stands above them, or
 * only under a condition that they do not stand under. What stands inside the braces of something is not looked at.
 */
export function uncoveredItems(
  nodes: readonly SourceNode[],
  isWanted: (item: SourceItem) => boolean,
  covers: (include: IncludeDirective) => boolean,
): readonly SourceItem[] {
  return walk({ isWanted, covers }, nodes).uncovered;
}

type Scene = {
  readonly isWanted: (item: SourceItem) => boolean;
  readonly covers: (include: IncludeDirective) => boolean;
};

type Walked = { readonly isCovered: boolean; readonly uncovered: readonly SourceItem[] };

function walk(scene: Scene, nodes: readonly SourceNode[]): Walked {
  const uncovered: SourceItem[] = [];
  for (const node of nodes) {
    if (node.kind === 'include' && scene.covers(node.directive)) return { isCovered: true, uncovered };
    if (node.kind === 'item' && scene.isWanted(node)) uncovered.push(node);
    if (node.kind !== 'group') continue;
    const compiled = node.branches.filter(({ isDisabled }) => !isDisabled);
    const walked = compiled.map((branch) => walk(scene, branch.nodes));
    uncovered.push(...walked.flatMap((one) => one.uncovered));
    const isExhaustive = node.branches.at(-1)?.directive.kind === 'else';
    if (isExhaustive && walked.every(({ isCovered }) => isCovered)) return { isCovered: true, uncovered };
  }
  return { isCovered: false, uncovered };
}
