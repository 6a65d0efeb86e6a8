import { renameGuard } from '../model/guard.ts';
import type { Header } from '../model/header.ts';
import { licenceForPart } from '../model/opening/revision-keywords.ts';
import { UTF8_BOM } from '../parse/tokens/lex.ts';
import type { Span } from '../text/span.ts';

/** What frames a file of a split: the header's licence and guard, in its arrangement. */
type Frame = {
  readonly header: Header;
  /** The file that is printed: what names the header as the file that the licence is in names it instead. */
  readonly path: string;
  /** For a header without a licence: the text of a comment to begin with (latin1, no final line end). */
  readonly licence: string | null;
};

export type FileText = Frame & {
  /** The name of the guard's macro. */
  readonly guard: string;
  /** Include lines above the guard, without a line end behind the last; null where there are none. */
  readonly entry: string | null;
  /** Paragraphs in their order: banners, include lines, sections; without line ends around them. Empty ones count for nothing. */
  readonly body: readonly string[];
  /** What stands below the guard's end in the header stays there. */
  readonly keepsEnd?: boolean;
  /** It is the header itself: comments that it begins with and that are not its licence stay. */
  readonly keepsOpening?: boolean;
};

/** The text of a new file of a split (latin1): licence, guard, paragraphs, the guard's end. */
export function printFile(file: FileText): string {
  const { header, path, licence, guard, entry, body, keepsEnd = false, keepsOpening = false } = file;
  const frame = { header, path, licence };
  const end =
    keepsEnd && header.guard.kind === 'macro'
      ? header.lineEnd + header.source.text.slice(header.guard.close.start)
      : closing(frame, guard, entry !== null);
  return opening(frame, guard, entry, keepsOpening) + paragraphs(body, header.lineEnd) + end;
}

/** The `#define` of the header's own guard, as it stands there. */
export function headerGuardDefinition({ guard, source }: Header): string {
  if (guard.kind !== 'macro') return '';
  const { start, end } = guard.define ?? guard.open;
  const open = source.text.slice(start, end);
  return open.slice(open.lastIndexOf('#'));
}

export function includeLines(operands: readonly string[], lineEnd: string): string {
  return operands.map((operand) => `#include ${operand}`).join(lineEnd);
}

/** Paragraphs with a blank line before each and a line end behind the last. */
function paragraphs(texts: readonly string[], lineEnd: string): string {
  return texts
    .filter((text) => text !== '')
    .map((text) => lineEnd + text + lineEnd)
    .join('');
}

/**
 * Licence and guard in the header's arrangement, up to a line end.
 *
 * @param entry Include lines to stand above the guard, without a line end behind the last; null: none.
 */
function opening(frame: Frame, guard: string, entry: string | null, keepsOpening: boolean): string {
  const { header } = frame;
  const { text } = header.source;
  const { licence, lineEnd } = header;
  const include = entry === null ? '' : entry + lineEnd + lineEnd;
  const guardText = include + guardOpening(header, guard, entry !== null);
  const guardStart = startOfGuard(header);
  const above = aboveGuard(header, frame.licence, keepsOpening, guardStart);
  if (licence === null) return above + guardText + lineEnd;
  const ownLicence = licenceForPart(text.slice(licence.start, licence.end), header.source.path, frame.path);
  if (guardStart !== null && licence.start > guardStart)
    return above + guardText + gap(text, guardEnd(header), licence.start, lineEnd) + ownLicence + lineEnd;
  const between = guardStart === null ? lineEnd + lineEnd : gap(text, licence.end, guardStart, lineEnd);
  return ownLicence + between + guardText + lineEnd;
}

/**
 * What stands above the guard, with the white space before that, where the header does not begin with a licence: the
 * lines for an editor, which look for them at the top, the licence supplied, and in the header its other comments.
 */
function aboveGuard(
  { source: { text }, opening, lineEnd }: Header,
  licence: string | null,
  keepsOpening: boolean,
  guardStart: number | null,
): string {
  const blankLine = lineEnd + lineEnd;
  const mark = byteOrderMark(text);
  if (opening === null) return mark + (licence === null ? '' : licence + blankLine);
  const { span, forEditor } = opening;
  const slice = (one: Span): string => text.slice(one.start, one.end);
  const space = guardStart === null ? blankLine : gap(text, span.end, guardStart, lineEnd);
  if (!keepsOpening) {
    const lines = [...forEditor.map(slice), ...(licence === null ? [] : [licence])];
    const isLast = licence === null && forEditor.at(-1)?.end === span.end;
    return mark + (lines.length === 0 ? '' : lines.join(lineEnd) + (isLast ? space : blankLine));
  }
  if (licence === null) return slice(span) + space;
  const [first] = forEditor;
  const isTop = first !== undefined && text.slice(mark.length, first.start).trim() === '';
  const top = isTop ? text.slice(0, first.end) + lineEnd : mark;
  const rest = text.slice(isTop ? first.end : mark.length, span.end).trimStart();
  return top + licence + (rest === '' ? blankLine : blankLine + rest + space);
}

/** A licence that begins the header begins with it. */
function byteOrderMark(text: string): string {
  return text.startsWith(UTF8_BOM) ? UTF8_BOM : '';
}

/** What stands between two places when it is white space with a line end in it, else a blank line. */
function gap(text: string, start: number, end: number, lineEnd: string): string {
  const between = text.slice(start, end);
  return between.trim() === '' && between.includes('\n') ? between : lineEnd + lineEnd;
}

function startOfGuard(header: Header): number | null {
  const { guard } = header;
  switch (guard.kind) {
    case 'none':
      return null;
    case 'once':
      return guard.once.start;
    case 'macro':
      return header.outside.some((span) => span.start < guard.open.start)
        ? null
        : Math.min(guard.open.start, guard.once?.start ?? guard.open.start);
  }
}

function guardEnd(header: Header): number {
  const { guard } = header;
  if (guard.kind === 'macro') return Math.max(guard.open.end, guard.once?.end ?? 0);
  return guard.kind === 'once' ? guard.once.end : 0;
}

/** `#pragma once` does not keep a file from being read while it includes itself, so such a file has a macro instead. */
function guardOpening(header: Header, name: string, isEntered: boolean): string {
  const { guard, lineEnd } = header;
  const { text } = header.source;
  const plain = `#ifndef ${name}${lineEnd}#define ${name}`;
  switch (guard.kind) {
    case 'none':
      return plain;
    case 'once':
      return isEntered ? plain : text.slice(guard.once.start, guard.once.end);
    case 'macro': {
      const parts = guard.define ? [guard.open, guard.define] : [guard.open];
      const open = parts.map((span) => renameGuard(text, span, guard.name, name)).join(lineEnd);
      if (!guard.once) return open;
      const once = text.slice(guard.once.start, guard.once.end);
      return guard.once.start < guard.open.start ? once + lineEnd + open : open + lineEnd + once;
    }
  }
}

/** What ends a file of the given guard, in the header's arrangement. */
function closing(frame: Frame, name: string, isEntered = false): string {
  const { guard, lineEnd } = frame.header;
  const plain = `${lineEnd}#endif /* ${name} */${lineEnd}`;
  switch (guard.kind) {
    case 'once':
      return isEntered ? plain : '';
    case 'none':
      return plain;
    case 'macro':
      return lineEnd + renameGuard(frame.header.source.text, guard.close, guard.name, name) + lineEnd;
  }
}
