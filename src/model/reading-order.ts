import type { Group, Header, Item, Node } from './header.ts';
import { itemsOf } from './node-extent.ts';

/** Where something stands among conditionals: the groups around it, outermost first, and the branch in each. */
export type Path = readonly {
  readonly group: number;
  readonly branch: number;
  /** Indices of steps: the group's own, and the first behind the branch. */
  readonly opens: number;
  readonly ends: number;
}[];

/** One thing the preprocessor meets, in document order: an item, or a group whose conditions it evaluates. */
export type Step =
  | { readonly kind: 'item'; readonly item: Item; readonly path: Path }
  | {
      readonly kind: 'conditions';
      readonly group: Group;
      readonly number: number;
      readonly first: number;
      readonly last: number;
      readonly path: Path;
    };

/** A header's steps. `first` and `last` are the indices of the items that a group holds. */
export function stepsOf(header: Header): readonly Step[] {
  const steps: Step[] = [];
  const counter = { groups: 0 };
  const visit = (nodes: readonly Node[], path: Path): void => {
    for (const node of nodes) {
      switch (node.kind) {
        case 'item':
          steps.push({ kind: 'item', item: node.item, path });
          break;
        case 'comment':
          break;
        case 'bracket':
          visit(node.nodes, path);
          break;
        case 'group': {
          const number = counter.groups++;
          const opens = steps.length;
          const indices = itemsOf(node);
          steps.push({
            kind: 'conditions',
            group: node,
            number,
            first: indices[0] ?? 0,
            last: indices.at(-1) ?? -1,
            path,
          });
          node.branches.forEach((branch, at) => {
            const around = { group: number, branch: at, opens, ends: opens };
            visit(branch.nodes, [...path, around]);
            around.ends = steps.length;
          });
          break;
        }
      }
    }
  };
  visit(header.nodes, []);
  return steps;
}

/** Whether what stands at `inner` is only reached when what stands at `outer` was. */
export function isWithin(outer: Path, inner: Path): boolean {
  return outer.every((step, at) => inner[at]?.group === step.group && inner[at]?.branch === step.branch);
}

/** Whether the two stand in different branches of one group, so that no run meets both. */
export function excludes(a: Path, b: Path): boolean {
  return excludedFrom(a, b) !== null;
}

/** The step from which on all up to what stands at `other` is in other branches than `path`; null where that one is not. */
export function excludedFrom(other: Path, path: Path): number | null {
  for (const [at, { group, branch, opens, ends }] of path.entries()) {
    const one = other[at];
    if (one?.group !== group) return null;
    if (one.branch !== branch) return one.branch < branch ? opens : ends;
  }
  return null;
}
