import type { SourceText } from '../../text/source-text.ts';
import type { Span } from '../../text/span.ts';
import type { Located } from '../manifest.ts';

/** What a tree is audited by, beside the manifests. Names in C are latin1, as files are held. */
export type AuditRules = {
  /** The audit file itself, for places; null: there is none. */
  readonly source: SourceText | null;
  /** null: one for each predicate that parts assert. */
  readonly locks: readonly LockRule[] | null;
  /** Part, or `outside` -> where code starts that runs in it: functions, globs, `Struct.member`, `function#0`. */
  readonly contexts: ReadonlyMap<string, readonly Located<string>[]>;
  /** Struct -> part -> members, or globs of members. */
  readonly members: ReadonlyMap<string, ReadonlyMap<string, readonly Located<string>[]>>;
  /** Whether functions that call a member of a section whose part asserts get its assertion. */
  readonly assertCallers: boolean;
  /** Event loops: what they call is not followed. */
  readonly dispatch: readonly string[];
  readonly allow: readonly Allowed[];
  /** What `suggest` looks for in functions; null: the usual. */
  readonly evidence: readonly EvidenceRule[] | null;
  /** A file with the findings that are known, relative to the folder of the audit file; null: none. */
  readonly baseline: Located<string> | null;
};

/** A forbidden call that may stay. */
export type Allowed = {
  /** What the way leads through, and what is called: names, or globs. */
  readonly from: string;
  readonly to: string;
  readonly why: string;
  /** Of the entry in the audit file. */
  readonly span: Span;
};

/** A sign that a function is of a part that asserts, or of another; `matches` is a pattern of `readRegularExpression`. */
export type EvidenceRule = {
  readonly name: string;
  readonly where: 'name' | 'declaration' | 'callee' | 'caller';
  readonly matches: string;
  readonly says: 'asserting' | 'others';
};

/** Names of functions and macros. */
export type LockRule = {
  readonly acquire: readonly string[];
  /** Functions that acquire it where they return 0. */
  readonly acquireIfZero: readonly string[];
  readonly release: readonly string[];
  /** null: the predicates in the parts' assertions. */
  readonly holds: readonly string[] | null;
  /** null: the parts that assert. */
  readonly neededBy: readonly string[] | null;
};

/** The context of code that holds nothing. */
export const OUTSIDE = 'outside';

export const noRules: AuditRules = {
  source: null,
  locks: null,
  contexts: new Map(),
  members: new Map(),
  assertCallers: false,
  dispatch: [],
  allow: [],
  evidence: null,
  baseline: null,
};
