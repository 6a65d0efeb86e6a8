import type { Annotations } from '../parse/annotations.ts';
import { conditionalWord, type Directive, type IncludeTarget, parseDirective } from '../parse/directive.ts';
import { lex } from '../parse/lex.ts';
import { type Segment, segmentsOf } from '../parse/segment.ts';
import type { Token } from '../parse/token.ts';
import { span } from '../text/span.ts';
import type { TextEdit } from '../text/text-edit.ts';
import { includeOperand } from './include-operand.ts';

type Include = Extract<Directive, { kind: 'include' }>;

/**
 * The edit that makes a source file include `path` directly, or null when it does: after the last unconditional include
 * before the first declaration, in a file without one after the comments at its top. An include inside `#if` does not
 * count.
 */
export function insertInclude(text: string, path: string, annotations: Annotations): TextEdit | null {
  const tokens = lex(text);
  const includes = unconditionalIncludes(text, tokens);
  if (includes.some(({ target }) => target.path === path)) return null;
  // Two looks at the top of the text; the rest of it is not segmented.
  const segments = (): Iterable<Segment> => segmentsOf(text, tokens, annotations, []);
  const lineEnd = /\r?\n/.exec(text)?.[0] ?? '\n';
  const line = `#include ${spelled(
    path,
    includes.map(({ target }) => target),
  )}`;
  const last = lastIncludeAtTop(segments());
  if (!last) {
    const top = topOf(text, segments());
    return { span: span(top, top), insert: line + lineEnd + lineEnd };
  }
  const newline = text.indexOf('\n', last.span.end);
  if (newline < 0) return { span: span(text.length, text.length), insert: lineEnd + line };
  return { span: span(newline + 1, newline + 1), insert: line + lineEnd };
}

/** The includes of a source file that no condition decides on. */
export function unconditionalIncludes(text: string, tokens: readonly Token[]): readonly Include[] {
  const includes: Include[] = [];
  let depth = 0;
  for (const token of tokens) {
    if (token.kind !== 'directive') continue;
    const word = conditionalWord(text, token);
    if (word === 'if') depth++;
    if (word === 'endif') depth--;
    const directive = depth === 0 ? parseDirective(text, token) : null;
    if (directive?.kind === 'include') includes.push(directive);
  }
  return includes;
}

/** In brackets where the file's includes from the same folder are, and none of them is quoted. */
function spelled(path: string, targets: readonly IncludeTarget[]): string {
  const folder = path.slice(0, path.indexOf('/') + 1);
  const neighbours = targets.filter((target) => folder !== '' && target.path?.startsWith(folder));
  const isBracketed = neighbours.length > 0 && neighbours.every(({ form }) => form === 'angle');
  return includeOperand(path, isBracketed);
}

function lastIncludeAtTop(nodes: Iterable<Segment>): Include | null {
  let last: Include | null = null;
  for (const node of nodes) {
    if (node.kind === 'item' || (node.kind === 'mark' && node.bracket === 'linkage') || holdsItems(node)) break;
    if (node.kind === 'directive' && node.directive.kind === 'include') last = node.directive;
  }
  return last;
}

function holdsItems(node: Segment): boolean {
  if (node.kind !== 'group') return false;
  return node.branches.some((branch) => branch.nodes.some((inner) => inner.kind === 'item' || holdsItems(inner)));
}

/** Past the comments that a blank line divides from what follows them; a byte order mark stays first. */
function topOf(text: string, nodes: Iterable<Segment>): number {
  let top = text.startsWith('\u00ef\u00bb\u00bf') ? 3 : 0;
  for (const node of nodes) {
    if (node.kind !== 'comment') break;
    const gap = /^[ \t\r\f]*\n(?:[ \t\r\f]*\n)+/.exec(text.slice(node.span.end))?.[0];
    if (gap !== undefined) top = node.span.end + gap.length;
  }
  return top;
}
