import type { SourceText } from '../text/source-text.ts';
import type { Span } from '../text/span.ts';

/**
 * A validated manifest. Every name in it that a finding may speak of keeps its place in the YAML (bytes): for an entry
 * of a mapping that of its key, else that of the value. Names in C, include paths and text for the tree are latin1, as
 * files are held; the paths of files are ordinary text.
 */
export type Manifest = {
  /** The YAML itself (latin1), for findings; its `path` is as the user spelt it. */
  readonly source: SourceText;
  readonly header: Located<string>;
  /** The shared part's name; always one of `parts`. */
  readonly shared: string;
  readonly prelude: string | null;
  /** In the order in which the wrapper includes them. */
  readonly parts: readonly Part[];
  readonly wrapper: {
    readonly banner: string | null;
    /** Where the manifest says that the wrapper is deleted once nobody includes it; null: it stays. */
    readonly remove: Span | null;
  };
  /** What becomes of the includes of the header's users; null: they stay. */
  readonly users: UsersSettings | null;
  readonly licence: Licence;
  /** Include path as spelt between quotes or brackets -> where it goes. */
  readonly includes: ReadonlyMap<string, Located<IncludePlacement>>;
  /** null: derive them from how the tree spells the header. */
  readonly includeDirs: readonly string[] | null;
  readonly brackets: readonly BracketPair[];
  /** By index in `brackets`. */
  readonly bracketSpans: readonly Span[];
  readonly annotations: readonly string[];
  readonly declarationMacros: readonly string[];
  /** null: every .c file of the tree. A glob that starts with `!` excludes. */
  readonly definitions: readonly string[] | null;
  readonly placement: Placement;
  readonly reinclude: 'guarded' | 'once';
  readonly prototypes: ReadonlyMap<string, PrototypeEntry>;
  readonly declarations: ReadonlyMap<string, DeclarationEntry>;
  /** File -> function -> part, for functions that the header does not declare. */
  readonly functions: ReadonlyMap<string, ReadonlyMap<string, Located<string>>>;
};

/** Paths are ordinary text. */
export type UsersSettings = {
  /** The key. */
  readonly span: Span;
  readonly rewrite: 'none' | 'narrower' | 'all';
  /** What a user of nothing includes: the shared part's file, or nothing where that is sure. */
  readonly unused: 'keep' | 'drop';
  /** Globs of the files whose includes may change; null: every file of C. */
  readonly files: readonly string[] | null;
  /** File -> why its includes stay. */
  readonly keep: ReadonlyMap<string, Located<string>>;
  /** File -> parts that it needs, whatever its text shows. */
  readonly need: ReadonlyMap<string, Located<readonly string[]>>;
};

export type Located<T> = { readonly value: T; readonly span: Span };

export type Part = {
  readonly name: string;
  readonly span: Span;
  /** The file the part is written to, relative to the root: its own, or that of the part it goes `into`. */
  readonly file: string;
  /** null: its file's guard follows from the file name in the header's own style. */
  readonly guard: string | null;
  readonly banner: string | null;
  readonly assert: string | null;
  readonly assertInclude: string | null;
  /** Why its functions assert, for commit messages; ordinary text. */
  readonly assertWhy: string | null;
  readonly mayCall: readonly string[] | null;
  /** The part whose file this one is a section of; null when it has its own file. */
  readonly into: string | null;
};

export type Licence =
  | { readonly kind: 'none' }
  | { readonly kind: 'from'; readonly file: string; readonly span: Span }
  | { readonly kind: 'text'; readonly text: string };

/** A part's name, or one of the two words. A part may not be called `wrapper` or `drop`. */
export type IncludePlacement = string;

export type BracketPair = readonly [open: string, close: string];

export type Placement = 'after-declarations' | 'first';

/**
 * Which comments above an entry's declaration speak of that one alone: `own`, the nearest; `section`, those further up
 * that begin with it as well.
 */
export type CommentClaim = 'own' | 'section';

/** `value` is the part. */
export type DeclarationEntry = Located<string> & { readonly comment: CommentClaim | null };

export type PrototypeEntry = {
  readonly span: Span;
  /** null: not assigned yet (`blk_new:`). */
  readonly part: string | null;
  /** Whether its definitions get the part's assertion. */
  readonly assert: boolean;
  readonly comment: CommentClaim | null;
  /** The reason for the part; where the entry takes the assertion away and has no `assertWhy`, that for this. */
  readonly why: string | null;
  /** The reason for `assert: false`. */
  readonly assertWhy: string | null;
};
