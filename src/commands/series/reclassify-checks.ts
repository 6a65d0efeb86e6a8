import { type Diagnostic, severityOf } from '../../diagnostics/diagnostic.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { rememberParses } from '../../model/remember-parses.ts';
import { unlessKnown } from '../../plan/definitions/statements-before.ts';
import { splitTree } from '../../split/split-tree.ts';
import type { Tree } from '../../text/tree.ts';
import { assertionFindings, type BeforeSplit } from '../assertion-findings.ts';

/** What `check` finds wrong with a header in a tree. */
export async function errorsOf(tree: Tree, manifest: Manifest, before: BeforeSplit): Promise<readonly Diagnostic[]> {
  const result = await splitTree(tree, manifest, rememberParses(), unlessKnown(before(manifest)));
  const findings = [...result.findings, ...assertionFindings([{ manifest, result }], tree, before)];
  return findings.filter((finding) => severityOf(finding) === 'error');
}

/** Those that were not there before, whatever their lines. */
export function newAmong(found: readonly Diagnostic[], known: readonly Diagnostic[]): readonly Diagnostic[] {
  const keyOf = ({ code, message }: Diagnostic): string => `${code}\0${message}`;
  const keys = new Set(known.map(keyOf));
  return found.filter((finding) => !keys.has(keyOf(finding)));
}
