import type { SplitHeaders } from '../assign/read-functions.ts';
import type { AuditFinding } from '../audit/audit-finding.ts';
import type { Audited } from '../audit/audit-tree.ts';
import { definitionsMeant } from '../audit/labels.ts';
import { type Diagnostic, helpOf, severityOf } from '../diagnostics/diagnostic.ts';
import { formatDiffstat } from '../diff/diffstat.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { definitionFiles } from '../plan/definitions/searched-files.ts';
import { type Suggestion, suggestParts } from '../suggest/suggest-parts.ts';
import { displayText } from '../text/source-text.ts';
import { allChanges } from './all-changes.ts';
import { type DeclaredFunction, declaredFunctions } from './declared-functions.ts';
import { neighbourhoods } from './neighbours.ts';
import type { FindingData, FunctionData, ReviewData, SplitData, SuggestionData } from './review-data.ts';
import { signedEvidence } from './signed-evidence.ts';
import type { SplitPreview } from './split-preview.ts';
import { withUsedFiles } from './used-files.ts';

/** A manifest with its header as it was read. */
export type ReviewedHeader = {
  readonly manifest: Manifest;
  readonly read: SplitHeaders;
  readonly declared: readonly DeclaredFunction[];
};

export function reviewHeader(manifest: Manifest, read: SplitHeaders): ReviewedHeader {
  return { manifest, read, declared: declaredFunctions(read) };
}

/** What is known of a tree and of the parts that its functions have. */
export type Reviewed = {
  readonly headers: readonly ReviewedHeader[];
  readonly audited: Audited;
  readonly suggested: readonly Suggestion[];
  readonly findings: readonly AuditFinding[];
};

/** What `suggest` says of the functions of headers, from the calls that were read for the audit. */
export function suggestFor(headers: readonly ReviewedHeader[], audited: Audited): readonly Suggestion[] {
  const isOpen = headers.some(({ manifest, declared }) =>
    declared.some(({ name }) => (manifest.prototypes.get(name)?.part ?? null) === null),
  );
  if (!isOpen) return [];
  const { suggestions } = suggestParts({
    graph: audited.graph,
    lattice: audited.lattice,
    headers: headers.map(({ manifest, declared }) => ({ manifest, functions: declared })),
  });
  return suggestions;
}

/** Function (latin1) -> the part that it is likely to get. */
export function likelyParts(suggestions: readonly Suggestion[]): ReadonlyMap<string, string> {
  return new Map(suggestions.flatMap((one) => ('part' in one ? [[one.name, one.part] as const] : [])));
}

/** Characters a line of the diffstat may have. */
const STAT_WIDTH = 80;

const NOBODY = { all: 0, shown: [] };

/** Everything that the page shows, the picture aside. `previews`: by manifest. */
export function describeTree(
  { headers, audited, suggested, findings }: Reviewed,
  previews: readonly SplitPreview[],
): ReviewData {
  const { graph, lattice } = audited;
  const { parts } = lattice;
  const all = headers.flatMap(({ manifest, declared: own }, at) => {
    const isDefinition = manifest.definitions === null ? null : definitionFiles(manifest.definitions);
    return own.map((declared) => ({
      at,
      manifest,
      declared,
      nodes: definitionsMeant(graph, declared.name, isDefinition),
    }));
  });
  const around = neighbourhoods(
    graph,
    audited.labels,
    all.map(({ nodes }) => nodes),
  );
  const suggestions = new Map(suggested.map((one) => [one.name, one]));
  const partOf = ({ manifest, declared: { name } }: (typeof all)[number]): string | null =>
    manifest.prototypes.get(name)?.part ?? null;
  const evidence = signedEvidence(
    all.map((one) => {
      const { name, declaration } = one.declared;
      return { name, declaration, nodes: one.nodes, part: partOf(one) ?? partSuggested(suggestions.get(name)) };
    }),
    parts,
    { graph, lattice, manifests: headers.map(({ manifest }) => manifest) },
  );
  const numbers = new Map(all.map(({ declared }, at) => [displayText(declared.name), at]));
  const told = findings.map((one) => findingOf(one, numbers));
  const ofFunction = new Map<number, number[]>();
  for (const [at, { ends }] of told.entries())
    for (const end of ends) ofFunction.set(end, [...(ofFunction.get(end) ?? []), at]);
  const functions = all.map((one, at): FunctionData => {
    const { declared, manifest, nodes } = one;
    const part = partOf(one);
    return {
      name: displayText(declared.name),
      manifest: one.at,
      part,
      why: manifest.prototypes.get(declared.name)?.why ?? null,
      section: declared.section,
      header: declared.header,
      line: declared.line,
      defined: nodes.flatMap((node) => {
        const file = graph.nodes.file(node);
        return file < 0 ? [] : [[file, graph.nodes.line(node)] as const];
      }),
      suggestion: suggestionOf(part, suggestions.get(declared.name)),
      evidence: evidence[at] ?? [],
      ...(around.of[at] ?? { callers: NOBODY, callees: NOBODY, roles: [] }),
      findings: ofFunction.get(at) ?? [],
    };
  });
  return withUsedFiles({
    manifests: headers.map(({ manifest, read }) => ({
      path: manifest.source.path,
      header: manifest.header.value,
      shared: manifest.shared,
      state: read.state,
      parts: manifest.parts.map(({ name }) => name),
    })),
    parts,
    mayCall: parts.map((caller) => parts.map((callee) => lattice.mayCall(caller, callee))),
    asserts: parts.map((part) =>
      headers.some(({ manifest }) => manifest.parts.some(({ name, assert }) => name === part && assert !== null)),
    ),
    files: graph.files.map(displayText),
    functions,
    others: around.others,
    findings: told,
    split: previews.map((preview, manifest) => splitOf(preview, manifest)),
    diffstat: diffstatOf(previews),
    picture: null,
  });
}

function diffstatOf(previews: readonly SplitPreview[]): string | null {
  const changes = previews.map((preview) => preview.changes);
  if (changes.includes(null)) return null;
  return displayText(formatDiffstat(allChanges(changes.map((own) => own ?? [])), STAT_WIDTH));
}

function partSuggested(suggestion: Suggestion | undefined): string | null {
  return suggestion !== undefined && 'part' in suggestion ? suggestion.part : null;
}

function suggestionOf(part: string | null, suggestion: Suggestion | undefined): SuggestionData {
  if (part !== null || suggestion === undefined) return { kind: 'none' };
  switch (suggestion.kind) {
    case 'certain':
      return { kind: 'certain', part: suggestion.part };
    case 'likely':
      return { kind: 'likely', part: suggestion.part, margin: Number(suggestion.margin.toFixed(1)) };
    case 'open':
    case 'contradicted':
      return { kind: suggestion.kind };
  }
}

function findingOf(
  { diagnostic, path, root, caller, callee }: AuditFinding,
  numbers: ReadonlyMap<string, number>,
): FindingData {
  const ends = [...new Set([root, caller, callee])].flatMap((name) => numbers.get(name) ?? []);
  return {
    ...plainFinding(diagnostic),
    path: path.map(({ node, by, part, place }) => ({
      text: by === 'start' ? node : by === 'holds' ? `is ${node}` : `calls ${node}`,
      part,
      file: displayText(place.file),
      line: place.line,
    })),
    ends,
  };
}

function plainFinding(finding: Diagnostic): FindingData {
  const path = finding.places.map(({ place, label }) => ({
    text: label ?? '',
    part: null,
    file: displayText(place.file),
    line: place.line,
  }));
  return {
    severity: severityOf(finding),
    text: finding.message,
    next: helpOf(finding),
    code: finding.code,
    path,
    ends: [],
  };
}

/** Findings about one header that are listed. */
const MOST_FINDINGS = 50;

function splitOf(preview: SplitPreview, manifest: number): SplitData {
  return {
    manifest,
    source: preview.source,
    files: preview.files,
    provisional: preview.provisional,
    findings: preview.findings.slice(0, MOST_FINDINGS).map(plainFinding),
  };
}
