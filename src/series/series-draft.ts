import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { FileChange } from '../diff/file-change.ts';
import type { DefinitionReport } from '../edits/assertion-changes.ts';
import type { PatchTopic } from '../manifest/series/series-file.ts';
import { headerFacts } from './header-facts.ts';
import { patchMessage } from './patch-message.ts';
import type { ConsumerChanges, SeriesInput } from './series-input.ts';
import type { PlannedHeader, SeriesPatch } from './series-plan.ts';
import { afterChanges, stateOf, type TreeState } from './tree-states.ts';

/** A series up to one of its patches. */
export type SeriesDraft = {
  /** The tree as the patches so far leave it. */
  readonly state: TreeState;
  readonly patches: readonly SeriesPatch[];
  readonly headers: readonly PlannedHeader[];
  /** What became of the text consumers of each header. */
  readonly consumers: readonly ConsumerChanges[];
  readonly findings: readonly Diagnostic[];
};

/** What a patch is to do and to say. */
export type PatchPlan = {
  readonly topic: PatchTopic;
  readonly header: PlannedHeader;
  readonly part: string | null;
  readonly definitions: readonly DefinitionReport[];
  readonly changes: readonly FileChange[];
  /** Of a file that names a header without including it, what becomes of it: see `ConsumerChanges`. */
  readonly told: ConsumerChanges['told'];
};

export function emptyDraft({ tree }: SeriesInput): SeriesDraft {
  return { state: stateOf(tree), patches: [], headers: [], consumers: [], findings: [] };
}

/** The series with one more patch that the tool makes; as it was when there is nothing to change. */
export function withPatch(draft: SeriesDraft, planned: PatchPlan, { series, manifests }: SeriesInput): SeriesDraft {
  const { topic, header, part, changes } = planned;
  if (changes.length === 0) return draft;
  const facts = { ...planned, header: headerFacts(header, manifests) };
  const { subject, body, findings } = patchMessage(facts, series);
  const patch: SeriesPatch = {
    kind: 'made',
    topic,
    headers: [header.manifest.header.value],
    part,
    subject,
    body,
    changes,
  };
  return {
    ...withFindings(draft, findings),
    state: afterChanges(draft.state, changes),
    patches: [...draft.patches, patch],
  };
}

/** A template serves several patches, and its mistakes would come with each. */
export function withFindings(draft: SeriesDraft, findings: readonly Diagnostic[]): SeriesDraft {
  const keyOf = ({ code, message, places: [{ place }] }: Diagnostic): string =>
    [code, place.file, place.line, place.column, place.line === 0 ? message : ''].join('\0');
  const seen = new Set(draft.findings.map(keyOf));
  const added = findings.filter((one) => !isOfTemplate(one) || !seen.has(keyOf(one)));
  return { ...draft, findings: [...draft.findings, ...added] };
}

/** Mistakes in the words of a patch, which hide no others. */
export function isOfTemplate({ code }: Diagnostic): boolean {
  return code.startsWith('placeholder-') || code === 'message-cut' || code === 'subject-empty';
}
