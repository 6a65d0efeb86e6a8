import { auditTree } from '../../audit/audit-tree.ts';
import { placesIn } from '../../audit/graph-places.ts';
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import { placeOfFile } from '../../text/place.ts';
import { openTree } from '../open-tree.ts';
import type { AuditOptions } from '../options.ts';
import { refuse } from '../refuse.ts';
import type { Shell } from '../shell.ts';
import { answer } from './answer-question.ts';
import { findForbidden } from './find-forbidden.ts';
import { openIndex } from './open-index.ts';
import { readAuditInput } from './read-audit-input.ts';
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
  if (options.updateBaseline && sources.baseline === null) {
    const file = placeOfFile(options.file ?? '.');
    return refuse('audit', [diagnostic('baseline-unnamed', 'the audit file names no baseline', file)], options, shell);
  }
  const { tree, revision } = opened;
  const reader = sourceReader(tree, revision);
  const { paths, read } = reader;
  // A revision is read from git's objects, and seldom twice.
  const kept = openIndex(tree, options.cache && revision === null);
  const { manifests, rules } = sources;
  const audited = auditTree({ paths, read, manifests, rules, far: options.far, index: kept.index });
  const missing = revision?.missing() ?? [];
  if (missing.length > 0) {
    const message = (path: string): string => `git does not have ${path} as of ${revision?.revision ?? ''}`;
    const absent = missing.map((path) => diagnostic('object-missing', message(path), placeOfFile(path)));
    return refuse('audit', absent, options, shell);
  }
  const places = placesIn(audited.graph, { read: reader.text });
  const notes = [...(revision ?? tree).notes, ...findings, ...kept.notes];
  if (options.question.kind !== 'findings') {
    const exitCode = answer(options.question, { audited, places, others: notes }, options, shell);
    // A question may read what earlier runs kept.
    kept.close();
    return exitCode;
  }
  kept.close();
  const found = findForbidden({ audited, places, sources, root: tree.root, notes: options.notes }, options, shell);
  if (found.kind === 'refused') return refuse('audit', found.findings, options, shell);
  return tellAudit({ ...found.run, others: [...notes, ...found.run.others] }, options, shell);
}
