import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import type { Manifest, Part } from '../manifest/manifest.ts';
import type { Header } from '../model/header.ts';
import { includedPath } from '../plan/assign.ts';
import { guardName } from '../plan/guard-names.ts';
import { sharedPartFile } from '../plan/layout.ts';
import { filesOf } from '../plan/pair-files.ts';
import type { ItemMove, ItemMoves } from '../plan/plan-moves.ts';
import { bannerComments } from '../plan/sections.ts';
import type { SplitHeaders } from '../plan/split-headers.ts';
import { filesReachedFrom } from '../plan/split-rules/siblings.ts';
import { meansFile } from '../plan/split-state.ts';
import { placeOf } from '../text/place.ts';
import { applyEdits, type TextEdit } from '../text/text-edit.ts';
import { anchorUnits, firstSlotOf, sectionText } from './anchor-units.ts';
import { type BannerChanges, bannerText, changeBanners, type SectionPair } from './banner-changes.ts';
import { changeGuard } from './guard-change.ts';
import { includeOperand } from './include-operand.ts';
import { type CutHeader, cutHeader, type MovedUnit, type TakenApart, takeApart } from './moved-units.ts';
import { closing, includeLines, opening, paragraphs, type RenderedFile } from './render-files.ts';
import { type ItemEdits, renderSection } from './render-section.ts';
import { changeSiblings, type SiblingChanges } from './sibling-includes.ts';

export type RearrangeInput = {
  readonly split: SplitHeaders;
  /** Both as `reconcile` makes them. */
  readonly was: Manifest;
  readonly now: Manifest;
  /** Old part file -> what became of it. */
  readonly files: ReadonlyMap<string, string | null>;
  readonly moves: ItemMoves;
  /** Part file (today's path) -> part files that it has to include besides. */
  readonly siblings: ReadonlyMap<string, readonly string[]>;
  /** How one file includes a part file. */
  readonly spell: (from: string, to: string) => string;
  /** File -> edits within items: assertions of inline functions. */
  readonly itemEdits: ReadonlyMap<string, ItemEdits>;
  /** Part file (today's path) -> include paths that those assertions need. */
  readonly assertIncludes: ReadonlyMap<string, ReadonlySet<string>>;
  readonly mends: boolean;
};

export type Rearranged = {
  /** Every part file there shall be, and last the wrapper. */
  readonly files: readonly RenderedFile[];
  readonly findings: readonly Diagnostic[];
};

/**
 * The part files and the wrapper with items moved between them. What does not move keeps every byte: where something
 * left, one blank line at most; what comes stands with its neighbours.
 */
export function rearrangeFiles(input: RearrangeInput): Rearranged {
  const { split, now } = input;
  const banners = [...input.was.parts, input.was.wrapper].map(({ banner }) => banner);
  const cutOf = (header: Header): CutHeader => cutHeader(header, bannerComments(header, banners));
  const cuts = [...split.parts.values()].map(cutOf);
  const wrapper = cutOf(split.wrapper);
  const apart = new Map([...cuts, wrapper].map((cut) => [pathOf(cut), apartOf(input, cut)]));
  const comingFrom = (units: readonly MovedUnit[]) => (path: string) => comingTo(now, path, units);
  const moving = comingFrom([...apart.values()].flatMap((one) => one.units));
  const cutOfPath = (path: string): CutHeader | null =>
    cuts.find((one) => input.files.get(pathOf(one)) === path && (moving(path).size > 0 || keepsAnything(input, one))) ??
    null;
  const kept = new Set(filesOf(now).flatMap((path) => cutOfPath(path) ?? []));
  const units = [...cuts, wrapper].flatMap((cut) => {
    const own = apart.get(pathOf(cut));
    if (!own) return [];
    return cut === wrapper || kept.has(cut) ? own.units : carryComments(cut, own);
  });
  const coming = comingFrom(units);
  const stories = filesOf(now).flatMap((path): Story[] => {
    const story = { path, coming: coming(path), cut: cutOfPath(path) };
    return story.cut || story.coming.size > 0 ? [story] : [];
  });
  const present = stories.map(({ path }) => path);
  const rendered = stories.map((story) =>
    story.cut ? renderChanged(input, story, story.cut, apart, present) : renderNew(input, story, present),
  );
  const made = [...rendered, renderWrapper(input, wrapper, apart, present)];
  const abandoned = cuts.filter((cut) => !kept.has(cut)).flatMap((cut) => abandonedComment(input, cut, apart));
  return {
    files: made.map(({ file }) => file),
    findings: [...made.flatMap(({ findings }) => findings), ...abandoned],
  };
}

/** A comment in a file that goes, and out of which nothing moves that could take it along. */
function abandonedComment(
  { now }: RearrangeInput,
  { header, banners }: CutHeader,
  apart: ReadonlyMap<string, TakenApart>,
): readonly Diagnostic[] {
  const { path } = header.source;
  const left = header.comments.find(({ index }) => !banners.has(index));
  if (!left || (apart.get(path)?.units.length ?? 0) > 0) return [];
  const asked = { place: placeOf(now.source, now.header.span), label: 'by this manifest' };
  const message = `${path} shall go, and this comment is all that is left in it`;
  return [diagnostic('hand-edit-contradicts', message, placeOf(header.source, left.span), asked)];
}

/** A part file that there shall be: what comes to it, and what it was; null for a new one. */
type Story = {
  readonly path: string;
  readonly coming: ReadonlyMap<string, readonly MovedUnit[]>;
  readonly cut: CutHeader | null;
};

type Made = { readonly file: RenderedFile; readonly findings: readonly Diagnostic[] };

function apartOf(input: RearrangeInput, cut: CutHeader): TakenApart {
  return takeApart(cut, movesIn(input, cut), input.itemEdits.get(pathOf(cut)) ?? new Map());
}

/** The units that come to a file, by part in the order of its sections, in the manifest's order. */
function comingTo(now: Manifest, path: string, units: readonly MovedUnit[]): ReadonlyMap<string, readonly MovedUnit[]> {
  const order = [...now.prototypes.keys()];
  const rank = ({ name }: MovedUnit): number => (name === null ? -1 : order.indexOf(name));
  const parts = now.parts.filter((part) => part.file === path);
  const groups = parts.map(({ name }): [string, MovedUnit[]] => [
    name,
    units.filter(({ part }) => part === name).sort((a, b) => rank(a) - rank(b)),
  ]);
  return new Map(groups.filter(([, group]) => group.length > 0));
}

/** The comments that a file would take along when it goes, in front of the first thing that moves from it. */
function carryComments({ header, banners }: CutHeader, { units, travelling }: TakenApart): readonly MovedUnit[] {
  const left = header.comments.filter(({ index }) => !travelling.has(index) && !banners.has(index));
  const [first, ...others] = units;
  if (!first || left.length === 0) return units;
  const texts = left.map(({ span }) => header.source.text.slice(span.start, span.end));
  const text = [...texts, first.text].join(header.lineEnd + header.lineEnd);
  return [{ ...first, text, hasComment: true }, ...others];
}

/** Whether a file that something leaves has more left than includes that the split itself put there. */
function keepsAnything(input: RearrangeInput, { header }: CutHeader): boolean {
  const moves = input.moves.get(header.source.path);
  if (!moves) return true;
  const own = [...input.files.keys(), ...input.was.parts.flatMap((part) => part.assertInclude ?? [])];
  return header.items.some(
    (item) =>
      !moves.has(item.index) &&
      !includedPath(item).some((path) =>
        own.some((file) => path === file || meansFile(header.source.path, path, file)),
      ),
  );
}

function renderChanged(
  input: RearrangeInput,
  { path, coming }: Story,
  cut: CutHeader,
  apart: ReadonlyMap<string, TakenApart>,
  present: readonly string[],
): Made {
  const { now } = input;
  const { header } = cut;
  const banners = changeBanners(header, now, sectionsOf(input, header.source.path, path));
  const guard = changeGuard({ header, wrapper: input.split.wrapper, was: input.was, now, path, mends: input.mends });
  const siblings = changeSiblings({
    header,
    files: input.files,
    present,
    wanted: siblingsOf(input, path),
    unwanted: [path],
    keepsOrder: false,
    spell: (to) => input.spell(path, to),
  });
  const anchored = anchorUnits({
    cut,
    moves: movesIn(input, cut),
    now,
    coming,
    bannerOf: (part) => bannerText(header, now.parts.find(({ name }) => name === part) ?? null) ?? '',
  });
  const text = compose(input, cut, {
    leaving: apart.get(header.source.path) ?? null,
    banners,
    siblings,
    frame: guard.edits,
    before: anchored.before,
    after: anchored.after,
    includes: [...(input.assertIncludes.get(path) ?? [])],
  });
  return { file: { path, text }, findings: [...banners.findings, ...guard.findings] };
}

function renderNew(input: RearrangeInput, { path, coming }: Story, present: readonly string[]): Made {
  const { now } = input;
  const { wrapper } = input.split;
  const frame = { header: wrapper, licence: null };
  const guard = guardName(wrapper, path, now.parts);
  const wanted = siblingsOf(input, path).filter((file) => present.includes(file));
  const operands = [
    ...wanted.map((file) => input.spell(path, file)),
    ...[...(input.assertIncludes.get(path) ?? [])].map((one) => includeOperand(one)),
  ];
  const sections = [...coming].flatMap(([part, units]) => [
    bannerText(wrapper, now.parts.find(({ name }) => name === part) ?? null) ?? '',
    sectionText(units, '', wrapper.lineEnd),
  ]);
  const body = paragraphs([includeLines(operands, wrapper.lineEnd), ...sections], wrapper.lineEnd);
  return { file: { path, text: opening(frame, guard) + body + closing(frame, guard) }, findings: [] };
}

function renderWrapper(
  input: RearrangeInput,
  cut: CutHeader,
  apart: ReadonlyMap<string, TakenApart>,
  present: readonly string[],
): Made {
  const { split, was, now, files, mends } = input;
  const { header } = cut;
  // Mending asks for no include of a file that is read through another.
  const old = mends
    ? filesReachedFrom(header, split, now)
    : new Set([...files.values()].filter((file) => file !== null));
  const siblings = changeSiblings({
    header,
    files,
    present,
    wanted: present.filter((file) => !old.has(file)),
    unwanted: [],
    keepsOrder: true,
    spell: (to) => input.spell(header.source.path, to),
  });
  const asPart = (manifest: Manifest): Part | null => {
    const [first] = manifest.parts;
    return first ? { ...first, name: WRAPPER, banner: manifest.wrapper.banner } : null;
  };
  const banners = changeBanners(header, now, [{ was: asPart(was), now: asPart(now) }]);
  const leaving = apart.get(header.source.path) ?? null;
  const none = new Map<number, string>();
  const text = compose(input, cut, { leaving, banners, siblings, frame: [], before: none, after: none, includes: [] });
  return { file: { path: header.source.path, text }, findings: banners.findings };
}

/** No part can be called so. */
const WRAPPER = 'wrapper';

/** The part files that a part file shall include besides those it does. */
function siblingsOf({ split, now, siblings, mends }: RearrangeInput, path: string): readonly string[] {
  const shared = sharedPartFile(now);
  const wanted = siblings.get(path) ?? [];
  const header = split.parts.get(path);
  const isReached = path === shared || (header && filesReachedFrom(header, split, now).has(shared));
  return mends && !isReached ? [...new Set([shared, ...wanted])] : wanted;
}

/** The sections of a file before and after, each with what became of it. */
function sectionsOf({ was, now, files }: RearrangeInput, before: string, after: string): readonly SectionPair[] {
  const old = was.parts.filter(({ file }) => file === before);
  const made = now.parts.filter(({ file }) => file === after);
  const isRenamed = (part: Part): boolean => !now.parts.some(({ name }) => name === part.name);
  const pairs = made.map((part): SectionPair => {
    const same = old.find(({ name }) => name === part.name);
    if (same) return { was: same, now: part };
    const isNew = !was.parts.some(({ name }) => name === part.name);
    const renamed = isNew && files.get(before) === after ? old.find(isRenamed) : undefined;
    return { was: renamed ?? null, now: part };
  });
  const gone = old.filter((part) => !pairs.some((pair) => pair.was === part));
  // A section that the file has not had gets its banner with what comes to it.
  return [...pairs.filter((pair) => pair.was !== null), ...gone.map((part): SectionPair => ({ was: part, now: null }))];
}

type Changes = {
  readonly leaving: TakenApart | null;
  readonly banners: BannerChanges;
  readonly siblings: SiblingChanges;
  /** Outside all items: the guard. */
  readonly frame: readonly TextEdit[];
  readonly before: ReadonlyMap<number, string>;
  readonly after: ReadonlyMap<number, string>;
  /** Paths of further includes. */
  readonly includes: readonly string[];
};

function compose(input: RearrangeInput, cut: CutHeader, changes: Changes): string {
  const { header } = cut;
  const { pieces } = cut.pieces;
  const { text } = header.source;
  const { leaving, banners, siblings, frame } = changes;
  const moves = movesIn(input, cut);
  const start = pieces[0]?.start ?? text.length;
  const end = pieces.at(-1)?.end ?? text.length;
  const additions = {
    comments: banners.replaced,
    before: withBanners(input, cut, changes),
    after: withIncludes(cut, changes),
  };
  const itemEdits = new Map(input.itemEdits.get(pathOf(cut)) ?? []);
  for (const [item, edit] of siblings.edits) itemEdits.set(item, [edit]);
  const body = renderSection(
    header,
    cut.pieces,
    {
      hasItem: (item) => !moves.has(item) && !siblings.dropped.has(item),
      hasComment: (comment) => !leaving?.travelling.has(comment) && !banners.dropped.has(comment),
    },
    itemEdits,
    additions,
  );
  const within = (from: number, to: number): string =>
    applyEdits(
      text.slice(from, to),
      frame
        .filter(({ span }) => span.start >= from && span.end <= to)
        .map(({ span, insert }) => ({ span: { start: span.start - from, end: span.end - from }, insert })),
    );
  return within(0, start) + body + within(end, text.length);
}

/** What comes before pieces: units, and banners of sections that had none. */
function withBanners(
  input: RearrangeInput,
  cut: CutHeader,
  { banners, before, siblings }: Changes,
): ReadonlyMap<number, string> {
  const { lineEnd } = cut.header;
  const all = new Map(before);
  const put = (piece: number, text: string): void => {
    all.set(piece, text + (all.get(piece) ?? ''));
  };
  for (const [part, text] of banners.added) {
    const piece = firstSlotOf(cut, movesIn(input, cut), (name) => input.now.prototypes.get(name)?.part === part);
    put(piece ?? firstBodyPiece(cut), text + lineEnd + lineEnd);
  }
  const inFront = siblings.added.get(null) ?? [];
  if (inFront.length > 0) put(0, inFront.join(lineEnd) + lineEnd + (startsWithInclude(cut) ? '' : lineEnd));
  return all;
}

/** What comes behind pieces: units, and include lines behind others. */
function withIncludes(cut: CutHeader, { after, siblings, includes }: Changes): ReadonlyMap<number, string> {
  const { header, pieces } = cut;
  const all = new Map(after);
  const pieceOf = new Map(
    pieces.tree.flatMap((node) => (node.kind === 'item' ? [[node.index, node.piece] as const] : [])),
  );
  const put = (item: number | undefined, lines: readonly string[]): void => {
    const piece = item === undefined ? undefined : pieceOf.get(item);
    if (piece === undefined) return;
    all.set(piece, lines.map((line) => header.lineEnd + line).join('') + (all.get(piece) ?? ''));
  };
  for (const [item, lines] of siblings.added) if (item !== null) put(item, lines);
  const direct = new Set(header.items.flatMap(includedPath));
  const missing = includes.filter((path) => !direct.has(path)).map((path) => `#include ${includeOperand(path)}`);
  const last = header.items.findLast((item) => includedPath(item).length > 0 && pieceOf.has(item.index));
  if (missing.length > 0) put(last?.index, missing);
  return all;
}

/** The first piece that is no include. */
function firstBodyPiece({ header, pieces }: CutHeader): number {
  const node = pieces.tree.find((one) => {
    const item = one.kind === 'item' ? header.items[one.index] : undefined;
    return !item || includedPath(item).length === 0;
  });
  if (!node) return 0;
  return node.kind === 'item' || node.kind === 'comment'
    ? node.piece
    : node.kind === 'group'
      ? (node.branches[0]?.piece ?? 0)
      : node.open;
}

function startsWithInclude({ header, pieces }: CutHeader): boolean {
  const [first] = pieces.tree;
  const item = first?.kind === 'item' ? header.items[first.index] : undefined;
  return item !== undefined && includedPath(item).length > 0;
}

function movesIn({ moves }: RearrangeInput, cut: CutHeader): ReadonlyMap<number, ItemMove> {
  return moves.get(pathOf(cut)) ?? new Map<number, ItemMove>();
}

function pathOf({ header }: CutHeader): string {
  return header.source.path;
}
