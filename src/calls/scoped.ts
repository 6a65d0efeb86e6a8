/**
 * What a name means in a file, by the name's number: the file's own first, then what stands in a header, then what
 * stands in another source file. Of several in one place the first counts.
 */
export type Scoped<T> = {
  readonly add: (name: number, file: number, value: T) => void;
  readonly find: (name: number, file: number) => T | null;
  readonly each: (visit: (name: number, value: T) => void) => void;
};

/** The meanings of a name that several files have. */
type Meanings<T> = { readonly own: Map<number, T>; shared: T | null; elsewhere: T | null };

/** Most names have one meaning: those stand in arrays, and only the others in maps. `names` is more than any number. */
export function makeScoped<T>(names: number, isSource: (file: number) => boolean): Scoped<T> {
  /** One more than the index in `values`; -1: in `several`. */
  const index = new Int32Array(names);
  const values: T[] = [];
  const owners: number[] = [];
  const several = new Map<number, Meanings<T>>();
  /** By the index in `values`. */
  const ofValue: number[] = [];
  const put = (meanings: Meanings<T>, file: number, value: T): void => {
    if (!meanings.own.has(file)) meanings.own.set(file, value);
    if (isSource(file)) meanings.elsewhere ??= value;
    else meanings.shared ??= value;
  };
  return {
    add: (name, file, value) => {
      const known = index[name] ?? 0;
      if (known === 0) {
        index[name] = values.push(value);
        owners.push(file);
        ofValue.push(name);
        return;
      }
      let meanings = several.get(name);
      if (meanings === undefined) {
        const first = values[known - 1];
        if (owners[known - 1] === file || first === undefined) return;
        meanings = { own: new Map(), shared: null, elsewhere: null };
        put(meanings, owners[known - 1] ?? 0, first);
        several.set(name, meanings);
        index[name] = -1;
      }
      put(meanings, file, value);
    },
    find: (name, file) => {
      const known = index[name] ?? 0;
      if (known > 0) return values[known - 1] ?? null;
      if (known === 0) return null;
      const meanings = several.get(name);
      return meanings?.own.get(file) ?? meanings?.shared ?? meanings?.elsewhere ?? null;
    },
    each: (visit) => {
      // In the order of the files, which does not depend on the numbers of names.
      for (const [at, name] of ofValue.entries()) {
        const value = (index[name] ?? 0) > 0 ? values[at] : undefined;
        if (value !== undefined) visit(name, value);
        else for (const one of several.get(name)?.own.values() ?? []) visit(name, one);
      }
    },
  };
}
