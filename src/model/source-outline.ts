import type { Annotations } from '../parse/declarations/annotations.ts';
import { parseItemDeclaration } from '../parse/item-variants.ts';
import type { ItemSegment, Segment } from '../parse/segment.ts';
import { type Directive, isNeverTrue } from '../parse/tokens/directive.ts';
import { isPunctuator, tokenText } from '../parse/tokens/token.ts';
import type { Span } from '../text/span.ts';
import { readTopLevel } from './top-level.ts';

export type IncludeDirective = Extract<Directive, { kind: 'include' }>;

/** What stands at the top level of a source file, as far as it matters for its includes. */
export type SourceNode =
  | SourceInclude
  | {
      readonly kind: 'macro';
      readonly span: Span;
      readonly role: 'define' | 'undef';
      readonly name: string;
      readonly hasParameters: boolean;
    }
  /** A pragma that another undoes: `pack`, `push_macro` and their like. */
  | { readonly kind: 'bracket'; readonly span: Span; readonly role: 'open' | 'close' }
  | { readonly kind: 'directive' | 'comment' | 'mark'; readonly span: Span }
  | SourceGroup
  | SourceItem;

export type SourceInclude = { readonly kind: 'include'; readonly span: Span; readonly directive: IncludeDirective };

export type SourceGroup = {
  readonly kind: 'group';
  readonly span: Span;
  readonly branches: readonly SourceBranch[];
};

export type SourceBranch = {
  readonly directive: Directive;
  /** `#if 0`: no compiler reads it. */
  readonly isDisabled: boolean;
  readonly nodes: readonly SourceNode[];
};

export type SourceItem = {
  readonly kind: 'item';
  readonly span: Span;
  readonly item: ItemSegment;
  /** The functions that it defines; empty where a macro names the function; null for what defines none. */
  readonly defines: readonly string[] | null;
  /** An inline function: files define some among their includes, as headers do. */
  readonly isInline: boolean;
};

export type SourceOutline = {
  readonly text: string;
  readonly annotations: Annotations;
  readonly nodes: readonly SourceNode[];
};

/** The outline of a source file (latin1). A text that nests too deep to be followed has no nodes. */
export function outlineSource(text: string, annotations: Annotations): SourceOutline {
  const nodes = readTopLevel(text, annotations).nodes.map((one) => nodeOf(text, one, annotations));
  return { text, annotations, nodes };
}

function nodeOf(text: string, node: Segment, annotations: Annotations): SourceNode {
  switch (node.kind) {
    case 'comment':
      return { kind: 'comment', span: node.span };
    case 'mark':
      return node.bracket.startsWith('pragma ')
        ? { kind: 'bracket', span: node.span, role: node.role }
        : { kind: 'mark', span: node.span };
    case 'directive':
      return directiveNode(node.directive);
    case 'item':
      return itemNode(text, node, annotations);
    case 'group':
      return {
        kind: 'group',
        span: node.span,
        branches: node.branches.map(({ directive, nodes }) => ({
          directive,
          isDisabled: isNeverTrue(text, directive),
          nodes: nodes.map((one) => nodeOf(text, one, annotations)),
        })),
      };
  }
}

function directiveNode(directive: Directive): SourceNode {
  const { span } = directive;
  switch (directive.kind) {
    case 'include':
      return { kind: 'include', span, directive };
    case 'define':
      return {
        kind: 'macro',
        span,
        role: 'define',
        name: directive.name,
        hasParameters: directive.parameters !== null,
      };
    case 'undef':
      return { kind: 'macro', span, role: 'undef', name: directive.name, hasParameters: false };
    default:
      return { kind: 'directive', span };
  }
}

/** What an item defines is read when it is asked for: who looks for includes passes over most of a file. */
function itemNode(text: string, item: ItemSegment, annotations: Annotations): SourceItem {
  let known: ReturnType<typeof definedBy> | null = null;
  const defined = (): ReturnType<typeof definedBy> => {
    known ??= definedBy(text, item, annotations);
    return known;
  };
  return {
    kind: 'item',
    span: item.span,
    item,
    get defines() {
      return defined().defines;
    },
    get isInline() {
      return defined().isInline;
    },
  };
}

function definedBy(
  text: string,
  item: ItemSegment,
  annotations: Annotations,
): Pick<SourceItem, 'defines' | 'isInline'> {
  const brace = item.tokens.findIndex((token) => isPunctuator(text, token, '{'));
  const nothing = { defines: null, isInline: false };
  if (brace < 0) return nothing;
  const { body, functions } = parseItemDeclaration(text, item.tokens, annotations);
  if (body === null && !item.broken) return nothing;
  const head = item.tokens.slice(0, brace).map((token) => tokenText(text, token));
  return { defines: functions.map(({ name }) => name), isInline: head.some((word) => INLINE.has(word)) };
}

const INLINE: ReadonlySet<string> = new Set(['inline', '__inline', '__inline__', '__forceinline']);

/** Whether a node is, or holds in a branch that can be compiled, one that `test` accepts. */
export function someNode(node: SourceNode, test: (node: SourceNode) => boolean): boolean {
  if (node.kind !== 'group') return test(node);
  return node.branches.some(({ isDisabled, nodes }) => !isDisabled && nodes.some((one) => someNode(one, test)));
}
