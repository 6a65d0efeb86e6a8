import { type Facts, factsReader, mayChangeMacros } from './condition-facts.ts';
import type { Group, Header, Item, Node } from './header.ts';

/** Where something stands among conditionals: the groups around it, outermost first, and the branch in each. */
export type Path = readonly {
  readonly group: number;
  readonly branch: number;
  /** Indices of steps: the group's own, and the first behind the branch. */
  readonly opens: number;
  readonly ends: number;
  /** What the branch's conditions tell. */
  readonly facts: Facts;
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
  const factsOf = factsReader(header);
  const counter = { groups: 0, includes: 0, items: 0 };
  const visit = (nodes: readonly Node[], path: Path): void => {
    for (const node of nodes) {
      switch (node.kind) {
        case 'item':
          steps.push({ kind: 'item', item: node.item, path });
          counter.items = node.item.index + 1;
          if (mayChangeMacros(header.source.text, node.item)) counter.includes++;
          break;
        case 'comment':
          break;
        case 'bracket':
          visit(node.nodes, path);
          break;
        case 'group': {
          const number = counter.groups++;
          const opens = steps.length;
          const era = counter.includes;
          const conditions = { kind: 'conditions' as const, group: node, number, first: counter.items, last: -1, path };
          steps.push(conditions);
          node.branches.forEach((branch, at) => {
            const around = { group: number, branch: at, opens, ends: opens, facts: factsOf(node, at, era) };
            visit(branch.nodes, [...path, around]);
            around.ends = steps.length;
          });
          conditions.last = counter.items - 1;
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

/** Whether no run meets both: they stand in different branches of one group, or under conditions that contradict. */
export function excludes(a: Path, b: Path): boolean {
  return excludedFrom(a, b) !== null || contradicts(a, b);
}

/** Whether the conditions around one place say the opposite of those around another. */
export function contradicts(a: Path, b: Path): boolean {
  if (a.length === 0 || b.length === 0 || a.at(-1) === b.at(-1)) return false;
  const [few, many] = [factsAround(a), factsAround(b)].sort((one, other) => one.size - other.size);
  if (!few || !many) return false;
  for (const [condition, holds] of few) if (many.get(condition) === !holds) return true;
  return false;
}

/** By path, as all places of one branch have the same. */
const known = new WeakMap<Path, Facts>();

function factsAround(path: Path): Facts {
  const read = known.get(path);
  if (read) return read;
  const facts = new Map(path.flatMap((step) => [...step.facts]));
  known.set(path, facts);
  return facts;
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
