import type { Manifest } from '../../manifest/manifest.ts';
import { positionOf } from '../../manifest/part-lookup.ts';
import type { ItemMove } from '../intent/plan-moves.ts';
import { enclose } from './enclosures.ts';
import { headingSlot, lastSlot, outside, type Slot, sectionStart, slotsOf } from './insertion-points.ts';
import type { CutHeader, MovedUnit } from './moved-units.ts';
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
  /** Part -> the comment in the file that heads its section already. */
  readonly headings: ReadonlyMap<string, number>;
};

/**
 * Finds for each unit its neighbours' place: behind the function that precedes it in the manifest, else before the one
 * that follows it, else as a section of its own. A unit without a function comes before its part's functions.
 */
export function anchorUnits({ cut, moves, now, coming, bannerOf, headings }: AnchorInput): Insertions {
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
      const heading = headingSlot(cut, headings.get(part) ?? -1);
      if (heading) fillSection(cut, heading, units, after);
      else addSection(cut, moves, now, part, units, bannerOf(part), { before, after, alone });
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

function sided(slot: Slot | undefined, side: 'before' | 'after') {
  return slot ? { slot, side } : undefined;
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
  to.before.set(slot.first, (to.before.get(slot.first) ?? '') + text + lineEnd + blank);
}

/** What comes to a section that everything else leaves stands below its banner. */
function fillSection(
  { header: { lineEnd } }: CutHeader,
  heading: Slot,
  units: readonly MovedUnit[],
  after: Map<number, string>,
): void {
  const { depth, slot } = outside(
    heading,
    units.map(({ enclosures }) => enclosures),
  );
  after.set(slot.last, lineEnd + lineEnd + sectionText(units, '', lineEnd, depth) + (after.get(slot.last) ?? ''));
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
  const slots = slotsOf(cut, moves);
  const later = [...slots].find(([name]) => {
    const other = now.prototypes.get(name)?.part ?? '';
    return positionOf(now, other) > positionOf(now, part);
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
