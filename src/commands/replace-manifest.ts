import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { isLedOut } from '../io/output-path.ts';
import { replaceFile } from '../io/write/replace-file.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { placeOfFile } from '../text/place.ts';
import type { Shell } from './shell.ts';

/** Writes what a manifest has become to its file; null when that worked, or nothing changed. */
export function replaceManifest(
  { root }: { readonly root: string },
  { before, after }: { readonly before: Manifest; readonly after: Manifest },
  shell: Shell,
): Diagnostic | null {
  const { path, text } = before.source;
  if (text === after.source.text) return null;
  if (!isLedOut(root, shell.cwd, path)) return replaceFile(shell.cwd, path, text, after.source.text);
  const message = `${path} is in the tree, but a symbolic link leads out of it`;
  return diagnostic('write-refused', message, placeOfFile(path));
}
