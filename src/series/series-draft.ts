import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { FileChange } from '../diff/file-change.ts';
import type { DefinitionReport } from '../edits/assertion-changes.ts';
import type { PatchTopic } from '../manifest/series/series-file.ts';
import type { UsersPlan } from '../users/plan-users.ts';
import { assertingParts } from './assertion-text.ts';
import { filledCover } from './cover/cover-texts.ts';
import { headerFacts } from './header-facts.ts';
import type { MembersPatch } from './members/members-patch.ts';
import type { PatchFacts } from './patch-facts.ts';
import { patchMessage } from './patch-message.ts';
import { type AssertionReason, assertionReason, quotesSame, toldOnce } from './reasons/assertion-reason.ts';
import type { ConsumerChanges, SeriesInput } from './series-input.ts';
import type { PlannedHeader, SeriesPatch } from './series-plan.ts';
import { isOfHeader } from './split-text.ts';
import { statementWords } from './statement-words.ts';
import { prefixOf } from './subject-prefix.ts';
import { afterChanges, stateOf, type TreeState } from './tree-states.ts';
import type { UsersPatch } from './users/users-patch.ts';

/** A series up to one of its patches. */
export type SeriesDraft = {
  /** The tree as the patches so far leave it. */
  readonly state: TreeState;
  readonly patches: readonly SeriesPatch[];
  /** What the patches that the tool makes are about. */
  readonly facts: ReadonlyMap<SeriesPatch, Omit<PatchFacts, 'series' | 'reason'>>;
  readonly headers: readonly PlannedHeader[];
  /** What became of the text consumers of each header. */
  readonly consumers: readonly ConsumerChanges[];
  readonly users: UsersPlan | null;
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
  /** Null for other topics. */
  readonly users: UsersPatch | null;
  readonly members: MembersPatch | null;
};

export function emptyDraft({ tree }: SeriesInput): SeriesDraft {
  return { state: stateOf(tree), patches: [], facts: new Map(), headers: [], consumers: [], users: null, findings: [] };
}

/**
 * The series with one more patch that the tool makes, its words still to be found; as it was when there is nothing to
 * change.
 */
export function withPatch(draft: SeriesDraft, planned: PatchPlan, { manifests }: SeriesInput): SeriesDraft {
  const { topic, header, part, changes } = planned;
  if (changes.length === 0) return draft;
  const facts = { ...planned, header: headerFacts(header, manifests) };
  const patch: SeriesPatch = {
    kind: 'made',
    topic,
    headers: headersOf(planned),
    part,
    subject: topic,
    body: '',
    changes,
  };
  return {
    ...draft,
    facts: new Map([...draft.facts, [patch, facts]]),
    state: afterChanges(draft.state, changes),
    patches: [...draft.patches, patch],
  };
}

function headersOf({ users, members, header: { manifest } }: PatchPlan): readonly string[] {
  const path = manifest.header.value;
  if (members !== null) return isOfHeader({ path, manifest }, members.path) ? [path] : [];
  return users?.headers ?? [path];
}

/** The series with subject and body of each patch that the tool makes, and what is wrong with the templates. */
export function withMessages(draft: SeriesDraft, input: SeriesInput): SeriesDraft {
  const { series, manifests } = input;
  const headers = draft.headers.map((header) => headerFacts(header, manifests));
  const motivation = headers.length < manifests.length ? '' : filledCover(series, headers).body.text;
  const [first] = [...draft.facts.values()].filter(({ topic }) => topic === 'split');
  const firstSplit = first?.header ?? null;
  const prefixes = prefixesOf(input);
  const words = statementWords(manifests, draft.state.tree);
  const reasons: AssertionReason[] = [];
  let worded: SeriesDraft = { ...draft, patches: [] };
  for (const patch of draft.patches) {
    const facts = draft.facts.get(patch);
    if (patch.kind !== 'made' || facts === undefined) {
      worded = { ...worded, patches: [...worded.patches, patch] };
      continue;
    }
    const isOfAssertions = facts.topic === 'assertions' || facts.topic === 'functions';
    const whole = isOfAssertions
      ? assertionReason(assertingParts(facts), draft.state.tree, facts.topic === 'assertions')
      : null;
    const isTold = whole !== null && reasons.some((one) => quotesSame(one, whole));
    const reason = whole === null ? null : toldOnce(whole, isTold);
    if (whole !== null) reasons.push(whole);
    const { forms = new Map(), saysNoChange = true } = input;
    const ofSeries = { headers, prefixes, forms, saysNoChange, firstSplit, motivation, words };
    const { subject, body, findings } = patchMessage({ ...facts, reason, series: ofSeries }, series);
    worded = { ...withFindings(worded, findings), patches: [...worded.patches, { ...patch, subject, body }] };
  }
  return worded;
}

/** As the series file says, else as the project's log spells them, else by the headers' names. */
function prefixesOf({ series, manifests, forms }: SeriesInput): ReadonlyMap<string, string> {
  const paths = manifests.map(({ header }) => header.value);
  return new Map(paths.map((path) => [path, series.prefix ?? forms?.get(path)?.prefix ?? prefixOf(path, paths)]));
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
