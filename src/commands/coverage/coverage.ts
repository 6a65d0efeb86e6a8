import type { CoveredAssertion } from '../../coverage/cover-assertions.ts';
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import { placeOfFile } from '../../text/place.ts';
import { openTree } from '../open-tree.ts';
import type { CoverageOptions } from '../options.ts';
import { refuse } from '../refuse.ts';
import type { Shell } from '../shell.ts';
import { assertionsMissed, coverTree } from './cover-tree.ts';
import { tellCoverage } from './tell-coverage.ts';

/**
 * Lists the assertions of the manifests that no test ran. Exits with 1 when fewer ran than `--fail-under` asks for, with 2
 * when a report cannot be read.
 */
export async function runCoverage(options: CoverageOptions, shell: Shell): Promise<number> {
  const opened = openTree(options.root, shell);
  if (opened.kind === 'refused') return refuse('coverage', opened.findings, options, shell);
  const { tree } = opened;
  const found = await coverTree(options, tree, shell);
  if (found.kind === 'refused') return refuse('coverage', found.findings, options, shell);
  const { covered, parts } = found;
  const findings = [...found.findings, ...assertionsMissed(covered, tree), ...tooLow(covered, options)];
  return tellCoverage({ covered, parts, findings }, options, shell);
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
