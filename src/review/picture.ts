import type { ReviewData } from './review-data.ts';

/** Calls between functions of different parts. */
export type Picture = {
  /** Functions by their numbers, by the file that defines them. */
  readonly boxes: ReadonlyMap<string, readonly number[]>;
  readonly edges: readonly PictureEdge[];
  readonly nodes: number;
  /** Functions that have such calls too and were left out. */
  readonly left: number;
  /** Calls across parts that were left out, those of functions that were left out among them. */
  readonly leftCalls: number;
};

/** `isWay`: it is not the function itself that calls, but something on the way from it. */
export type PictureEdge = {
  readonly from: number;
  readonly to: number;
  readonly isForbidden: boolean;
  readonly isWay: boolean;
};

const MOST_NODES = 600;

/** More lines than these hide one another, and take long to lay out. */
const MOST_EDGES = 1000;

/** The calls across parts: forbidden ones first, then those of the functions that have most. */
export function pictureOf({ functions, findings, files }: ReviewData, most = MOST_NODES): Picture {
  const partOf = (at: number): string | null => {
    const { part = null, suggestion } = functions[at] ?? {};
    return part ?? (suggestion !== undefined && 'part' in suggestion ? suggestion.part : null);
  };
  const forbidden = new Map<string, PictureEdge>();
  const direct = new Set(functions.flatMap(({ callees }, from) => callees.shown.map(([to]) => `${from} ${to}`)));
  for (const { ends } of findings) {
    const [from, to] = [ends[0], ends.at(-1)];
    if (from === undefined || to === undefined || from === to) continue;
    const caller = ends.length === 3 ? (ends[1] ?? from) : from;
    const key = `${caller} ${to}`;
    forbidden.set(key, { from: caller, to, isForbidden: true, isWay: !direct.has(key) });
  }
  const all: PictureEdge[] = [...forbidden.values()];
  for (const [from, { callees }] of functions.entries()) {
    for (const [to] of callees.shown) {
      if (to >= functions.length || forbidden.has(`${from} ${to}`)) continue;
      const [caller, callee] = [partOf(from), partOf(to)];
      if (caller !== null && callee !== null && caller !== callee)
        all.push({ from, to, isForbidden: false, isWay: false });
    }
  }
  const degree = new Map<number, number>();
  for (const { from, to, isForbidden } of all)
    for (const node of [from, to]) degree.set(node, (degree.get(node) ?? 0) + (isForbidden ? 1000 : 1));
  const chosen = new Set(
    [...degree]
      .sort(([a, x], [b, y]) => y - x || a - b)
      .slice(0, most)
      .map(([node]) => node),
  );
  const weight = ({ from, to, isForbidden }: PictureEdge): number =>
    (isForbidden ? 1e9 : 0) - (degree.get(from) ?? 0) * (degree.get(to) ?? 0);
  const edges = all
    .filter(({ from, to }) => chosen.has(from) && chosen.has(to))
    .sort((a, b) => weight(b) - weight(a))
    .slice(0, MOST_EDGES);
  const drawn = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const boxes = new Map<string, number[]>();
  for (const node of [...drawn].sort((a, b) => a - b)) {
    const one = functions[node];
    const file = one?.defined[0] === undefined ? (one?.header ?? '') : (files[one.defined[0][0]] ?? '');
    const box = boxes.get(file);
    if (box) box.push(node);
    else boxes.set(file, [node]);
  }
  return { boxes, edges, nodes: drawn.size, left: degree.size - drawn.size, leftCalls: all.length - edges.length };
}
