import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { positionOf } from '../../manifest/part-lookup.ts';
import type { ItemMove } from '../intent/plan-moves.ts';
import { enclose } from './enclosures.ts';
import { headingSlot, lastSlot, outside, type Slot, sectionStart, slotAround, slotsOf } from './insertion-points.ts';
import type { CutHeader, MovedUnit } from './moved-units.ts';
import type { NeighbourOf } from './nearest-definition.ts';
import { type Bounds, boundsIn, type ReadAbove, wordsOf } from './place-bounds.ts';
import { entersRun, type PragmaRun } from './pragma-runs.ts';
import { sectionText } from './section-text.ts';

/** Texts to put into a file, by the piece before or behind which they stand. */
export type Insertions = {
  readonly before: ReadonlyMap<number, string>;
  readonly after: ReadonlyMap<number, string>;
  /** Sections of a file in which no item stays. */
  readonly alone: readonly string[];
  readonly findings: readonly Diagnostic[];
};

export type AnchorInput = {
  /** The file that units come to. */
  readonly cut: CutHeader;
  /** What leaves it, or leaves its place in it. */
  readonly moves: ReadonlyMap<number, ItemMove>;
  readonly now: Manifest;
  /** Those that come, grouped by part, in the order in which they should stand. */
  readonly coming: ReadonlyMap<string, readonly MovedUnit[]>;
  /** What opens a part's section where the file has none yet; empty for nothing. */
  readonly bannerOf: (part: string) => string;
  /** Part -> the comment in the file that heads its section already. */
  readonly headings: ReadonlyMap<string, number>;
  /** The functions whose place in the manifest says nothing; beside which others they belong. */
  readonly isUnplaced: (name: string) => boolean;
  readonly neighbourOf: NeighbourOf;
  readonly readAbove: ReadAbove;
  readonly runs: readonly PragmaRun[];
};

/**
 * Finds for each unit its neighbours' place: behind the function that precedes it in the manifest, else before the one
 * that follows it, else as a section of its own. A unit without a function comes before its part's functions. Where the
 * manifest's order says nothing, a function comes to the one that is defined beside it, else to the end of its section.
 * A function whose place would part it from what it needs takes the first that does not.
 */
export function anchorUnits(input: AnchorInput): Insertions {
  const { cut, moves, now, coming, bannerOf, headings, isUnplaced, neighbourOf } = input;
  const slots = slotsOf(cut, moves);
  const boundsOf = boundsIn(cut, moves, input.readAbove, input.runs);
  const before = new Map<number, string>();
  const after = new Map<number, string>();
  const alone: string[] = [];
  const findings: Diagnostic[] = [];
  const partOf = (name: string): string | null => now.prototypes.get(name)?.part ?? null;
  const partsStaying = new Set([...slots.keys()].map(partOf));
  const namesIn = namesByPart(now);
  for (const [part, units] of coming) {
    if (!partsStaying.has(part)) {
      const heading = headingSlot(cut, headings.get(part) ?? -1);
      const [first] = units;
      const run = first && boundsOf(first).runAt(heading ? heading.last + 1 : cut.pieces.pieces.length);
      if (run) findings.push(entersRun(cut.header, run, first.name));
      if (heading) fillSection(cut, heading, units, after);
      else addSection(cut, { moves, slots }, now, part, units, bannerOf(part), { before, after, alone });
      continue;
    }
    /** Function that has come -> where: units behind one another share their slot. */
    const placed = new Map<string, Place>();
    const ranks = new Map<string, number>();
    const arriving = new Set(units.map(({ name }) => name));
    const siblings = (namesIn.get(part) ?? []).filter((name) => slots.has(name) || arriving.has(name));
    const rank = new Map(siblings.map((name, at) => [name, at]));
    const stayingFrom = nextStaying(siblings, slots);
    const own = [...slots].flatMap(([name, slot]) => (rank.has(name) ? [slot] : []));
    const placeByDefinition = ({ name }: MovedUnit): Place | undefined => {
      if (name === null || !isUnplaced(name)) return undefined;
      const near = neighbourOf(name, (other) => placed.has(other) || (slots.has(other) && rank.has(other)));
      return near ? (placed.get(near.name) ?? sided(slots.get(near.name), near.side)) : sided(own.at(-1), 'after');
    };
    // Those before it stand, or have come just now: the nearest is found at once.
    const placeInManifest = (at: number): Place | undefined => {
      for (let before = at - 1; before >= 0; before--) {
        const name = siblings[before] ?? '';
        const place = placed.get(name) ?? sided(slots.get(name), 'after');
        if (place) return place;
      }
      return sided(stayingFrom[at] ?? stayingFrom[0] ?? undefined, 'before');
    };
    for (const unit of units) {
      const at = unit.name === null ? 0 : (rank.get(unit.name) ?? siblings.length - 1);
      const used = wordsOf(unit.text).map((word) => ranks.get(word) ?? 0);
      const need = { ...boundsOf(unit), least: Math.max(0, ...used) };
      const bounds = unit.name === null ? null : need;
      const fitting = (place: Place | undefined): Place | undefined =>
        place && (bounds === null || fits(place, unit, bounds)) ? place : undefined;
      const target =
        fitting(placeByDefinition(unit)) ??
        fitting(placeInManifest(at)) ??
        (bounds ? firstPlace(cut, own, unit, bounds) : undefined) ??
        placeInManifest(at);
      const run = target && need.runAt(piecesAbove(target, unit));
      if (run) findings.push(entersRun(cut.header, run, unit.name));
      if (!target) throw new Error(`no neighbour for what moves to '${part}'`);
      if (unit.name !== null) {
        placed.set(unit.name, target);
        ranks.set(unit.name, rankOf(target, unit));
      }
      insert(cut, unit, target.slot, target.side, { before, after, alone });
    }
  }
  return { before, after, alone, findings };
}

type Place = { readonly slot: Slot; readonly side: 'before' | 'after' };

function sided(slot: Slot | undefined, side: Place['side']): Place | undefined {
  return slot ? { slot, side } : undefined;
}

/** How many pieces stand above what comes to a place, outside the brackets that it has not stood in. */
function piecesAbove({ slot: beside, side }: Place, unit: MovedUnit): number {
  const { slot } = outside(beside, [unit.enclosures]);
  return side === 'after' ? slot.last + 1 : slot.first;
}

/** Between two pieces, what comes behind the one stands above what comes before the other. */
function rankOf(place: Place, unit: MovedUnit): number {
  return piecesAbove(place, unit) + (place.side === 'after' ? 0 : 0.5);
}

/** What a unit needs: `least` is the rank of the last that it uses of those that came before it. */
type Need = Bounds & { readonly least: number };

function fits(place: Place, unit: MovedUnit, { from, to, least, runAt }: Need): boolean {
  const above = piecesAbove(place, unit);
  return from <= above && above <= to && least <= rankOf(place, unit) && !runAt(above);
}

/** The first place between the bounds: beside a function of the section, else beside what bounds it. */
function firstPlace(cut: CutHeader, slots: readonly Slot[], unit: MovedUnit, bounds: Need): Place | undefined {
  const beside = slots.flatMap((slot): readonly Place[] => [
    { slot, side: 'before' },
    { slot, side: 'after' },
  ]);
  const [above, below] = [slotAround(cut, bounds.from - 1), slotAround(cut, bounds.to)];
  const bounding = [sided(above, 'after'), sided(below, 'before')].filter((place) => place !== undefined);
  return [...beside, ...bounding].find((place) => fits(place, unit, bounds));
}

function namesByPart({ prototypes }: Manifest): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const [name, { part }] of prototypes) {
    const known = names.get(part ?? '');
    if (known) known.push(name);
    else names.set(part ?? '', [name]);
  }
  return names;
}

/** For each place among functions the slot of the first from there on that stays; null for none. */
function nextStaying(names: readonly string[], slots: ReadonlyMap<string, Slot>): readonly (Slot | null)[] {
  const found: (Slot | null)[] = [];
  for (const name of names.toReversed()) found.push(slots.get(name) ?? found.at(-1) ?? null);
  return found.reverse();
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
  { moves, slots }: { readonly moves: ReadonlyMap<number, ItemMove>; readonly slots: ReadonlyMap<string, Slot> },
  now: Manifest,
  part: string,
  units: readonly MovedUnit[],
  banner: string,
  to: Mutable,
): void {
  const { lineEnd } = cut.header;
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
