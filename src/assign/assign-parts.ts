import { type Diagnostic, stopsTheRun } from '../diagnostics/diagnostic.ts';
import { editManifest } from '../manifest/edit/edit-manifest.ts';
import { explainEntries } from '../manifest/edit/explain-entries.ts';
import type { Beside, ManifestChange } from '../manifest/edit/manifest-change.ts';
import type { Manifest } from '../manifest/manifest.ts';
import type { Assignment } from './assignment.ts';
import { checkAssignments } from './check-assignments.ts';
import type { FunctionFacts } from './function-facts.ts';
import { matchFunctions } from './match-functions.ts';

/** What a header declares. */
export type HeaderFunctions = {
  /** In the header's order. */
  readonly functions: readonly FunctionFacts[];
  /** The names of all else (latin1). */
  readonly others: ReadonlySet<string>;
};

/** What becomes of functions that the manifest gives a part already, if an assignment means them. */
export type Assigned = 'keep' | 'skip' | 'replace';

/** What assignments come to. With an error among the findings nothing changes. */
export type AssignedParts = {
  readonly before: Manifest;
  readonly after: Manifest;
  readonly changes: readonly ManifestChange[];
  /** Functions that keep the part they have, though an assignment gives them another. */
  readonly kept: readonly KeptFunction[];
  /** How many functions each assignment means, and how many of them change. */
  readonly reach: readonly Reach[];
  /** How many functions got a reason, and how many lost theirs. */
  readonly explained: number;
  readonly unexplained: number;
  /** Functions that have no part afterwards, in the manifest's order. */
  readonly unassigned: readonly string[];
  readonly findings: readonly Diagnostic[];
};

export type KeptFunction = { readonly name: string; readonly part: string; readonly wanted: string };

export type Reach = { readonly assignment: Assignment; readonly functions: number; readonly changed: number };

/**
 * Gives functions their parts in a manifest. A function that has a part is counted and keeps it (`keep`), is left out
 * before anything is compared (`skip`), or gets the new one (`replace`). One that the manifest does not list yet gets an
 * entry beside that of the function before it. Every other byte of the YAML stays. Writes nothing.
 *
 * @param header Of functions that it does not declare, the manifest's name is all that is known.
 */
export function assignParts(
  manifest: Manifest,
  header: HeaderFunctions,
  assignments: readonly Assignment[],
  assigned: Assigned,
): AssignedParts {
  const { functions, others } = header;
  const known = new Set(functions.map(({ name }) => name));
  const unknown = [...manifest.prototypes.keys()].filter((name) => !known.has(name)).map(withoutFacts);
  const all = [...functions, ...unknown];
  const matched = matchFunctions(all, assignments);
  const partOf = (name: string): string | null => manifest.prototypes.get(name)?.part ?? null;
  const mayChange = (name: string): boolean => assigned === 'replace' || partOf(name) === null;
  const findings = checkAssignments({ manifest, functions: all, others, matched, mayChange });
  const wanted = wantedParts(matched);
  const changes = stopsTheRun(findings) ? [] : changesOf(manifest, all, wanted, mayChange);
  const edited = editManifest(manifest, changes);
  const problem = edited.kind === 'uneditable' ? [edited.finding] : [];
  const assignedOnly = edited.kind === 'uneditable' ? manifest : edited.manifest;
  const reasons = stopsTheRun([...findings, ...problem])
    ? new Map<string, string | null>()
    : reasonsOf(assignedOnly, matched, assigned);
  const after = explainEntries(assignedOnly, reasons);
  const changed = new Set(assignedOnly === manifest ? [] : changes.map(({ name }) => name));
  const kept = assigned !== 'keep' ? [] : [...wanted].flatMap(([name, part]) => keptIn(name, partOf(name), part));
  return {
    before: manifest,
    after,
    changes: problem.length > 0 ? [] : changes,
    kept,
    reach: [...matched].map(([assignment, names]) => ({
      assignment,
      functions: names.length,
      changed: names.filter((name) => changed.has(name)).length,
    })),
    explained: [...reasons.values()].filter((why) => why !== null).length,
    unexplained: [...reasons.values()].filter((why) => why === null).length,
    unassigned: [...after.prototypes].flatMap(([name, { part }]) => (part === null ? [name] : [])),
    findings: [...findings, ...problem],
  };
}

function withoutFacts(name: string): FunctionFacts {
  return { name, section: null, comments: [], files: [], returns: null, declaration: '' };
}

/** The part that each function was given first; that no other differs was checked where it matters. */
function wantedParts(matched: ReadonlyMap<Assignment, readonly string[]>): ReadonlyMap<string, string> {
  const wanted = new Map<string, string>();
  for (const [{ part }, names] of matched) for (const name of names) if (!wanted.has(name)) wanted.set(name, part);
  return wanted;
}

/**
 * A reason that the manifest gives stays, unless parts are replaced too; one for another part than it has is none. Null: it
 * is taken away.
 */
function reasonsOf(
  { prototypes }: Manifest,
  matched: ReadonlyMap<Assignment, readonly string[]>,
  assigned: Assigned,
): ReadonlyMap<string, string | null> {
  const reasons = new Map<string, string | null>();
  for (const [{ part, why }, names] of matched) {
    for (const name of why === null ? [] : names) {
      const entry = prototypes.get(name);
      const mayExplain = entry?.why === null || assigned === 'replace';
      const line = why === '' ? null : why;
      if (entry?.part === part && mayExplain && entry.why !== line) reasons.set(name, line);
    }
  }
  return reasons;
}

function keptIn(name: string, part: string | null, wanted: string): readonly KeptFunction[] {
  return part === null || part === wanted ? [] : [{ name, part, wanted }];
}

/** In the header's order, so that new entries that stand side by side keep it. */
function changesOf(
  { prototypes }: Manifest,
  functions: readonly FunctionFacts[],
  wanted: ReadonlyMap<string, string>,
  mayChange: (name: string) => boolean,
): readonly ManifestChange[] {
  const first = functions.find(({ name }) => prototypes.has(name));
  let beside: Beside = first === undefined ? null : { side: 'before', name: first.name };
  return functions.flatMap(({ name }): readonly ManifestChange[] => {
    const entry = prototypes.get(name);
    if (entry) beside = { side: 'behind', name };
    const part = wanted.get(name);
    if (part === undefined || !mayChange(name) || entry?.part === part) return [];
    if (entry) return [{ kind: 'assign', section: 'prototypes', name, part, was: entry.part }];
    return [{ kind: 'add', section: 'prototypes', name, part, beside }];
  });
}
