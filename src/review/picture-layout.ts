import { visible } from '../html/visible.ts';
import type { Picture } from './picture.ts';

/** What Graphviz says of a graph that `graphOf` made, in its JSON: points, from the lower left corner. */
export type GraphvizJson = {
  readonly bb: string;
  readonly objects?: readonly { readonly name: string; readonly pos?: string; readonly bb?: string }[];
};

/** Points that a letter and a line of a name take, about. */
const LETTER = 6.2;
const HEIGHT = 18;

/**
 * The picture as Graphviz reads it. Nothing of a tree stands in it but numbers: texts are drawn by whoever draws the
 * layout. Few turns and no lines, as a large picture must not take more than a second.
 */
export function graphOf({ boxes, edges }: Picture, nameOf: (node: number) => string): string {
  const clusters = [...boxes].map(([file, nodes], at) => {
    const lines = nodes.map((node) => `n${node}[width=${inches(widthOf(nameOf(node)))}];`);
    // The label makes room for the path above the box.
    const room = `label=<<TABLE BORDER="0" FIXEDSIZE="TRUE" WIDTH="${Math.round(widthOf(file))}" HEIGHT="16"><TR><TD></TD></TR></TABLE>>;`;
    return `subgraph cluster_${at}{${room}${lines.join('')}}`;
  });
  const lines = edges.map(({ from, to }) => `n${from}->n${to};`);
  return `digraph{rankdir=LR;nslimit=1;mclimit=0.1;maxiter=100;splines=false;nodesep=0.08;ranksep=1.1;node[shape=box,fixedsize=true,label="",height=${inches(HEIGHT)}];${clusters.join('')}${lines.join('')}}`;
}

/** The width of a box for a text, in points. */
export function widthOf(text: string): number {
  return Math.max(40, visible(text).length * LETTER + 14);
}

export const heightOfNode = HEIGHT;

function inches(points: number): string {
  return (points / 72).toFixed(3);
}
