import { stepsOf } from '../audit/audit-finding.ts';
import type { Audited } from '../audit/audit-tree.ts';
import type { Explanation, Neighbour } from '../audit/explain.ts';
import type { Places } from '../audit/graph-places.ts';
import type { LockTaker } from '../audit/lock-table.ts';
import type { MemberRow } from '../audit/member-table.ts';
import { countOf } from '../text/count-of.ts';
import type { Place } from '../text/place.ts';
import { displayText } from '../text/source-text.ts';
import { formatPath } from './audit-text.ts';
import { printable } from './printable.ts';

/** Neighbours of one part that are listed. */
const MOST = 20;

/** What `--why` says of a function, for readers. */
export function formatWhy(explanations: readonly Explanation[], audited: Audited, places: Places): string {
  return explanations.map((one) => whyText(one, audited, places)).join('\n');
}

function whyText({ node, callers, callees, ways, roles }: Explanation, audited: Audited, places: Places): string {
  const { labels } = audited;
  const own = labels.get(node);
  const lines = [
    `${nameOf(node, audited)}  ${placeText(places.ofNode(node))}${own ? originText(own.origin, own.place) : ''}`,
  ];
  for (const [part, all] of callers) lines.push(...neighbours(`called by ${partName(part)}`, all, audited, places));
  for (const [part, { way, root, cost }] of ways) {
    lines.push(`nearest way from ${printable(part)}, cost ${cost}:`);
    lines.push(...formatPath(stepsOf({ root, way }, audited, places)).map((line) => `    ${line}`));
  }
  for (const [part, all] of callees) lines.push(...neighbours(`calls ${partName(part)}`, all, audited, places));
  lines.push(...(roles.length === 0 ? [] : neighbours('held by', roles, audited, places)));
  return `${lines.join('\n')}\n`;
}

function originText(origin: string, place: Place | null): string {
  return `, by ${origin}${place === null ? '' : ` ${placeText(place)}`}`;
}

function partName(part: string): string {
  return part === '' ? 'what has no part' : printable(part);
}

function neighbours(title: string, all: readonly Neighbour[], audited: Audited, places: Places): readonly string[] {
  const listed = all
    .slice(0, MOST)
    .map(({ node, edge }) => `    ${nameOf(node, audited)}  ${placeText(places.ofEdge(edge))}`);
  return [`${title} (${all.length}):`, ...listed, ...(all.length > MOST ? [`    and ${all.length - MOST} more`] : [])];
}

/** What `--why` says, for programs. */
export function whyJson(explanations: readonly Explanation[], audited: Audited, places: Places): readonly object[] {
  const { graph, labels } = audited;
  const list = (all: readonly Neighbour[]) =>
    all.map(({ node, edge }) => ({
      node: displayText(graph.nodes.name(node)),
      part: labels.get(node)?.part ?? null,
      ...siteOf(places.ofEdge(edge)),
    }));
  return explanations.map(({ node, callers, callees, ways, roles }) => ({
    node: displayText(graph.nodes.name(node)),
    kind: graph.nodes.kind(node),
    part: labels.get(node)?.part ?? null,
    ...siteOf(places.ofNode(node)),
    callers: list([...callers.values()].flat()),
    callees: list([...callees.values()].flat()),
    heldBy: list(roles),
    ways: [...ways].map(([part, { root, way, cost }]) => ({
      part,
      cost,
      path: stepsOf({ root, way }, audited, places).map((step) => ({
        node: step.node,
        kind: step.kind,
        part: step.part,
        by: step.by,
        ...siteOf(step.place),
      })),
    })),
  }));
}

/** The table of `--locks`, for readers. */
export function formatLocks(takers: readonly LockTaker[], audited: Audited, places: Places, acquire: string): string {
  const times = takers.reduce((sum, { acquires }) => sum + acquires.length, 0);
  const idle = takers.filter(({ calls }) => calls.size === 0).length;
  const lines = takers.flatMap((taker) => takerLines(taker, audited, places));
  const total = `${printable(acquire)} is called ${countOf(times, 'time')} in ${countOf(takers.length, 'function')}, in ${idle} of them around no call of any part`;
  return `${[...lines, total].join('\n')}\n`;
}

function takerLines(
  { node, acquires, calls, releases }: LockTaker,
  audited: Audited,
  places: Places,
): readonly string[] {
  const [first] = acquires;
  const site = first === undefined ? '' : `${placeText(places.ofEdge(first))}: `;
  const often = acquires.length > 1 ? `, ${acquires.length} times` : '';
  const kept = releases ? '' : ', and does not release it';
  const parts = [...calls].map(([part, called]) => `    calls ${printable(part)}: ${namesOf(called, audited.graph)}`);
  return [`${site}${nameOf(node, audited)}${often}${kept}`, ...(parts.length === 0 ? ['    calls no part'] : parts)];
}

/** The table of `--members`, for readers. */
export function formatMembers(rows: readonly MemberRow[], audited: Audited): string {
  const { graph } = audited;
  const lines = rows.flatMap(({ node, callers, held, calls }) => {
    const by = [...callers].map(([part, count]) => `${partName(part)} ${count}`).join(', ');
    const parts = [...calls].map(([part, called]) => `    calls ${printable(part)}: ${namesOf(called, graph)}`);
    return [
      `${nameOf(node, audited)}  holds ${held.length}, called by ${by === '' ? 'nobody' : by}`,
      ...(parts.length === 0 ? ['    calls no part'] : parts),
    ];
  });
  return `${lines.join('\n')}\n`;
}

/** The table of `--members`, for programs. */
export function membersJson(rows: readonly MemberRow[], { graph, labels }: Audited): readonly object[] {
  const spelt = (nodes: readonly number[]): readonly string[] => nodes.map((one) => displayText(graph.nodes.name(one)));
  return rows.map(({ node, callers, held, calls }) => ({
    node: displayText(graph.nodes.name(node)),
    part: labels.get(node)?.part ?? null,
    callers: [...callers].map(([part, count]) => ({ part: part === '' ? null : part, count })),
    holds: spelt(held),
    calls: Object.fromEntries([...calls].map(([part, called]) => [part, spelt(called)])),
  }));
}

function namesOf(called: readonly number[], graph: Audited['graph']): string {
  const names = called.slice(0, MOST).map((one) => printable(displayText(graph.nodes.name(one))));
  return `${names.join(', ')}${called.length > MOST ? ', …' : ''}`;
}

/** The table of `--locks`, for programs. */
export function locksJson(takers: readonly LockTaker[], audited: Audited, places: Places): readonly object[] {
  const { graph, labels } = audited;
  return takers.map(({ node, acquires, calls, releases }) => ({
    node: displayText(graph.nodes.name(node)),
    part: labels.get(node)?.part ?? null,
    acquires: acquires.map((edge) => siteOf(places.ofEdge(edge))),
    releases,
    calls: Object.fromEntries(
      [...calls].map(([part, called]) => [part, called.map((one) => displayText(graph.nodes.name(one)))]),
    ),
  }));
}

function nameOf(node: number, { graph, labels }: Audited): string {
  const part = labels.get(node)?.part;
  return `${printable(displayText(graph.nodes.name(node)))}${part === undefined ? '' : ` (${printable(part)})`}`;
}

function placeText({ file, line }: Place): string {
  return line === 0 ? printable(file) : `${printable(file)}:${line}`;
}

function siteOf({ file, line }: Place): { readonly file: string; readonly line: number } {
  return { file, line };
}
