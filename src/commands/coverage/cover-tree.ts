import { readCallGraph } from '../../audit/audit-tree.ts';
import { edgeKind } from '../../calls/graph.ts';
import { type CoveredAssertion, coverAssertions } from '../../coverage/cover-assertions.ts';
import { coverageBuilder } from '../../coverage/coverage-data.ts';
import { standingAssertions } from '../../coverage/find-assertions.ts';
import { fitReports, fitterOf } from '../../coverage/fit-reports.ts';
import { type Diagnostic, diagnostic, stopsTheRun } from '../../diagnostics/diagnostic.ts';
import { readReports } from '../../io/coverage/read-reports.ts';
import type { DiskTree } from '../../io/tree/disk-tree.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { indexLines } from '../../text/line-index.ts';
import { type Place, placeOf, placeOfFile } from '../../text/place.ts';
import { sourceReader } from '../audit/source-reader.ts';
import { planRun } from '../plan-run.ts';
import type { Shell } from '../shell.ts';
import { fitNotes } from './fit-notes.ts';

/** What reports say of the assertions that stand in a tree. */
export type CoveredTree = {
  readonly kind: 'covered';
  /** Most called first. */
  readonly covered: readonly CoveredAssertion[];
  /** In the order of the manifests. */
  readonly parts: readonly string[];
  readonly findings: readonly Diagnostic[];
};

/** Reads reports and looks for the assertions of manifests in a tree; both are paths as the user spelt them. */
export async function coverTree(
  { manifests: named, reports: spelt }: { readonly manifests: readonly string[]; readonly reports: readonly string[] },
  tree: DiskTree,
  shell: Shell,
): Promise<CoveredTree | { readonly kind: 'refused'; readonly findings: readonly Diagnostic[] }> {
  const builder = coverageBuilder();
  const { reports, unread } = readReports(shell.cwd, spelt, builder);
  if (unread.length > 0) return { kind: 'refused', findings: unread };
  const run = await planRun(tree, named, null, shell);
  if (!run.manifestsAreSound) return { kind: 'refused', findings: run.findings };
  const standing = run.splits.flatMap(({ manifest, result }) =>
    standingAssertions(manifest, result.definitions, (path) => tree.read(path)),
  );
  if (standing.length === 0) {
    const message = 'no function of the manifests has its assertion';
    const found = run.findings.filter((finding) => stopsTheRun([finding]));
    const nothing = diagnostic('coverage-nothing', message, placeOfFile(named[0] ?? '.'));
    return { kind: 'refused', findings: [...found, nothing] };
  }
  const manifests = run.splits.map(({ manifest }) => manifest);
  const asserting = standing.map(({ file }) => file);
  const fitter = fitterOf(tree.root, [...tree.files(), ...asserting]);
  const fit = fitReports(builder.data, tree.root, fitter);
  const covered = coverAssertions(standing, fit.coverageOf, callCounts(tree, manifests));
  const notes = fitNotes(reports, fitter, fit, asserting);
  return {
    kind: 'covered',
    covered,
    parts: manifests.flatMap(({ parts }) => parts.map(({ name }) => name)),
    findings: notes,
  };
}

/** A finding for each assertion that no test ran, or that no report speaks of. */
export function assertionsMissed(covered: readonly CoveredAssertion[], tree: DiskTree): readonly Diagnostic[] {
  return covered.flatMap((one) => findingOf(one, tree));
}

/** How many calls of a function the tree has; of a name that several files define privately, those of its file. */
function callCounts(tree: DiskTree, manifests: readonly Manifest[]): (name: string, file: string) => number {
  const { paths, read } = sourceReader(tree, null);
  const { graph } = readCallGraph(paths, read, manifests);
  const counts = new Int32Array(graph.nodes.count);
  const { edges } = graph;
  for (let at = 0; at < edges.count; at++) {
    const to = edges.to[at] ?? 0;
    if (edges.kind[at] === edgeKind.call) counts[to] = (counts[to] ?? 0) + 1;
  }
  return (name, file) => {
    const nodes = graph.nodes.named(name);
    const own = nodes.filter((node) => graph.files[graph.nodes.file(node)] === file);
    return Math.max(0, ...(own.length > 0 ? own : nodes).map((node) => counts[node] ?? 0));
  };
}

function findingOf(one: CoveredAssertion, tree: DiskTree): readonly Diagnostic[] {
  if (one.execution === 'ran') return [];
  const calls = `${one.calls} call${one.calls === 1 ? '' : 's'} in the sources`;
  const place = placeOfLine(one.file, one.first, tree);
  return one.execution === 'never'
    ? [diagnostic('assertion-never-ran', `no test ran the assertion of ${one.name}() (${one.part}; ${calls})`, place)]
    : [diagnostic('assertion-unmeasured', `no report speaks of ${one.name}() (${one.part}; ${calls})`, place)];
}

function placeOfLine(path: string, line: number, tree: DiskTree): Place {
  const text = tree.read(path) ?? '';
  const start = indexLines(text).starts[line - 1] ?? 0;
  const end = text.indexOf('\n', start);
  const indent = /^\s*/.exec(text.slice(start, end < 0 ? text.length : end))?.[0].length ?? 0;
  return placeOf({ path, text }, { start: start + indent, end: end < 0 ? text.length : end });
}
