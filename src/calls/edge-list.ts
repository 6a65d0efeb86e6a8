import type { CallGraph } from './graph.ts';
import { makeNumbers } from './grow.ts';

export type EdgeList = {
  /** The place goes last: file, line, and the byte of a call, -1 for what is none. */
  readonly add: (from: number, to: number, kind: number, file: number, line: number, start: number) => void;
  readonly count: () => number;
  readonly fromOf: (edge: number) => number;
  readonly toOf: (edge: number) => number;
  readonly kindOf: (edge: number) => number;
  readonly siteOf: (edge: number) => Site;
  readonly sorted: (nodes: number) => Pick<CallGraph, 'first' | 'edges'>;
};

export type Site = { readonly file: number; readonly line: number; readonly start: number };

export function makeEdges(): EdgeList {
  const columns = [makeNumbers(), makeNumbers(), makeNumbers(), makeNumbers(), makeNumbers(), makeNumbers()] as const;
  const [from, to, kind, file, line, start] = columns;
  return {
    add: (caller, callee, of, inFile, atLine, atByte) => {
      from.push(caller);
      to.push(callee);
      kind.push(of);
      file.push(inFile);
      line.push(atLine);
      start.push(atByte);
    },
    count: () => from.length(),
    fromOf: from.at,
    toOf: to.at,
    kindOf: kind.at,
    siteOf: (edge) => ({ file: file.at(edge), line: line.at(edge), start: start.at(edge) }),
    sorted: (nodes) => {
      const all = columns.map((column) => column.take());
      const [callers = new Int32Array(0)] = all;
      const first = new Int32Array(nodes + 1);
      for (const caller of callers) first[caller + 1] = (first[caller + 1] ?? 0) + 1;
      for (let node = 0; node < nodes; node++) first[node + 1] = (first[node + 1] ?? 0) + (first[node] ?? 0);
      const next = first.slice();
      const places = callers.map((caller) => {
        const place = next[caller] ?? 0;
        next[caller] = place + 1;
        return place;
      });
      const inOrder = (numbers: Int32Array): Int32Array => {
        const sorted = new Int32Array(numbers.length);
        for (let edge = 0; edge < numbers.length; edge++) sorted[places[edge] ?? 0] = numbers[edge] ?? 0;
        return sorted;
      };
      const [a, b, c, d, e, f] = all.map(inOrder) as [
        Int32Array,
        Int32Array,
        Int32Array,
        Int32Array,
        Int32Array,
        Int32Array,
      ];
      return {
        first,
        edges: { count: callers.length, from: a, to: b, kind: Uint8Array.from(c), file: d, line: e, start: f },
      };
    },
  };
}
