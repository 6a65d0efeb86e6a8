import { assertNever } from '../../diagnostics/assert-never.ts';
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { FileChange } from '../../diff/file-change.ts';
import type { ConsumerEntry } from '../../manifest/series/series-file.ts';
import { placeOf } from '../../text/place.ts';
import { displayText, type SourceText } from '../../text/source-text.ts';
import type { Span } from '../../text/span.ts';
import type { Tree } from '../../text/tree.ts';
import { applyHunks } from './apply-hunks.ts';
import type { ConsumerProposal } from './consumer-proposal.ts';
import { patchHunks, unfit } from './patch-hunks.ts';

export type EntryInput = {
  /** The series file that the entry stands in. */
  readonly series: SourceText;
  /** The patch that the entry names; null when it names none. */
  readonly patch: SourceText | null;
  /** What `proposeConsumerChanges` says of the file as it is in the tree; null: nothing. */
  readonly proposal: ConsumerProposal | null;
};

export type AppliedEntry = {
  readonly change: FileChange | null;
  /** What the change does, or why there is none, as a clause that follows the file's path; empty when only the diff says. */
  readonly told: string;
  readonly findings: readonly Diagnostic[];
};

/**
 * The change that an entry under `consumers` of a series file asks for. null with a finding when it cannot be made: the
 * file is not there, nothing is proposed, a hunk fits nowhere or twice, the text to replace is not there or not the only
 * one; null without a finding when the file has nothing to change.
 */
export function applyConsumerEntry(tree: Tree, entry: ConsumerEntry, input: EntryInput): AppliedEntry {
  const path = entry.file.value;
  const before = tree.read(path);
  const at = placeOf(input.series, entry.file.span);
  if (before === null) return refused(diagnostic('file-missing', `the tree has no file ${path}`, at));
  const become = (after: string, told: string, otherwise: string): AppliedEntry => ({
    change: after === before ? null : { kind: 'modify', path, mode: tree.mode(path), before, after },
    told: after === before ? otherwise : told,
    findings: [],
  });
  const { hunk } = entry;
  switch (hunk.kind) {
    case 'proposed': {
      const { proposal } = input;
      if (proposal && (proposal.change !== null || proposal.kind !== 'unknown')) {
        return become(after(proposal, before), whatFollows(proposal), proposal.why);
      }
      const why = proposal ? `: ${proposal.why}` : '; it does not name the header';
      return refused(diagnostic('consumer-not-proposed', `nothing is proposed for ${path}${why}`, at));
    }
    case 'patch': {
      if (input.patch === null) throw new Error('an entry with a patch, and the patch was not read');
      const { hunks, findings } = patchHunks(input.patch, path);
      if (findings.length > 0) return { change: null, told: '', findings };
      const applied = applyHunks({ path, text: before }, hunks, input.patch);
      if (applied.findings.length > 0) return { change: null, told: '', findings: applied.findings };
      return become(applied.after, '', 'its patch changes nothing');
    }
    case 'replace':
      return replaceOnce(before, hunk, path, input.series, become);
    default:
      return assertNever(hunk);
  }
}

/** What becomes of a file by what is proposed for it, as a clause that follows its path. */
export function whatFollows({ kind, feeds }: ConsumerProposal): string {
  return feeds ? 'pass the new headers as well to the program that reads it' : FOLLOWS[kind];
}

const FOLLOWS: Readonly<Record<ConsumerProposal['kind'], string>> = {
  list: 'list the new headers as well',
  maintainers: 'cover the new headers as well',
  'kernel-doc': 'follow the comments that it renders',
  unknown: '',
};

/** Texts of several lines are left to the diff. */
function replacement(from: string, to: string): string {
  const [before, after] = [from, to].map((text) => displayText(text.trim()));
  if (!before || /\n/.test(before + after)) return '';
  return after ? `"${before}" becomes "${after}"` : `"${before}" is left out`;
}

function after({ change }: ConsumerProposal, before: string): string {
  return change?.kind === 'modify' ? change.after : before;
}

function replaceOnce(
  before: string,
  { from, to, span: at }: { readonly from: string; readonly to: string; readonly span: Span },
  path: string,
  series: SourceText,
  become: (after: string, told: string, otherwise: string) => AppliedEntry,
): AppliedEntry {
  const first = before.indexOf(from);
  if (first < 0) return refused(unfit(`this text is not in ${path}`, series, at));
  const second = before.indexOf(from, first + 1);
  if (second < 0) {
    const after = before.slice(0, first) + to + before.slice(first + from.length);
    return become(after, replacement(from, to), 'its text is replaced with the same text');
  }
  const finding = unfit(`this text occurs in ${path} more than once`, series, at);
  const text = { path, text: before };
  const [told] = finding.places;
  const others = [first, second].map((start) => ({ place: placeOf(text, { start, end: start + from.length }) }));
  return refused({ ...finding, places: [told, ...others] });
}

function refused(finding: Diagnostic): AppliedEntry {
  return { change: null, told: '', findings: [finding] };
}
