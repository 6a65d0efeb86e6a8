import { visible } from '../html/visible.ts';
import type { ReviewData } from '../review/review-data.ts';
import { colourOf } from './bits.tsx';
import { isBad } from './neighbours.tsx';
import { fileOf } from './rows.ts';
import type { Judgement } from './status.ts';

/** Neighbours that are drawn to either side; the rest is counted. */
const MOST = 18;
const [WIDTH, COLUMN, LINE, HEAD, GAP] = [1000, 290, 24, 20, 12];

type Drawn = { readonly node: number; readonly y: number; readonly isBad: boolean };
type Box = { readonly file: string; readonly y: number; readonly height: number; readonly drawn: readonly Drawn[] };

type Props = {
  readonly data: ReviewData;
  readonly judgement: Judgement;
  readonly at: number;
  readonly onSelect: (at: number) => void;
};

/** A function between those that call it and those that it calls, in the boxes of their files. */
export function Neighbourhood({ data, judgement, at, onSelect }: Props) {
  const [left, right] = [sideOf('callers'), sideOf('callees')];
  const height = Math.max(left.height, right.height, 90) + 8;
  // In sight, however long the columns are.
  const middle = Math.min(height / 2, 250);
  const name = data.functions[at]?.name ?? '';
  const lines = (boxes: readonly Box[], x: number, end: number) =>
    boxes
      .flatMap(({ drawn }) => drawn)
      .map(({ node, y, isBad: isRed }) => {
        const [from, to] = x < end ? [y, middle] : [middle, y];
        const [start, stop] = x < end ? [x, end] : [end, x];
        const bend = (start + stop) / 2;
        return (
          <path
            key={node}
            class={`e${isRed ? ' bad' : ''}`}
            d={`M${start} ${from}C${bend} ${from} ${bend} ${to} ${stop - 2} ${to}`}
          />
        );
      });
  function sideOf(side: 'callers' | 'callees') {
    const { all, shown } = data.functions[at]?.[side] ?? { all: 0, shown: [] };
    // Those of the headers come first in the data.
    const ranked = [...shown].sort(
      (a, b) => Number(isBad(judgement, at, b[0], side)) - Number(isBad(judgement, at, a[0], side)),
    );
    const files = new Map<string, number[]>();
    for (const [node] of ranked.slice(0, MOST)) {
      const file = node < data.functions.length ? fileOf(data, node) : otherFile(data, node);
      files.set(file, [...(files.get(file) ?? []), node]);
    }
    let y = 4;
    const boxes = [...files].map(([file, nodes]): Box => {
      const own = HEAD + nodes.length * LINE + 4;
      const start = y;
      y += own + GAP;
      const drawn = nodes.map((node, index) => ({
        node,
        y: start + HEAD + index * LINE + LINE / 2,
        isBad: isBad(judgement, at, node, side),
      }));
      return { file, y: start, height: own, drawn };
    });
    return { boxes, height: y, left: all - Math.min(MOST, shown.length) };
  }
  const box = ({ file, y, height: own }: Box, x: number) => (
    <g key={file} class="box">
      <rect x={x} y={y} width={COLUMN} height={own} rx={6} />
      <text x={x + 8} y={y + 14}>
        {short(file === '' ? 'defined nowhere' : file, 44)}
      </text>
    </g>
  );
  const inside = (boxes: readonly Box[], x: number) =>
    boxes
      .flatMap(({ drawn }) => drawn)
      .map(({ node, y }) => (
        <Node key={node} {...{ data, judgement, node, onSelect }} x={x + 5} y={y} width={COLUMN - 10} />
      ));
  const rightX = WIDTH - COLUMN - 2;
  return (
    <div class="around">
      <div class="sides faint">
        <span>Callers{left.left > 0 && `, ${left.left} more not drawn`}</span>
        <span>Callees{right.left > 0 && `, ${right.left} more not drawn`}</span>
      </div>
      <svg class="picture" viewBox={`0 0 ${WIDTH} ${height}`} role="group" aria-label={`Calls around ${visible(name)}`}>
        <defs>
          <marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
            <path d="M0 0.8L8 4L0 7.2z" />
          </marker>
          <marker id="tip-bad" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">
            <path d="M0 0.8L8 4L0 7.2z" />
          </marker>
        </defs>
        {left.boxes.map((one) => box(one, 2))}
        {right.boxes.map((one) => box(one, rightX))}
        {lines(left.boxes, COLUMN - 3, WIDTH / 2 - 120)}
        {lines(right.boxes, rightX + 5, WIDTH / 2 + 120)}
        {inside(left.boxes, 2)}
        {inside(right.boxes, rightX)}
        <Node {...{ data, judgement, node: at, onSelect }} x={WIDTH / 2 - 120} y={middle} width={240} isCentre />
      </svg>
    </div>
  );
}

function Node({
  data,
  judgement,
  node,
  onSelect,
  x,
  y,
  width,
  isCentre = false,
}: Omit<Props, 'at'> & {
  readonly node: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly isCentre?: boolean;
}) {
  const { functions, others } = data;
  const name = visible((node < functions.length ? functions[node]?.name : others[node - functions.length]?.name) ?? '');
  const part = node < functions.length ? judgement.likelyPartOf(node) : judgement.partOf(node);
  const isMaybe = part !== null && judgement.partOf(node) === null;
  const because = others[node - functions.length]?.because ?? null;
  const tall = isCentre ? 34 : LINE - 4;
  const style = `n p${colourOf(data, part)}${isMaybe ? ' maybe' : ''}${isCentre ? ' centre' : ''}`;
  const inside = (
    <>
      <title>{`${name}${part === null ? '' : ` (${part}${because === null ? '' : `: ${because}`})`}`}</title>
      <rect x={x} y={y - tall / 2} width={width} height={tall} rx={4} />
      <text x={x + width / 2} y={y + 4}>
        {short(name, Math.floor(width / 7))}
      </text>
    </>
  );
  if (node >= functions.length || isCentre) return <g class={style}>{inside}</g>;
  return (
    <a
      class={style}
      href={`#f${node}`}
      onClick={(event) => {
        event.preventDefault();
        onSelect(node);
      }}
    >
      {inside}
    </a>
  );
}

function otherFile({ functions, others, files }: ReviewData, node: number): string {
  const site = others[node - functions.length]?.defined;
  return site === undefined || site === null ? '' : (files[site[0]] ?? '');
}

/** The end of a text says most. */
function short(text: string, most: number): string {
  const shown = visible(text);
  return shown.length <= most ? shown : `…${shown.slice(1 - most)}`;
}
