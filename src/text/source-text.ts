/**
 * A file's bytes, decoded as latin1: one UTF-16 unit is one byte, so that string indices are byte offsets and every
 * byte sequence survives the way in and out. `path` is relative to the tree's root, with `/`.
 */
export type SourceText = { readonly path: string; readonly text: string };

/** What is shown: the bytes as UTF-8 where they are UTF-8, else as latin1. */
export function displayText(latin1: string): string {
  const utf8 = Buffer.from(latin1, 'latin1').toString('utf8');
  return utf8.includes('\ufffd') ? latin1 : utf8;
}

/** UTF-8 text (from YAML, say) as the latin1 form in which files are held. */
export function bytesOfText(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}
