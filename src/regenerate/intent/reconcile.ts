import { type Diagnostic, diagnostic, withNext } from '../../diagnostics/diagnostic.ts';
import type { Manifest, PrototypeEntry } from '../../manifest/manifest.ts';
import { fileOf, partNamed, partsIn } from '../../manifest/part-lookup.ts';
import type { StandingFunction } from '../../part-files/split-headers.ts';
import { placeOfName } from '../../plan/assign.ts';
import { assignedNeighbours } from '../../plan/assigned-neighbours.ts';
import { unassigned } from '../../plan/unassigned.ts';
import { placeOf, placeOfFile } from '../../text/place.ts';
import type { Scope } from '../scope.ts';

/** The manifest that made a tree and today's, as they are true of the tree. */
export type Reconciled = {
  /** Sends each function to where it stands. */
  readonly was: Manifest;
  /** As `was`, but what was moved by hand ahead of the manifest's edit has the part whose assertion it still holds. */
  readonly asserted: Manifest;
  /** Sends each function to where it should stand. */
  readonly now: Manifest;
  /** Names of the functions that these two part. */
  readonly moved: ReadonlySet<string>;
  readonly findings: readonly Diagnostic[];
};

/**
 * Brings two manifests together with where the functions of a split tree stand. What both manifests say alike and the
 * tree does otherwise is older than the edit: it stays and is noted. What the edit says of a function that somebody
 * moved or took away is a contradiction.
 *
 * @param scope `all`: today's manifest rules over what stands, whatever made it.
 */
export function reconcile(
  was: Manifest,
  now: Manifest,
  standing: readonly StandingFunction[],
  scope: Scope,
): Reconciled {
  const before = new Map<string, PrototypeEntry>();
  const asserted = new Map<string, PrototypeEntry>();
  const after = new Map<string, PrototypeEntry>();
  const moved = new Set<string>();
  const findings: Diagnostic[] = [];
  const seen = new Set<string>();
  for (const one of standing) {
    if (seen.has(one.name)) continue;
    if (one.part === null) {
      // In the wrapper: only `check --fix` takes it away from there.
      const entry = now.prototypes.get(one.name);
      if (scope === 'edited' || entry === undefined || entry.part === null) continue;
      after.set(one.name, entry);
      moved.add(one.name);
      seen.add(one.name);
      continue;
    }
    seen.add(one.name);
    const decided = decide(was, now, one, one.part, scope);
    findings.push(...decided.findings);
    before.set(one.name, decided.was);
    asserted.set(one.name, decided.asserted ?? decided.was);
    after.set(one.name, decided.now);
    if (decided.was.part !== decided.now.part) moved.add(one.name);
  }
  for (const one of standing) seen.add(one.name);
  findings.push(...entriesWithoutDeclaration(was, now, seen, scope));
  for (const [name, entry] of was.prototypes) {
    // Taken out by hand: where it stood is known all the same.
    const today = now.prototypes.get(name);
    if (seen.has(name) || today === undefined || !isStaying(was, now, entry.part, today.part)) continue;
    before.set(name, entry);
    asserted.set(name, entry);
    after.set(name, today);
  }
  return {
    was: { ...was, prototypes: inOrderOf(was, before) },
    asserted: { ...was, prototypes: inOrderOf(was, asserted) },
    now: { ...now, prototypes: inOrderOf(now, after) },
    moved,
    findings,
  };
}

type Decision = {
  readonly was: PrototypeEntry;
  /** Where it is another than `was`. */
  readonly asserted?: PrototypeEntry;
  readonly now: PrototypeEntry;
  readonly findings: readonly Diagnostic[];
};

function decide(was: Manifest, now: Manifest, one: StandingFunction, stands: string, scope: Scope): Decision {
  const { name, header, item } = one;
  const [a, b] = [was.prototypes.get(name), now.prototypes.get(name)];
  const place = placeOfName(header, item, name);
  // What a manifest does not have it does not assert.
  const entry = (from: PrototypeEntry | undefined, part: string | null): PrototypeEntry =>
    from
      ? { ...from, part }
      : { span: { start: 0, end: 0 }, part, assert: false, comment: null, why: null, assertWhy: null };
  const at = a === undefined && b !== undefined ? { ...b, part: stands, assert: false } : entry(a, stands);
  const staying = partStandingIn(was, now, stands);
  if (b === undefined && a === undefined) {
    const note = diagnostic('stands-unlisted', `'${name}' is not in the manifest: it stays where it is`, place);
    return { was: entry(undefined, stands), now: entry(undefined, staying ?? now.shared), findings: [note] };
  }
  if (b === undefined || b.part === null) {
    const finding = unassigned(now, place, name, assignedNeighbours(header, now)(item));
    return { was: at, now: entry(b, stands), findings: [finding] };
  }
  if (a === undefined || a.part === stands || scope === 'all') return { was: at, now: b, findings: [] };
  if (stands === b.part) return { was: at, asserted: a, now: b, findings: [] };
  const isInFile = fileOf(was, stands) === fileOf(now, b.part);
  const listed = { place: placeOf(now.source, b.span), label: `assigned to '${b.part}' here` };
  if (a.part === b.part) {
    const message = `'${name}' is with '${stands}', but the manifest says '${b.part}': it stays where it is`;
    return {
      was: at,
      now: { ...b, part: staying ?? b.part },
      // In another section of its own file it is where who includes that file looks for it.
      findings: isInFile ? [] : [withNext(diagnostic('stands-elsewhere', message, place, listed), WHAT_MOVES_IT)],
    };
  }
  if (isInFile) return { was: at, asserted: a, now: b, findings: [] };
  const message = `'${name}' was moved by hand to '${stands}', but the manifest moves it from '${a.part}' to '${b.part}'`;
  return { was: at, now: b, findings: [diagnostic('hand-edit-contradicts', message, place, listed)] };
}

/** HEAD's manifest says the same as today's: what was edited in a commit is not seen without its version before. */
export const WHAT_MOVES_IT =
  'If the manifest was edited in a commit, run `header-split regenerate --was REV:PATH` with the commit before it; otherwise `header-split check --fix` moves the declaration, and `header-split sync` changes the manifest.';

/** The part of today's manifest that has the place of one of the manifest that made the tree. */
function partStandingIn(was: Manifest, now: Manifest, part: string): string | null {
  if (partNamed(now, part)) return part;
  return partsIn(now, fileOf(was, part) ?? '')[0]?.name ?? null;
}

function entriesWithoutDeclaration(
  was: Manifest,
  now: Manifest,
  seen: ReadonlySet<string>,
  scope: Scope,
): readonly Diagnostic[] {
  return [...now.prototypes].flatMap(([name, entry]) => {
    if (seen.has(name) || scope === 'all') return [];
    const before = was.prototypes.get(name);
    const place = placeOf(now.source, entry.span);
    if (before !== undefined && isStaying(was, now, before.part, entry.part)) {
      const message = `the manifest lists '${name}', but no part file declares it`;
      return [diagnostic('stands-nowhere', message, place)];
    }
    if (before === undefined) {
      const message = `the manifest now lists '${name}', but no part file declares it`;
      return [withNext(diagnostic('hand-edit-contradicts', message, place), 'Declare it first, or remove the line.')];
    }
    const message = `'${name}' is no longer declared in a part file, but the manifest moves it to '${entry.part}'`;
    const file = fileOf(was, before.part ?? was.shared);
    const gone = file === null ? [] : [{ place: placeOfFile(file), label: 'it was removed from this file' }];
    return [diagnostic('hand-edit-contradicts', message, place, ...gone)];
  });
}

/** Whether two manifests give a function the same part, be it under a new name. */
function isStaying(was: Manifest, now: Manifest, one: string | null, other: string | null): boolean {
  const has = (manifest: Manifest, part: string | null): boolean => partNamed(manifest, part) !== undefined;
  return one === other || (!has(now, one) && !has(was, other));
}

/** In the manifest's order; what it does not list comes last. */
function inOrderOf(
  manifest: Manifest,
  entries: ReadonlyMap<string, PrototypeEntry>,
): ReadonlyMap<string, PrototypeEntry> {
  const listed = [...manifest.prototypes.keys()].filter((name) => entries.has(name));
  const names = new Set([...listed, ...entries.keys()]);
  return new Map(
    [...names].flatMap((name) => {
      const entry = entries.get(name);
      return entry ? [[name, entry] as const] : [];
    }),
  );
}
