import type { Group, Header, Item, Node } from './header.ts';
import { itemsOf } from './node-extent.ts';

/** Where something stands among conditionals: the groups around it, outermost first, and the branch in each. */
export type Path = readonly { readonly group: number; readonly branch: number }[];

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
            visit(branch.nodes, [...path, { group: number, branch: at }]);
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
  return a.some((step, at) => b[at]?.group === step.group && b[at]?.branch !== step.branch);
}
