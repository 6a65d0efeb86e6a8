import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import { placeOfFile } from '../../text/place.ts';
import { decoded } from './bench-git.ts';
import { benchGit, type Workbench } from './workbench.ts';

/** The commits after `from` up to `to`; full ids. */
export type CommitRange = { readonly from: string; readonly to: string };

export type RangeDiff =
  | { readonly kind: 'text' /** Bytes (latin1); ends with a newline unless empty. */; readonly text: string }
  | { readonly kind: 'failed'; readonly finding: Diagnostic };

/** `git range-diff` of two versions of a series, without colour. */
export function rangeDiff(bench: Workbench, previous: CommitRange, current: CommitRange): RangeDiff {
  const ranges = [previous, current].map(({ from, to }) => `${from}..${to}`);
  return textOf(benchGit(bench, ['range-diff', '--no-color', ...ranges]));
}

/** The plain difference between what two versions leave. */
export function interdiff(bench: Workbench, previous: CommitRange, current: CommitRange): RangeDiff {
  return textOf(benchGit(bench, ['diff', '--no-color', previous.to, current.to]));
}

function textOf(result: ReturnType<typeof benchGit>): RangeDiff {
  if (result.kind === 'done') return { kind: 'text', text: result.output };
  const message = `git cannot compare the two versions: ${decoded(result.message)}`;
  return { kind: 'failed', finding: diagnostic('previous-unusable', message, placeOfFile('.')) };
}
