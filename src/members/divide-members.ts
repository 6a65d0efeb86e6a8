import { type Diagnostic, stopsTheRun } from '../diagnostics/diagnostic.ts';
import { changeOf } from '../diff/file-change.ts';
import type { AuditRules } from '../manifest/audit/audit-rules.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { overlayTree } from '../text/overlay-tree.ts';
import type { Tree } from '../text/tree.ts';
import { planStruct } from './plan-struct.ts';
import type { MembersOutcome, PlannedStruct } from './planned-struct.ts';

/**
 * Brings the members of each struct of `members` together in sections, on a tree that is split already or not. Reads the
 * tree, writes nothing; what would be written is read again and compared with what stood there.
 */
export function divideMembers(tree: Tree, rules: AuditRules, manifests: readonly Manifest[]): MembersOutcome {
  const { source } = rules;
  if (source === null) return { changes: [], findings: [], structs: [] };
  const findings: Diagnostic[] = [];
  const structs: PlannedStruct[] = [];
  const contents = new Map<string, string>();
  for (const [struct, sections] of rules.members) {
    const now = contents.size === 0 ? tree : overlayTree(tree, contents);
    const planned = planStruct(now, { struct, sections, source, manifests });
    findings.push(...planned.findings);
    if (planned.struct === null) continue;
    structs.push(planned.struct);
    contents.set(planned.struct.definition.source.path, planned.struct.after);
  }
  const changes = [...contents.keys()].sort().flatMap((path) => changeOf(tree, path, contents.get(path) ?? null));
  return { changes: stopsTheRun(findings) ? [] : changes, findings, structs };
}
