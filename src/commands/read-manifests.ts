import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { readInputFile } from '../io/input-file.ts';
import { spareMemory } from '../io/tree/spare-memory.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { parseManifest } from '../manifest/parse-manifest.ts';
import type { Shell } from './shell.ts';

/** The manifests that can be read, in the given order, and every finding about any. */
export function readManifests(
  paths: readonly string[],
  shell: Shell,
): { readonly manifests: readonly Manifest[]; readonly findings: readonly Diagnostic[] } {
  const findings: Diagnostic[] = [];
  const manifests: Manifest[] = [];
  for (const path of paths) {
    const source = readInputFile(shell.cwd, path);
    if ('code' in source) {
      findings.push(source);
      continue;
    }
    spareMemory(source.text.length);
    const parsed = parseManifest(source);
    findings.push(...parsed.findings);
    if (parsed.manifest) manifests.push(parsed.manifest);
  }
  return { manifests, findings };
}
