import type { Manifest } from '../../manifest/manifest.ts';
import { partNamed } from '../../manifest/part-lookup.ts';

/**
 * The parts of one manifest that go by another name in another: name -> name. Such a part is in the file that its file
 * became (`files`, as `pairFiles` says), most of its functions are with it, and neither manifest has both names.
 */
export function partsRenamedInPlace(
  was: Manifest,
  now: Manifest,
  files: ReadonlyMap<string, string | null>,
): ReadonlyMap<string, string> {
  const gone = was.parts.filter(({ name }) => !partNamed(now, name));
  const free = new Set(now.parts.filter(({ name }) => !partNamed(was, name)));
  const renamed = new Map<string, string>();
  for (const { name, file } of gone) {
    const functions = [...was.prototypes].filter(([, entry]) => entry.part === name).map(([one]) => one);
    const inFile = [...free].filter((part) => part.file === files.get(file));
    const successor = inFile.find((part) => {
      const count = functions.filter((one) => now.prototypes.get(one)?.part === part.name).length;
      return functions.length === 0 ? inFile.length === 1 : count * 2 >= functions.length;
    });
    if (!successor) continue;
    renamed.set(name, successor.name);
    free.delete(successor);
  }
  return renamed;
}
