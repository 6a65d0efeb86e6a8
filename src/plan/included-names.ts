import { parseHeader } from '../model/lower-header.ts';
import type { Tree } from '../text/tree.ts';
import { functionNames, otherNames } from './placement.ts';

/** What included files declare; each file is parsed at most once. */
export type IncludedNames = {
  /** Every function, type, tag, enumerator, variable and macro that the files give a meaning. */
  declaredIn(files: Iterable<string>): ReadonlySet<string>;
};

export function includedNames(tree: Tree): IncludedNames {
  const known = new Map<string, readonly string[]>();
  const namesOf = (file: string): readonly string[] => {
    const cached = known.get(file);
    if (cached) return cached;
    const { items } = parseHeader({ path: file, text: tree.read(file) ?? '' });
    const names = items.flatMap((item) => [...functionNames(item), ...otherNames(item)]);
    known.set(file, names);
    return names;
  };
  return { declaredIn: (files) => new Set([...files].flatMap(namesOf)) };
}
