import type { Span } from '../../text/span.ts';
import type { Located } from '../manifest.ts';

/** A part as written: what it leaves out is not filled in yet, and what it names may not exist. */
export type PartDraft = {
  readonly name: string;
  readonly span: Span;
  readonly file: Located<string> | null;
  readonly guard: Located<string> | null;
  readonly banner: string | null;
  readonly assert: string | null;
  readonly assertInclude: string | null;
  readonly assertWhy: string | null;
  readonly mayCall: readonly string[] | null;
  readonly into: Located<string> | null;
};

/** What the rules about parts look at. */
export type PartsDraft = {
  /** null when it is missing or unusable. */
  readonly header: Located<string> | null;
  readonly shared: Located<string> | null;
  readonly parts: readonly PartDraft[];
};

/** The shared part's name: the one named so, else `common`, else the first; null without parts. */
export function sharedPartName({ shared, parts }: PartsDraft): string | null {
  if (shared !== null) return shared.value;
  return (parts.find(({ name }) => name === 'common') ?? parts[0])?.name ?? null;
}
