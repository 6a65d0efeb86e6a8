import { escapeHtml, type Html, html, markup } from '../html/html.ts';
import type { Picture } from './picture.ts';
import { type GraphvizJson, heightOfNode, widthOf } from './picture-layout.ts';
import type { ReviewData } from './review-data.ts';

/** A picture as SVG, as Graphviz laid it out. Colours come from classes: `p0` for the first part, `bad` for what is forbidden. */
export function drawPicture(picture: Picture, layout: GraphvizJson, { functions, parts }: ReviewData): Html {
  const [, , width = 0, height = 0] = numbersIn(layout.bb);
  const y = (at: number): number => Math.round(height - at);
  const objects = layout.objects ?? [];
  const files = [...picture.boxes.keys()];
  const boxes = objects.flatMap(({ name, bb }) => {
    const at = /^cluster_(\d+)$/.exec(name)?.[1];
    if (at === undefined || bb === undefined) return [];
    const [left = 0, low = 0, right = 0, high = 0] = numbersIn(bb).map(Math.round);
    return [
      html`<g class="box"><rect x="${left}" y="${y(high)}" width="${right - left}" height="${high - low}" rx="5"/><text x="${left + 6}" y="${y(high) + 13}">${files[Number(at)] ?? ''}</text></g>
`,
    ];
  });
  const nodeOf = objects.map(({ name }) => Number(/^n(\d+)$/.exec(name)?.[1] ?? -1));
  const middles = new Map<number, Middle>();
  const nodes = objects.flatMap(({ pos }, at) => {
    const number = nodeOf[at] ?? -1;
    const one = functions[number];
    if (one === undefined || pos === undefined) return [];
    const [x = 0, middle = 0] = numbersIn(pos);
    const wide = Math.round(widthOf(one.name));
    middles.set(number, { x: Math.round(x), y: y(middle), half: wide / 2 });
    const part = one.part ?? ('part' in one.suggestion ? one.suggestion.part : null);
    const style = `n p${part === null ? 'none' : parts.indexOf(part)}${one.part === null ? ' maybe' : ''}`;
    return [
      html`<a href="#f${number}" class="${style}" data-n="${number}"><rect x="${Math.round(x - wide / 2)}" y="${y(middle) - heightOfNode / 2}" width="${wide}" height="${heightOfNode}" rx="3"/><text x="${Math.round(x)}" y="${y(middle) + 4}">${one.name}</text></a>
`,
    ];
  });
  const lines = picture.edges.flatMap(({ from, to, isForbidden, isWay }) => {
    const [start, end] = [middles.get(from), middles.get(to)];
    if (start === undefined || end === undefined) return [];
    const style = `e${isForbidden ? ' bad' : ''}${isWay ? ' way' : ''}`;
    const path = `<path class="${style}" data-f="${from}" data-t="${to}" d="${curve(start, end)}"/>\n`;
    return [{ isForbidden, path }];
  });
  // Those that are forbidden lie on top.
  const sorted = [...lines.filter((one) => !one.isForbidden), ...lines.filter((one) => one.isForbidden)];
  const label = escapeHtml(
    `Calls between functions of different parts: ${picture.nodes} functions, ${picture.edges.length} ${picture.edges.length === 1 ? 'call' : 'calls'}`,
  );
  return html`${markup(
    `<svg class="picture" viewBox="-4 -4 ${Math.round(width) + 8} ${Math.round(height) + 8}" width="${Math.round(width) + 8}" height="${Math.round(height) + 8}" role="group" aria-label="${label}">\n<defs><marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0.8L8 4L0 7.2z"/></marker><marker id="arrow-bad" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0.8L8 4L0 7.2z"/></marker></defs>\n`,
  )}${boxes}${markup(sorted.map(({ path }) => path).join(''))}${nodes}${markup('</svg>')}`;
}

type Middle = { readonly x: number; readonly y: number; readonly half: number };

/** From side to side, so that a line leaves its own column at once; within a column it bows out to the right. */
function curve(from: Middle, to: Middle): string {
  const isBeside = Math.abs(from.x - to.x) < from.half + to.half;
  const away = isBeside || from.x < to.x ? 1 : -1;
  const [x1, x2] = [from.x + away * from.half, to.x + (isBeside ? to.half : -away * to.half)];
  const pull = isBeside ? Math.min(120, 24 + Math.abs(to.y - from.y) / 4) : Math.max(20, Math.abs(x2 - x1) / 2);
  const [c1, c2] = [x1 + away * pull, isBeside ? x2 + pull : x2 - away * pull];
  return `M${Math.round(x1)} ${from.y}C${Math.round(c1)} ${from.y} ${Math.round(c2)} ${to.y} ${Math.round(x2)} ${to.y}`;
}

function numbersIn(text: string): readonly number[] {
  return (text.match(/-?[\d.]+(?:e[-+]?\d+)?/g) ?? []).map(Number);
}
