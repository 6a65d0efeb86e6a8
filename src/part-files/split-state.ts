import type { Manifest } from '../manifest/manifest.ts';
import type { Header, Item } from '../model/header.ts';
import { includedPath } from '../plan/assign.ts';
import { filesMeantAmong } from '../plan/includes/means-file.ts';
import { functionNames } from '../plan/placement.ts';
import type { Tree } from '../text/tree.ts';

/** Whether a manifest's header is still whole, or already the wrapper of its part files. */
export type SplitState = 'whole' | 'split';

/**
 * A header that includes part files which the tree has is a wrapper when it declares none of the manifest's functions
 * itself, or when a part file that it includes names one which it does not declare: then what it declares was put there
 * since. Where the manifest has no functions it must do nothing but include.
 */
export function splitStateOf(header: Header, manifest: Manifest, tree: Tree): SplitState {
  const files = [...new Set(manifest.parts.map((part) => part.file))].filter((file) => tree.read(file) !== null);
  const meant = filesMeantAmong(files);
  const includes = header.items.flatMap(includedPath).flatMap((path) => meant(header.source.path, path));
  const included = [...new Set(includes)];
  if (included.length === 0) return 'whole';
  if (manifest.prototypes.size === 0) return header.items.every(isInclude) ? 'split' : 'whole';
  const own = new Set(header.items.flatMap(functionNames).filter((name) => manifest.prototypes.has(name)));
  if (own.size === 0) return 'split';
  const elsewhere = new Set([...manifest.prototypes.keys()].filter((name) => !own.has(name)));
  return included.some((file) => wordsOf(tree.read(file) ?? '').some((word) => elsewhere.has(word)))
    ? 'split'
    : 'whole';
}

function isInclude({ content }: Item): boolean {
  return content.kind === 'directive' && content.directive.kind === 'include';
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[A-Za-z_$][\w$]*/g) ?? [];
}
