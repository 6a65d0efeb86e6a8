import type { Branch, Header, Item, Node } from './header.ts';

/** The branches of conditionals around something, outermost first. */
export type BranchPath = readonly Branch[];

/** For each item of a header the branches around it. */
export function branchPaths(header: Header): ReadonlyMap<Item, BranchPath> {
  const paths = new Map<Item, BranchPath>();
  const visit = (nodes: readonly Node[], around: BranchPath): void => {
    for (const node of nodes) {
      if (node.kind === 'item') paths.set(node.item, around);
      else if (node.kind === 'bracket') visit(node.nodes, around);
      else if (node.kind === 'group') for (const branch of node.branches) visit(branch.nodes, [...around, branch]);
    }
  };
  visit(header.nodes, []);
  return paths;
}

/** Whether what is read in the branches `path` is so only where what is read in `around` is. */
export function isWithin(path: BranchPath, around: BranchPath): boolean {
  return around.every((branch, depth) => path[depth] === branch);
}
