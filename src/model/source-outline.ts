import type { Annotations } from '../parse/annotations.ts';
import { type Directive, isNeverTrue } from '../parse/directive.ts';
import { lex } from '../parse/lex.ts';
import { type ItemSegment, type Segment, segment } from '../parse/segment.ts';
import { isPunctuator } from '../parse/token.ts';
import type { Span } from '../text/span.ts';
import { parseItemDeclaration } from './item-variants.ts';

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
};

export type SourceOutline = {
  readonly text: string;
  readonly annotations: Annotations;
  readonly nodes: readonly SourceNode[];
};

/** The outline of a source file (latin1). A text that nests too deep to be followed has no nodes. */
export function outlineSource(text: string, annotations: Annotations): SourceOutline {
  const nodes = segment(text, lex(text), annotations, []).map((one) => nodeOf(text, one, annotations));
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
      return { kind: 'item', span: node.span, item: node, defines: definedBy(text, node, annotations) };
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

function definedBy(text: string, item: ItemSegment, annotations: Annotations): readonly string[] | null {
  if (!item.tokens.some((token) => isPunctuator(text, token, '{'))) return null;
  const { body, functions } = parseItemDeclaration(text, item.tokens, annotations);
  return body === null && !item.broken ? null : functions.map(({ name }) => name);
}

/** Whether a node is, or holds in a branch that can be compiled, one that `test` accepts. */
export function someNode(node: SourceNode, test: (node: SourceNode) => boolean): boolean {
  if (node.kind !== 'group') return test(node);
  return node.branches.some(({ isDisabled, nodes }) => !isDisabled && nodes.some((one) => someNode(one, test)));
}
