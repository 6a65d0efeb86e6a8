/** A type of a member, read in the file that declares it. */
export type MemberType = { readonly type: number; readonly dimensions: number };

export type Struct = {
  readonly id: number;
  /** As it is called: the tag, or the name that `typedef` gives it. */
  name: string;
  /** -1: the tree does not define it. */
  readonly file: number;
  readonly line: number;
  /** Those without a name stand under -1 - their position. */
  readonly members: ReadonlyMap<number, MemberType>;
  /** Names in order; 0 for an inner struct without a name. */
  readonly order: readonly number[];
};

/** A struct as a file defines it. Few are asked for their members, so these are read then. */
export function definedStruct(from: {
  readonly id: number;
  readonly name: string;
  readonly file: number;
  readonly facts: Int32Array;
  /** Of its record. */
  readonly at: number;
}): Struct {
  const { facts, at } = from;
  const count = facts[at + 3] ?? 0;
  const nameOf = (position: number): number => facts[at + 4 + 3 * position] ?? 0;
  let members: ReadonlyMap<number, MemberType> | null = null;
  let order: readonly number[] | null = null;
  const readMembers = (): ReadonlyMap<number, MemberType> => {
    const read = new Map<number, MemberType>();
    for (let position = 0; position < count; position++) {
      const key = nameOf(position) || -1 - position;
      const row = at + 4 + 3 * position;
      if (!read.has(key)) read.set(key, { type: facts[row + 1] ?? 0, dimensions: facts[row + 2] ?? 0 });
    }
    return read;
  };
  return {
    id: from.id,
    name: from.name,
    file: from.file,
    line: facts[at + 2] ?? 0,
    get members() {
      members ??= readMembers();
      return members;
    },
    get order() {
      order ??= Array.from({ length: count }, (_, position) => nameOf(position));
      return order;
    },
  };
}
