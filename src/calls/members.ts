import { BEHIND } from '../scan/initialisers.ts';
import type { Names } from '../scan/names.ts';
import type { EdgeList } from './edge-list.ts';
import { edgeKind } from './graph.ts';
import type { NodeTable } from './node-table.ts';
import { makePairTable } from './pair-table.ts';
import type { Struct } from './struct.ts';
import type { Types } from './structs.ts';

/** A member that more structs have has no edge where the struct cannot be told. */
const MOST_OWNERS = 3;

/** The members of structs as nodes: what they hold, and who calls them. */
export type Members = {
  /** A member call; returns the member's node, null where it cannot be told (yet). */
  readonly call: (
    facts: Int32Array,
    at: number,
    by: { readonly file: number; readonly owner: number },
  ) => number | null;
  readonly store: (facts: Int32Array, at: number, file: number, values: readonly number[]) => void;
  readonly initialise: (facts: Int32Array, at: number, file: number, values: readonly number[]) => void;
  /** Adds what could only be told at the end; returns how many calls are left untold. */
  readonly finish: () => number;
};

type Later = {
  readonly member: number;
  readonly owner: number;
  readonly file: number;
  readonly line: number;
  readonly start: number;
};

export function makeMembers(input: {
  readonly names: Names;
  readonly nodes: NodeTable;
  readonly types: Types;
  readonly edges: EdgeList;
}): Members {
  const { names, nodes, types, edges } = input;
  /** By struct and member. */
  const known = makePairTable();
  /** Member name -> the nodes of that name that hold something. */
  const holding = new Map<number, Set<number>>();
  const later: Later[] = [];

  const nodeOf = (struct: Struct, member: number): number => {
    const found = known.get(struct.id, member);
    if (found >= 0) return found;
    const { file } = struct;
    const node = nodes.add({
      kind: 'member',
      name: `${struct.name || '(struct)'}.${names.wordOf(member)}`,
      file,
      line: struct.line,
    });
    known.set(struct.id, member, node);
    return node;
  };
  const hold = (
    struct: Struct,
    member: number,
    values: readonly number[],
    site: { file: number; line: number },
  ): void => {
    const node = nodeOf(struct, member);
    for (const value of values) edges.add(node, value, edgeKind.holds, site.file, site.line, -1);
    const list = holding.get(member);
    if (list === undefined) holding.set(member, new Set([node]));
    else list.add(node);
  };
  /** The struct whose member a chain ends with. */
  const ownerOf = (facts: Int32Array, at: number, length: number, file: number): Struct | null => {
    let struct = types.structOf(facts[at] ?? 0, file);
    for (let step = at + 1; step < at + length - 1 && struct !== null; step++) {
      const member = types.memberOf(struct, facts[step] ?? 0);
      struct = member === null ? null : types.structOf(member.type, member.file);
    }
    if (struct === null) return null;
    const last = facts[at + length - 1] ?? 0;
    // A struct that is defined and has no such member is not the one that is meant.
    return struct.file < 0 || types.memberOf(struct, last) !== null ? struct : null;
  };
  return {
    call: (facts, at, { file, owner }) => {
      const [line, start, length] = [facts[at + 1] ?? 0, facts[at + 2] ?? 0, facts[at + 3] ?? 0];
      const member = facts[at + 3 + length] ?? 0;
      const struct = ownerOf(facts, at + 4, length, file);
      if (struct === null) {
        later.push({ member, owner, file, line, start });
        return null;
      }
      const node = nodeOf(struct, member);
      edges.add(owner, node, edgeKind.call, file, line, start);
      return node;
    },
    store: (facts, at, file, values) => {
      if (values.length === 0) return;
      const [line, length] = [facts[at + 1] ?? 0, facts[at + 4] ?? 0];
      const member = facts[at + 4 + length] ?? 0;
      const struct = ownerOf(facts, at + 5, length, file);
      const structs = struct === null ? types.ownersOf(member) : [struct];
      if (structs.length > MOST_OWNERS) return;
      for (const one of structs) hold(one, member, values, { file, line });
    },
    initialise: (facts, at, file, values) => {
      if (values.length === 0) return;
      const found = walk(facts, at, file);
      if (found !== null) hold(found.struct, found.member, values, { file, line: facts[at + 1] ?? 0 });
    },
    finish: () => {
      let untold = 0;
      for (const { member, owner, file, line, start } of later) {
        const targets = holding.get(member);
        if (targets === undefined || targets.size > MOST_OWNERS) untold++;
        else for (const target of targets) edges.add(owner, target, edgeKind.call, file, line, start);
      }
      handThrough();
      return untold;
    },
  };

  /** The member that the steps of an initialiser lead to. */
  function walk(facts: Int32Array, at: number, file: number): { struct: Struct; member: number } | null {
    let struct = types.structOf(facts[at + 2] ?? 0, file);
    let dimensions = facts[at + 3] ?? 0;
    const end = at + 7 + (facts[at + 6] ?? 0);
    for (let step = at + 7; step < end; step++) {
      if (struct === null) return null;
      const way = facts[step] ?? 0;
      if (dimensions > 0) {
        if (way >= 0) return null;
        dimensions--;
        if (step === end - 1) return null;
        continue;
      }
      let member = way >= 0 ? way : (struct.order[-1 - way] ?? 0);
      const next = step + 1 < end ? (facts[step + 1] ?? 0) : 0;
      if (way >= 0 && next <= BEHIND) {
        const index = struct.order.indexOf(way);
        if (index < 0) return null;
        member = struct.order[index + BEHIND - next] ?? 0;
        step++;
      }
      if (member === 0) {
        // An inner struct without a name, by its position.
        const inner = struct.members.get(way);
        if (inner === undefined || step === end - 1) return null;
        [struct, dimensions] = [types.structOf(inner.type, struct.file), inner.dimensions];
        continue;
      }
      if (step === end - 1) return { struct, member };
      const type = types.memberOf(struct, member);
      if (type === null) return null;
      // An array of pointers to functions, `.table = { f, g }`.
      const isArrayOfPointers = type.dimensions > 0 && step === end - 2;
      if (isArrayOfPointers && (facts[end - 1] ?? 0) < 0) return { struct, member };
      struct = types.structOf(type.type, type.file);
      dimensions = type.dimensions;
    }
    return null;
  }

  /** A function that is handed to a member is handed to all functions that the member holds. */
  function handThrough(): void {
    const count = edges.count();
    const handed = new Map<number, number[]>();
    const total = nodes.count;
    for (let node = 0; node < total; node++) {
      const owner = nodes.owner(node);
      if (owner < 0 || nodes.kind(owner) !== 'member') continue;
      const list = handed.get(owner);
      if (list === undefined) handed.set(owner, [node]);
      else list.push(node);
    }
    for (let edge = 0; edge < count; edge++) {
      const list = handed.get(edges.fromOf(edge));
      if (list === undefined || edges.kindOf(edge) !== edgeKind.holds) continue;
      const holder = edges.toOf(edge);
      if (nodes.kind(holder) !== 'function') continue;
      for (const parameter of list) {
        const own = nodes.parameterOf(holder, nodes.index(parameter));
        const { file, line, start } = edges.siteOf(edge);
        edges.add(own, parameter, edgeKind.holds, file, line, start);
      }
    }
  }
}
