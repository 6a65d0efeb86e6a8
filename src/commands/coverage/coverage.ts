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
import { openTree } from '../open-tree.ts';
import type { CoverageOptions } from '../options.ts';
import { planRun } from '../plan-run.ts';
import { refuse } from '../refuse.ts';
import type { Shell } from '../shell.ts';
import { fitNotes } from './fit-notes.ts';
import { tellCoverage } from './tell-coverage.ts';

/**
 * Lists the assertions of the manifests that no test ran. Exits with 1 when fewer ran than `--fail-under` asks for, with 2
 * when a report cannot be read.
 */
export async function runCoverage(options: CoverageOptions, shell: Shell): Promise<number> {
  const opened = openTree(options.root, shell);
  if (opened.kind === 'refused') return refuse('coverage', opened.findings, options, shell);
  const { tree } = opened;
  const builder = coverageBuilder();
  const { reports, unread } = readReports(shell.cwd, options.reports, builder);
  if (unread.length > 0) return refuse('coverage', unread, options, shell);
  const run = await planRun(tree, options.manifests, null, shell);
  if (!run.manifestsAreSound) return refuse('coverage', run.findings, options, shell);
  const standing = run.splits.flatMap(({ manifest, result }) =>
    standingAssertions(manifest, result.definitions, (path) => tree.read(path)),
  );
  if (standing.length === 0) {
    const message = 'no function of the manifests has its assertion';
    const found = run.findings.filter((finding) => stopsTheRun([finding]));
    return refuse(
      'coverage',
      [...found, diagnostic('coverage-nothing', message, placeOfFile(options.manifests[0] ?? '.'))],
      options,
      shell,
    );
  }
  const manifests = run.splits.map(({ manifest }) => manifest);
  const asserting = standing.map(({ file }) => file);
  const fitter = fitterOf(tree.root, [...tree.files(), ...asserting]);
  const fit = fitReports(builder.data, tree.root, fitter);
  const covered = coverAssertions(standing, fit.coverageOf, callCounts(tree, manifests));
  const notes = fitNotes(reports, fitter, fit, asserting);
  const findings = [...notes, ...covered.flatMap((one) => findingOf(one, tree)), ...tooLow(covered, options)];
  return tellCoverage(
    { covered, parts: manifests.flatMap(({ parts }) => parts.map(({ name }) => name)), findings },
    options,
    shell,
  );
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

function tooLow(
  covered: readonly CoveredAssertion[],
  { failUnder, manifests }: CoverageOptions,
): readonly Diagnostic[] {
  const share = shareOf(covered);
  if (failUnder === null || share >= failUnder) return [];
  const message = `${share.toFixed(1)} % of the assertions ran, and ${failUnder} % are asked for`;
  return [diagnostic('coverage-too-low', message, placeOfFile(manifests[0] ?? '.'))];
}

/** Per cent. */
export function shareOf(covered: readonly CoveredAssertion[]): number {
  return (covered.filter(({ execution }) => execution === 'ran').length * 100) / covered.length;
}
