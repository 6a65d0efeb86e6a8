import type { Segment } from '../../parse/segment.ts';
import { lexLeadingComments } from '../../parse/tokens/lex.ts';
import { type Span, span } from '../../text/span.ts';
import { saysLicence } from './licence-words.ts';

/** The comments before a header's first directive or declaration that say nothing of a licence, as one slice from byte 0. */
export type Opening = {
  readonly span: Span;
  /** Those among them that are for an editor and for it alone, in order. */
  readonly forEditor: readonly Span[];
};

/** What a header begins with: a licence, or other comments; neither where it begins with code. */
export type Beginning = { readonly licence: Span | null; readonly opening: Opening | null };

/**
 * The comments before any code. They start at byte 0, so that a byte order mark goes with them. Where one of them says
 * something of a licence they are that as a whole; otherwise a comment on the first declaration is not among them.
 *
 * @param isGuard Whether code is the header's guard, which no comment is on.
 */
export function readBeginning(
  text: string,
  segments: readonly Segment[],
  isGuard: (one: Segment) => boolean,
): Beginning {
  const at = segments.findIndex((one) => one.kind !== 'comment');
  // Comments line below line are one segment.
  const block = segments[(at < 0 ? segments.length : at) - 1]?.span;
  const comments = lexLeadingComments(text).filter(({ kind, end }) => kind === 'comment' && end <= (block?.end ?? 0));
  const last = comments.at(-1);
  if (block === undefined || last === undefined) return { licence: null, opening: null };
  const slice = (one: Span): string => text.slice(one.start, one.end);
  if (comments.some((one) => saysLicence(slice(one)))) return { licence: span(0, last.end), opening: null };
  const code = segments[at];
  const isOnCode =
    code !== undefined &&
    !isGuard(code) &&
    !/[@\\]file\b/.test(slice(last)) &&
    text.slice(last.end, code.span.start).split('\n').length <= 2;
  const kept = isOnCode ? comments.filter((one) => one.end <= block.start) : comments;
  const end = kept.at(-1)?.end;
  if (end === undefined) return { licence: null, opening: null };
  return {
    licence: null,
    opening: {
      span: span(0, end),
      forEditor: kept.filter((one) => isForEditor(slice(one))).map((one) => span(one.start, one.end)),
    },
  };
}

/** Whether the comments that a text (latin1) begins with say something of a licence. */
export function beginsWithLicence(text: string): boolean {
  return lexLeadingComments(text).some(
    ({ kind, start, end }) => kind === 'comment' && saysLicence(text.slice(start, end)),
  );
}

/** Mode lines of Emacs, Vim or Kate, or local variables of Emacs, with no word beside them. */
function isForEditor(comment: string): boolean {
  const words = comment.replace(/^\/[*/][*!/]*/, '').replace(/\*\/$/, '');
  const lines = words.split('\n').map((line) => line.replace(/^[\s*]+/, '').trim());
  const said = lines.filter((line) => line !== '');
  if (/^Local Variables:/i.test(said[0] ?? '')) return /^End:$/i.test(said.at(-1) ?? '');
  return said.length > 0 && said.every((line) => MODE_LINE.test(line));
}

const MODE_LINE = /^-\*-.*-\*-$|^(?:(?:vim?|Vim)(?:[<=>]?\d+)?|ex|kate):.*$/;
