import { endOfOpening } from '../../edits/add-include-to-part-file.ts';
import { includeOperandLike } from '../../edits/include-operand.ts';
import { renderSection } from '../../edits/render-section.ts';
import { selectPieces } from '../../edits/select-pieces.ts';
import { includedPath } from '../../plan/assign.ts';
import { applyEdits, type TextEdit } from '../../text/text-edit.ts';
import type { BannerChanges } from './banner-changes.ts';
import { firstSlotOf } from './insertion-points.ts';
import { type CutHeader, firstPieceOf, type TakenApart } from './moved-units.ts';
import type { Insertions } from './place-units.ts';
import { movesIn, pathOf, type RearrangeInput } from './rearrange-input.ts';
import type { SiblingChanges } from './sibling-includes.ts';

/** All that becomes of a file of a split. */
export type FileChanges = {
  readonly leaving: TakenApart | null;
  readonly banners: BannerChanges;
  readonly siblings: SiblingChanges;
  /** Outside all items: the guard. */
  readonly frame: readonly TextEdit[];
  readonly insertions: Insertions;
  /** Paths of further includes. */
  readonly includes: readonly string[];
};

/** The text of a file with its changes made; every other byte is the file's own. */
export function composeFile(input: RearrangeInput, cut: CutHeader, changes: FileChanges): string {
  const { header } = cut;
  const { pieces } = cut.pieces;
  const { lineEnd, source } = header;
  const { text } = source;
  const { leaving, banners, siblings, frame, insertions } = changes;
  const moves = movesIn(input, cut);
  const start = pieces[0]?.start ?? endOfOpening(header);
  const end = pieces.at(-1)?.end ?? start;
  const included = withIncludes(input, cut, changes);
  const additions = {
    comments: banners.replaced,
    before: withBanners(input, cut, changes),
    after: included.after,
  };
  const itemEdits = new Map(input.itemEdits.get(pathOf(cut)) ?? []);
  for (const [item, edit] of siblings.edits) itemEdits.set(item, [edit]);
  const body = renderSection(
    header,
    cut.pieces.pieces,
    selectPieces(cut.pieces.tree, {
      hasItem: (item) => !moves.has(item) && !siblings.dropped.has(item),
      hasComment: (comment) => !leaving?.travelling.has(comment) && !banners.dropped.has(comment),
    }),
    itemEdits,
    additions,
  );
  const above = included.lines.join(lineEnd);
  const apart = [body, ...insertions.alone].filter((one) => one !== '').join(lineEnd + lineEnd);
  const glue = above === '' || apart === '' ? '' : lineEnd + (/^[ \t]*#[ \t]*include\b/.test(apart) ? '' : lineEnd);
  const within = (from: number, to: number): string =>
    applyEdits(
      text.slice(from, to),
      frame
        .filter(({ span }) => span.start >= from && span.end <= to)
        .map(({ span, insert }) => ({ span: { start: span.start - from, end: span.end - from }, insert })),
    );
  const blank = pieces.length === 0 && above + apart !== '' ? lineEnd + lineEnd : '';
  return within(0, start) + blank + above + glue + apart + within(end, text.length);
}

/** What comes before pieces: units, and banners of sections that had none. */
function withBanners(
  input: RearrangeInput,
  cut: CutHeader,
  { banners, insertions }: FileChanges,
): ReadonlyMap<number, string> {
  const { lineEnd } = cut.header;
  const all = new Map(insertions.before);
  const put = (piece: number, text: string): void => {
    all.set(piece, text + (all.get(piece) ?? ''));
  };
  for (const [part, text] of banners.added) {
    const piece = firstSlotOf(cut, movesIn(input, cut), (name) => input.now.prototypes.get(name)?.part === part);
    put(piece ?? firstBodyPiece(cut), text + lineEnd + lineEnd);
  }
  return all;
}

/** What comes behind pieces: units, and include lines behind others; and the include lines that open the file. */
function withIncludes(
  input: RearrangeInput,
  cut: CutHeader,
  { insertions, siblings, includes }: FileChanges,
): { readonly after: ReadonlyMap<number, string>; readonly lines: readonly string[] } {
  const { header, pieces } = cut;
  const moves = movesIn(input, cut);
  const after = new Map(insertions.after);
  const lines: string[] = [];
  const pieceOf = new Map(
    pieces.tree.flatMap((node) =>
      node.kind === 'item' && !moves.has(node.index) && !siblings.dropped.has(node.index)
        ? [[node.index, node.piece] as const]
        : [],
    ),
  );
  const put = (item: number | null, added: readonly string[]): void => {
    const piece = item === null ? undefined : pieceOf.get(item);
    if (piece === undefined) lines.push(...added);
    else after.set(piece, added.map((line) => header.lineEnd + line).join('') + (after.get(piece) ?? ''));
  };
  for (const [item, added] of siblings.added) put(item, added);
  const direct = new Set(header.items.filter(({ index }) => pieceOf.has(index)).flatMap(includedPath));
  const missing = includes
    .filter((path) => !direct.has(path))
    .map((path) => `#include ${includeOperandLike(path, header.source.text)}`);
  const last = header.items.findLast((item) => includedPath(item).length > 0 && pieceOf.has(item.index));
  if (missing.length > 0) put(last?.index ?? null, missing);
  return { after, lines };
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
