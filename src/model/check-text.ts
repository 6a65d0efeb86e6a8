import { type Diagnostic, diagnostic, withNext } from '../diagnostics/diagnostic.ts';
import { DEEPEST_NESTING, tooDeepAt } from '../parse/tokens/nesting.ts';
import { tokensOf } from '../parse/tokens/tokens-of.ts';
import { placeOf } from '../text/place.ts';
import type { SourceText } from '../text/source-text.ts';
import type { Span } from '../text/span.ts';
import type { Header } from './header.ts';

/** Why a text cannot be taken for a C header at all, or null. */
export function checkText(source: SourceText): Diagnostic | null {
  const { path, text } = source;
  const nul = text.indexOf('\0');
  if (nul >= 0) {
    const place = placeOf(source, { start: nul, end: nul + 1 });
    return diagnostic('header-binary', `${path} contains a NUL byte: it is not a text file`, place);
  }
  const lone = text.includes('\n') ? -1 : text.indexOf('\r');
  if (lone >= 0) {
    const message = `the lines of ${path} end in CR alone, which no compiler takes for a line end`;
    return diagnostic(
      'header-line-ends',
      message,
      placeOf({ path, text: text.slice(0, lone) }, { start: 0, end: lone }),
    );
  }
  const tokens = tokensOf(source);
  const last = tokens.at(-1);
  if (last?.kind === 'comment' && text.startsWith('/*', last.start) && !closesComment(text, last)) {
    const open = diagnostic('unbalanced', "'/*' begins a comment that nothing ends", placeOf(source, last));
    return withNext(open, 'Write the missing */ in the header.');
  }
  const deep = tooDeepAt(text, tokens);
  if (deep === null) return null;
  return nestedTooDeep(source, deep);
}

/** A header's conditionals and brackets pair, and nest no deeper than is followed. */
export function checkPairs({ source, unpaired }: Header): readonly Diagnostic[] {
  const deep = unpaired.find(({ isTooDeep }) => isTooDeep);
  if (deep) return [nestedTooDeep(source, deep.span)];
  return unpaired.map(({ what, span }) => diagnostic('unbalanced', `'${what}' is unmatched`, placeOf(source, span)));
}

function nestedTooDeep(source: SourceText, at: Span): Diagnostic {
  const message = `${source.path} nests more than ${DEEPEST_NESTING} levels of brackets and conditionals`;
  return diagnostic('nested-too-deep', message, placeOf(source, at));
}

function closesComment(text: string, { start, end }: Span): boolean {
  return end - start >= 4 && text.slice(end - 2, end) === '*/';
}
