import { dirname, isAbsolute, join, resolve } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { stopsTheRun } from '../../diagnostics/diagnostic.ts';
import { readInputFile } from '../../io/input-file.ts';
import { type AuditRules, noRules } from '../../manifest/audit/audit-rules.ts';
import { type AuditFile, parseAudit } from '../../manifest/audit/parse-audit.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import type { SourceText } from '../../text/source-text.ts';
import { doubledHeaders } from '../plan-run.ts';
import { readManifests } from '../read-manifests.ts';
import type { Shell } from '../shell.ts';

export type AuditSources = {
  readonly manifests: readonly Manifest[];
  readonly rules: AuditRules;
  /** The audit file itself; null: there is none. */
  readonly auditFile: SourceText | null;
  /** As the audit file spells it. */
  readonly baseline: string | null;
  readonly findings: readonly Diagnostic[];
};

/** The manifests that are named, and those of an audit file with its rules, each once; null as soon as one cannot be read. */
export function readAuditInput(
  named: readonly string[],
  file: string | null,
  shell: Shell,
): { readonly sources: AuditSources | null; readonly findings: readonly Diagnostic[] } {
  const source = file === null ? null : readInputFile(shell.cwd, file);
  if (source !== null && 'code' in source) return { sources: null, findings: [source] };
  const audit = source === null ? null : parseAudit(source, null);
  if (audit !== null && audit.audit === null) return { sources: null, findings: audit.findings };
  const spelt = new Map(
    [...named, ...manifestsOf(audit?.audit ?? null, file)].map((path) => [resolve(shell.cwd, path), path]),
  );
  const paths = [...spelt.values()];
  const { manifests, findings: unsound } = readManifests(paths, shell);
  const findings = [...unsound, ...doubledHeaders(manifests)];
  if (stopsTheRun(findings)) return { sources: null, findings };
  const parts = [...new Set(manifests.flatMap((manifest) => manifest.parts.map(({ name }) => name)))];
  const checked = source === null ? null : parseAudit(source, parts);
  const all = [...findings, ...(checked?.findings ?? [])];
  if (stopsTheRun(all)) return { sources: null, findings: all };
  const rules = checked?.audit?.rules ?? noRules;
  const baseline = rules.baseline?.value ?? null;
  return { sources: { manifests, rules, auditFile: source, baseline, findings: all }, findings: all };
}

function manifestsOf(audit: AuditFile | null, file: string | null): readonly string[] {
  if (audit === null || file === null) return [];
  return audit.manifests.map(({ value }) => (isAbsolute(value) ? value : join(dirname(file), value)));
}
