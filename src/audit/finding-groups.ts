import type { AuditFinding } from './audit-finding.ts';

/** Findings that one change takes away. */
export type FindingGroup = {
  /** Where all their ways begin, or the one function that all of them end at. */
  readonly root: string;
  readonly at: 'start' | 'callee';
  /** At least one, in the order that was given. */
  readonly findings: readonly AuditFinding[];
};

/**
 * Groups by root. A root is what a maintainer would look at to be rid of its findings: the function that ways begin at, or the
 * one that is called, where its part is what the callers contradict. Each time the place comes next that meets the most
 * others, a beginning before a callee: so are several beginnings of one part that call one function a group, and one that calls
 * several. Groups stand in the order of their first findings.
 */
export function groupFindings(findings: readonly AuditFinding[]): readonly FindingGroup[] {
  const places = placesOf(findings);
  const groupOf = new Map<AuditFinding, FindingGroup & { readonly findings: AuditFinding[] }>();
  for (const place of inTurn(places)) {
    const own = place.findings.filter((finding) => !groupOf.has(finding));
    const group = { root: place.name, at: place.at, findings: own };
    for (const finding of own) groupOf.set(finding, group);
  }
  return [...new Set(findings.flatMap((finding) => groupOf.get(finding) ?? []))];
}

type Place = {
  readonly name: string;
  readonly at: FindingGroup['at'];
  readonly findings: AuditFinding[];
  /** The places at the other end that still lead to it, or that it leads to. */
  readonly others: Set<Place>;
};

function placesOf(findings: readonly AuditFinding[]): readonly Place[] {
  const [starts, callees] = [new Map<string, Place>(), new Map<string, Place>()];
  const placeIn = (places: Map<string, Place>, part: string, name: string, at: Place['at']): Place => {
    const key = `${part} ${name}`;
    const known = places.get(key) ?? { name, at, findings: [], others: new Set<Place>() };
    places.set(key, known);
    return known;
  };
  for (const finding of findings) {
    const start = placeIn(starts, finding.part, finding.root, 'start');
    const callee = placeIn(callees, `${finding.part} ${finding.forbidden}`, finding.callee, 'callee');
    start.findings.push(finding);
    callee.findings.push(finding);
    start.others.add(callee);
    callee.others.add(start);
  }
  return [...starts.values(), ...callees.values()];
}

/** The place with the most others first, which these then no longer count. Time grows with the number of pairs. */
function* inTurn(places: readonly Place[]): Iterable<Place> {
  const byCount: Record<Place['at'], Place[]>[] = [];
  const put = (place: Place): void => {
    const { size } = place.others;
    for (let count = byCount.length; count <= size; count++) byCount.push({ start: [], callee: [] });
    byCount[size]?.[place.at].push(place);
  };
  for (const place of places.toReversed()) put(place);
  for (let count = byCount.length - 1; count > 0; count--) {
    const next = (): Place | undefined => byCount[count]?.start.pop() ?? byCount[count]?.callee.pop();
    for (let place = next(); place !== undefined; place = next()) {
      // One that has lost some stands with fewer too.
      if (place.others.size !== count) continue;
      for (const other of place.others) {
        other.others.delete(place);
        put(other);
      }
      place.others.clear();
      yield place;
    }
  }
}
