import type { AuditFinding } from './audit-finding.ts';

/** A finding that is known: it says nothing of lines. */
export type BaselineEntry = {
  readonly rule: string;
  readonly root: string;
  readonly caller: string;
  readonly callee: string;
  readonly why: string;
};

export type Compared = {
  readonly found: readonly AuditFinding[];
  readonly known: readonly AuditFinding[];
  readonly gone: readonly BaselineEntry[];
};

/** The findings that a baseline does not have, and its entries that no finding is. */
export function compareWithBaseline(findings: readonly AuditFinding[], baseline: readonly BaselineEntry[]): Compared {
  const entries = new Map(baseline.map((entry) => [keyOf(entry), entry]));
  const known = findings.filter((finding) => entries.has(keyOf(entryOf(finding))));
  const matched = new Set(known.map((finding) => keyOf(entryOf(finding))));
  const isKnown = new Set(known);
  return {
    found: findings.filter((finding) => !isKnown.has(finding)),
    known,
    gone: baseline.filter((entry) => !matched.has(keyOf(entry))),
  };
}

/**
 * The text of a baseline: of all findings where there was none, else of those that it had and that are still found. A
 * baseline shrinks; a new finding is not made known by writing it down.
 */
export function formatBaseline(findings: readonly AuditFinding[], before: readonly BaselineEntry[] | null): string {
  const whys = new Map((before ?? []).map((entry) => [keyOf(entry), entry.why]));
  const kept = findings.map(entryOf).filter((entry) => before === null || whys.has(keyOf(entry)));
  const unique = [...new Map(kept.map((entry) => [keyOf(entry), entry])).values()];
  const entries = unique.map((entry) => ({ ...entry, why: whys.get(keyOf(entry)) ?? entry.why }));
  const sorted = entries.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  return `${JSON.stringify({ version: 1, findings: sorted }, null, 2)}\n`;
}

/** The entries of a baseline's text (UTF-8); null where it is none. */
export function parseBaseline(text: string): readonly BaselineEntry[] | null {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(read) || read['version'] !== 1 || !Array.isArray(read['findings'])) return null;
  const entries: BaselineEntry[] = [];
  for (const one of read['findings'] as readonly unknown[]) {
    if (!isRecord(one)) return null;
    const { rule, root, caller, callee, why } = one;
    if (typeof rule !== 'string' || typeof root !== 'string' || typeof caller !== 'string') return null;
    if (typeof callee !== 'string' || typeof why !== 'string') return null;
    entries.push({ rule, root, caller, callee, why });
  }
  return entries;
}

function entryOf({ diagnostic, root, caller, callee }: AuditFinding): BaselineEntry {
  return { rule: diagnostic.code, root, caller, callee, why: '' };
}

function keyOf({ rule, root, caller, callee }: BaselineEntry): string {
  return [rule, root, caller, callee].join('\n');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
