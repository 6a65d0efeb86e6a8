import { joinBrackets } from '../parse/brackets/pragma-meaning.ts';
import type { GroupSegment, Segment } from '../parse/segment.ts';
import { isNeverTrue } from '../parse/tokens/directive.ts';
import { DEEPEST_NESTING } from '../parse/tokens/nesting.ts';
import { type Token, tokenText } from '../parse/tokens/token.ts';
import type { Span } from '../text/span.ts';

/** Segments in which each bracket that opens and closes among the same siblings is one. */
export type Paired =
  | Exclude<Segment, { kind: 'group' | 'mark' }>
  | {
      readonly kind: 'group';
      readonly segment: Extract<Segment, { kind: 'group' }>;
      readonly branches: readonly (readonly Paired[])[];
    }
  | {
      readonly kind: 'bracket';
      readonly name: string;
      readonly open: Span;
      readonly nodes: readonly Paired[];
      readonly close: Span;
    }
  | {
      readonly kind: 'unpaired';
      readonly role: 'open' | 'close';
      readonly name: string;
      readonly span: Span;
      /** Why it has no partner: it stands deeper in others than is followed. */
      readonly isTooDeep: boolean;
    };

type Open = {
  readonly name: string;
  span: Span;
  readonly nodes: Paired[];
  /** What is left when nothing closes it; a bracket of code without partner is an error instead. */
  readonly comment: CommentSegment | null;
  /** What it held up to the ends of others that opened before it and end before it does. */
  readonly earlier: readonly { close: Span }[];
};
type CommentSegment = Extract<Segment, { kind: 'comment' }>;

/**
 * Pairs the bracket marks among siblings, inside groups too. A mark without partner stays as `unpaired`.
 *
 * @param depth How many groups and brackets stand around the segments.
 */
export function pairBrackets(text: string, all: readonly Segment[], depth = 0): readonly Paired[] {
  const segments = withEndsBehindGroups(text, all);
  const stack: Open[] = [];
  const top: Paired[] = [];
  // How many of the stack have a name: most marks that close nothing need not look for a partner.
  const named = new Map<string, number>();
  const count = (name: string, by: 1 | -1): Map<string, number> => named.set(name, (named.get(name) ?? 0) + by);
  /** How many openings that stood too deep wait for their ends. */
  let tooDeep = 0;
  const siblings = (): Paired[] => stack.at(-1)?.nodes ?? top;
  const lastClose = lastCloses(text, segments);
  for (const [at, segment] of segments.entries()) {
    if (continuesOpening(text, stack, segment)) continue;
    const mark = markOf(text, segment) ?? commentMark(text, segment);
    const comment = segment.kind === 'comment' ? segment : null;
    // A comment closes what a comment opened, and only where no code bracket stands between.
    if (!mark || (comment && mark.role === 'close' && !stack.at(-1)?.comment)) {
      siblings().push(pairInside(text, segment, depth + stack.length + 1));
      continue;
    }
    if (mark.role === 'open' && depth + stack.length >= DEEPEST_NESTING) {
      siblings().push(comment ?? { kind: 'unpaired', ...mark, span: segment.span, isTooDeep: true });
      if (!comment) tooDeep += 1;
      continue;
    }
    if (mark.role === 'open') {
      stack.push({ name: mark.name, span: segment.span, nodes: [], comment, earlier: [] });
      count(mark.name, 1);
      continue;
    }
    const isTooDeep = tooDeep > 0 && !comment;
    if (isTooDeep || (named.get(mark.name) ?? 0) === 0) {
      siblings().push({ kind: 'unpaired', ...mark, span: segment.span, isTooDeep });
      if (isTooDeep) tooDeep -= 1;
      continue;
    }
    const partner = stack.findLastIndex((open) => open.name === mark.name);
    for (const { name } of stack.slice(partner)) count(name, -1);
    const inner = stack.length - partner > MOST_CROSSING ? [] : stack.slice(partner + 1);
    const crossing = inner.filter((open) => mayCross(open, mark.name) && (lastClose.get(open.name) ?? 0) > at);
    const reopened = divide(stack, partner + 1, crossing);
    const open = stack.pop();
    if (open) closeBracket(text, open, segment.span, siblings());
    for (const again of reopened) {
      stack.push(again);
      count(again.name, 1);
    }
  }
  giveUp(stack, 0, top);
  return top;
}

/**
 * A macro that stands last in a conditional and ends what a macro above the conditional began: `#ifndef DOXYGEN`, text,
 * `END_DECLS`, `#endif`. Wherever the condition does not hold the bracket has no end at all, so the end may stand behind.
 */
function withEndsBehindGroups(text: string, segments: readonly Segment[]): readonly Segment[] {
  const opened = new Set<string>();
  return segments.flatMap((segment) => {
    if (segment.kind === 'mark' && segment.role === 'open') opened.add(segment.bracket);
    const end = opened.size > 0 && segment.kind === 'group' ? lastEnd(text, segment) : null;
    if (segment.kind !== 'group' || !end || !opened.has(end.bracket)) return [segment];
    const branches = segment.branches.map((branch) => ({
      ...branch,
      nodes: branch.nodes.filter((one) => one !== end),
    }));
    return [{ ...segment, branches }, end];
  });
}

/** The macro behind all other code of the only branch of a group, if it ends what does not begin there. */
function lastEnd(text: string, { branches, endif }: GroupSegment): Extract<Segment, { kind: 'mark' }> | null {
  const [branch, ...others] = branches;
  if (!branch || others.length > 0 || !endif) return null;
  const code = branch.nodes.filter(({ kind }) => kind !== 'comment');
  const last = code.at(-1);
  if (code.length < 2 || last?.kind !== 'mark' || last.role !== 'close') return null;
  const isMacro = /^[A-Za-z_$]/.test(text.slice(last.span.start, last.span.end));
  const marks = code.filter((one) => one.kind === 'mark' && one.bracket === last.bracket);
  return isMacro && marks.length === 1 ? last : null;
}

/** More brackets than this are not opened again behind the end of another. */
const MOST_CROSSING = 8;

/** By name, the index of the segment that closes a bracket of that name last. */
function lastCloses(text: string, segments: readonly Segment[]): ReadonlyMap<string, number> {
  const closes = new Map<string, number>();
  segments.forEach((segment, at) => {
    const mark = markOf(text, segment);
    if (mark?.role === 'close') closes.set(mark.name, at);
  });
  return closes;
}

/** What says nothing but how C++ links, or which warnings there are, may end between the two ends of something else. */
function mayCross({ name, comment }: Open, other: string): boolean {
  if (comment !== null || other === 'comment group') return false;
  return isAboutWarnings(name) || isAboutWarnings(other) || isLinkage(name) !== isLinkage(other);
}

function isAboutWarnings(name: string): boolean {
  return name
    .split(' and ')
    .every((one) => one === 'pragma diagnostic' || one === 'pragma warning' || one === 'pragma error_messages set');
}

function isLinkage(name: string): boolean {
  return ['linkage', 'G_BEGIN_DECLS', '__BEGIN_DECLS'].includes(name);
}

/**
 * Takes the brackets from `first` on from the stack, where one outside them ends. Those that may cross it end here, and
 * are returned to be opened again behind it; what the others hold belongs to the bracket around them.
 */
function divide(stack: Open[], first: number, crossing: readonly Open[]): readonly Open[] {
  const reopened: Open[] = [];
  while (stack.length > first) {
    const open = stack.at(-1);
    if (!open || !crossing.includes(open)) {
      giveUp(stack, stack.length - 1, []);
      continue;
    }
    stack.pop();
    const { name, span, nodes, earlier } = open;
    const part = { kind: 'bracket' as const, name, open: span, nodes, close: span };
    if (nodes.length > 0) stack.at(-1)?.nodes.push(part);
    reopened.unshift({ ...open, nodes: [], earlier: nodes.length > 0 ? [...earlier, part] : earlier });
  }
  return reopened;
}

/** `#if 0` around a brace, directly before the end, belongs to it. */
function closeBracket(text: string, { name, span, nodes, earlier }: Open, close: Span, siblings: Paired[]): void {
  const last = nodes.at(-1);
  const hasBrace = last?.kind === 'group' && isDisabledBrace(text, last.segment);
  const [inside, start] = hasBrace ? [nodes.slice(0, -1), last.segment.span.start] : [nodes, close.start];
  const end = { start, end: close.end };
  for (const part of earlier) part.close = end;
  if (inside.length > 0 || earlier.length === 0)
    siblings.push({ kind: 'bracket', name, open: span, nodes: inside, close: end });
}

/** The marks without partner, those in groups included. */
export function unpairedIn(nodes: readonly Paired[]): readonly Extract<Paired, { kind: 'unpaired' }>[] {
  const unpaired: Extract<Paired, { kind: 'unpaired' }>[] = [];
  // One list for all levels: a copy at each would take as long as the nest is deep.
  const visit = (level: readonly Paired[]): void => {
    for (const node of level) {
      if (node.kind === 'unpaired') unpaired.push(node);
      else if (node.kind === 'bracket') visit(node.nodes);
      else if (node.kind === 'group') for (const branch of node.branches) visit(branch);
    }
  };
  visit(nodes);
  return unpaired;
}

/** The open brackets from `first` on have no partner: their content belongs to the bracket around them. */
function giveUp(stack: Open[], first: number, top: Paired[]): void {
  const siblings = stack[first - 1]?.nodes ?? top;
  for (const open of stack.splice(first)) {
    siblings.push(
      open.comment ?? { kind: 'unpaired', role: 'open', name: open.name, span: open.span, isTooDeep: false },
    );
    for (const node of open.nodes) siblings.push(node);
  }
}

/** Doxygen's groups: `@{` in one comment, `@}` in a later one. */
function commentMark(text: string, segment: Segment): MarkOfSegment | null {
  if (segment.kind !== 'comment') return null;
  const comment = text.slice(segment.span.start, segment.span.end);
  const [opens, closes] = [/[@\\]\{/.test(comment), /[@\\]\}/.test(comment)];
  return opens === closes ? null : { role: opens ? 'open' : 'close', name: 'comment group' };
}

function pairInside(text: string, segment: Segment, depth: number): Paired {
  if (segment.kind === 'group') {
    const branches = segment.branches.map(({ nodes }) => pairBrackets(text, nodes, depth));
    return { kind: 'group', segment, branches };
  }
  if (segment.kind === 'mark') throw new Error('a mark is handled by its siblings');
  return segment;
}

type MarkOfSegment = { readonly role: 'open' | 'close'; readonly name: string };

/** What a segment marks: itself, or a group that holds marks of one role and, beside them, pragmas and `using`. */
function markOf(text: string, segment: Segment): MarkOfSegment | null {
  if (segment.kind === 'mark') return { role: segment.role, name: segment.bracket };
  if (segment.kind !== 'group' || !segment.endif) return null;
  const names = new Set<string>();
  const roles = new Set<'open' | 'close'>();
  for (const { nodes } of segment.branches) {
    for (const node of nodes) {
      if (node.kind === 'comment' || (node.kind === 'directive' && node.directive.kind === 'pragma')) continue;
      if (isDisabledBrace(text, node) || isUsing(text, node)) continue;
      const mark = markOf(text, node);
      if (!mark) return null;
      names.add(mark.name);
      roles.add(mark.role);
    }
  }
  const [role, ...otherRoles] = roles;
  return role && otherRoles.length === 0 ? { role, name: joinBrackets(names) } : null;
}

/** C++'s `using std::FILE;`, which may be said again in each part. */
function isUsing(text: string, segment: Segment): boolean {
  if (segment.kind !== 'item') return false;
  const [first, second] = segment.tokens.filter(isCode);
  return first !== undefined && tokenText(text, first) === 'using' && second?.kind === 'identifier';
}

/** `#if 0` around nothing but a brace, which balances another for the sake of an editor's indentation. */
function isDisabledBrace(text: string, segment: Segment): boolean {
  if (segment.kind !== 'group' || !segment.endif) return false;
  const [branch, ...others] = segment.branches;
  if (!branch || others.length > 0 || !isNeverTrue(text, branch.directive)) return false;
  const code = branch.nodes.flatMap((node) => (node.kind === 'item' ? node.tokens : [])).filter(isCode);
  const [brace] = code;
  return code.length === 1 && brace !== undefined && ['{', '}'].includes(tokenText(text, brace));
}

function isCode({ kind }: Token): boolean {
  return kind !== 'comment';
}

/** After `push`, the pragmas that set what was pushed belong to the opening; after `{`, its counterpart in `#if 0`. */
function continuesOpening(text: string, stack: readonly Open[], segment: Segment): boolean {
  const open = stack.at(-1);
  if (!open || open.nodes.length > 0) return false;
  const continues = setsOneOf(stack, segment) || (open.comment === null && isDisabledBrace(text, segment));
  if (continues) open.span = { start: open.span.start, end: segment.span.end };
  return continues;
}

/** One of the brackets that have nothing in them yet but each other. */
function setsOneOf(stack: readonly Open[], segment: Segment): boolean {
  for (let at = stack.length - 1; at >= Math.max(0, stack.length - MOST_CROSSING); at--) {
    const open = stack[at];
    if (!open || open.nodes.length > 0) return false;
    if (sets(segment, open.name)) return true;
  }
  return false;
}

/** Whether a segment changes the state that the pragma bracket `name` saved. */
function sets(segment: Segment, name: string): boolean {
  const [kind, ...subject] = name.split(' ');
  if (kind !== 'pragma') return false;
  if (segment.kind === 'mark') return segment.role === 'open' && segment.bracket === `${name} set`;
  if (segment.kind === 'group')
    return segment.endif !== null && segment.branches.every(({ nodes }) => nodes.every((node) => sets(node, name)));
  if (segment.kind !== 'directive') return false;
  const { directive } = segment;
  if (subject[0] === 'macro')
    return directive.kind === 'undef' || (directive.kind === 'define' && subject[1] === `"${directive.name}"`);
  const words = subject[0] === 'options' ? ['optimize', 'target'] : subject;
  return directive.kind === 'pragma' && words.some((word) => directive.words.includes(word));
}
