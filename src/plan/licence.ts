import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import type { Manifest } from '../manifest/manifest.ts';
import type { Header } from '../model/header.ts';
import { firstKeyword, withoutKeywords } from '../model/opening/revision-keywords.ts';
import { lexLeadingComments } from '../parse/tokens/lex.ts';
import { placeOf, placeOfFile } from '../text/place.ts';
import { displayText } from '../text/source-text.ts';
import type { Span } from '../text/span.ts';
import type { Tree } from '../text/tree.ts';

/** The licence that the files of a header without one begin with, as a comment (latin1, no final line end). */
export function supplyLicence(
  header: Header,
  manifest: Manifest,
  tree: Tree,
): { readonly text: string | null; readonly findings: readonly Diagnostic[] } {
  const { licence } = manifest;
  if (header.licence !== null) return { text: null, findings: keywordKept(header, header.licence) };
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

/** That a line which speaks of the header's versions is not copied. */
function keywordKept({ source }: Header, licence: Span): readonly Diagnostic[] {
  const text = source.text.slice(licence.start, licence.end);
  const keyword = firstKeyword(text);
  if (keyword === null) return [];
  const told = displayText(text.slice(keyword.start, keyword.end));
  const message = `'${told}' stays in ${source.path} alone: a version control system writes it there`;
  const place = { start: licence.start + keyword.start, end: licence.start + keyword.end };
  return [diagnostic('keyword-kept', message, placeOf(source, place))];
}

/**
 * The first comment of a text, with those that follow it line by line (an SPDX line above a blurb); lines of a version
 * control system are none.
 */
function leadingComments(text: string): string {
  const tokens = lexLeadingComments(text).filter(({ kind }) => kind === 'comment');
  const all = withoutKeywords(text.slice(0, tokens.at(-1)?.end ?? 0));
  const [first, ...others] = lexLeadingComments(all);
  if (first?.kind !== 'comment') return '';
  let last = first;
  for (const token of others) {
    if (token.kind !== 'comment' || all.slice(last.end, token.start).split('\n').length > 2) break;
    last = token;
  }
  return all.slice(first.start, last.end);
}
