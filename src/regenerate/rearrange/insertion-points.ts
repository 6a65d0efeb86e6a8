import type { PieceTree } from '../../model/header-slices.ts';
import type { ItemMove } from '../intent/plan-moves.ts';
import { type BracketPieces, type Enclosure, sharedDepth } from './enclosures.ts';
import {
  type Container,
  type CutHeader,
  enclosuresAround,
  firstPieceOf,
  functionsOf,
  itemsIn,
  lastPieceOf,
} from './moved-units.ts';

/** Where something that stays stands: pieces of its first comment, and of its end. */
export type Slot = {
  readonly first: number;
  readonly last: number;
  readonly hasComment: boolean;
  /** Around it, the outermost first; both lists alike. */
  readonly brackets: readonly BracketPieces[];
  readonly enclosures: readonly Enclosure[];
};

/** The slots of the functions that stay in a file. */
export function slotsOf(cut: CutHeader, moves: ReadonlyMap<number, ItemMove>): ReadonlyMap<string, Slot> {
  const { header, banners, containers } = cut;
  const slots = new Map<string, Slot>();
  for (const container of containers) {
    const around = { brackets: container.brackets, enclosures: enclosuresAround(cut, container) };
    container.nodes.forEach((node, at) => {
      const staying = itemsIn(node).filter((item) => !moves.has(item));
      const slot = { ...extentOf(container, node, at, banners), ...around };
      for (const item of staying)
        for (const name of functionsOf(header, item)) if (!slots.has(name)) slots.set(name, slot);
    });
  }
  return slots;
}

/** The first piece, comments above it included, of what stays of the functions asked for; null when none does. */
export function firstSlotOf(
  cut: CutHeader,
  moves: ReadonlyMap<number, ItemMove>,
  isWanted: (name: string) => boolean,
): number | null {
  const found = [...slotsOf(cut, moves)].find(([name]) => isWanted(name));
  return found ? found[1].first : null;
}

/** The banner of a section, by the index of its comment. */
export function headingSlot(cut: CutHeader, comment: number): Slot | null {
  for (const container of cut.containers) {
    const node = container.nodes.find((one) => one.kind === 'comment' && one.index === comment);
    if (node) return nodeSlot(cut, container, node);
  }
  return null;
}

/** What stands at a piece, or around it as a group. */
export function slotAround(cut: CutHeader, piece: number): Slot | undefined {
  for (const container of cut.containers) {
    const node = container.nodes.find((one) => firstPieceOf(one) <= piece && piece <= lastPieceOf(one));
    if (node) return nodeSlot(cut, container, node);
  }
  return undefined;
}

/** Detached comments above a section's first function head the section. */
export function sectionStart({ containers }: CutHeader, slot: Slot): Slot {
  for (const container of containers) {
    const at = container.nodes.findIndex((node) => firstPieceOf(node) === slot.first);
    if (at < 0) continue;
    let start = at;
    while (start > 0 && container.nodes[start - 1]?.kind === 'comment') start--;
    const node = container.nodes[start];
    return node ? { ...slot, first: firstPieceOf(node) } : slot;
  }
  return slot;
}

/** What stays at the end of the container of the last item; null where nothing does. */
export function lastSlot(cut: CutHeader, moves: ReadonlyMap<number, ItemMove>): Slot | null {
  const staying = cut.containers.flatMap((container) =>
    container.nodes
      .filter((node) => itemsIn(node).some((item) => !moves.has(item)))
      .map((node) => nodeSlot(cut, container, node)),
  );
  return staying.reduce<Slot | null>((last, slot) => (last && last.last > slot.last ? last : slot), null);
}

/** Outside the brackets of a slot that something which comes does not stand in: how many are left, and the place. */
export function outside(slot: Slot, enclosures: readonly (readonly Enclosure[])[]): { depth: number; slot: Slot } {
  const depth = Math.min(...enclosures.map((own) => sharedDepth(slot.enclosures, own)));
  const bracket = slot.brackets[depth];
  return { depth, slot: bracket ? { ...slot, first: bracket.open, last: bracket.close, hasComment: false } : slot };
}

/** With the comments directly above the node, its section's banner apart: what comes before it comes before them. */
function extentOf(
  { nodes }: Container,
  node: PieceTree,
  at: number,
  banners: ReadonlySet<number>,
): Pick<Slot, 'first' | 'last' | 'hasComment'> {
  let start = at;
  for (let above = nodes[start - 1]; above?.kind === 'comment'; above = nodes[start - 1]) {
    if (banners.has(above.index) || !isAdjacent(above, nodes[start])) break;
    start--;
  }
  const first = nodes[start] ?? node;
  return { first: firstPieceOf(first), last: lastPieceOf(node), hasComment: start < at };
}

function isAdjacent(one: PieceTree | undefined, next: PieceTree | undefined): boolean {
  return one !== undefined && next !== undefined && lastPieceOf(one) + 1 === firstPieceOf(next);
}

function nodeSlot(cut: CutHeader, container: Container, node: PieceTree): Slot {
  return {
    first: firstPieceOf(node),
    last: lastPieceOf(node),
    hasComment: false,
    brackets: container.brackets,
    enclosures: enclosuresAround(cut, container),
  };
}
