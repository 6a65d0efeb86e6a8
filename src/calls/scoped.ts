import { makeNumbers } from './grow.ts';
import { makePairTable } from './pair-table.ts';

/**
 * What a name means in a file, by the name's number: the file's own first, then what stands in a header, then what
 * stands in another source file. Of several in one place the first counts. A meaning is a number of the caller's; what is
 * found is its entry.
 */
export type Scoped = {
  readonly add: (name: number, file: number, meaning: number) => void;
  /** An entry; -1: the name has no meaning. */
  readonly find: (name: number, file: number) => number;
  /** Of -1 it is -1. */
  readonly meaningOf: (entry: number) => number;
  /** The file in which an entry stands. */
  readonly fileOf: (entry: number) => number;
  /** In the order of the files, which does not depend on the numbers of names. */
  readonly each: (visit: (name: number, meaning: number, file: number) => void) => void;
};

/** Most names have one meaning: only those of others are looked up by file. `names` is more than any number. */
export function makeScoped(names: number, isSource: (file: number) => boolean): Scoped {
  const [nameOf, files, meanings, next] = [makeNumbers(), makeNumbers(), makeNumbers(), makeNumbers()];
  /** By name one more than its first entry. */
  const first = new Int32Array(names);
  /** By name one more than its row in these columns; 0 for those of one meaning. */
  const several = new Int32Array(names);
  const [last, shared, elsewhere] = [makeNumbers(), makeNumbers(), makeNumbers()];
  const own = makePairTable();
  const append = (name: number, file: number, meaning: number): number => {
    nameOf.push(name);
    files.push(file);
    meanings.push(meaning);
    next.push(-1);
    return nameOf.length() - 1;
  };
  const put = (name: number, row: number, entry: number): void => {
    const file = files.at(entry);
    own.set(name, file, entry);
    const place = isSource(file) ? elsewhere : shared;
    if (place.at(row) < 0) place.set(row, entry);
  };
  return {
    add: (name, file, meaning) => {
      const known = (first[name] ?? 0) - 1;
      if (known < 0) {
        first[name] = append(name, file, meaning) + 1;
        return;
      }
      let row = (several[name] ?? 0) - 1;
      if (row < 0) {
        if (files.at(known) === file) return;
        row = last.length();
        last.push(known);
        shared.push(-1);
        elsewhere.push(-1);
        put(name, row, known);
        several[name] = row + 1;
      }
      if (own.get(name, file) >= 0) return;
      const entry = append(name, file, meaning);
      next.set(last.at(row), entry);
      last.set(row, entry);
      put(name, row, entry);
    },
    find: (name, file) => {
      const row = (several[name] ?? 0) - 1;
      if (row < 0) return (first[name] ?? 0) - 1;
      const mine = own.get(name, file);
      if (mine >= 0) return mine;
      return shared.at(row) >= 0 ? shared.at(row) : elsewhere.at(row);
    },
    meaningOf: (entry) => (entry < 0 ? -1 : meanings.at(entry)),
    fileOf: files.at,
    each: (visit) => {
      for (let entry = 0; entry < nameOf.length(); entry++) {
        const name = nameOf.at(entry);
        if (first[name] !== entry + 1) continue;
        for (let one = entry; one >= 0; one = next.at(one)) visit(name, meanings.at(one), files.at(one));
      }
    },
  };
}
