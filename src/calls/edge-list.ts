import type { CallGraph } from './graph.ts';

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

/** Numbers of an edge, which stand side by side: they are written, and sorted, together. */
const WIDTH = 6;

export function makeEdges(): EdgeList {
  let rows = new Int32Array(SMALLEST * WIDTH);
  let count = 0;
  return {
    add: (from, to, kind, file, line, start) => {
      const at = count++ * WIDTH;
      if (at === rows.length) {
        const larger = new Int32Array(rows.length * 2);
        larger.set(rows);
        rows = larger;
      }
      rows[at] = from;
      rows[at + 1] = to;
      rows[at + 2] = kind;
      rows[at + 3] = file;
      rows[at + 4] = line;
      rows[at + 5] = start;
    },
    count: () => count,
    fromOf: (edge) => rows[edge * WIDTH] ?? 0,
    toOf: (edge) => rows[edge * WIDTH + 1] ?? 0,
    kindOf: (edge) => rows[edge * WIDTH + 2] ?? 0,
    siteOf: (edge) => ({
      file: rows[edge * WIDTH + 3] ?? 0,
      line: rows[edge * WIDTH + 4] ?? 0,
      start: rows[edge * WIDTH + 5] ?? 0,
    }),
    sorted: (nodes) => {
      const first = new Int32Array(nodes + 1);
      for (let edge = 0; edge < count; edge++) {
        const next = (rows[edge * WIDTH] ?? 0) + 1;
        first[next] = (first[next] ?? 0) + 1;
      }
      for (let node = 0; node < nodes; node++) first[node + 1] = (first[node + 1] ?? 0) + (first[node] ?? 0);
      const next = first.slice();
      const column = (): Int32Array => new Int32Array(count);
      const [from, to, file, line, start] = [column(), column(), column(), column(), column()];
      const kind = new Uint8Array(count);
      for (let edge = 0; edge < count; edge++) {
        const at = edge * WIDTH;
        const caller = rows[at] ?? 0;
        const place = next[caller] ?? 0;
        next[caller] = place + 1;
        from[place] = caller;
        to[place] = rows[at + 1] ?? 0;
        kind[place] = rows[at + 2] ?? 0;
        file[place] = rows[at + 3] ?? 0;
        line[place] = rows[at + 4] ?? 0;
        start[place] = rows[at + 5] ?? 0;
      }
      return { first, edges: { count, from, to, kind, file, line, start } };
    },
  };
}

const SMALLEST = 1 << 12;
