import type { Branch, Header, Item, Node } from './header.ts';

/** The branches of conditionals around something, outermost first. */
export type BranchPath = readonly Branch[];

/** Functions that a header declares twice ask once each. */
const known = new WeakMap<Header, ReadonlyMap<Item, BranchPath>>();

/** For each item of a header the branches around it. */
export function branchPaths(header: Header): ReadonlyMap<Item, BranchPath> {
  const paths = known.get(header) ?? readPaths(header);
  known.set(header, paths);
  return paths;
}

function readPaths(header: Header): ReadonlyMap<Item, BranchPath> {
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

/**
 * For things told one after another with the branches around them: the first of those before that is read wherever the
 * new one is, or only where that is; null for none. Takes as long as the path, however many there are.
 */
export function firstCovered<T>(): (path: BranchPath, one: T) => T | null {
  type Told = { readonly at: number; readonly one: T };
  // Each branch stands in one place, so the last of a path means all of it; null is outside of all.
  const directly = new Map<Branch | null, Told>();
  const within = new Map<Branch | null, Told>();
  let count = 0;
  return (path, one) => {
    const around = [null, ...path];
    const last = path.at(-1) ?? null;
    const related = [within.get(last), ...around.map((branch) => directly.get(branch))];
    const found = related.reduce((first, other) => (first && other && first.at <= other.at ? first : (other ?? first)));
    const told = { at: count++, one };
    if (!directly.has(last)) directly.set(last, told);
    for (const branch of around) if (!within.has(branch)) within.set(branch, told);
    return found ? found.one : null;
  };
}
