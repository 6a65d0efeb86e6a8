import type { Names } from '../scan/names.ts';
import type { NodeKind, Nodes } from './graph.ts';
import { makeNumbers } from './grow.ts';

const kinds: readonly NodeKind[] = ['function', 'member', 'parameter', 'macro'];

export type NodeTable = Nodes & {
  readonly add: (node: NewNode) => number;
  /** The node of a function's or a member's parameter, from 0. */
  readonly parameterOf: (owner: number, index: number) => number;
};

export type NewNode = {
  readonly kind: NodeKind;
  /** The number of a word, or a name that is made of several. */
  readonly name: number | string;
  readonly file: number;
  readonly line: number;
  readonly isStatic?: boolean;
};

/** A call with more arguments than this has some that are not looked at. */
const MOST_PARAMETERS = 256;

export function makeNodeTable(names: Names): NodeTable {
  const [kind, file, line, owner, index] = [makeNumbers(), makeNumbers(), makeNumbers(), makeNumbers(), makeNumbers()];
  const words = makeNumbers();
  const statics = new Set<number>();
  /** Names that are no words. */
  const made = new Map<number, string>();
  const parameters = new Map<number, number>();
  let nodesOfName: ((name: string) => readonly number[]) | null = null;
  const nameOf = (node: number): string => {
    const word = words.at(node);
    return word > 0 ? names.wordOf(word) : (made.get(node) ?? '');
  };
  const add = (node: NewNode): number => {
    const number = words.length();
    if (typeof node.name === 'string') made.set(number, node.name);
    words.push(typeof node.name === 'string' ? 0 : node.name);
    kind.push(kinds.indexOf(node.kind));
    file.push(node.file);
    line.push(node.line);
    owner.push(-1);
    index.push(-1);
    if (node.isStatic) statics.add(number);
    return number;
  };
  return {
    add,
    parameterOf: (of, at) => {
      const key = of * MOST_PARAMETERS + Math.min(at, MOST_PARAMETERS - 1);
      const known = parameters.get(key);
      if (known !== undefined) return known;
      const node = add({ kind: 'parameter', name: `${nameOf(of)}#${at}`, file: file.at(of), line: line.at(of) });
      owner.set(node, of);
      index.set(node, at);
      parameters.set(key, node);
      return node;
    },
    get count() {
      return words.length();
    },
    kind: (node) => kinds[kind.at(node)] ?? 'function',
    name: nameOf,
    file: file.at,
    line: line.at,
    isStatic: (node) => statics.has(node),
    owner: owner.at,
    index: index.at,
    named: (name) => {
      nodesOfName ??= indexNames(names, words.take(), made);
      return nodesOfName(name);
    },
  };
}

/** Made once all nodes are there. Nodes of one word are chained, as most words have one. */
function indexNames(
  names: Names,
  words: Int32Array,
  made: ReadonlyMap<number, string>,
): (name: string) => readonly number[] {
  const first = new Int32Array(names.count()).fill(-1);
  const next = new Int32Array(words.length).fill(-1);
  for (let node = words.length - 1; node >= 0; node--) {
    const word = words[node] ?? 0;
    if (word === 0) continue;
    next[node] = first[word] ?? -1;
    first[word] = node;
  }
  const byName = new Map<string, number[]>();
  for (const [node, name] of made) {
    const list = byName.get(name);
    if (list === undefined) byName.set(name, [node]);
    else list.push(node);
  }
  return (name) => {
    const found = [...(byName.get(name) ?? [])];
    for (let node = first[names.numberOf(name)] ?? -1; node >= 0; node = next[node] ?? -1) found.push(node);
    return found;
  };
}
