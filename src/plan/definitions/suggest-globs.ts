import type { Header } from '../../model/header.ts';
import { folderOf } from '../../text/file-path.ts';
import { functionNames } from '../placement.ts';
import type { DefiningFiles } from './defining-files.ts';

/** More files than this in one folder become one glob. */
const FILES_BY_NAME = 3;

export type DefinitionGlobs = {
  /** For `definitions`. */
  readonly globs: readonly string[];
  /** Files that only define again what others define: stubs, or another system's variants. */
  readonly others: readonly string[];
};

/**
 * The shortest list of files and globs that covers where functions are defined. Where a function has several definitions,
 * the file that defines most of the functions counts; a file of which nothing is left stays out.
 */
export function definitionGlobs(defined: DefiningFiles): DefinitionGlobs {
  const covered = new Set<string>();
  const files = [...defined];
  const needed = files.filter(([, functions]) => {
    const isNew = [...functions].some((name) => !covered.has(name));
    for (const name of functions) covered.add(name);
    return isNew;
  });
  const others = files.filter((one) => !needed.includes(one)).map(([file]) => file);
  return { globs: asGlobs(needed.map(([file]) => file)), others: others.sort() };
}

/** The functions that are defined elsewhere than in the headers themselves. */
export function functionsToDefine(headers: readonly Pick<Header, 'items'>[]): ReadonlySet<string> {
  const items = headers.flatMap((header) => header.items);
  const inline = new Set(
    items.flatMap((item) =>
      item.content.kind === 'declaration' && item.content.declaration.body ? functionNames(item) : [],
    ),
  );
  return new Set(items.flatMap(functionNames).filter((name) => !inline.has(name)));
}

function asGlobs(files: readonly string[]): readonly string[] {
  const folders = new Map<string, string[]>();
  for (const file of files) {
    const folder = folderOf(file);
    folders.set(folder, [...(folders.get(folder) ?? []), file]);
  }
  return [...folders]
    .flatMap(([folder, inside]) => (folder !== '' && inside.length > FILES_BY_NAME ? [`${folder}*.c`] : inside))
    .sort();
}
