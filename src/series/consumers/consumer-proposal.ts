import type { FileChange } from '../../diff/file-change.ts';
import type { Place } from '../../text/place.ts';

/** What can be done about a file that names a split header without including it. */
export type ConsumerProposal = {
  /** Relative to the root. */
  readonly file: string;
  /** Where it names the header, or a pattern that covers it; the file as a whole when no such line is understood. */
  readonly lines: readonly [Place, ...Place[]];
  /** A list of files, MAINTAINERS, a document that renders kernel-doc comments, or anything else. */
  readonly kind: 'list' | 'maintainers' | 'kernel-doc' | 'unknown';
  /** Whether the list is what a program gets to read. */
  readonly feeds: boolean;
  /** null: nothing has to be done, or only you can say what. */
  readonly change: FileChange | null;
  /** The reason for the change, or for none, as a clause. */
  readonly why: string;
};

export type SplitFiles = {
  /** The header that was split, relative to the root. */
  readonly header: string;
  /** The files that its parts are in, relative to the root. */
  readonly partFiles: readonly string[];
};
