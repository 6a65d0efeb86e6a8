import type { NodeKind, Nodes } from './graph.ts';
import { makeNumbers } from './grow.ts';

export const kinds: readonly NodeKind[] = ['function', 'member', 'parameter', 'macro'];

export type NodeTable = Nodes & {
  readonly add: (node: NewNode) => number;
  /** Gives a node that was known by name alone its definition. */
  readonly parameterOf: (owner: number, index: number) => number;
};

export type NewNode = {
  readonly kind: NodeKind;
  readonly name: string;
  readonly file: number;
  readonly line: number;
  readonly isStatic?: boolean;
};

/** A call with more arguments than this has some that are not looked at. */
const MOST_PARAMETERS = 256;

export function makeNodeTable(): NodeTable {
  const [kind, file, line, owner, index] = [makeNumbers(), makeNumbers(), makeNumbers(), makeNumbers(), makeNumbers()];
  const statics = new Set<number>();
  const names: string[] = [];
  const parameters = new Map<number, number>();
  let byName: Map<string, number[]> | null = null;
  const add = (node: NewNode): number => {
    names.push(node.name);
    kind.push(kinds.indexOf(node.kind));
    file.push(node.file);
    line.push(node.line);
    owner.push(-1);
    index.push(-1);
    if (node.isStatic) statics.add(names.length - 1);
    return names.length - 1;
  };
  return {
    add,
    parameterOf: (of, at) => {
      const key = of * MOST_PARAMETERS + Math.min(at, MOST_PARAMETERS - 1);
      const known = parameters.get(key);
      if (known !== undefined) return known;
      const node = add({ kind: 'parameter', name: `${names[of] ?? ''}#${at}`, file: file.at(of), line: line.at(of) });
      owner.set(node, of);
      index.set(node, at);
      parameters.set(key, node);
      return node;
    },
    get count() {
      return names.length;
    },
    kind: (node) => kinds[kind.at(node)] ?? 'function',
    name: (node) => names[node] ?? '',
    file: (node) => file.at(node),
    line: (node) => line.at(node),
    isStatic: (node) => statics.has(node),
    owner: (node) => owner.at(node),
    index: (node) => index.at(node),
    named: (name) => {
      if (byName === null) {
        byName = new Map();
        for (const [node, one] of names.entries()) {
          const list = byName.get(one);
          if (list === undefined) byName.set(one, [node]);
          else list.push(node);
        }
      }
      return byName.get(name) ?? [];
    },
  };
}
