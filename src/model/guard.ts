import type { BranchSegment, GroupSegment, Segment } from '../parse/segment.ts';
import type { Directive } from '../parse/tokens/directive.ts';
import { tokenText } from '../parse/tokens/token.ts';
import { baseName } from '../text/file-path.ts';
import type { SourceText } from '../text/source-text.ts';
import type { Span } from '../text/span.ts';
import { wordPattern } from '../text/word-pattern.ts';

/** How a header keeps from being read twice. */
export type Guard =
  | {
      readonly kind: 'macro';
      readonly name: string;
      /** From the `#` of the test to the end of the `#define`; the test alone where other code stands between. */
      readonly open: Span;
      /** The `#define` where it is neither in `open` nor in `close`: some code comes before it. */
      readonly define: Span | null;
      /** The `#endif`, its comment included, and a `#define` that comes last. */
      readonly close: Span;
      /** A `#pragma once` beside or directly inside it; null when it stands within `open`. */
      readonly once: Span | null;
    }
  | { readonly kind: 'once'; readonly once: Span }
  | { readonly kind: 'none' };

/** The guard among the segments of a whole header, and the group that it is when it is one: around most of the code. */
export function findGuard(
  { path, text }: SourceText,
  segments: readonly Segment[],
): { readonly guard: Guard; readonly group: GroupSegment | null } {
  const code = segments.filter((segment) => segment.kind !== 'comment');
  const once = code.find(isOnce);
  const group = code.filter((segment) => segment.kind === 'group').toSorted((a, b) => lengthOf(b) - lengthOf(a))[0];
  const named = group && lengthOf(group) * 2 > codeLength(code) ? guardedName(text, group) : null;
  const isAlone = code.every((segment) => segment === group);
  if (group && named && group.endif && (isAlone || isGuardName(named.name, path))) {
    const open = { start: group.span.start, end: named.openEnd };
    const close = named.stands === 'last' ? { start: named.define.start, end: group.endif.end } : group.endif;
    const define = named.stands === 'between' ? named.define : null;
    const beside = once ?? guardedNodes(group, { open, close, define }).find(isOnce);
    return { guard: { kind: 'macro', name: named.name, open, close, define, once: beside?.span ?? null }, group };
  }
  return { guard: once ? { kind: 'once', once: once.span } : { kind: 'none' }, group: null };
}

/**
 * Beside `#pragma once` or other code, a macro that is named otherwise is a default value (`HAVE_BOOL`): it protects what
 * it stands around and no more.
 */
function isGuardName(name: string, path: string): boolean {
  if (GUARD_NAME.test(name)) return true;
  const stem = lettersOf(baseName(path).replace(/\.[^.]*$/, ''));
  return !DEFAULT_NAME.test(name) && stem !== '' && lettersOf(name).includes(stem);
}

const GUARD_NAME = /^_|_$|_(?:H|HH|HPP|INC|INCLUDED|GUARD)$/i;
const DEFAULT_NAME = /^(?:HAVE|HAS|USE|WITH|WITHOUT|NO|ENABLE|CONFIG)_/;

function lettersOf(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9]/g, '').toLowerCase();
}

function lengthOf({ span }: Segment): number {
  return span.end - span.start;
}

/** A test and definition around less than half of a header is a default value, not its guard. */
function codeLength(code: readonly Segment[]): number {
  return code.reduce((sum, segment) => sum + lengthOf(segment), 0);
}

function isOnce(segment: Segment): boolean {
  return segment.kind === 'directive' && isPragmaOnce(segment.directive);
}

export function isPragmaOnce(directive: Directive): boolean {
  return directive.kind === 'pragma' && directive.words.length === 1 && directive.words[0] === 'once';
}

type GuardedName = {
  readonly name: string;
  readonly define: Span;
  readonly stands: 'first' | 'between' | 'last';
  readonly openEnd: number;
};

/** `#ifndef X`, or `#ifdef X` and `#else`, with `#define X` among the code below, and no word of X before that. */
function guardedName(text: string, group: GroupSegment): GuardedName | null {
  const tested = testedName(text, group);
  const branch = group.branches.at(-1);
  if (tested === null || !branch) return null;
  const code = branch.nodes.filter((node) => node.kind !== 'comment' && !isOnce(node));
  const at = code.findIndex((node) => defines(text, node, tested));
  const define = code[at]?.span;
  if (!define) return null;
  if (at === 0) return { name: tested, define, stands: 'first', openEnd: define.end };
  const openEnd = branch.directive.span.end;
  const isNamed = new RegExp(`(?<![\\w$])${wordPattern(tested)}(?![\\w$])`).test(text.slice(openEnd, define.start));
  const stands = at === code.length - 1 ? 'last' : 'between';
  return isNamed ? null : { name: tested, define, stands, openEnd };
}

/** Whether a segment defines a macro as empty or a plain number; anything else is a value that others may overrule. */
function defines(text: string, segment: Segment, name: string): boolean {
  if (segment.kind !== 'directive' || segment.directive.kind !== 'define' || segment.directive.name !== name)
    return false;
  const { parameters, body } = segment.directive;
  return parameters === null && body.every((token) => /^\d+L?$/.test(tokenText(text, token))) && body.length <= 1;
}

/** What a guard protects, its `#define` left out. */
export function guardedNodes(
  { branches }: GroupSegment,
  { open, close, define }: { readonly open: Span; readonly close: Span; readonly define: Span | null },
): readonly Segment[] {
  const nodes = branches.at(-1)?.nodes ?? [];
  const isInside = ({ start, end }: Span): boolean => start >= open.end && end <= close.start;
  return nodes.filter(({ span }) => isInside(span) && span.start !== define?.start);
}

/** The macro that must not be defined for the last branch to be read; null where that is not all that is tested. */
function testedName(text: string, { branches: [first, second, ...others] }: GroupSegment): string | null {
  if (!first || others.length > 0) return null;
  const test = macroTest(text, first);
  if (!second) return test?.isDefined === false ? test.name : null;
  const isEmpty = first.nodes.every((node) => node.kind === 'comment');
  return isEmpty && second.directive.kind === 'else' && test?.isDefined ? test.name : null;
}

/** `#ifdef X`, `#if defined(X)`, and the opposite of each. */
function macroTest(
  text: string,
  { directive }: BranchSegment,
): { readonly name: string; readonly isDefined: boolean } | null {
  if (directive.kind !== 'if') return null;
  const words = directive.condition.map((token) => tokenText(text, token));
  const plain = directive.word === 'if' ? words.filter((word) => word !== '(' && word !== ')') : words;
  const [not, ...rest] = plain[0] === '!' ? plain : ['', ...plain];
  const [name, ...others] = directive.word === 'if' && rest[0] === 'defined' ? rest.slice(1) : rest;
  const isTest = directive.word !== 'if' || rest[0] === 'defined';
  if (!isTest || name === undefined || others.length > 0) return null;
  return { name, isDefined: directive.word === 'ifndef' ? false : not === '' };
}

/** A guard's text with another macro name, wherever the name stands as a word (a closing comment included). */
export function renameGuard(text: string, span: Span, from: string, to: string): string {
  const slice = text.slice(span.start, span.end);
  const word = new RegExp(`(?<![\\w$])${wordPattern(from)}(?![\\w$])`, 'g');
  return slice.replaceAll(word, (found) => (found === from ? to : found));
}
