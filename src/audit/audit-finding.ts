import type { CallGraph, NodeKind } from '../calls/graph.ts';
import { edgeKind } from '../calls/graph.ts';
import { type Diagnostic, diagnostic, type Labelled, withNext } from '../diagnostics/diagnostic.ts';
import { type Place, placeOfFile } from '../text/place.ts';
import { displayText } from '../text/source-text.ts';
import type { Crossing } from './find-crossings.ts';
import type { Places } from './graph-places.ts';
import { isOutside, type Label, type Labels } from './labels.ts';

/** A forbidden call as it is told; names are text for readers. */
export type AuditFinding = {
  readonly diagnostic: Diagnostic;
  readonly part: string;
  readonly forbidden: string;
  /** Where the way begins, what makes the call, and what is called. */
  readonly root: string;
  readonly caller: string;
  readonly callee: string;
  readonly cost: number;
  readonly path: readonly PathStep[];
};

/** One node of a way, and where the one before leads to it; the first, where it is defined or labelled. */
export type PathStep = {
  readonly node: string;
  readonly kind: NodeKind;
  /** Whether the step before calls it, or holds it: a member that was assigned, an argument. */
  readonly by: 'start' | 'call' | 'holds';
  /** Its own part; null where it has that of its caller. */
  readonly part: string | null;
  readonly place: Place;
};

/** The crossings in the given order, with the places of each step. */
export function findingsOf(
  crossings: readonly Crossing[],
  { graph, labels }: { readonly graph: CallGraph; readonly labels: Labels },
  place: Places,
): readonly AuditFinding[] {
  return crossings.map((crossing) => findingOf(crossing, { graph, labels }, place));
}

function findingOf(
  crossing: Crossing,
  { graph, labels }: { readonly graph: CallGraph; readonly labels: Labels },
  place: Places,
): AuditFinding {
  const path = stepsOf(crossing, { graph, labels }, place);
  const names = path.map(({ node }) => node);
  const [root = '', callee = ''] = [names[0], names.at(-1)];
  const caller = names.at(-2) ?? root;
  return {
    diagnostic: diagnosticOf(crossing, path, { caller, callee }),
    part: crossing.part,
    forbidden: crossing.forbidden,
    root,
    caller,
    callee,
    cost: crossing.cost,
    path,
  };
}

/** The nodes of a way, each with where the one before leads to it. */
export function stepsOf(
  { root, way }: { readonly root: number; readonly way: readonly number[] },
  { graph, labels }: { readonly graph: CallGraph; readonly labels: Labels },
  place: Places,
): readonly PathStep[] {
  const { nodes, edges } = graph;
  return [root, ...way.map((edge) => edges.to[edge] ?? 0)].map((node, index): PathStep => {
    const edge = way[index - 1];
    const label = labels.get(node);
    return {
      node: displayText(nodes.name(node)),
      kind: nodes.kind(node),
      by: edge === undefined ? 'start' : edges.kind[edge] === edgeKind.holds ? 'holds' : 'call',
      part: label?.part ?? null,
      place: edge === undefined ? startOf({ node, label }, graph, place) : place.ofEdge(edge),
    };
  });
}

/** Where it is defined; of what the audit file names, or the tree does not define, where its part was said. */
function startOf(
  { node, label }: { readonly node: number; readonly label: Label | undefined },
  { nodes }: CallGraph,
  place: Places,
): Place {
  const isSaid = nodes.file(node) < 0 || label?.origin === 'section' || label?.origin === 'context';
  return isSaid && label?.place ? label.place : place.ofNode(node);
}

type Names = { readonly caller: string; readonly callee: string };

function diagnosticOf(crossing: Crossing, path: readonly PathStep[], { caller, callee }: Names): Diagnostic {
  const { code, part, forbidden } = crossing;
  const [start] = path;
  const last = path.at(-1);
  const through = path.slice(1, -2).map(({ node }) => node);
  const who = isOutside(part)
    ? `${start?.node ?? ''}, which starts outside every part`
    : `${start?.node ?? ''} (${part})`;
  const way = through.length === 0 ? '' : ` through ${through.join(', ')}`;
  const message =
    start === undefined || caller === start.node
      ? `${who} calls ${callee} (${forbidden})`
      : `${who} reaches ${callee} (${forbidden})${way}: ${caller} calls it`;
  const steps = path.map((step): Labelled => ({ place: step.place, label: labelOf(step) }));
  const made: Diagnostic = {
    ...diagnostic(code, message, last?.place ?? placeOfFile('.'), ...steps.slice(0, -1)),
    way: {
      steps: [steps[0] ?? { place: placeOfFile('.') }, ...steps.slice(1)],
      fingerprint: `${code}:${start?.node ?? ''}:${caller}:${callee}`,
    },
  };
  return isOutside(part) ? made : withNext(made, nextStep(crossing, callee));
}

function labelOf({ node, by }: PathStep): string {
  return by === 'start' ? node : by === 'holds' ? `is ${node}` : `calls ${node}`;
}

function nextStep({ code, part, forbidden }: Crossing, callee: string): string {
  if (code === 'member-caller-disagrees')
    return `Move the call out of the way, or ${callee} to a section that ${part} may call.`;
  return `Make ${callee} ${part}, move the call out of the way, or let ${part} call ${forbidden} in \`may_call\`.`;
}
