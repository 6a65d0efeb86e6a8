import type { Contents } from './project.ts';

/** Text of a split tree that a person replaces; `from` stands once in its file. */
export type Replacement = { readonly file: string; readonly from: string; readonly to: string };

/** What a person does to a split tree. */
export type HandEdit = { readonly name: string; readonly replacements: readonly Replacement[] };

/** An edit of one file at one place. */
export function edit(name: string, file: string, from: string, to: string): HandEdit {
  return { name, replacements: [{ file, from, to }] };
}

/** An edit at several places. */
export function edits(
  name: string,
  ...replacements: readonly (readonly [file: string, from: string, to: string])[]
): HandEdit {
  return { name, replacements: replacements.map(([file, from, to]) => ({ file, from, to })) };
}

/** Makes a hand edit; one that does not fit the tree is a mistake of the table. */
export function editByHand(contents: Contents, { name, replacements }: HandEdit): Contents {
  const result = { ...contents };
  for (const { file, from, to } of replacements) {
    const text = result[file] ?? '';
    if (text.split(from).length !== 2) throw new Error(`${name}: '${from}' does not stand once in ${file}`);
    result[file] = text.replace(from, () => to);
  }
  return result;
}

/**
 * Makes a hand edit in a tree that was split otherwise: its text may stand in another file of the folder, and what the
 * manifest renamed is renamed in it as well. Null when it does not fit that tree.
 */
export function editOtherSplit(
  contents: Contents,
  { replacements }: HandEdit,
  renames: ReadonlyMap<string, string>,
): Contents | null {
  const result = { ...contents };
  for (const replacement of replacements) {
    const file = todaysNames(replacement.file, renames);
    const from = todaysNames(replacement.from, renames);
    const folder = file.slice(0, file.indexOf('/') + 1);
    const holding = Object.keys(result).filter(
      (path) => path.startsWith(folder) && result[path]?.split(from).length === 2,
    );
    const [only, ...others] = holding.includes(file) ? [file] : holding;
    if (only === undefined || others.length > 0) return null;
    result[only] = (result[only] ?? '').replace(from, () => todaysNames(replacement.to, renames));
  }
  return result;
}

export function todaysNames(text: string, renames: ReadonlyMap<string, string>): string {
  return [...renames].reduce((result, [from, to]) => result.replaceAll(from, to), text);
}
