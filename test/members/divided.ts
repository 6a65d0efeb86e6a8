import { parseAudit } from '../../src/manifest/audit/parse-audit.ts';
import { divideMembers } from '../../src/members/divide-members.ts';
import type { MembersOutcome } from '../../src/members/planned-struct.ts';
import { memoryTree } from '../../src/text/tree.ts';

/** What `members` (YAML of the key) makes of some files; null in place of a file that stays as it is. */
export function divided(
  members: string,
  files: Readonly<Record<string, string>>,
): MembersOutcome & { readonly text: (path: string) => string | null } {
  const source = { path: 'audit.yaml', text: `version: 1\nmanifests: [a.yaml]\nmembers: ${members}\n` };
  const { audit, findings } = parseAudit(source, ['graph', 'io']);
  if (audit === null) throw new Error(findings.map(({ message }) => message).join('\n'));
  const outcome = divideMembers(memoryTree(files), audit.rules, []);
  const changes = new Map(
    outcome.changes.map((change) => [change.path, change.kind === 'modify' ? change.after : null]),
  );
  return { ...outcome, text: (path) => changes.get(path) ?? null };
}

export const codesOf = ({ findings }: MembersOutcome): readonly string[] => findings.map(({ code }) => code);
