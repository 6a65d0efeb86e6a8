import { fact, kindOfReference, numberOfReference, reference } from '../scan/facts.ts';
import type { Names } from '../scan/names.ts';
import { makeOwners } from './member-owners.ts';
import { makePairTable } from './pair-table.ts';
import { makeScoped } from './scoped.ts';
import { definedStruct, type MemberType, type Struct } from './struct.ts';

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

/** Longer ways from name to name are circles. */
const FURTHEST = 16;

export function makeTypes(names: Names, isSource: (file: number) => boolean): Types {
  const structs: Struct[] = [];
  const tagged = makeScoped(names.count(), isSource);
  const anonymous = makePairTable();
  const undefinedOnes = new Map<number, Struct>();
  const typedefs = makeScoped(names.count(), isSource);
  const variables = makeScoped(names.count(), isSource);
  const functions = makeScoped(names.count(), isSource);
  const owners = makeOwners(names.count());
  /** Members whose struct has no tag: the member's name, its type, and the struct around. */
  const inner: (readonly [member: number, type: number, outer: number])[] = [];

  const addStruct = (facts: Int32Array, at: number, file: number): void => {
    const type = facts[at + 1] ?? 0;
    const isTagged = kindOfReference(type) === reference.tag;
    const number = numberOfReference(type);
    const id = structs.length;
    structs.push(definedStruct({ id, name: isTagged ? names.wordOf(number) : '', file, facts, at }));
    if (isTagged) tagged.add(number, file, id);
    else anonymous.set(file, number, id);
    const end = at + 4 + 3 * (facts[at + 3] ?? 0);
    for (let member = at + 4; member < end; member += 3) {
      const [name, of] = [facts[member] ?? 0, facts[member + 1] ?? 0];
      if (name === 0) continue;
      owners.add(name, id);
      if (kindOfReference(of) === reference.anonymous) inner.push([name, of, id]);
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
  const structOfId = (id: number): Struct | null => (id < 0 ? null : (structs[id] ?? null));
  const structOf = (type: number, file: number, steps = 0): Struct | null => {
    if (steps > FURTHEST) return null;
    const number = numberOfReference(type);
    switch (kindOfReference(type)) {
      case reference.tag:
        return structOfId(tagged.meaningOf(tagged.find(number, file))) ?? external(number);
      case reference.anonymous:
        return structOfId(anonymous.get(file, number));
      case reference.typedef: {
        const found = typedefs.find(number, file);
        if (found < 0) {
          // `typeof(ops) *o`
          const variable = variables.find(number, file);
          if (variable < 0) return external(number);
          return structOf(variables.meaningOf(variable), variables.fileOf(variable), steps + 1);
        }
        const meaning = typedefs.meaningOf(found);
        return meaning === type ? null : structOf(meaning, typedefs.fileOf(found), steps + 1);
      }
      case reference.global:
      case reference.result: {
        const isResult = kindOfReference(type) === reference.result;
        const result = isResult ? functions.find(number, file) : -1;
        if (result >= 0) return structOf(functions.meaningOf(result), functions.fileOf(result), steps + 1);
        const found = variables.find(number, file);
        return found < 0 ? null : structOf(variables.meaningOf(found), variables.fileOf(found), steps + 1);
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
      else if (record === fact.typedef) typedefs.add(facts[at + 1] ?? 0, file, facts[at + 2] ?? 0);
      else if (record === fact.global) variables.add(facts[at + 2] ?? 0, file, facts[at + 3] ?? 0);
      else {
        const type = facts[at + (record === fact.function ? 5 : 4)] ?? 0;
        if (type !== 0) functions.add(facts[at + 2] ?? 0, file, type);
      }
    },
    finish: () => {
      // A struct is called by its typedef where it has no tag, or one that is the typedef's with underscores.
      typedefs.each((name, type, file) => {
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
    ownersOf: (member) => owners.of(member).flatMap((id) => structs[id] ?? []),
  };

  /** An inner struct without any name is called by its member: `Outer.in`. */
  function nameInner(): void {
    for (const [member, type, outer] of inner) {
      const struct = structs[outer];
      const own = struct === undefined ? null : structOf(type, struct.file);
      if (own !== null && own.name === '') own.name = `${struct?.name || '(struct)'}.${names.wordOf(member)}`;
    }
  }
}
