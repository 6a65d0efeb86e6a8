import type { Declaration } from '../parse/declarations/declaration.ts';
import type { Directive } from '../parse/tokens/directive.ts';
import type { Token } from '../parse/tokens/token.ts';
import type { SourceText } from '../text/source-text.ts';
import type { Span } from '../text/span.ts';
import type { Guard } from './guard.ts';
import type { Opening } from './opening/opening.ts';

/** A header as the planner sees it. Every code token of the text lies in the guard, in one node, or in `stray`. */
export type Header = {
  readonly source: SourceText;
  /** That of the first line. */
  readonly lineEnd: '\n' | '\r\n';
  readonly guard: Guard;
  /**
   * The comments before the first directive or declaration, as one slice from byte 0, where one of them says something of
   * a licence; otherwise a comment that does so directly inside the guard. Null when there is neither.
   */
  readonly licence: Span | null;
  /** The comments that the header begins with where they are not its licence: they are on the header as it was. */
  readonly opening: Opening | null;
  /** Inside the guard, or all of the text when there is none. */
  readonly nodes: readonly Node[];
  /** In document order; `index` is the position here. */
  readonly items: readonly Item[];
  readonly comments: readonly Comment[];
  /** In a part file, the include of its wrapper above the guard; it is no item. Null where there is none. */
  readonly entry: Span | null;
  /** Code beside the guard: not protected by it. */
  readonly outside: readonly Span[];
  /** Conditionals and brackets that do not pair. */
  readonly unpaired: readonly Unpaired[];
};

export type Unpaired = {
  readonly what: string;
  readonly span: Span;
  /** It stands deeper in others than is followed, whether it has a partner or not. */
  readonly isTooDeep: boolean;
  /** Null for a conditional. `name` is the bracket's. */
  readonly end: { readonly role: 'open' | 'close'; readonly name: string } | null;
};

export type Node =
  | { readonly kind: 'item'; readonly item: Item }
  | { readonly kind: 'comment'; readonly comment: Comment }
  | Group
  | Bracket;

/** `#if … #endif`. */
export type Group = { readonly kind: 'group'; readonly branches: readonly Branch[]; readonly endif: Span };
export type Branch = { readonly directive: Directive; readonly nodes: readonly Node[] };

/** `extern "C" {…}`, `G_BEGIN_DECLS … G_END_DECLS`, `#pragma push … pop`, with the conditionals around their ends. */
export type Bracket = {
  readonly kind: 'bracket';
  readonly name: string;
  readonly open: Span;
  readonly nodes: readonly Node[];
  readonly close: Span;
};

/** One unit of the header that lies in one part. */
export type Item = {
  readonly index: number;
  /** From the first token to the end of what trails on the last line. */
  readonly span: Span;
  readonly tokens: readonly Token[];
  readonly content: ItemContent;
};

export type ItemContent =
  | { readonly kind: 'declaration'; readonly declaration: Declaration }
  | { readonly kind: 'directive'; readonly directive: Directive }
  /** `#if 0` text. */
  | { readonly kind: 'disabled' }
  /** Its end is a guess. */
  | { readonly kind: 'broken' };

export type Comment = {
  readonly index: number;
  readonly span: Span;
  /** How it stands to what follows it; decides which parts get it. */
  readonly role: 'own' | 'doc' | 'heading' | 'section';
  /** Indices of the items it speaks of; never empty unless the header has no item at all. */
  readonly serves: readonly number[];
};
