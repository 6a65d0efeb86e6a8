import type { Lattice } from '../audit/lattice.ts';
import type { CallGraph } from '../calls/graph.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { callNeighbours } from '../suggest/call-neighbours.ts';
import { gatherEvidence, type Surroundings } from '../suggest/gather-evidence.ts';
import { baseOf } from '../suggest/siblings.ts';
import { displayText } from '../text/source-text.ts';
import type { EvidenceData } from './review-data.ts';

export type Judged = {
  /** Latin1. */
  readonly name: string;
  readonly declaration: string;
  readonly nodes: readonly number[];
  /** The part that it has, or else is likely to get; null: neither is known. */
  readonly part: string | null;
};

/** Evidence of a function that is listed; what is of one kind is one piece. */
const MOST = 12;

/** How much likelier than the other parts' functions those of a part must be to have something that speaks for it. */
const SPEAKS = 1.25;

/**
 * What speaks for and against the parts of each function, also of those that have one: what the others say of it, itself
 * left out.
 */
export function signedEvidence(
  functions: readonly Judged[],
  parts: readonly string[],
  {
    graph,
    lattice,
    manifests,
  }: {
    readonly graph: CallGraph;
    readonly lattice: Lattice;
    readonly manifests: readonly Manifest[];
  },
): readonly (readonly EvidenceData[])[] {
  const around: Surroundings = {
    graph,
    lattice,
    neighbours: callNeighbours(graph),
    asserting: new Set(
      manifests.flatMap((manifest) => manifest.parts.flatMap(({ name, assert }) => (assert === null ? [] : [name]))),
    ),
  };
  const fileOf = new Map(graph.files.map((file, at) => [file, at]));
  const known = { parts: new Map<number, string>(), siblings: new Map<string, { name: string; part: string }[]>() };
  for (const { name, nodes, part } of functions) {
    if (part === null) continue;
    for (const node of nodes) known.parts.set(node, part);
    const base = baseOf(name);
    const siblings = known.siblings.get(base);
    if (siblings) siblings.push({ name, part });
    else known.siblings.set(base, [{ name, part }]);
  }
  return functions.map((one) =>
    gatherEvidence(one, known, around)
      .slice(0, MOST)
      .map(({ words, site, expected }) => ({
        text: displayText(words),
        site: site === null ? null : ([fileOf.get(site.file) ?? 0, site.line] as const),
        signs: signsOf(parts.map(expected)),
      })),
  );
}

/** By part, whether having it is likelier or less likely than for the average of the others. */
function signsOf(expected: readonly number[]): readonly (1 | 0 | -1)[] {
  const sum = expected.reduce((total, one) => total + one, 0);
  return expected.map((one) => {
    const others = (sum - one) / Math.max(1, expected.length - 1);
    return one > others * SPEAKS ? 1 : one * SPEAKS < others ? -1 : 0;
  });
}
