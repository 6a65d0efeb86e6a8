import type { Item } from '../../model/header.ts';
import { parseHeader } from '../../model/lower-header.ts';
import { tokenText } from '../../parse/tokens/token.ts';
import type { Tree } from '../../text/tree.ts';
import { functionNames, otherNames } from '../placement.ts';

/** What included files declare; each file is parsed at most once. */
export type IncludedNames = {
  /** Every function, type, tag, enumerator, variable and macro that the files give a meaning. */
  declaredIn(files: Iterable<string>): ReadonlySet<string>;
  /** Those of them that are a type, a tag, an enumerator or a macro somewhere, which a declaration can speak of. */
  spokenIn(files: Iterable<string>): ReadonlySet<string>;
};

type Names = { readonly values: readonly string[]; readonly spoken: readonly string[] };

export function includedNames(tree: Tree): IncludedNames {
  const known = new Map<string, Names>();
  const namesOf = (file: string): Names => {
    const cached = known.get(file);
    if (cached) return cached;
    const text = tree.read(file) ?? '';
    const { items } = parseHeader({ path: file, text });
    const isValue = (item: Item): boolean => isVariable(item) && !holdsBrace(text, item);
    const values = items.flatMap((item) => [...functionNames(item), ...(isValue(item) ? otherNames(item) : [])]);
    const spoken = items.flatMap((item) => (isValue(item) ? [] : otherNames(item)));
    const names = { values, spoken };
    known.set(file, names);
    return names;
  };
  return {
    declaredIn: (files) =>
      new Set(
        [...files].flatMap((file) => {
          const { values, spoken } = namesOf(file);
          return [...values, ...spoken];
        }),
      ),
    spokenIn: (files) => new Set([...files].flatMap((file) => namesOf(file).spoken)),
  };
}

function isVariable({ content }: Item): boolean {
  return content.kind === 'declaration' && content.declaration.kind === 'variable';
}

/** A variable with a type of its own also declares what that is called by. */
function holdsBrace(text: string, { tokens }: Item): boolean {
  return tokens.some((token) => token.kind === 'punctuator' && tokenText(text, token) === '{');
}
