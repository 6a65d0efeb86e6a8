import type { AuditFinding } from '../audit/audit-finding.ts';
import { groupFindings } from '../audit/finding-groups.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { asciiJson } from './ascii-json.ts';
import { jsonFinding } from './json.ts';

export type AuditJson = {
  readonly command: string;
  readonly exitCode: number;
  readonly findings: readonly AuditFinding[];
  /** What is no forbidden call. */
  readonly others: readonly Diagnostic[];
  readonly extra: Readonly<Record<string, unknown>>;
};

/**
 * The document of `audit --format json`: that of `jsonReport`, each finding about a call with `part`, `forbidden`,
 * `root`, `caller`, `callee`, `cost`, `group`, the root that it has with others, and `path`, a list of
 * `{ node, kind, part, by, file, line }` from where the way begins.
 */
export function auditJson({ command, exitCode, findings, others, extra }: AuditJson): string {
  const groups = new Map(
    groupFindings(findings).flatMap((group) => group.findings.map((one) => [one, group] as const)),
  );
  const listed = [
    ...others.map((finding) => ({ ...jsonFinding(finding) })),
    ...findings.map((finding) => {
      const { diagnostic, part, forbidden, root, caller, callee, cost, path } = finding;
      const group = groups.get(finding)?.root ?? root;
      return {
        ...jsonFinding(diagnostic),
        part,
        forbidden,
        root,
        caller,
        callee,
        cost,
        group,
        path: path.map(({ node, kind, part: own, by, place: { file, line } }) => ({
          node,
          kind,
          part: own,
          by,
          file,
          line,
        })),
      };
    }),
  ];
  return asciiJson({ version: 1, command, exitCode, findings: listed, ...extra });
}
