import { isStandIn } from '../calls/functions.ts';
import { edgeKind } from '../calls/graph.ts';
import type { Manifest, Part } from '../manifest/manifest.ts';
import { definitionFiles } from '../plan/definitions/searched-files.ts';
import type { Audited } from './audit-tree.ts';

/** A function that calls a member of a section whose part asserts. */
export type MemberCaller = {
  readonly node: number;
  readonly file: string;
  readonly name: string;
  /** Where it is defined, from 1. */
  readonly line: number;
  readonly member: string;
  readonly part: string;
  /** Null: it gets the part's assertion; else why it does not, as a clause. */
  readonly but: string | null;
};

/**
 * The functions without a part that call members of sections whose parts assert, by file and line. One that begins with
 * the assertion already is among them, so that an assertion which was put there is asked for the next time too.
 */
export function memberCallers(
  { graph, labels, locks, held }: Pick<Audited, 'graph' | 'labels' | 'locks' | 'held'>,
  manifests: readonly Manifest[],
): readonly MemberCaller[] {
  const { nodes, edges, files } = graph;
  const owners = assertingParts(manifests);
  const found = new Map<number, MemberCaller>();
  for (const { edge, to } of callsOfMembers(graph, labels)) {
    const from = edges.from[edge] ?? 0;
    const section = labels.get(to);
    const owner = owners.get(section?.part ?? '');
    if (section === undefined || owner === undefined) continue;
    const own = labels.get(from);
    const isAsserted = own?.origin === 'assertion' && own.part === section.part;
    if (own !== undefined && !isAsserted) continue;
    const file = files[nodes.file(from)] ?? '';
    const before = found.get(from);
    const isHeld = locks.some(
      ({ neededBy }, bit) => neededBy.includes(section.part) && ((held[edge] ?? 0) & (1 << bit)) !== 0,
    );
    const reasons = [
      before !== undefined && before.part !== section.part ? `it calls ${before.member} (${before.part}) too` : null,
      !isAsserted && isHeld ? 'it takes the lock itself' : null,
      isSearched(owner, file) ? null : 'the manifest looks for no definitions in its file',
    ];
    const but = reasons.find((reason) => reason !== null) ?? before?.but ?? null;
    const first = before ?? {
      node: from,
      file,
      name: nodes.name(from),
      line: nodes.line(from),
      member: nodes.name(to),
      part: section.part,
    };
    found.set(from, { ...first, but });
  }
  for (let edge = 0; edge < edges.count && found.size > 0; edge++) {
    const caller = found.get(edges.to[edge] ?? 0);
    const holder = edges.kind[edge] === edgeKind.holds ? labels.get(edges.from[edge] ?? 0) : undefined;
    if (caller === undefined || holder === undefined || holder.part === caller.part || caller.but !== null) continue;
    const but = `it is called through ${nodes.name(edges.from[edge] ?? 0)} (${holder.part})`;
    found.set(edges.to[edge] ?? 0, { ...caller, but });
  }
  return [...found.values()].toSorted((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}

type MemberCall = { readonly edge: number; readonly to: number };

/** The calls that functions make of members with a section, also by macros. */
function callsOfMembers({ nodes, edges }: Audited['graph'], labels: Audited['labels']): readonly MemberCall[] {
  /** Macro -> the members that its body calls. */
  const byMacro = new Map<number, Set<number>>();
  const meant = (node: number): Iterable<number> =>
    labels.get(node)?.origin === 'section' ? [node] : (byMacro.get(node) ?? []);
  for (let isMore = true; isMore; ) {
    isMore = false;
    for (let edge = 0; edge < edges.count; edge++) {
      const from = edges.from[edge] ?? 0;
      if (edges.kind[edge] !== edgeKind.call || nodes.kind(from) !== 'macro') continue;
      for (const member of meant(edges.to[edge] ?? 0)) {
        const own = byMacro.get(from) ?? new Set();
        byMacro.set(from, own);
        if (own.has(member)) continue;
        own.add(member);
        isMore = true;
      }
    }
  }
  const calls: MemberCall[] = [];
  for (let edge = 0; edge < edges.count; edge++) {
    if (edges.kind[edge] !== edgeKind.call || nodes.kind(edges.from[edge] ?? 0) !== 'function') continue;
    for (const to of meant(edges.to[edge] ?? 0)) calls.push({ edge, to });
  }
  return calls;
}

/** The members, `Struct.member`, whose callers are to be asserted, with their parts. */
export function assertedMembers(
  { graph: { nodes }, labels }: Pick<Audited, 'graph' | 'labels'>,
  manifests: readonly Manifest[],
): ReadonlyMap<string, string> {
  const owners = assertingParts(manifests);
  return new Map(
    [...labels].flatMap(([node, { origin, part }]) =>
      origin === 'section' && owners.has(part) ? [[nodes.name(node), part] as const] : [],
    ),
  );
}

/** The manifests, each with the callers that get an assertion of one of its parts among its `functions`. */
export function withMemberCallers(
  manifests: readonly Manifest[],
  callers: readonly MemberCaller[],
): readonly Manifest[] {
  const owners = assertingParts(manifests);
  return manifests.map((manifest) => {
    const own = callers.filter(({ part, but }) => but === null && owners.get(part)?.manifest === manifest);
    if (own.length === 0) return manifest;
    const functions = new Map([...manifest.functions].map(([file, inFile]) => [file, new Map(inFile)]));
    for (const { file, name, part } of own) {
      const inFile = functions.get(file) ?? new Map();
      functions.set(file, inFile);
      if (!inFile.has(name))
        inFile.set(name, { value: part, span: owners.get(part)?.part.span ?? manifest.header.span });
    }
    return { ...manifest, functions };
  });
}

type Owner = { readonly manifest: Manifest; readonly part: Part };

/** Part -> the first manifest that gives it an assertion. */
function assertingParts(manifests: readonly Manifest[]): ReadonlyMap<string, Owner> {
  const owners = new Map<string, Owner>();
  for (const manifest of manifests) {
    for (const part of manifest.parts) {
      if (part.assert !== null && !owners.has(part.name)) owners.set(part.name, { manifest, part });
    }
  }
  return owners;
}

function isSearched({ manifest: { definitions } }: Owner, file: string): boolean {
  if (!file.endsWith('.c')) return false;
  return definitions === null ? !isStandIn(file) : definitionFiles(definitions)(file);
}
