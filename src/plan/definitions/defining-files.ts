import { mayDefine } from '../../model/bodies/definition-heads.ts';
import { findDefinitions } from '../../model/bodies/definitions.ts';
import { type Annotations, commonAnnotations } from '../../parse/declarations/annotations.ts';
import type { Tree } from '../../text/tree.ts';

/** File -> which of the functions it defines. The file that defines most comes first, then by path. */
export type DefiningFiles = ReadonlyMap<string, ReadonlySet<string>>;

/** Which files define functions, of those that `within` accepts. A static function of the same name is another one. */
export function definingFiles(
  tree: Tree,
  names: ReadonlySet<string>,
  within: (path: string) => boolean = (path) => path.endsWith('.c'),
  annotations: Annotations = commonAnnotations,
): DefiningFiles {
  if (names.size === 0) return new Map();
  const files: (readonly [string, ReadonlySet<string>])[] = [];
  for (const file of tree.filesNaming([...names], within).keys()) {
    const text = tree.read(file) ?? '';
    if (!mayDefine(text, names)) continue;
    const found = findDefinitions(text, names, annotations)
      .definitions.filter(({ isStatic }) => !isStatic)
      .map(({ name }) => name);
    if (found.length > 0) files.push([file, new Set(found)]);
  }
  return new Map(files.sort((a, b) => b[1].size - a[1].size || (a[0] < b[0] ? -1 : 1)));
}
