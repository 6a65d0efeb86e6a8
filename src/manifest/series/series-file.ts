import type { SourceText } from '../../text/source-text.ts';
import type { Span } from '../../text/span.ts';
import type { Located } from '../manifest.ts';

/**
 * A validated series file: what goes into which patch of a series, and in which words. Texts for mails are ordinary
 * text, not bytes. Paths of manifests and mails are as written, relative to the folder of the series file; paths of
 * files of the tree are relative to its root.
 */
export type SeriesFile = SeriesSettings & {
  /** The YAML itself (latin1), for findings; its `path` is as the user spelt it. */
  readonly source: SourceText;
  /** In the order of the patches. */
  readonly manifests: readonly Located<string>[];
};

/** All that a series file says besides the manifests; each key has a default. */
export type SeriesSettings = {
  readonly cover: {
    readonly title: Template | null;
    readonly body: Template | null;
    /** How the series was tested, and where its manifests are; null: the letter does not say. */
    readonly tested: Template | null;
    readonly manifests: Template | null;
  };
  /** What the subjects begin with; null: as the project's log spells it, or by the headers' names. */
  readonly prefix: string | null;
  readonly order: PatchOrder;
  /** What one assertion patch is about: a header, or one part of a header. */
  readonly assertions: 'header' | 'part';
  /** Whether what manifests list under `functions` is asserted in the assertion patches, or in patches of its own. */
  readonly functions: 'with' | 'apart';
  /** What one patch of the users' includes is about. */
  readonly users: { readonly group: UserGrouping };
  readonly subjects: PatchTemplates;
  readonly bodies: PatchTemplates;
  readonly prerequisites: readonly Prerequisite[];
  /** null: each change that is proposed, in the patch that splits the header. */
  readonly consumers: readonly ConsumerEntry[] | null;
  /** A program and its arguments; null: none. */
  readonly ccCommand: readonly string[] | null;
  /** The audit file whose `members` divide structs, relative to the directory of the series file; null: none. */
  readonly audit: Located<string> | null;
};

/** `interleaved`: the assertions of a header follow its split. `splits-first`: they follow all splits. */
export type PatchOrder = 'interleaved' | 'splits-first';

/** A first directory, those whose maintainers are the same by MAINTAINERS, or all users. */
export type UserGrouping = 'folder' | 'maintainers' | 'one';

/** The topics of the patches that the tool makes. */
export const patchTopics = ['split', 'assertions', 'functions', 'consumers', 'members', 'users'] as const;

export type PatchTopic = (typeof patchTopics)[number];

/** null: the default. */
export type PatchTemplates = Readonly<Record<PatchTopic, Template | null>>;

/** A text with placeholders, and the place of the whole in the YAML. */
export type Template = { readonly text: string; readonly source: SourceText; readonly span: Span };

/** A patch written by hand, to come before the first one or before the split of `before`. */
export type Prerequisite = {
  readonly span: Span;
  /** A header, as its manifest names it; null: before the first patch. */
  readonly before: Located<string> | null;
} & (
  | { readonly kind: 'mail'; readonly path: Located<string> }
  | { readonly kind: 'commit'; readonly revision: Located<string> }
);

/** A file that names a header without including it, and should be changed. */
export type ConsumerEntry = {
  readonly span: Span;
  readonly file: Located<string>;
  /** The header that it is about; null: each that the file names. */
  readonly header: Located<string> | null;
  /** In the split patch of that header, or in a patch of its own behind it. */
  readonly with: 'split' | 'own';
  readonly hunk: /** What the tool proposes. */
    | { readonly kind: 'proposed' }
    /** A patch file, relative to the folder of the series file. */
    | { readonly kind: 'patch'; readonly path: Located<string> }
    /** `from`, which stands in the file once, becomes `to`; bytes (latin1). */
    | { readonly kind: 'replace'; readonly from: string; readonly to: string; readonly span: Span };
};

const noTemplates: PatchTemplates = {
  split: null,
  assertions: null,
  functions: null,
  consumers: null,
  members: null,
  users: null,
};

/** A series without a file of its own. */
export const defaultSeries: SeriesSettings = {
  cover: { title: null, body: null, tested: null, manifests: null },
  prefix: null,
  order: 'interleaved',
  assertions: 'header',
  functions: 'with',
  users: { group: 'folder' },
  subjects: noTemplates,
  bodies: noTemplates,
  prerequisites: [],
  consumers: null,
  ccCommand: null,
  audit: null,
};
