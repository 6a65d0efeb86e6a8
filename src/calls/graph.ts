/** Who may call whom in a tree, as numbers. */
export type CallGraph = {
  readonly nodes: Nodes;
  /** The edges that leave node `n` are those from `first[n]` to `first[n + 1]`. */
  readonly first: Int32Array;
  readonly edges: Edges;
  readonly files: readonly string[];
  readonly unresolved: Unresolved;
};

export type NodeKind = 'function' | 'member' | 'parameter' | 'macro';

export type Nodes = {
  readonly count: number;
  readonly kind: (node: number) => NodeKind;
  /** `f`, `Struct.member`, `f#0` for the first parameter of `f`. */
  readonly name: (node: number) => string;
  /** Index in `files` of the definition; -1 where the tree has none. */
  readonly file: (node: number) => number;
  readonly line: (node: number) => number;
  /** Whether it is a function that only its own file can call. */
  readonly isStatic: (node: number) => boolean;
  /** The function or member that a parameter is of, and its index from 0; -1 for other nodes. */
  readonly owner: (node: number) => number;
  readonly index: (node: number) => number;
  /** All nodes of a name, in the order of the files. */
  readonly named: (name: string) => readonly number[];
};

/** What an edge says: a call, or that a member or a parameter holds a function, or another parameter. */
export const edgeKind = { call: 0, holds: 1 } as const;

export type Edges = {
  readonly count: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly kind: Uint8Array;
  readonly file: Int32Array;
  readonly line: Int32Array;
  /** The byte at which the call stands in its file; -1 where an edge is no call. */
  readonly start: Int32Array;
};

/** Calls of which the graph has no edge. */
export type Unresolved = {
  /** Through pointers that are neither members nor parameters. */
  readonly pointers: number;
  /** Of members whose struct cannot be told. */
  readonly members: number;
  /** Of names that macros make. */
  readonly generated: number;
  /** Definitions that a macro names, with their places. */
  readonly opaque: readonly { readonly name: string; readonly file: string; readonly line: number }[];
};
