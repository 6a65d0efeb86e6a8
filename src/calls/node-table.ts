import type { Names } from '../scan/names.ts';
import type { NodeKind, Nodes } from './graph.ts';
import { makeNumbers, type Numbers } from './grow.ts';
import { makePairTable } from './pair-table.ts';

const kinds: readonly NodeKind[] = ['function', 'member', 'parameter', 'macro'];
const PARAMETER = kinds.indexOf('parameter');

export type NodeTable = Nodes & {
  readonly add: (node: NewNode) => number;
  /** The node of a function's or a member's parameter, from 0. */
  readonly parameterOf: (owner: number, index: number) => number;
  readonly columns: () => NodeColumns;
};

/** All that a table of nodes is, as `makeNodeTable` takes it back: columns of numbers, and the names that are no words. */
export type NodeColumns = {
  readonly numbers: readonly Int32Array[];
  readonly made: readonly (readonly [node: number, name: string])[];
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

/** Added to the kind of a static function. */
const STATIC = 8;

export function makeNodeTable(names: Names, stored: NodeColumns | null = null): NodeTable {
  const columns = Array.from({ length: 6 }, (_, at) => makeNumbers(stored?.numbers[at]));
  const [words, kind, file, line, owner, index] = columns as [Numbers, Numbers, Numbers, Numbers, Numbers, Numbers];
  /** Names that are no words; those of parameters are made when they are asked for. */
  const made = new Map<number, string>(stored?.made);
  const parameters = makePairTable();
  let areParametersKnown = stored === null;
  let nodesOfName: ((name: string) => readonly number[]) | null = null;
  const nameOf = (node: number): string => {
    const of = owner.at(node);
    if (of >= 0) return `${nameOf(of)}#${index.at(node)}`;
    const word = words.at(node);
    return word > 0 ? names.wordOf(word) : (made.get(node) ?? '');
  };
  const add = (node: NewNode): number => {
    const number = words.length();
    if (typeof node.name === 'string' && node.name !== '') made.set(number, node.name);
    words.push(typeof node.name === 'string' ? 0 : node.name);
    kind.push(kinds.indexOf(node.kind) + (node.isStatic ? STATIC : 0));
    file.push(node.file);
    line.push(node.line);
    owner.push(-1);
    index.push(-1);
    return number;
  };
  const collectParameters = (): void => {
    areParametersKnown = true;
    for (let node = 0; node < words.length(); node++) {
      if (owner.at(node) >= 0) parameters.set(owner.at(node), Math.min(index.at(node), MOST_PARAMETERS - 1), node);
    }
  };
  return {
    add,
    parameterOf: (of, at) => {
      const number = Math.min(at, MOST_PARAMETERS - 1);
      const known = parameters.get(of, number);
      if (known >= 0) return known;
      const node = words.length();
      words.push(0);
      kind.push(PARAMETER);
      file.push(file.at(of));
      line.push(line.at(of));
      owner.push(of);
      index.push(at);
      parameters.set(of, number, node);
      return node;
    },
    get count() {
      return words.length();
    },
    kind: (node) => kinds[kind.at(node) & (STATIC - 1)] ?? 'function',
    name: nameOf,
    file: file.at,
    line: line.at,
    isStatic: (node) => kind.at(node) >= STATIC,
    columns: () => ({ numbers: columns.map((column) => column.take()), made: [...made] }),
    owner: owner.at,
    index: index.at,
    named: (name) => {
      nodesOfName ??= indexNames(names, words.take(), made);
      const parameter = /^(.*)#(\d{1,3})$/.exec(name);
      if (parameter === null) return nodesOfName(name);
      if (!areParametersKnown) collectParameters();
      const at = Number(parameter[2]);
      if (at >= MOST_PARAMETERS) return [];
      const own = nodesOfName(parameter[1] ?? '').map((of) => parameters.get(of, at));
      return own.filter((node) => node >= 0).sort((a, b) => a - b);
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
  // Names that are no words are many, and most runs ask for words alone.
  let byName: ReadonlyMap<string, readonly number[]> | null = null;
  return (name) => {
    byName ??= isWordOfC(name) ? null : groupByName(made);
    const found = [...(byName?.get(name) ?? [])];
    for (let node = first[names.numberOf(name)] ?? -1; node >= 0; node = next[node] ?? -1) found.push(node);
    return found;
  };
}

function isWordOfC(name: string): boolean {
  return /^[\w$\x80-\xff]+$/.test(name);
}

function groupByName(made: ReadonlyMap<number, string>): ReadonlyMap<string, readonly number[]> {
  const byName = new Map<string, number[]>();
  for (const [node, name] of made) {
    const list = byName.get(name);
    if (list === undefined) byName.set(name, [node]);
    else list.push(node);
  }
  return byName;
}
