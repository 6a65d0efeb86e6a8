import { findingsOf } from '../../audit/audit-finding.ts';
import { auditTree } from '../../audit/audit-tree.ts';
import { compareWithBaseline } from '../../audit/baseline.ts';
import { placesIn } from '../../audit/graph-places.ts';
import { noteFindings } from '../../audit/note-findings.ts';
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import { placeOf, placeOfFile } from '../../text/place.ts';
import { openTree } from '../open-tree.ts';
import type { AuditOptions } from '../options.ts';
import { refuse } from '../refuse.ts';
import type { Shell } from '../shell.ts';
import { answer } from './answer-question.ts';
import { baselinePath, readBaseline, writeBaseline } from './baseline-file.ts';
import { type AuditSources, readAuditInput } from './read-audit-input.ts';
import { sourceReader } from './source-reader.ts';
import { tellAudit } from './tell-audit.ts';

/**
 * Says who calls across the parts what the lattice of the manifests forbids, or answers a question about the calls. Exits
 * with 1 when somebody does, or when a list of what may stay has an entry too many; with 2 when an input cannot be read.
 */
export function runAudit(options: AuditOptions, shell: Shell): number {
  const opened = openTree(options.root, shell, options.from);
  if (opened.kind === 'refused') return refuse('audit', opened.findings, options, shell);
  const { sources, findings } = readAuditInput(options.manifests, options.file, shell);
  if (sources === null) return refuse('audit', findings, options, shell);
  const path = sources.baseline === null ? null : baselinePath(options.file ?? '', sources.baseline);
  if (options.updateBaseline && path === null) {
    const problem = diagnostic(
      'baseline-unnamed',
      'the audit file names no baseline',
      placeOfFile(options.file ?? '.'),
    );
    return refuse('audit', [problem], options, shell);
  }
  const known = path === null ? null : readBaseline(path, shell);
  if (known?.kind === 'problem') return refuse('audit', [known.finding], options, shell);
  const before = known?.kind === 'entries' ? known.entries : null;

  const { tree, revision } = opened;
  const { paths, read, text } = sourceReader(tree, revision);
  const audited = auditTree({ paths, read, manifests: sources.manifests, rules: sources.rules, far: options.far });
  const places = placesIn(audited.graph, { read: text });
  const notes = revision === null ? tree.notes : revision.notes;
  if (options.question.kind !== 'findings') {
    const asked = { audited, places, others: [...notes, ...findings] };
    return answer(options.question, asked, options, shell);
  }
  const all = findingsOf(audited.crossings.near, audited, places);
  if (options.updateBaseline && path !== null) {
    const problem = writeBaseline({ path, root: tree.root }, all, before, shell);
    if (problem) return refuse('audit', [problem], options, shell);
  }
  const after = options.updateBaseline && path !== null ? readBaseline(path, shell) : known;
  const compared = compareWithBaseline(all, after?.kind === 'entries' ? after.entries : []);
  const others: readonly Diagnostic[] = [
    ...notes,
    ...findings,
    ...goneFromAllow(sources, audited.crossings.unmatched),
    ...compared.gone.map(({ root, caller, callee }) =>
      diagnostic(
        'baseline-call-gone',
        `${caller}() does not call ${callee} on a way from ${root} any more`,
        placeOfFile(path ?? '.'),
      ),
    ),
    ...(options.notes === 'all' ? noteFindings(audited, places) : []),
  ];
  return tellAudit({ audited, findings: compared.found, known: compared.known.length, others }, options, shell);
}

function goneFromAllow(sources: AuditSources, unmatched: AuditSources['rules']['allow']): readonly Diagnostic[] {
  const { auditFile } = sources;
  if (auditFile === null) return [];
  return unmatched.map(({ from, to, span }) =>
    diagnostic('allowed-call-gone', `no forbidden call leads through ${from} to ${to}`, placeOf(auditFile, span)),
  );
}
