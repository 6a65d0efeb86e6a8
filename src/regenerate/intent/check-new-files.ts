import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { filesOf } from '../../manifest/part-lookup.ts';
import { placeOf } from '../../text/place.ts';
import type { Tree } from '../../text/tree.ts';
import { pairFiles } from './pair-files.ts';

/**
 * In a split tree, what stands at the path of a part file that only today's manifest has is not of the split.
 * Whoever moved the part file there has taken it away from its former path.
 */
export function checkNewFiles(was: Manifest, now: Manifest, tree: Tree): readonly Diagnostic[] {
  const pairs = [...pairFiles(was, now)];
  return now.parts.flatMap((part) => {
    const { file } = part;
    const wasMovedThere = pairs.some(([old, path]) => path === file && tree.read(old) === null);
    const isToBeMade = part.into === null && !filesOf(was).includes(file) && !wasMovedThere && hasItems(now, file);
    if (!isToBeMade || tree.read(file) === null) return [];
    const message = `${file} exists, but it is not a part file of ${now.header.value} yet`;
    return [diagnostic('part-file-exists', message, placeOf(now.source, part.span))];
  });
}

function hasItems({ parts, prototypes, declarations, shared }: Manifest, file: string): boolean {
  const names = new Set(parts.filter((part) => part.file === file).map(({ name }) => name));
  return (
    names.has(shared) ||
    [...prototypes.values()].some(({ part }) => part !== null && names.has(part)) ||
    [...declarations.values()].some(({ value }) => names.has(value))
  );
}
