import type { FileChange } from '../diff/file-change.ts';
import type { DefinitionReport } from '../edits/assertion-changes.ts';
import type { PatchTopic } from '../manifest/series/series-file.ts';
import type { HeaderFacts } from './header-facts.ts';
import type { MembersPatch } from './members/members-patch.ts';
import type { AssertionReason } from './reasons/assertion-reason.ts';
import type { StatementWords } from './statement-words.ts';
import type { SubjectForm } from './subject-form.ts';
import type { UsersPatch } from './users/users-patch.ts';

/** What a patch that the tool makes is about, for its subject and body. */
export type PatchFacts = {
  readonly topic: PatchTopic;
  readonly header: HeaderFacts;
  /** The one part that an assertion patch is about; null: all of them. */
  readonly part: string | null;
  /** Those that the patch is about, whether or not it changes them; empty for other topics. */
  readonly definitions: readonly DefinitionReport[];
  readonly changes: readonly FileChange[];
  /** Of a file that names the header without including it, what becomes of it, as a clause; empty: the diff says. */
  readonly told: ReadonlyMap<string, string>;
  /** Why an assertion patch asserts; null for other topics, and where nothing says it. */
  readonly reason: AssertionReason | null;
  /** Null for other topics than users. */
  readonly users: UsersPatch | null;
  /** Null for other topics than members. */
  readonly members: MembersPatch | null;
  readonly series: SeriesFacts;
};

/** What the words of a patch depend on besides the patch itself. */
export type SeriesFacts = {
  /** In the order of the manifests, each with what is known of it in the end. */
  readonly headers: readonly HeaderFacts[];
  /** Header -> what the subjects of its patches begin with; empty: with no such word. */
  readonly prefixes: ReadonlyMap<string, string>;
  /** Header -> how the project writes its subjects. */
  readonly forms: ReadonlyMap<string, SubjectForm>;
  /** Whether the project's commits say that they change nothing where they do not. */
  readonly saysNoChange: boolean;
  /** The one that is split first; null where none is. */
  readonly firstSplit: HeaderFacts | null;
  /** The cover's text, wrapped; empty where nobody wrote one. */
  readonly motivation: string;
  readonly words: StatementWords;
};
