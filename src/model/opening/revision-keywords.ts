import { lexLeadingComments } from '../../parse/tokens/lex.ts';
import { withOwnFileName } from '../../text/own-file-name.ts';
import type { Span } from '../../text/span.ts';
import { saysLicence } from './licence-words.ts';

/**
 * A header's licence (latin1) for a file that its declarations go to: with that file's name for the header's, and without
 * the lines that a version control system writes of the header alone (`$OpenBSD: …$`, `$Id$`). `from` and `to` are paths;
 * where they are the same file, nothing changes.
 */
export function licenceForPart(licence: string, from: string, to: string): string {
  return from === to ? licence : withOwnFileName(withoutKeywords(licence), from, to);
}

/** The first line of comments (latin1) that such a system writes and `withoutKeywords` leaves out; null: there is none. */
export function firstKeyword(comments: string): Span | null {
  if (withoutKeywords(comments) === comments) return null;
  for (const { start, end } of lexLeadingComments(comments)) {
    let at = start;
    for (const line of comments.slice(start, end).split('\n')) {
      const keyword = isKeywordLine(line) ? KEYWORD.exec(line) : null;
      if (keyword) return { start: at + keyword.index, end: at + keyword.index + keyword[0].length };
      at += line.length + 1;
    }
  }
  return null;
}

/**
 * Comments without the lines that hold nothing but keywords, and without comments of such lines. All as it is where that
 * would leave nothing that says something of a licence.
 */
export function withoutKeywords(comments: string): string {
  if (!comments.includes('$')) return comments;
  let kept = '';
  let from = 0;
  for (const { kind, start, end } of lexLeadingComments(comments)) {
    if (kind !== 'comment') break;
    const whole = comments.slice(start, end);
    const rest = commentWithout(whole);
    if (rest === whole) continue;
    kept += comments.slice(from, start) + rest;
    from = rest === '' ? pastBlanks(comments, end) : end;
  }
  if (from === 0) return comments;
  const left = kept + comments.slice(from);
  return saysLicence(left) ? left.trimEnd() : comments;
}

/** Behind the white space that follows a comment which is gone. */
function pastBlanks(text: string, end: number): number {
  let at = end;
  while (' \t\r\n'.includes(text[at] ?? '.')) at++;
  return at;
}

/** What is left of one comment; '' where nothing is said but keywords. */
function commentWithout(comment: string): string {
  const lines = comment.split('\n');
  const gone = lines.map(isKeywordLine);
  if (!gone.includes(true)) return comment;
  if (lines.every((line, at) => gone[at] || !SAYING.test(line))) return '';
  const left: string[] = [];
  lines.forEach((line, at) => {
    if (!gone[at]) {
      // One of two empty lines that stood around goes too.
      const doubles = gone[at - 1] === true && !SAYING.test(line) && at < lines.length - 1;
      if (!(doubles && (left.length === 0 || !SAYING.test(left.at(-1) ?? '')))) left.push(line);
      return;
    }
    const isBelowEmpty = left.length > 1 && !SAYING.test(left.at(-1) ?? '');
    if (isBelowEmpty && at === lines.length - 2 && !SAYING.test(lines[at + 1] ?? '')) left.pop();
    const isFirst = at === 0;
    const isLast = at === lines.length - 1;
    const ending = line.endsWith('\r') ? '\r' : '';
    if (isFirst && comment.startsWith('/*')) left.push((/^\/\*+!?/.exec(line)?.[0] ?? '/*') + ending);
    if (isLast && comment.endsWith('*/')) left.push(' */');
  });
  return left.join('\n');
}

/** Whether a line of a comment says nothing but keywords, perhaps with what they are called before. */
function isKeywordLine(line: string): boolean {
  if (line.length > LONGEST || !KEYWORD.test(line)) return false;
  const rest = line.replaceAll(new RegExp(KEYWORD, 'g'), '').replaceAll(/[\s/*#|;:.,()@-]+/g, ' ');
  return /^ ?(?:(?:RCS|CVS|SVN|SCM|SCCS|Id|ID|Ident|Version|Revision)(?: |$)){0,3}$/.test(rest);
}

/** `$Log$` is left alone: what it wrote stands on the lines below. */
const KEYWORD = /\$(?!Log\b)[A-Z][A-Za-z0-9]{1,30}(?::[^$\n]*)?\$/;
const SAYING = /[^\s/*#!]/;
/** No line of a version control system is longer. */
const LONGEST = 400;
