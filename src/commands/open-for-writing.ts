import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rootProblem } from '../io/disk-tree.ts';
import { recover } from '../io/recover.ts';
import { type Opened, openTree, rootFolder } from './open-tree.ts';
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
  const folder = rootFolder(root, shell);
  const problem = rootProblem(folder);
  if (problem) return { opened: { kind: 'refused', findings: [problem] }, findings: [] };
  const recovered = recover(folder);
  const findings = recovered.kind === 'nothing' ? [] : recovered.findings;
  if (recovered.kind === 'stopped') return { opened: { kind: 'refused', findings }, findings: [] };
  const opened = openTree(root, shell, from);
  if (opened.kind === 'refused') {
    return { opened: { kind: 'refused', findings: [...findings, ...opened.findings] }, findings: [] };
  }
  return { opened, findings };
}
