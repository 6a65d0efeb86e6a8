import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { recover } from '../io/write/recover.ts';
import { findRoot, type Opened, openRoot } from './open-tree.ts';
import type { Shell } from './shell.ts';

/**
 * Finishes or undoes what a killed run left, then opens the tree. `findings` say what was recovered; a refusal's come
 * after them.
 */
export function openForWriting(
  root: string | null,
  from: string | null,
  shell: Shell,
): { readonly opened: Opened; readonly findings: readonly Diagnostic[] } {
  const found = findRoot(root, shell);
  if (found.kind === 'refused') return { opened: found, findings: [] };
  const recovered = recover(found.folder, found.lookup.kind === 'found' ? found.lookup.repository : null);
  const findings = recovered.kind === 'nothing' ? [] : recovered.findings;
  if (recovered.kind === 'stopped') return { opened: { kind: 'refused', findings }, findings: [] };
  const opened = openRoot(found, from);
  if (opened.kind === 'refused') {
    return { opened: { kind: 'refused', findings: [...findings, ...opened.findings] }, findings: [] };
  }
  return { opened, findings };
}
