import { type Finding, finding } from '../finding.ts';
import type { Located } from '../manifest.ts';
import type { PartsDraft } from '../read/part-draft.ts';

/** No two parts have the same guard. Guards in the tree's other files are compared when the split is planned. */
export function checkClashingGuards({ parts }: PartsDraft): Finding[] {
  const owners = new Map<string, { readonly name: string; readonly guard: Located<string> }>();
  return parts.flatMap(({ name, guard }) => {
    if (guard === null) return [];
    const other = owners.get(guard.value);
    if (other === undefined) {
      owners.set(guard.value, { name, guard });
      return [];
    }
    const message = `parts '${other.name}' and '${name}' have the same guard '${guard.value}'`;
    return [finding('clashing-guard', message, guard.span, { at: other.guard.span, label: `part '${other.name}'` })];
  });
}
