import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { FileChange } from '../diff/file-change.ts';
import type { DefinitionReport } from '../edits/assertion-changes.ts';
import type { Manifest } from '../manifest/manifest.ts';

/** What one manifest asks of a tree. `assertions` applies on top of `headers`. */
export type SplitResult = {
  /** Whether the header was whole or split before; null when that could not be found out. */
  readonly before: 'whole' | 'split' | null;
  readonly headers: readonly FileChange[];
  readonly assertions: readonly FileChange[];
  readonly findings: readonly Diagnostic[];
  readonly definitions: readonly DefinitionReport[];
  /** Functions by part, in manifest order of the parts. */
  readonly functions: ReadonlyMap<string, number>;
};

/** What comes of a run that findings stop, and of one that asks nothing of a tree. */
export function stopped(findings: readonly Diagnostic[], before: SplitResult['before'] = null): SplitResult {
  return { before, headers: [], assertions: [], findings, definitions: [], functions: new Map() };
}

/** How many of the functions `names` each part has, in manifest order of the parts. */
export function countFunctions(manifest: Manifest, names: Iterable<string>): ReadonlyMap<string, number> {
  const counts = new Map(manifest.parts.map(({ name }) => [name, 0]));
  for (const name of names) {
    const part = manifest.prototypes.get(name)?.part ?? null;
    if (part !== null) counts.set(part, (counts.get(part) ?? 0) + 1);
  }
  return counts;
}
