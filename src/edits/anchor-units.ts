import type { Manifest } from '../manifest/manifest.ts';
import type { PieceTree } from '../model/pieces.ts';
import type { ItemMove } from '../plan/plan-moves.ts';
import { type BracketPieces, type Enclosure, enclose, sharedDepth } from './enclosures.ts';
import {
  type Container,
  type CutHeader,
  enclosuresAround,
  firstPieceOf,
  functionsOf,
  itemsIn,
  lastPieceOf,
  type MovedUnit,
} from './moved-units.ts';
import { sectionText } from './section-text.ts';

/** Texts to put into a file, by the piece before or behind which they stand. */
export type Insertions = {
  readonly before: ReadonlyMap<number, string>;
  readonly after: ReadonlyMap<number, string>;
  /** Sections of a file in which no item stays. */
  readonly alone: readonly string[];
};

export type AnchorInput = {
  /** The file that units come to. */
  readonly cut: CutHeader;
  /** What leaves it, or leaves its place in it. */
  readonly moves: ReadonlyMap<number, ItemMove>;
  readonly now: Manifest;
  /** Those that come, grouped by part, in the order in which they shall stand. */
  readonly coming: ReadonlyMap<string, readonly MovedUnit[]>;
  /** What opens a part's section where the file has none yet; empty for nothing. */
  readonly bannerOf: (part: string) => string;
};

/**
 * Finds for each unit its neighbours' place: behind the function that precedes it in the manifest, else before the one
 * that follows it, else as a section of its own. A unit without a function comes before its part's functions.
 */
export function anchorUnits({ cut, moves, now, coming, bannerOf }: AnchorInput): Insertions {
  const slots = slotsOf(cut, moves);
  const before = new Map<number, string>();
  const after = new Map<number, string>();
  const alone: string[] = [];
  const order = [...now.prototypes.keys()];
  const partOf = (name: string): string | null => now.prototypes.get(name)?.part ?? null;
  for (const [part, units] of coming) {
    /** Function that has come -> where: units behind one another share their slot. */
    const placed = new Map<string, { readonly slot: Slot; readonly side: 'before' | 'after' }>();
    const siblings = order.filter(
      (name) => partOf(name) === part && (slots.has(name) || units.some((u) => u.name === name)),
    );
    let rest = units;
    if (![...slots.keys()].some((name) => partOf(name) === part)) {
      addSection(cut, moves, now, part, units, bannerOf(part), { before, after, alone });
      rest = [];
    }
    for (const unit of rest) {
      const at = unit.name === null ? 0 : siblings.indexOf(unit.name);
      const predecessor = siblings.slice(0, at).findLast((name) => slots.has(name) || placed.has(name));
      const successor = siblings.slice(at).find((name) => slots.has(name)) ?? siblings.find((name) => slots.has(name));
      const found =
        predecessor === undefined ? undefined : (placed.get(predecessor) ?? sided(slots.get(predecessor), 'after'));
      const target = found ?? sided(slots.get(successor ?? ''), 'before');
      if (!target) throw new Error(`no neighbour for what moves to '${part}'`);
      if (unit.name !== null) placed.set(unit.name, target);
      insert(cut, unit, target.slot, target.side, { before, after, alone });
    }
  }
  return { before, after, alone };
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

/** Where something that stays stands: pieces of its first comment, and of its end. */
type Slot = {
  readonly first: number;
  readonly last: number;
  readonly hasComment: boolean;
  /** Around it, the outermost first; both lists alike. */
  readonly brackets: readonly BracketPieces[];
  readonly enclosures: readonly Enclosure[];
};

function sided(slot: Slot | undefined, side: 'before' | 'after') {
  return slot ? { slot, side } : undefined;
}

/** The slots of the functions that stay in a file. */
function slotsOf(cut: CutHeader, moves: ReadonlyMap<number, ItemMove>): ReadonlyMap<string, Slot> {
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

/** Outside the brackets of a slot that something which comes does not stand in: how many are left, and the place. */
function outside(slot: Slot, enclosures: readonly (readonly Enclosure[])[]): { depth: number; slot: Slot } {
  const depth = Math.min(...enclosures.map((own) => sharedDepth(slot.enclosures, own)));
  const bracket = slot.brackets[depth];
  return { depth, slot: bracket ? { ...slot, first: bracket.open, last: bracket.close, hasComment: false } : slot };
}

type Mutable = { readonly before: Map<number, string>; readonly after: Map<number, string>; readonly alone: string[] };

/** A unit joins the paragraph of the neighbour that it comes behind; one with a comment stands alone where it can. */
function insert(
  { header, pieces }: CutHeader,
  unit: MovedUnit,
  beside: Slot,
  side: 'before' | 'after',
  to: Mutable,
): void {
  const { lineEnd } = header;
  const { depth, slot } = outside(beside, [unit.enclosures]);
  const text = enclose(unit.text, unit.enclosures.slice(depth));
  const blankBefore = pieces.pieces[slot.first]?.gap.hasBlankLine ?? true;
  const blankAfter = pieces.pieces[slot.last + 1]?.gap.hasBlankLine ?? true;
  const isAlone = slot.first === 0 || blankBefore;
  if (side === 'after') {
    const blank = blankAfter && (unit.hasComment || slot.hasComment || isAlone) ? lineEnd : '';
    to.after.set(slot.last, (to.after.get(slot.last) ?? '') + lineEnd + blank + text);
    return;
  }
  const blank = unit.hasComment || slot.hasComment || blankAfter ? lineEnd : '';
  to.before.set(slot.first, (to.before.get(slot.first) ?? '') + unit.text + lineEnd + blank);
}

/** A section that the file has not had: before the section of the next part that it has, else at its end. */
function addSection(
  cut: CutHeader,
  moves: ReadonlyMap<number, ItemMove>,
  now: Manifest,
  part: string,
  units: readonly MovedUnit[],
  banner: string,
  to: Mutable,
): void {
  const { lineEnd } = cut.header;
  const names = now.parts.map(({ name }) => name);
  const slots = slotsOf(cut, moves);
  const later = [...slots].find(([name]) => {
    const other = now.prototypes.get(name)?.part ?? '';
    return names.indexOf(other) > names.indexOf(part);
  });
  const found = later ? sectionStart(cut, later[1]) : lastSlot(cut, moves);
  if (found === null) {
    to.alone.push(sectionText(units, banner, lineEnd));
    return;
  }
  const { depth, slot } = outside(
    found,
    units.map(({ enclosures }) => enclosures),
  );
  const text = sectionText(units, banner, lineEnd, depth);
  if (later) to.before.set(slot.first, text + lineEnd + lineEnd + (to.before.get(slot.first) ?? ''));
  else to.after.set(slot.last, (to.after.get(slot.last) ?? '') + lineEnd + lineEnd + text);
}

/** Detached comments above a section's first function head the section. */
function sectionStart({ containers }: CutHeader, slot: Slot): Slot {
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
function lastSlot(cut: CutHeader, moves: ReadonlyMap<number, ItemMove>): Slot | null {
  const staying = cut.containers.flatMap((container) =>
    container.nodes
      .filter((node) => itemsIn(node).some((item) => !moves.has(item)))
      .map(
        (node): Slot => ({
          first: firstPieceOf(node),
          last: lastPieceOf(node),
          hasComment: false,
          brackets: container.brackets,
          enclosures: enclosuresAround(cut, container),
        }),
      ),
  );
  return staying.reduce<Slot | null>((last, slot) => (last && last.last > slot.last ? last : slot), null);
}
