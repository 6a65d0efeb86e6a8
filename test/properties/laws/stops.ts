import type { Code } from '../../../src/diagnostics/codes.ts';
import { type Diagnostic, stopsTheRun } from '../../../src/diagnostics/diagnostic.ts';
import type { Project } from '../project.ts';

/** Why a generated header may stay whole: what the manifest asks for would change a meaning, or cannot be had. */
const acceptable: ReadonlySet<Code> = new Set([
  'calls-back',
  'group-divided',
  'hand-edit-contradicts',
  'include-cycle',
  'include-order',
  'meaning-changes',
  'section-order',
]);

/**
 * The errors that no maintainer would accept as the answer to a sound manifest. The manifests for headers that were
 * found are random as well, and may ask for anything.
 */
export function unacceptable({ around }: Project, findings: readonly Diagnostic[]): readonly Diagnostic[] {
  return findings.filter((finding) => {
    if (!stopsTheRun([finding])) return false;
    // A contradiction is shown at both of its places.
    if (finding.code === 'hand-edit-contradicts') return finding.places.length < 2;
    return around === null ? !acceptable.has(finding.code) : finding.code === 'not-conserved';
  });
}
