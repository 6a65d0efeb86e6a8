import type { Assigned } from '../assign/assign-parts.ts';

/** The command line as each command sees it: checked for form by `cli`, nothing looked up yet. */

export type ColourFlag = 'auto' | 'always' | 'never';

/** Restricts the work to the split itself, the assertions, the sections of structs, or the includes of users; null does all. */
export type Only = 'headers' | 'assertions' | 'members' | 'users' | null;

/** The audit file whose `members` divide structs; null: none is divided. */
type WithStructs = { readonly auditFile: string | null };

type OutputOptions = {
  /** null: the git top level of the current folder. */
  readonly root: string | null;
  readonly format: 'text' | 'json';
  readonly color: ColourFlag;
  /** In text: each note, or a line for those of one code. */
  readonly notes: 'summed' | 'all';
};

export type CommonOptions = OutputOptions & {
  /** At least one, relative to the current folder, as the user spelt them. */
  readonly manifests: readonly string[];
};

export type InitOptions = OutputOptions & {
  readonly header: string;
  /** null: standard output. */
  readonly output: string | null;
  /** Empty: the user chose none. */
  readonly parts: readonly string[];
  /** The header is the wrapper of a split made by hand, to be read with its part files. */
  readonly fromSplit: boolean;
};

export type InitAuditOptions = InitSeriesOptions;

export type InitSeriesOptions = Omit<CommonOptions, 'root'> & {
  /** null: standard output. */
  readonly output: string | null;
};

export type CheckOptions = Omit<CommonOptions, 'format'> & {
  readonly format: 'text' | 'json' | 'sarif' | 'github';
  readonly only: Only;
  /** Fix what has one right answer. */
  readonly fix: boolean;
  /** Look for forbidden calls too. */
  readonly audit: boolean;
  /** By what to audit; null: the manifests alone. */
  readonly auditFile: string | null;
  readonly cache: boolean;
};

export type AuditQuestion =
  | { readonly kind: 'findings' }
  | { readonly kind: 'why'; readonly name: string }
  | { readonly kind: 'members'; readonly struct: string }
  | { readonly kind: 'locks'; readonly acquire: string; readonly release: string };

export type AuditOptions = Omit<OutputOptions, 'format'> & {
  readonly format: 'text' | 'json' | 'sarif' | 'github';
  /** Relative to the current folder, as the user spelt them; none where a file names them. */
  readonly manifests: readonly string[];
  /** The audit file; null: none. */
  readonly file: string | null;
  /** The cost up to which ways through members and callbacks are told; null: the usual. */
  readonly far: number | null;
  /** The revision to read in place of the work tree; null: the work tree. */
  readonly from: string | null;
  /** What is asked for in place of the findings. */
  readonly question: AuditQuestion;
  readonly updateBaseline: boolean;
  /** Use the facts that earlier runs kept in the git folder, and keep those of this one. */
  readonly cache: boolean;
};

export type DiffOptions = CommonOptions &
  WithStructs & {
    /** The revision to read in place of the work tree, as the user spelt it; null: the work tree. */
    readonly from: string | null;
    readonly stat: boolean;
    /** Differences make the exit code 1. */
    readonly exitCode: boolean;
    readonly only: Only;
  };

export type PatchOptions = CommonOptions &
  WithStructs & {
    readonly from: string | null;
    /** null: standard output. */
    readonly output: string | null;
    readonly only: Only;
  };

export type SyncOptions = CommonOptions & {
  /** Show the change of the manifests and write nothing. */
  readonly dryRun: boolean;
};

export type SuggestOptions = OutputOptions & {
  readonly manifests: readonly string[];
  /** Write what is certain, or what is likely too, into the manifests; null: write nothing. */
  readonly write: 'certain' | 'likely' | null;
  /** Tell every piece of evidence, a line each. */
  readonly evidence: boolean;
  /** The audit file with what to look for; null: the usual. */
  readonly file: string | null;
  readonly cache: boolean;
};

export type ReviewOptions = OutputOptions & {
  /** Relative to the current folder, as the user spelt them; none where a file names them. */
  readonly manifests: readonly string[];
  /** The audit file; null: none. */
  readonly file: string | null;
  /** null: standard output. */
  readonly output: string | null;
  /** Use and keep the facts of earlier runs. */
  readonly cache: boolean;
  /** Serve the page, on this port; 0: any. Null: write it. */
  readonly port: number | null;
};

export type AssignOptions = OutputOptions & {
  readonly manifest: string;
  /** `PATTERN=PART`, by what they mean functions; none of the lists need have any. */
  readonly assignments: readonly string[];
  readonly definedIn: readonly string[];
  readonly sections: readonly string[];
  readonly returns: readonly string[];
  /** A file with more of them; null: none. */
  readonly from: string | null;
  readonly assigned: Assigned;
  /** Show the change of the manifest and write nothing. */
  readonly dryRun: boolean;
};

export type UsersOptions = CommonOptions & {
  /** Files of the tree of which each name is told; none: the report of the whole. */
  readonly files: readonly string[];
  /** The revision to read in place of the work tree, as the user spelt it; null: the work tree. */
  readonly from: string | null;
  /** How the change is proved; null: it is not. */
  readonly prove: Pick<VerifyOptions, 'databases' | 'cc' | 'allowed' | 'launcher' | 'jobs' | 'state'> | null;
};

export type ApplyOptions = CommonOptions & WithStructs & { readonly from: string | null; readonly only: Only };

export type RegenerateOptions = CommonOptions & {
  /** What to do with the change. */
  readonly output:
    | { readonly kind: 'write' }
    | { readonly kind: 'show'; readonly stat: boolean; readonly exitCode: boolean }
    | { readonly kind: 'patch' /** null: standard output. */; readonly file: string | null };
  /** The manifest that the tree was made by: a file, or `REV:PATH`; null: HEAD's version, else today's. */
  readonly was: string | null;
  /** The revision that has the header whole; null: looked for in the history. */
  readonly from: string | null;
  /** The audit file that divides structs; null: none. */
  readonly auditFile: string | null;
};

export type CoverageOptions = Omit<CommonOptions, 'format'> & {
  readonly format: 'text' | 'json' | 'sarif' | 'github';
  /** Files, and directories that hold some. */
  readonly reports: readonly string[];
  /** Per cent of the assertions that must have run; null: any. */
  readonly failUnder: number | null;
};

export type VerifyOptions = Omit<OutputOptions, 'format'> & {
  readonly format: 'text' | 'json' | 'sarif' | 'github';
  /** What is proved: the patches that manifests ask for, those of a series file, or commits (with or without manifests). */
  readonly what:
    | { readonly kind: 'manifests'; readonly paths: readonly string[]; readonly auditFile: string | null }
    | { readonly kind: 'series'; readonly path: string }
    | { readonly kind: 'range'; readonly from: string; readonly to: string; readonly paths: readonly string[] };
  /** Directories with compile databases, each a configuration; none: `cc` or the root's. */
  readonly databases: readonly string[];
  /** A command line that compiles every source of the tree; null: none. */
  readonly cc: string | null;
  /** Compilers that do not look like one, by name or path. */
  readonly allowed: readonly string[];
  /** A program and its arguments that stand before the compiler. */
  readonly launcher: readonly string[];
  /** The project's build tool, as words with `{dir}` and `{target}`; null: none. */
  readonly build: readonly string[] | null;
  /** Compilers at once. */
  readonly jobs: number;
  /** Where proofs are kept; null: in the git folder. */
  readonly state: string | null;
  /** Coverage reports, which say what tests ran of the assertions; none: that is not asked. */
  readonly reports: readonly string[];
  /** Where to write the report as a page; null: nowhere. */
  readonly html: string | null;
};

/** In place of a folder: the mails one after the other, as a mailbox. */
export const STANDARD_OUTPUT = '-';

export type SeriesOptions = OutputOptions & {
  /** What the series is made from: manifests in the order of the patches, or a series file. */
  readonly sources:
    | { readonly kind: 'manifests'; readonly paths: readonly string[]; readonly auditFile: string | null }
    | { readonly kind: 'file'; readonly path: string };
  /** The folder of the mails (or `STANDARD_OUTPUT`), the branch of the commits; one of them at least. */
  readonly output: string | null;
  readonly branch: string | null;
  /** The revision that the series begins on; null: HEAD. */
  readonly from: string | null;
  /** A number, as git counts versions; null: a first version without it. */
  readonly rerollCount: string | null;
  /** The version before: a folder of mails, or `A..B`. */
  readonly previous: string | null;
  /**
   * Mails for a change of manifests on a tree that is split, from a revision that has tree and manifests as they were;
   * or, without `since` and before version 2, from what `was` names. Null: the split itself.
   */
  readonly since: string | null;
  /** `Fixes:` names the commits that declared the functions where they were. */
  readonly fixes: boolean;
  /** What the manifests were in the version before: a folder, a revision, or of one manifest a file or `REV:PATH`. */
  readonly was: string | null;
  /** Whether the program that the series file names may be run. */
  readonly runCcCommand: boolean;
  /** The others mean what they mean to `git format-patch`. */
  readonly signOff: boolean;
  readonly rfc: boolean;
  readonly subjectPrefix: string | null;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  /** null: where the series begins. */
  readonly base: string | null;
  /** Names no base. */
  readonly noBase: boolean;
  readonly thread: 'shallow' | 'deep' | null;
  readonly inReplyTo: string | null;
  /** A share, as `50%`; null: copies are not looked for. */
  readonly findCopies: string | null;
};
