import { isStandIn } from '../calls/functions.ts';
import type { CallGraph } from '../calls/graph.ts';
import { type AuditRules, OUTSIDE } from '../manifest/audit/audit-rules.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { definitionFiles } from '../plan/definitions/searched-files.ts';
import { matchNames } from '../text/name-patterns.ts';
import { type Place, placeOf } from '../text/place.ts';

/** Why a node runs in a part. */
export type LabelOrigin = 'manifest' | 'assertion' | 'context' | 'section' | 'callback';

export type Label = {
  readonly part: string;
  readonly origin: LabelOrigin;
  /** Where it was said; null for what the tree says. */
  readonly place: Place | null;
};

/** The parts of nodes. A node without a label takes the part of each caller. */
export type Labels = ReadonlyMap<number, Label>;

export function labelNodes(input: {
  readonly graph: CallGraph;
  readonly manifests: readonly Manifest[];
  readonly rules: AuditRules;
  /** Function nodes whose first statements are a part's assertion. */
  readonly asserting: ReadonlyMap<number, string>;
}): Labels {
  const { graph, manifests, rules, asserting } = input;
  const { nodes, files } = graph;
  const labels = new Map<number, Label>();
  const give = (node: number, label: Label): void => {
    if (!labels.has(node)) labels.set(node, label);
  };
  for (const manifest of manifests) {
    for (const [file, functions] of manifest.functions) {
      for (const [name, { value: part, span }] of functions) {
        for (const node of nodes.named(name)) {
          if (nodes.kind(node) === 'function' && files[nodes.file(node)] === file) {
            give(node, { part, origin: 'manifest', place: placeOf(manifest.source, span) });
          }
        }
      }
    }
  }
  for (const manifest of manifests) {
    const isDefinition = manifest.definitions === null ? null : definitionFiles(manifest.definitions);
    for (const [name, { part, span }] of manifest.prototypes) {
      if (part === null) continue;
      for (const node of definitionsMeant(graph, name, isDefinition)) {
        give(node, { part, origin: 'manifest', place: placeOf(manifest.source, span) });
      }
    }
  }
  for (const [node, part] of asserting) give(node, { part, origin: 'assertion', place: null });
  labelByRules(graph, rules, give);
  for (let node = 0; node < nodes.count; node++) {
    const owner = nodes.kind(node) === 'parameter' ? labels.get(nodes.owner(node)) : undefined;
    if (owner && (owner.origin === 'manifest' || owner.origin === 'section')) {
      give(node, { part: owner.part, origin: 'callback', place: owner.place });
    }
  }
  return labels;
}

/**
 * The functions that a header's prototype declares: in the files that the manifest names, else but in stubs and tests, and
 * inline in headers. Of what is defined nowhere else, all.
 */
export function definitionsMeant(
  { nodes, files }: CallGraph,
  name: string,
  isDefinition: ((path: string) => boolean) | null,
): readonly number[] {
  const all = nodes.named(name).filter((node) => {
    return nodes.kind(node) === 'function' && !(nodes.isStatic(node) && isPrivate(files, nodes.file(node)));
  });
  const meant = all.filter((node) => {
    const path = files[nodes.file(node)] ?? '';
    if (!path.endsWith('.c')) return true;
    return isDefinition === null ? !isStandIn(path) : isDefinition(path);
  });
  return meant.length > 0 ? meant : all;
}

/** A static function of a source file is another one than that which a header declares. */
function isPrivate(files: readonly string[], file: number): boolean {
  return (files[file] ?? '').endsWith('.c');
}

function labelByRules({ nodes }: CallGraph, rules: AuditRules, give: (node: number, label: Label) => void): void {
  const said = [
    ...[...rules.members].flatMap(([struct, sections]) =>
      [...sections].flatMap(([part, members]) =>
        members.map(({ value, span }) => ({ pattern: `${struct}.${value}`, part, span, origin: 'section' as const })),
      ),
    ),
    ...[...rules.contexts].flatMap(([part, names]) =>
      names.map(({ value, span }) => ({ pattern: value, part, span, origin: 'context' as const })),
    ),
  ];
  if (said.length === 0) return;
  const match = matchNames(said.map(({ pattern }) => pattern));
  for (let node = 0; node < nodes.count; node++) {
    const [first] = match(nodes.name(node));
    const meant = first === undefined ? undefined : said[first];
    if (meant === undefined || nodes.kind(node) === 'macro') continue;
    if ((meant.origin === 'section') !== (nodes.kind(node) === 'member') && meant.origin === 'section') continue;
    const place = rules.source === null ? null : placeOf(rules.source, meant.span);
    give(node, { part: meant.part, origin: meant.origin, place });
  }
}

/** Whether a part is that of code which holds nothing. */
export function isOutside(part: string): boolean {
  return part === OUTSIDE;
}

/** The nodes of each part. */
export function nodesByPart(labels: Labels): ReadonlyMap<string, readonly number[]> {
  const byPart = new Map<string, number[]>();
  for (const [node, { part }] of labels) {
    const list = byPart.get(part);
    if (list === undefined) byPart.set(part, [node]);
    else list.push(node);
  }
  return byPart;
}
