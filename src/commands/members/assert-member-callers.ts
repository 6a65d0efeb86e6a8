import { auditTree } from '../../audit/audit-tree.ts';
import type { FactsIndex } from '../../audit/facts-index.ts';
import { placesIn } from '../../audit/graph-places.ts';
import { assertedMembers, memberCallers, withMemberCallers } from '../../audit/member-callers.ts';
import { missedCalls } from '../../audit/missed-calls.ts';
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { AuditRules } from '../../manifest/audit/audit-rules.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { isCPath } from '../../members/c-path.ts';
import { placeOf } from '../../text/place.ts';
import type { SourceReader } from '../audit/source-reader.ts';

export type WithCallers = { readonly manifests: readonly Manifest[]; readonly findings: readonly Diagnostic[] };

/**
 * The manifests of a run with the functions that call members of asserting sections, as if each listed them under `functions`:
 * all that holds for these assertions holds for theirs.
 */
export function assertMemberCallers({
  own,
  all,
  rules,
  source,
  index,
}: {
  readonly own: readonly Manifest[];
  /** With those that the audit file alone names. */
  readonly all: readonly Manifest[];
  readonly rules: AuditRules;
  readonly source: SourceReader;
  readonly index?: FactsIndex;
}): WithCallers {
  const { paths, read } = source;
  const audited = auditTree({ paths, read, manifests: all, rules, far: null, ...(index && { index }) });
  const callers = memberCallers(audited, own);
  const places = placesIn(audited.graph, { read: source.text });
  const left = callers.flatMap(({ node, name, member, part, but }) => {
    const message = `${name}() calls ${member} (${part}) and gets no assertion: ${but}`;
    return but === null ? [] : [diagnostic('caller-not-asserted', message, places.ofNode(node))];
  });
  const members = assertedMembers(audited, own);
  const missedIn = missedCalls(audited, [...members.keys()]);
  const missed: Diagnostic[] = [];
  if (members.size > 0)
    read(paths.filter(isCPath), (path, bytes) => {
      for (const { source: file, span, member } of missedIn(path, Buffer.from(bytes).toString('latin1'))) {
        const message = `a call of ${member} (${members.get(member)}) is in no function that was read, or its struct cannot be told: nothing is asserted for it`;
        missed.push(diagnostic('caller-not-asserted', message, placeOf(file, span)));
      }
    });
  return { manifests: withMemberCallers(own, callers), findings: [...left, ...missed] };
}
