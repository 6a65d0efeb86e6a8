import type { Manifest } from '../../manifest/manifest.ts';
import { fileOf } from '../../manifest/part-lookup.ts';

/** The file of a part that the manifest has: whoever asks took the name from an entry, and those were checked. */
export function fileOfPart(manifest: Manifest, name: string): string {
  const file = fileOf(manifest, name);
  if (file === null) throw new Error(`'${name}' is no part`);
  return file;
}
