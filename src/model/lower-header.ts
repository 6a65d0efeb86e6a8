import type { BracketEntry } from '../parse/brackets/bracket-marks.ts';
import { type Annotations, commonAnnotations, withAnnotations } from '../parse/declarations/annotations.ts';
import { parseItemDeclaration } from '../parse/item-variants.ts';
import { type Segment, segment } from '../parse/segment.ts';
import { isNeverTrue } from '../parse/tokens/directive.ts';
import type { Token } from '../parse/tokens/token.ts';
import { tokensOf } from '../parse/tokens/tokens-of.ts';
import { baseName } from '../text/file-path.ts';
import { rememberTexts } from '../text/remember-texts.ts';
import { displayText, type SourceText } from '../text/source-text.ts';
import type { Span } from '../text/span.ts';
import { attachComments } from './comments/attach-comments.ts';
import { withTitlesApart } from './comments/titles-apart.ts';
import { macrosDefinedIn } from './defined-macros.ts';
import { findGuard, guardedNodes, isPragmaOnce } from './guard.ts';
import type { Comment, Header, Item, ItemContent, Node, Unpaired } from './header.ts';
import { pairWithLonePragmas } from './lone-pragmas.ts';
import { saysLicence } from './opening/licence-words.ts';
import { readBeginning } from './opening/opening.ts';
import type { Paired } from './pair-brackets.ts';

export type HeaderOptions = {
  /** Annotation macros beyond the common ones and those that the header itself defines as empty. */
  readonly annotations: readonly string[];
  /** Macros that make their argument a type, beyond those that the header itself defines so. */
  readonly types?: readonly string[];
  /** Macros that are the braces of a type, beyond those that the header itself defines so. */
  readonly bodies?: readonly string[];
  /** Brackets beyond the built-in and the self-evident pairs. */
  readonly brackets: readonly BracketEntry[];
  /** In a part file: the path of the wrapper, which it may include above its guard. */
  readonly wrapper?: string;
};

/**
 * Parses a header. Never fails: what is not understood is an item of its own, kept whole. A file is read several times in
 * a run, by several manifests and to prove what was made of it, so the last few are remembered.
 */
export function parseHeader(source: SourceText, options: HeaderOptions = { annotations: [], brackets: [] }): Header {
  const ofText = parsesOf(source.text);
  const key = `${source.path}\n${JSON.stringify(options)}`;
  const header = ofText.get(key) ?? parse(source, options);
  ofText.delete(key);
  ofText.set(key, header);
  for (const [oldest] of ofText) if (ofText.size > MOST_READINGS) ofText.delete(oldest);
  return header;
}

/** Of one text, by its path and the options. */
const parsesOf = rememberTexts(() => new Map<string, Header>(), 1 << 18);
const MOST_READINGS = 4;

function parse(source: SourceText, options: HeaderOptions): Header {
  const { text } = source;
  const tokens = tokensOf(source);
  const own = macrosDefinedIn(text, tokens);
  const annotations = withAnnotations(
    commonAnnotations,
    [...options.annotations, ...own.annotations],
    [...(options.types ?? []), ...own.types],
    [...(options.bodies ?? []), ...own.bodies],
  );
  const segments = segment(text, tokens, annotations, options.brackets);
  const { guard, group } = findGuard(source, segments);
  const lowering: Lowering = { text, annotations, items: [], unpaired: [] };
  const { licence: leading, opening } = readBeginning(text, segments, (one) => one === group || isOnce(one));
  const begun = (leading ?? opening?.span)?.end ?? 0;
  const entry = group ? entryAbove(segments, group, options.wrapper) : null;
  const beside = segments.filter((one) => one !== group && one !== entry && one.span.start >= begun && !isOnce(one));
  const guarded = group && guard.kind === 'macro' ? guardedNodes(group, guard).filter((one) => !isOnce(one)) : [];
  const licence = leading ?? licenceInside(text, guarded);
  const insideGuard = licence && !leading ? guarded.slice(1) : guarded;
  const outside = group ? beside.filter((one) => one.kind !== 'comment') : [];
  const before = group ? outside.filter((one) => one.span.end <= group.span.start) : beside;
  const after = group ? outside.filter((one) => one.span.start >= group.span.end) : [];
  const lowered = lowerNodes(lowering, pairWithLonePragmas(text, [...before, ...insideGuard, ...after]));
  const nodes = attachComments(text, withTitlesApart(text, lowered, lowering.items), lowering.items);
  return {
    source,
    lineEnd: /\r?\n/.exec(text)?.[0] === '\r\n' ? '\r\n' : '\n',
    guard,
    licence,
    opening,
    nodes,
    items: lowering.items,
    comments: commentsIn(nodes),
    entry: entry?.span ?? null,
    outside: outside.map((one) => one.span),
    unpaired: lowering.unpaired,
  };
}

type Lowering = {
  readonly text: string;
  readonly annotations: Annotations;
  readonly items: Item[];
  readonly unpaired: Unpaired[];
};

function isOnce(one: Segment): boolean {
  return one.kind === 'directive' && isPragmaOnce(one.directive);
}

/** The include of a wrapper above the guard of a part file, by whatever folder it is spelt. */
function entryAbove(segments: readonly Segment[], group: Segment, wrapper: string | undefined): Segment | null {
  if (wrapper === undefined) return null;
  const name = baseName(wrapper);
  const isEntry = (one: Segment): boolean =>
    one.kind === 'directive' &&
    one.directive.kind === 'include' &&
    one.directive.target.path !== null &&
    one.directive.target.path.replace(/^.*\//, '') === name;
  return segments.find((one) => one.span.end <= group.span.start && isEntry(one)) ?? null;
}

function licenceInside(text: string, nodes: readonly Segment[]): Span | null {
  const [first] = nodes;
  if (first?.kind !== 'comment') return null;
  return saysLicence(text.slice(first.span.start, first.span.end)) ? first.span : null;
}

function lowerNodes(lowering: Lowering, nodes: readonly Paired[]): Node[] {
  return nodes.map((node) => lowerNode(lowering, node));
}

function lowerNode(lowering: Lowering, node: Paired): Node {
  switch (node.kind) {
    case 'item':
      return addItem(lowering, node.span, node.tokens, declarationContent(lowering, node));
    case 'directive':
      if (node.directive.kind === 'elif' || node.directive.kind === 'else' || node.directive.kind === 'endif') {
        lowering.unpaired.push({ what: `#${node.directive.kind}`, span: node.span, isTooDeep: false, end: null });
      }
      return addItem(lowering, node.span, [{ kind: 'directive', ...node.span }], {
        kind: 'directive',
        directive: node.directive,
      });
    case 'unpaired':
      lowering.unpaired.push({
        what: unpairedName(lowering.text, node),
        span: node.span,
        isTooDeep: node.isTooDeep,
        end: { role: node.role, name: node.name },
      });
      return addItem(lowering, node.span, [], { kind: 'broken' });
    case 'comment':
      return { kind: 'comment', comment: { index: 0, span: node.span, role: 'own', serves: [] } };
    case 'bracket':
      return {
        kind: 'bracket',
        name: node.name,
        open: node.open,
        nodes: lowerNodes(lowering, node.nodes),
        close: node.close,
      };
    case 'group':
      return lowerGroup(lowering, node);
  }
}

/** A macro or an include as it is written, all else by what it is about. */
function unpairedName(text: string, { name, role, span }: Extract<Paired, { kind: 'unpaired' }>): string {
  const [code = ''] = text.slice(span.start, span.end).split(/(?<!\s)\s*(?:\n|\/[*/])/);
  const included = /^(?:#|%:)[ \t]*(include\b.*)/.exec(code)?.[1];
  if (included !== undefined || /^(?!(?:extern|inline|namespace)\b)[\w$]/.test(code))
    return displayText(included ?? code);
  if (name !== 'linkage') return name;
  return role === 'close' ? '}' : text.slice(span.start, text.indexOf('{', span.start) + 1).replaceAll(/\s+/g, ' ');
}

function lowerGroup(lowering: Lowering, node: Extract<Paired, { kind: 'group' }>): Node {
  const { segment: group } = node;
  if (!group.endif)
    lowering.unpaired.push({
      what: '#if',
      span: group.branches[0]?.directive.span ?? group.span,
      isTooDeep: false,
      end: null,
    });
  const branches = group.branches.map((branch, index) => {
    const nodes = node.branches[index] ?? [];
    const isDisabled = isNeverTrue(lowering.text, branch.directive);
    return {
      directive: branch.directive,
      nodes: isDisabled ? nodes.map((inner) => disabled(lowering, inner)) : lowerNodes(lowering, nodes),
    };
  });
  if (branches.every((branch) => branch.nodes.every(holdsNoItem))) {
    // Nothing to put a branch around: the whole group is one item, so that its comments and directives survive.
    return addItem(lowering, group.span, [], { kind: 'disabled' });
  }
  return { kind: 'group', branches, endif: group.endif ?? { start: group.span.end, end: group.span.end } };
}

/** A bracket around nothing may still have comments beside it. */
function holdsNoItem(node: Node): boolean {
  return node.kind === 'comment' || (node.kind === 'bracket' && node.nodes.every(holdsNoItem));
}

function disabled(lowering: Lowering, node: Paired): Node {
  return node.kind === 'item'
    ? addItem(lowering, node.span, node.tokens, { kind: 'disabled' })
    : lowerNode(lowering, node);
}

function declarationContent(lowering: Lowering, node: Extract<Segment, { kind: 'item' }>): ItemContent {
  if (node.broken) return { kind: 'broken' };
  return { kind: 'declaration', declaration: parseItemDeclaration(lowering.text, node.tokens, lowering.annotations) };
}

function addItem(lowering: Lowering, span: Span, tokens: readonly Token[], content: ItemContent): Node {
  const item: Item = { index: lowering.items.length, span, tokens, content };
  lowering.items.push(item);
  return { kind: 'item', item };
}

function commentsIn(nodes: readonly Node[]): readonly Comment[] {
  return nodes.flatMap(commentsOf);
}

function commentsOf(node: Node): readonly Comment[] {
  switch (node.kind) {
    case 'item':
      return [];
    case 'comment':
      return [node.comment];
    case 'group':
      return node.branches.flatMap((branch) => commentsIn(branch.nodes));
    case 'bracket':
      return commentsIn(node.nodes);
  }
}
