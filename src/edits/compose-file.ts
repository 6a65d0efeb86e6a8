import { includedPath } from '../plan/assign.ts';
import { applyEdits, type TextEdit } from '../text/text-edit.ts';
import { firstSlotOf } from './anchor-units.ts';
import type { BannerChanges } from './banner-changes.ts';
import { includeOperand } from './include-operand.ts';
import { type CutHeader, firstPieceOf, type TakenApart } from './moved-units.ts';
import { movesIn, pathOf, type RearrangeInput } from './rearrange-input.ts';
import { renderSection } from './render-section.ts';
import type { SiblingChanges } from './sibling-includes.ts';

/** All that becomes of a file of a split. Texts to put in are by the piece before or behind which they stand. */
export type FileChanges = {
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

/** The text of a file with its changes made; every other byte is the file's own. */
export function composeFile(input: RearrangeInput, cut: CutHeader, changes: FileChanges): string {
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
  { banners, before, siblings }: FileChanges,
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
  if (inFront.length > 0) put(0, inFront.join(lineEnd) + lineEnd + (isInclude(cut, 0) ? '' : lineEnd));
  return all;
}

/** What comes behind pieces: units, and include lines behind others. */
function withIncludes(cut: CutHeader, { after, siblings, includes }: FileChanges): ReadonlyMap<number, string> {
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
function firstBodyPiece(cut: CutHeader): number {
  const node = cut.pieces.tree.find((_, at) => !isInclude(cut, at));
  return node ? firstPieceOf(node) : 0;
}

/** Whether the node at an index of a file's top level is an include. */
function isInclude({ header, pieces }: CutHeader, at: number): boolean {
  const node = pieces.tree[at];
  const item = node?.kind === 'item' ? header.items[node.index] : undefined;
  return item !== undefined && includedPath(item).length > 0;
}
