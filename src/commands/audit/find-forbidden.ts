import { findingsOf } from '../../audit/audit-finding.ts';
import type { Audited } from '../../audit/audit-tree.ts';
import { compareWithBaseline } from '../../audit/baseline.ts';
import type { Places } from '../../audit/graph-places.ts';
import { noteFindings } from '../../audit/note-findings.ts';
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import { placeOf, placeOfFile } from '../../text/place.ts';
import type { AuditOptions } from '../options.ts';
import type { Shell } from '../shell.ts';
import { baselinePath, readBaseline, writeBaseline } from './baseline-file.ts';
import type { AuditSources } from './read-audit-input.ts';
import type { AuditRun } from './tell-audit.ts';

export type Forbidden =
  | { readonly kind: 'run'; readonly run: AuditRun }
  | { readonly kind: 'refused'; readonly findings: readonly Diagnostic[] };

type Asked = {
  readonly audited: Audited;
  readonly places: Places;
  readonly sources: AuditSources;
  /** The tree's. */
  readonly root: string;
  /** `all`: look for functions that could be of another part too. */
  readonly notes: 'summed' | 'all';
};

/** The forbidden calls that neither the allow-list nor the baseline has, and what is in these for nothing. */
export function findForbidden(
  { audited, places, sources, root, notes }: Asked,
  { file, updateBaseline }: Pick<AuditOptions, 'file' | 'updateBaseline'>,
  shell: Shell,
): Forbidden {
  const path = sources.baseline === null ? null : baselinePath(file ?? '', sources.baseline);
  const known = path === null ? null : readBaseline(path, shell);
  if (known?.kind === 'problem') return { kind: 'refused', findings: [known.finding] };
  const before = known?.kind === 'entries' ? known.entries : null;
  const all = findingsOf(audited.crossings.near, audited, places);
  const isUpdated = updateBaseline && path !== null;
  if (isUpdated) {
    const problem = writeBaseline({ path, root }, all, before, shell);
    if (problem) return { kind: 'refused', findings: [problem] };
  }
  const after = isUpdated ? readBaseline(path, shell) : known;
  const compared = compareWithBaseline(all, after?.kind === 'entries' ? after.entries : []);
  const gone = compared.gone.map(({ root: begin, caller, callee }) => {
    const message = `${caller}() no longer calls ${callee} on a way from ${begin}`;
    return diagnostic('baseline-call-gone', message, placeOfFile(path ?? '.'));
  });
  const ofParts = notes === 'all' ? noteFindings(audited, places) : [];
  const others = [...goneFromAllow(sources, audited.crossings.unmatched), ...gone, ...ofParts];
  return { kind: 'run', run: { audited, findings: compared.found, known: compared.known.length, others } };
}

function goneFromAllow(sources: AuditSources, unmatched: AuditSources['rules']['allow']): readonly Diagnostic[] {
  const { auditFile } = sources;
  if (auditFile === null) return [];
  return unmatched.map(({ from, to, span }) =>
    diagnostic('allowed-call-gone', `no forbidden call leads through ${from} to ${to}`, placeOf(auditFile, span)),
  );
}
