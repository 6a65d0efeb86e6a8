import { type Diagnostic, diagnostic, withNext } from '../diagnostics/diagnostic.ts';
import { DEEPEST_NESTING, tooDeepAt } from '../parse/tokens/nesting.ts';
import { tokensOf } from '../parse/tokens/tokens-of.ts';
import { unreadSpelling } from '../parse/tokens/unread-spelling.ts';
import { placeOf } from '../text/place.ts';
import type { SourceText } from '../text/source-text.ts';
import type { Span } from '../text/span.ts';
import type { Branch, Header, Node, Unpaired } from './header.ts';

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
  if (deep !== null) return nestedTooDeep(source, deep);
  // A digraph leaves items that are not understood, and they are told.
  const unread = unreadSpelling(text, tokens, 'divided');
  return unread && withNext(diagnostic('spelling-unread', unread.what, placeOf(source, unread.span)), unread.next);
}

/** A header's conditionals and brackets pair, and nest no deeper than is followed. */
export function checkPairs({ source, unpaired, nodes }: Header): readonly Diagnostic[] {
  const deep = unpaired.find(({ isTooDeep }) => isTooDeep);
  if (deep) return [nestedTooDeep(source, deep.span)];
  const couples = couplesAmong(unpaired);
  const later = new Set(couples.values());
  return unpaired.flatMap((one) => {
    const other = couples.get(one);
    if (other) return [coupleApart(source, nodes, one, other)];
    return later.has(one) ? [] : [diagnostic('unbalanced', `'${one.what}' is unmatched`, placeOf(source, one.span))];
  });
}

/** Two ends of brackets of one name, the earlier -> the later: what pairs but for conditionals, else `}` and the next `{`. */
function couplesAmong(unpaired: readonly Unpaired[]): ReadonlyMap<Unpaired, Unpaired> {
  const couples = new Map<Unpaired, Unpaired>();
  const open = new Map<string, Unpaired[]>();
  let closed: Unpaired | null = null;
  for (const one of unpaired) {
    const name = one.end?.name ?? '';
    const waiting = open.get(name) ?? [];
    open.set(name, waiting);
    const partner = one.end?.role === 'close' ? waiting.pop() : undefined;
    if (partner) couples.set(partner, one);
    else if (one.end?.role === 'open' && closed?.end?.name === name) couples.set(closed, one);
    else if (one.end?.role === 'open') waiting.push(one);
    closed = one.end?.role === 'close' && !partner ? one : null;
  }
  return couples;
}

function coupleApart(source: SourceText, nodes: readonly Node[], one: Unpaired, other: Unpaired): Diagnostic {
  const isSwitch = one.end?.role === 'close';
  const message = isSwitch
    ? `'${one.what}' ends a bracket and '${other.what}' begins another under one condition`
    : `'${one.what}' and '${other.what}' do not stand in the same conditional`;
  const next = isSwitch
    ? 'End the one always, and begin the next in a conditional of its own, with `#else` for the case that had none.'
    : howToCouple(source, nodes, one, other);
  const to = { place: placeOf(source, other.span), label: isSwitch ? 'begins here' : 'ends here' };
  return withNext(diagnostic('unbalanced', message, placeOf(source, one.span), to), next);
}

/** Two ends under one condition need conditionals that hold nothing else; others have to come under one condition. */
function howToCouple({ text }: SourceText, nodes: readonly Node[], one: Unpaired, other: Unpaired): string {
  const [condition, same] = [one, other].map(({ span }) => {
    const directive = branchAround(nodes, span)?.directive.span;
    return directive && text.slice(directive.start, directive.end).split('\n')[0]?.trim();
  });
  if (condition !== undefined && condition === same)
    return `In the header, put '${one.what}' and '${other.what}' each between a \`${condition}\` and an \`#endif\` of its own, with nothing else in it.`;
  return `Move '${other.what}' or '${one.what}' in the header, so that no conditional begins or ends between the two alone.`;
}

/** The innermost branch of a conditional that a span lies in. */
function branchAround(nodes: readonly Node[], span: Span): Branch | null {
  for (const node of nodes) {
    if (node.kind === 'bracket') {
      const found = branchAround(node.nodes, span);
      if (found) return found;
    }
    if (node.kind !== 'group' || span.start > node.endif.end) continue;
    const branch = node.branches.findLast(({ directive }) => directive.span.start < span.start);
    return branch ? (branchAround(branch.nodes, span) ?? branch) : null;
  }
  return null;
}

function nestedTooDeep(source: SourceText, at: Span): Diagnostic {
  const message = `${source.path} nests more than ${DEEPEST_NESTING} levels of brackets and conditionals`;
  return diagnostic('nested-too-deep', message, placeOf(source, at));
}

function closesComment(text: string, { start, end }: Span): boolean {
  return end - start >= 4 && text.slice(end - 2, end) === '*/';
}
