import type { RenderedFile } from '../../edits/render-files.ts';
import type { Header } from '../../model/header.ts';
import { licenceForPart } from '../../model/opening/revision-keywords.ts';
import type { Tree } from '../../text/tree.ts';

/**
 * Part files as they were made of a header (`files`), but with the header's licence as it is where the tree has it so:
 * one that names the header is of an earlier version of the tool, or written by hand, and nobody's edit.
 */
export function withLicenceAsInTree(
  files: readonly RenderedFile[],
  { licence, source }: Header,
  tree: Pick<Tree, 'read'>,
): readonly RenderedFile[] {
  if (licence === null) return files;
  const copied = source.text.slice(licence.start, licence.end);
  return files.map((file) => {
    const own = licenceForPart(copied, source.path, file.path);
    const found = own === copied ? null : tree.read(file.path);
    const isCopied = found?.includes(copied) === true && !found.replace(copied, '').includes(own);
    return isCopied ? { path: file.path, text: file.text.replace(own, () => copied) } : file;
  });
}
