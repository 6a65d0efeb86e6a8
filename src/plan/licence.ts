import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import type { Manifest } from '../manifest/manifest.ts';
import type { Header } from '../model/header.ts';
import { lexLeadingComments } from '../parse/tokens/lex.ts';
import { placeOf, placeOfFile } from '../text/place.ts';
import type { Tree } from '../text/tree.ts';

/** The licence that the files of a header without one begin with, as a comment (latin1, no final line end). */
export function supplyLicence(
  header: Header,
  manifest: Manifest,
  tree: Tree,
): { readonly text: string | null; readonly findings: readonly Diagnostic[] } {
  const { licence } = manifest;
  if (header.licence !== null) return { text: null, findings: [] };
  switch (licence.kind) {
    case 'none':
      return {
        text: null,
        findings: [
          diagnostic(
            'licence-missing',
            `${header.source.path} has no licence comment, and neither do the new files`,
            placeOfFile(header.source.path),
          ),
        ],
      };
    case 'text': {
      const isComment = /^\s*(?:\/\*|\/\/)/.test(licence.text);
      const lines = licence.text.trimEnd().split(/\r?\n/);
      const text = isComment
        ? lines.join(header.lineEnd)
        : ['/*', ...lines.map((line) => ` * ${line}`.trimEnd()), ' */'].join(header.lineEnd);
      return { text, findings: [] };
    }
    case 'from': {
      const source = tree.read(licence.file);
      const place = placeOf(manifest.source, licence.span);
      if (source === null)
        return {
          text: null,
          findings: [
            diagnostic('file-missing', `the tree has no file '${licence.file}' to take the licence from`, place),
          ],
        };
      const comments = leadingComments(source);
      if (comments === '')
        return {
          text: null,
          findings: [diagnostic('licence-text-missing', `${licence.file} does not begin with a comment`, place)],
        };
      return { text: comments.replaceAll(/\r?\n/g, () => header.lineEnd), findings: [] };
    }
  }
}

/** The first comment of a text, with those that follow it line by line (an SPDX line above a blurb). */
function leadingComments(text: string): string {
  const tokens = lexLeadingComments(text);
  const first = tokens[0];
  if (first?.kind !== 'comment') return '';
  let last = first;
  for (const token of tokens.slice(1)) {
    if (token.kind !== 'comment' || text.slice(last.end, token.start).split('\n').length > 2) break;
    last = token;
  }
  return text.slice(first.start, last.end);
}
