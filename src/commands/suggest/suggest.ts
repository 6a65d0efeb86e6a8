import { assignParts, type HeaderFunctions } from '../../assign/assign-parts.ts';
import { type Assignment, makeAssignment } from '../../assign/assignment.ts';
import { readFunctions } from '../../assign/read-functions.ts';
import { readCallGraph } from '../../audit/audit-tree.ts';
import { latticeOf } from '../../audit/lattice.ts';
import type { ReadFiles } from '../../audit/tree-source.ts';
import { type Diagnostic, diagnostic, stopsTheRun } from '../../diagnostics/diagnostic.ts';
import { readInputFile } from '../../io/input-file.ts';
import type { DiskTree } from '../../io/tree/disk-tree.ts';
import { readEach } from '../../io/tree/scan-files.ts';
import type { EvidenceRule } from '../../manifest/audit/audit-rules.ts';
import { parseAudit } from '../../manifest/audit/parse-audit.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { startProgress } from '../../report/progress.ts';
import { patternsOf } from '../../suggest/default-patterns.ts';
import { remarkSuggestions } from '../../suggest/remark-suggestions.ts';
import { type Suggested, type Suggestion, suggestParts } from '../../suggest/suggest-parts.ts';
import { reasonOf } from '../../suggest/suggestion-words.ts';
import { placeOf } from '../../text/place.ts';
import { displayText } from '../../text/source-text.ts';
import { openIndex } from '../audit/open-index.ts';
import { checkHeaderPath } from '../check-paths.ts';
import { openTree } from '../open-tree.ts';
import type { SuggestOptions } from '../options.ts';
import { doubledHeaders } from '../plan-run.ts';
import { readManifests } from '../read-manifests.ts';
import { refuse } from '../refuse.ts';
import { replaceManifest } from '../replace-manifest.ts';
import type { Shell } from '../shell.ts';
import { tellSuggestions } from './tell-suggestions.ts';

/**
 * Proposes parts for the functions that have none, by what calls them and what they call. With `write` the manifests get
 * them, each manifest as a whole or not at all.
 */
export function runSuggest(options: SuggestOptions, shell: Shell): number {
  const opened = openTree(options.root, shell);
  if (opened.kind === 'refused') return refuse('suggest', opened.findings, options, shell);
  const { tree } = opened;
  const { manifests, findings } = readManifests(options.manifests, shell);
  const audit = readEvidence(options.file, shell);
  if (audit.findings.length > 0) return refuse('suggest', audit.findings, options, shell);
  const missing = manifests.flatMap(
    ({ source, header }) => checkHeaderPath(tree, header.value, placeOf(source, header.span)) ?? [],
  );
  const before = [...tree.notes, ...findings, ...doubledHeaders(manifests), ...missing];
  if (manifests.length < options.manifests.length || stopsTheRun(before))
    return refuse('suggest', before, options, shell);
  const progress = startProgress(shell);
  progress.step('reading functions ...');
  const headers = manifests.map((manifest) => ({ manifest, header: readFunctions(tree, manifest, false) }));
  const unread = headers.flatMap(({ header }) => ('code' in header ? [header] : []));
  progress.done();
  if (unread.length > 0) return refuse('suggest', [...before, ...unread], options, shell);
  const read = headers.flatMap(({ manifest, header }) => ('code' in header ? [] : [{ manifest, header }]));
  const kept = openIndex(tree, options.cache);
  const visitEach: ReadFiles = (paths, visit) => readEach(tree.root, paths, visit);
  const { graph } = readCallGraph(tree.files(), visitEach, manifests, kept.index);
  kept.close();
  const suggested = suggestParts({
    graph,
    lattice: latticeOf(manifests),
    ...(audit.rules === null ? {} : { patterns: patternsOf(audit.rules) }),
    headers: read.map(({ manifest, header: { functions } }) => ({ manifest, functions })),
  });
  const all = [...before, ...kept.notes, ...contradictions(suggested)];
  if (options.write === null) return tellSuggestions({ suggested, written: null, findings: all }, options, shell);
  const isWanted = ({ kind }: Suggestion): boolean =>
    kind === 'certain' || (kind === 'likely' && options.write === 'likely');
  const wanted = suggested.suggestions.filter(isWanted);
  const outcomes = read.map(({ manifest, header }) => writeInto(tree, manifest, header, wanted, shell));
  const problems = outcomes.flatMap((outcome) => (typeof outcome === 'number' ? [] : outcome));
  if (problems.length > 0) return refuse('suggest', [...all, ...problems], options, shell);
  const written = outcomes.reduce<number>((sum, outcome) => sum + (typeof outcome === 'number' ? outcome : 0), 0);
  return tellSuggestions({ suggested, written, findings: all }, options, shell);
}

/** What an audit file says of evidence; null: nothing. */
function readEvidence(
  file: string | null,
  shell: Shell,
): { readonly rules: readonly EvidenceRule[] | null; readonly findings: readonly Diagnostic[] } {
  const source = file === null ? null : readInputFile(shell.cwd, file);
  if (source === null) return { rules: null, findings: [] };
  if ('code' in source) return { rules: null, findings: [source] };
  const { audit, findings } = parseAudit(source, null);
  return { rules: audit?.rules.evidence ?? null, findings: audit === null ? findings : [] };
}

/** How many functions of a manifest got a part, or why none did. */
function writeInto(
  tree: DiskTree,
  manifest: Manifest,
  header: HeaderFunctions,
  wanted: readonly Suggestion[],
  shell: Shell,
): number | readonly Diagnostic[] {
  const own = wanted.filter((one) => one.manifest === manifest);
  const assigned = assignParts(manifest, header, own.flatMap(asAssignment), 'skip');
  if (stopsTheRun(assigned.findings)) return assigned.findings;
  const after = remarkSuggestions(assigned.after, own);
  const problem = replaceManifest(tree, { before: manifest, after }, shell);
  return problem ? [problem] : assigned.changes.length;
}

function asAssignment(suggestion: Suggestion): readonly Assignment[] {
  if (!('part' in suggestion)) return [];
  const place = placeOf(suggestion.manifest.source, suggestion.manifest.header.span);
  const assignment = makeAssignment('name', suggestion.name, suggestion.part, place);
  return 'code' in assignment ? [] : [assignment];
}

function contradictions({ suggestions }: Suggested): readonly Diagnostic[] {
  return suggestions.flatMap((one) => {
    if (one.kind !== 'contradicted') return [];
    const span = one.manifest.prototypes.get(one.name)?.span ?? one.manifest.header.span;
    const message = `no part fits ${displayText(one.name)}(): it ${reasonOf(one)}`;
    return [diagnostic('suggestion-contradicted', message, placeOf(one.manifest.source, span))];
  });
}
