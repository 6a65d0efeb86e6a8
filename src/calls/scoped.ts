/**
 * What a name means in a file, by the name's number: the file's own first, then what stands in a header, then what
 * stands in another source file. Of several in one place the first counts.
 */
export type Scoped<T> = {
  readonly add: (name: number, file: number, value: T) => void;
  readonly find: (name: number, file: number) => T | null;
  readonly each: (visit: (name: number, value: T) => void) => void;
};

/** More than there are files: a name and a file become one number. */
const FILES = 1 << 21;

export function makeScoped<T>(isSource: (file: number) => boolean): Scoped<T> {
  const own = new Map<number, T>();
  const shared = new Map<number, T>();
  const elsewhere = new Map<number, T>();
  return {
    add: (name, file, value) => {
      const key = name * FILES + file;
      if (!own.has(key)) own.set(key, value);
      const others = isSource(file) ? elsewhere : shared;
      if (!others.has(name)) others.set(name, value);
    },
    find: (name, file) => own.get(name * FILES + file) ?? shared.get(name) ?? elsewhere.get(name) ?? null,
    each: (visit) => {
      for (const [key, value] of own) visit(Math.floor(key / FILES), value);
    },
  };
}
