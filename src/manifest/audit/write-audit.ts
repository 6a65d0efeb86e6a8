import { scalar } from '../scalar.ts';
import { joinSections } from '../write-manifest.ts';

export type AuditDraft = {
  /** How the file refers to the JSON Schema. */
  readonly schemaRef: string;
  /** Relative to the folder of the audit file (latin1). */
  readonly manifests: readonly string[];
  /** A part, for the examples. */
  readonly part: string;
};

/** The audit file's text (latin1, ends with a newline), with what can be said as comments. `parseAudit` accepts it. */
export function formatAuditFile({ schemaRef, manifests, part }: AuditDraft): string {
  return joinSections([
    [`# yaml-language-server: $schema=${schemaRef}`, 'version: 1'],
    ['manifests:', ...manifests.map((path) => `  - ${scalar(path)}`)],
    [
      '# Which functions take the lock that parts need; the predicates are those of their assertions.',
      '# lock:',
      '#   acquire: [big_lock]',
      '#   release: [big_unlock]',
    ],
    [
      '# Where code starts: functions, globs, Struct.member, function#parameter (from 0).',
      '# contexts:',
      `#   ${scalar(part)}: ["qmp_*"]`,
      '#   outside: ["thread_create#2"]',
    ],
    [
      '# Which members of structs of function pointers run in which part.',
      '# members:',
      `#   Driver: { ${scalar(part)}: [open, close] }`,
    ],
    ['# Event loops: what they call is not followed.', '# dispatch: [main_loop]'],
    [
      '# What may stay, each with its reason; what is known and should go.',
      '# allow:',
      '#   - { from: caller, to: callee, why: never runs in a thread }',
      '# baseline: audit-baseline.json',
    ],
  ]);
}
