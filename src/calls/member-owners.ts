import { makeNumbers } from './grow.ts';

const MOST_OWNERS = 16;

/** By the name of a member, the structs that have one, in order. */
export function makeOwners(names: number) {
  const first = new Int32Array(names);
  const last = new Int32Array(names);
  const [structs, next] = [makeNumbers(), makeNumbers()];
  return {
    add: (member: number, struct: number): void => {
      const before = (last[member] ?? 0) - 1;
      if (before >= 0 && structs.at(before) === struct) return;
      structs.push(struct);
      next.push(-1);
      last[member] = structs.length();
      if (before < 0) first[member] = structs.length();
      else next.set(before, structs.length() - 1);
    },
    /** Of very many the first. */
    of: (member: number): readonly number[] => {
      const found: number[] = [];
      let one = (first[member] ?? 0) - 1;
      for (; one >= 0 && found.length <= MOST_OWNERS; one = next.at(one)) found.push(structs.at(one));
      return found;
    },
  };
}
