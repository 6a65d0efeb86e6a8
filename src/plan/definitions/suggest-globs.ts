import { mayDefine } from '../../model/bodies/definition-heads.ts';
import { findDefinitions } from '../../model/bodies/definitions.ts';
import type { Header } from '../../model/header.ts';
import { commonAnnotations } from '../../parse/declarations/annotations.ts';
import { folderOf } from '../../text/file-path.ts';
import type { Tree } from '../../text/tree.ts';
import { functionNames } from '../placement.ts';

/** More files than this in one folder become one glob. */
const FILES_BY_NAME = 3;

export type DefinitionGlobs = {
  /** For `definitions`. */
  readonly globs: readonly string[];
  /** Files that only define again what others define: stubs, or another system's variants. */
  readonly others: readonly string[];
};

/**
 * The shortest list of files and globs that covers where a header's functions are defined. Where a function has several
 * definitions, the file that defines most of the header's functions counts; a file of which nothing is left stays out.
 */
export function definitionGlobs(tree: Tree, header: Header): DefinitionGlobs {
  const inHeader = new Set(
    header.items.flatMap((item) =>
      item.content.kind === 'declaration' && item.content.declaration.body ? functionNames(item) : [],
    ),
  );
  const names = new Set(header.items.flatMap(functionNames).filter((name) => !inHeader.has(name)));
  if (names.size === 0) return { globs: [], others: [] };
  const defined = new Map<string, ReadonlySet<string>>();
  for (const file of tree.filesNaming([...names], (path) => path.endsWith('.c')).keys()) {
    const text = tree.read(file) ?? '';
    if (!mayDefine(text, names)) continue;
    const found = findDefinitions(text, names, commonAnnotations)
      .definitions.filter(({ isStatic }) => !isStatic)
      .map(({ name }) => name);
    if (found.length > 0) defined.set(file, new Set(found));
  }
  const files = [...defined].sort((a, b) => b[1].size - a[1].size || (a[0] < b[0] ? -1 : 1));
  const covered = new Set<string>();
  const needed = files.filter(([, functions]) => {
    const isNew = [...functions].some((name) => !covered.has(name));
    for (const name of functions) covered.add(name);
    return isNew;
  });
  const others = files.filter((one) => !needed.includes(one)).map(([file]) => file);
  return { globs: asGlobs(needed.map(([file]) => file)), others: others.sort() };
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
