import { type FileFacts, LATER, use } from './file-facts.ts';

/** Gathers the names of one file, each once; its memory serves the next file. */
export type NameList = {
  /** A use in code at the byte `at`, perhaps as the type of a pointer only. */
  readonly add: (name: number, at: number, isWhole: boolean, branch: number) => void;
  /** A use in the body of a macro. */
  readonly addLater: (name: number) => void;
  readonly addMember: (name: number) => void;
  /** A place where the name has a meaning of the file's own, unless a macro has the name. */
  readonly addOwn: (name: number, at: number) => void;
  /** What was gathered, `without` some names. */
  readonly take: (
    without: ReadonlySet<number>,
  ) => Pick<FileFacts, 'names' | 'at' | 'last' | 'how' | 'branch' | 'members' | 'own'>;
};

export function makeNameList(): NameList {
  let place = new Int32Array(1 << 16);
  let names: number[] = [];
  let at: number[] = [];
  let last: number[] = [];
  let how: number[] = [];
  let branches: number[] = [];
  let members = new Set<number>();
  let own = new Map<number, number>();
  const indexOf = (name: number, start: number): number => {
    if (name >= place.length) {
      const larger = new Int32Array(Math.max(place.length * 2, name + 1));
      larger.set(place);
      place = larger;
    }
    const known = place[name] ?? 0;
    if (known > 0) return known - 1;
    names.push(name);
    at.push(start);
    last.push(start);
    how.push(0);
    branches.push(-1);
    place[name] = names.length;
    return names.length - 1;
  };
  return {
    add: (name, start, isWhole, branch) => {
      const index = indexOf(name, start);
      const known = branches[index] ?? -1;
      const isAlways = branch === 0 || (known >= 0 && known !== branch);
      if (known < 0) branches[index] = branch;
      at[index] = Math.min(at[index] ?? start, start);
      last[index] = Math.max(last[index] ?? start, start);
      how[index] = (how[index] ?? 0) | use.code | (isWhole ? use.whole : 0) | (isAlways ? use.always : 0);
    },
    addLater: (name) => {
      const index = indexOf(name, LATER);
      last[index] = LATER;
      how[index] = (how[index] ?? 0) | use.whole;
    },
    addMember: (name) => {
      members.add(name);
    },
    addOwn: (name, start) => {
      if (!own.has(name)) own.set(name, start);
    },
    take: (without) => {
      for (const [index, name] of without.size === 0 ? [] : names.entries())
        if (without.has(name)) own.set(name, Math.min(at[index] ?? LATER, own.get(name) ?? LATER));
      for (const name of names) place[name] = 0;
      const isLeft = (name: number): boolean => !without.has(name);
      const of = (column: readonly number[]): readonly number[] =>
        without.size === 0 ? column : column.filter((_, index) => isLeft(names[index] ?? 0));
      const taken = {
        names: new Int32Array(of(names)),
        at: new Int32Array(of(at)),
        last: new Int32Array(of(last)),
        branch: new Int32Array(of(branches)),
        how: new Uint8Array(of(how)),
        members: new Int32Array(members),
        own,
      };
      [names, at, last, how, branches, members, own] = [[], [], [], [], [], new Set(), new Map()];
      return taken;
    },
  };
}
