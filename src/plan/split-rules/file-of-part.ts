import type { Manifest } from '../../manifest/manifest.ts';

/** The file of a part that the manifest has: whoever asks took the name from an entry, and those were checked. */
export function fileOfPart(manifest: Manifest, name: string): string {
  const part = manifest.parts.find((one) => one.name === name);
  if (!part) throw new Error(`'${name}' is no part`);
  return part.file;
}
