import { type Diagnostic, diagnostic, withNext } from '../../diagnostics/diagnostic.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import type { Header } from '../../model/header.ts';
import { sharedPartFile } from '../../plan/layout.ts';
import { placeOf, placeOfFile } from '../../text/place.ts';
import type { SplitHeaders } from '../split-headers.ts';
import { filesReachedFrom, filesThatReach, siblingIncludes } from './siblings.ts';

/**
 * Law: the wrapper reads every part file, and every part file that of the shared part, if only through another part
 * file.
 */
export function checkReachedSiblings(split: SplitHeaders, manifest: Manifest): readonly Diagnostic[] {
  const shared = sharedPartFile(manifest);
  const reaching = filesThatReach(shared, split, manifest);
  const lackedByParts = [...split.parts].flatMap(([file, header]) =>
    file === shared || !split.parts.has(shared) || reaching.has(file)
      ? []
      : [lacking(header, shared, `the file of the shared part '${manifest.shared}'`, split, manifest)],
  );
  const read = filesReachedFrom(split.wrapper, split, manifest);
  const lackedByWrapper = [...split.parts.keys()]
    .filter((file) => !read.has(file))
    .map((file) => lacking(split.wrapper, file, 'a part file', split, manifest));
  return [...lackedByParts, ...lackedByWrapper];
}

/** At the file's last include of a sibling, where the missing one belongs; else at the file. */
function lacking(header: Header, file: string, what: string, split: SplitHeaders, manifest: Manifest): Diagnostic {
  const { source } = header;
  const last = siblingIncludes(header, split, manifest).at(-1);
  const place = last ? placeOf(source, last.item.span) : placeOfFile(source.path);
  const finding = diagnostic('sibling-not-included', `${source.path} does not include ${file}, ${what}`, place);
  return withNext(finding, `Run \`header-split check --fix\`, or include ${file} there.`);
}
