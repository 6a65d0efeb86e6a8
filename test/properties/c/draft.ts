/**
 * A C header and its sources before they are printed. Only numbers and words, no names: those come from where a thing
 * stands, so that fast-check can take anything out and what is left still compiles.
 *
 * A number that chooses something chooses by its remainder, so that every number is valid and 0 is the simplest.
 */
export type ProjectDraft = {
  readonly header: HeaderDraft;
  readonly parts: PartsDraft;
};

export type HeaderDraft = {
  readonly licence: number;
  readonly guard: 'ifndef' | 'not-defined' | 'once' | 'none';
  /** Whether the closing `#endif` says what it closes. */
  readonly closes: boolean;
  readonly includes: readonly IncludeDraft[];
  readonly blocks: readonly Block[];
  readonly lines: LineStyle;
};

export type LineStyle = {
  readonly end: '\n' | '\r\n';
  readonly indent: 'blanks' | 'tabs';
  readonly lastLine: 'ended' | 'open';
};

export type IncludeDraft = { readonly path: number; readonly comment: CommentDraft; readonly blank: boolean };

export type Block = {
  readonly comment: CommentDraft;
  /** Blank lines above. */
  readonly blank: number;
  /** A comment on the last line of what it stands behind. */
  readonly trailing: 'none' | 'block' | 'line';
  readonly content: Content;
};

export type CommentDraft = {
  readonly kind: 'none' | 'one-line' | 'stars' | 'slashes' | 'doc' | 'latin1' | 'continued';
  /** Whether a blank line follows. */
  readonly detached: boolean;
  /** Whether it names the function below it. */
  readonly names: boolean;
};

export type Content =
  | FunctionDraft
  | { readonly kind: 'inline'; readonly body: number; readonly part: number }
  /** `part` is null for what stays in the shared part. */
  | { readonly kind: 'declaration'; readonly form: number; readonly part: number | null }
  /** One function, declared in both branches of an `#if`. */
  | { readonly kind: 'both-branches'; readonly condition: number; readonly part: number }
  | { readonly kind: 'group'; readonly condition: number; readonly branches: readonly (readonly Block[])[] }
  | { readonly kind: 'bracket'; readonly bracket: number; readonly blocks: readonly Block[] }
  | { readonly kind: 'include'; readonly path: number }
  /** A condition that its own group changes. */
  | { readonly kind: 'self-defining'; readonly part: number };

export type FunctionDraft = {
  readonly kind: 'function';
  readonly shape: number;
  readonly part: number;
  readonly isAsserted: boolean;
  readonly comment: 'own' | 'section' | null;
  readonly definition: DefinitionDraft | null;
};

export type DefinitionDraft = {
  readonly body: number;
  readonly file: number;
  /** A second definition, in the stub file. */
  readonly stub: boolean;
  /** Behind an `#ifdef`. */
  readonly conditional: boolean;
};

export type PartsDraft = {
  /** Those beside `common`, one at least. */
  readonly parts: readonly PartDraft[];
  readonly wrapperBanner: boolean;
  readonly placement: 'after-declarations' | 'first';
  /** Whether the manifest names the files with definitions; without that every .c file counts. */
  readonly definitions: 'all' | 'without-stubs';
};

export type PartDraft = {
  readonly into: number | null;
  readonly assert: number | null;
  readonly banner: number | null;
  readonly ownFile: boolean;
  readonly ownGuard: boolean;
};
