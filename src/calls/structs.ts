import { fact, kindOfReference, numberOfReference, reference } from '../scan/facts.ts';
import type { Names } from '../scan/names.ts';
import { makeScoped } from './scoped.ts';

/** A type of a member, read in the file that declares it. */
export type MemberType = { readonly type: number; readonly dimensions: number };

export type Struct = {
  readonly id: number;
  /** As it is called: the tag, or the name that `typedef` gives it. */
  name: string;
  /** -1: the tree does not define it. */
  readonly file: number;
  readonly line: number;
  readonly members: ReadonlyMap<number, MemberType>;
  /** Names in order; 0 for an inner struct without a name. */
  readonly order: readonly number[];
};

/** The types of a tree: what a reference means in a file. */
export type Types = {
  readonly add: (facts: Int32Array, at: number, file: number) => void;
  /** All files have been added. */
  readonly finish: () => void;
  /** The struct that a reference leads to; null where it leads to none. */
  readonly structOf: (type: number, file: number) => Struct | null;
  /** The type of a member, also of one in an inner struct without a name. */
  readonly memberOf: (struct: Struct, member: number) => (MemberType & { readonly file: number }) | null;
  /** The structs that have a member of that name; of very many the first. */
  readonly ownersOf: (member: number) => readonly Struct[];
};

type TypeIn = { readonly type: number; readonly file: number };

/** Longer ways from name to name are circles. */
const FURTHEST = 16;

const MOST_OWNERS = 16;

export function makeTypes(names: Names, isSource: (file: number) => boolean): Types {
  const structs: Struct[] = [];
  const tagged = makeScoped<Struct>(names.count(), isSource);
  const anonymous = new Map<string, Struct>();
  const undefinedOnes = new Map<number, Struct>();
  const typedefs = makeScoped<TypeIn>(names.count(), isSource);
  const variables = makeScoped<TypeIn>(names.count(), isSource);
  const functions = makeScoped<TypeIn>(names.count(), isSource);
  const owners = new Map<number, Struct[]>();

  const addStruct = (facts: Int32Array, at: number, file: number): void => {
    const type = facts[at + 1] ?? 0;
    const members = new Map<number, MemberType>();
    const order: number[] = [];
    const end = at + 4 + 3 * (facts[at + 3] ?? 0);
    for (let member = at + 4; member < end; member += 3) {
      const name = facts[member] ?? 0;
      order.push(name);
      // Inner structs without a name stand under numbers that no name has.
      const key = name === 0 ? -order.length : name;
      if (!members.has(key)) members.set(key, { type: facts[member + 1] ?? 0, dimensions: facts[member + 2] ?? 0 });
    }
    const isTagged = kindOfReference(type) === reference.tag;
    const number = numberOfReference(type);
    const name = isTagged ? names.wordOf(number) : '';
    const struct: Struct = { id: structs.length, name, file, line: facts[at + 2] ?? 0, members, order };
    structs.push(struct);
    if (isTagged) tagged.add(number, file, struct);
    else anonymous.set(`${file}:${number}`, struct);
    for (const member of members.keys()) {
      const known = owners.get(member);
      if (known === undefined) owners.set(member, [struct]);
      else if (member > 0 && known.length <= MOST_OWNERS) known.push(struct);
    }
  };
  const external = (number: number): Struct => {
    const known = undefinedOnes.get(number);
    if (known) return known;
    const struct: Struct = {
      id: structs.length,
      name: names.wordOf(number),
      file: -1,
      line: 0,
      members: new Map(),
      order: [],
    };
    structs.push(struct);
    undefinedOnes.set(number, struct);
    return struct;
  };
  const structOf = (type: number, file: number, steps = 0): Struct | null => {
    if (steps > FURTHEST) return null;
    const number = numberOfReference(type);
    switch (kindOfReference(type)) {
      case reference.tag:
        return tagged.find(number, file) ?? external(number);
      case reference.anonymous:
        return anonymous.get(`${file}:${number}`) ?? null;
      case reference.typedef: {
        const found = typedefs.find(number, file);
        if (found === null) return external(number);
        return found.type === type ? null : structOf(found.type, found.file, steps + 1);
      }
      case reference.global:
      case reference.result: {
        const isResult = kindOfReference(type) === reference.result;
        const found = (isResult ? functions.find(number, file) : null) ?? variables.find(number, file);
        return found === null ? null : structOf(found.type, found.file, steps + 1);
      }
      default:
        return null;
    }
  };
  const memberOf: Types['memberOf'] = (struct, member) => {
    const own = struct.members.get(member);
    if (own) return { ...own, file: struct.file };
    return inInner(struct, member, new Set());
  };
  const inInner = (struct: Struct, member: number, seen: Set<Struct>): ReturnType<Types['memberOf']> => {
    if (seen.size > FURTHEST) return null;
    seen.add(struct);
    for (const [key, { type }] of struct.members) {
      const inner = key < 0 ? structOf(type, struct.file) : null;
      if (inner === null || seen.has(inner)) continue;
      const own = inner.members.get(member);
      const found = own ? { ...own, file: inner.file } : inInner(inner, member, seen);
      if (found) return found;
    }
    return null;
  };
  return {
    add: (facts, at, file) => {
      const record = facts[at];
      if (record === fact.struct) addStruct(facts, at, file);
      else if (record === fact.typedef) typedefs.add(facts[at + 1] ?? 0, file, { type: facts[at + 2] ?? 0, file });
      else if (record === fact.global) variables.add(facts[at + 2] ?? 0, file, { type: facts[at + 3] ?? 0, file });
      else {
        const type = facts[at + (record === fact.function ? 5 : 4)] ?? 0;
        if (type !== 0) functions.add(facts[at + 2] ?? 0, file, { type, file });
      }
    },
    finish: () => {
      // A struct is called by its typedef where it has no tag, or one that is the typedef's with underscores.
      typedefs.each((name, { type, file }) => {
        const kind = kindOfReference(type);
        if (kind !== reference.tag && kind !== reference.anonymous) return;
        const struct = structOf(type, file);
        if (struct === null) return;
        if (struct.name === '' || struct.name.startsWith('_')) struct.name = names.wordOf(name);
      });
      nameInner();
    },
    structOf,
    memberOf,
    ownersOf: (member) => owners.get(member) ?? [],
  };

  /** An inner struct without any name is called by its member: `Outer.in`. */
  function nameInner(): void {
    for (const struct of structs) {
      for (const [member, { type }] of struct.members) {
        if (member <= 0 || kindOfReference(type) !== reference.anonymous) continue;
        const inner = structOf(type, struct.file);
        if (inner !== null && inner.name === '') inner.name = `${struct.name || '(struct)'}.${names.wordOf(member)}`;
      }
    }
  }
}
