import { type ItemEdits, renderSection } from '../../edits/render-section.ts';
import { selectPieces } from '../../edits/select-pieces.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import type { Header } from '../../model/header.ts';
import { cutIntoPieces, type Pieces, type PieceTree } from '../../model/header-slices.ts';
import { servedItems } from '../../plan/copy-comments.ts';
import { functionNames } from '../../plan/placement.ts';
import { type ItemMove, partOfMove } from '../intent/plan-moves.ts';
import { type BracketPieces, type Enclosure, enclosuresOf } from './enclosures.ts';

/** What stands in a file side by side: the top level, or the inside of a bracket such as `extern "C"`. */
export type Container = {
  readonly nodes: readonly PieceTree[];
  /** Around it, the outermost first. */
  readonly brackets: readonly BracketPieces[];
};

/** A header ready to be taken apart. */
export type CutHeader = {
  readonly header: Header;
  /** Comments that head a section: they stay, whatever leaves, and what comes to the section comes below them. */
  readonly banners: ReadonlySet<number>;
  readonly pieces: Pieces;
  readonly containers: readonly Container[];
};

/** A stretch of a file that moves to one part: a declaration, or what of a conditional group goes there. */
export type MovedUnit = {
  /** The file that it leaves. */
  readonly from: string;
  readonly part: string;
  /** Its first function; null for anything else. */
  readonly name: string | null;
  /** Without a final line end, the conditions around it and its own comments included. */
  readonly text: string;
  /** The brackets that it stands in, which are not part of the text, the outermost first. */
  readonly enclosures: readonly Enclosure[];
  readonly hasComment: boolean;
};

export type TakenApart = {
  readonly units: readonly MovedUnit[];
  /** Comments that leave with a unit. */
  readonly travelling: ReadonlySet<number>;
};

export function cutHeader(header: Header, banners: ReadonlySet<number>): CutHeader {
  const pieces = cutIntoPieces(header);
  return { header, banners, pieces, containers: containersIn(pieces.tree) };
}

/**
 * The units that leave a file, in its order. A comment leaves when all that it speaks of does and follows it, unless it
 * is a banner.
 */
export function takeApart(
  cut: CutHeader,
  now: Manifest,
  moves: ReadonlyMap<number, ItemMove>,
  itemEdits: ItemEdits,
): TakenApart {
  const { header, pieces } = cut;
  const served = servedItems(header, now);
  const isBelow = followersIn(cut.containers.map(({ nodes }) => nodes));
  const leaving = header.comments.filter(
    ({ index }) =>
      served[index]?.length !== 0 &&
      served[index]?.every((item) => moves.has(item) && isBelow(item, index)) &&
      !cut.banners.has(index),
  );
  const travelling = new Set(leaving.map(({ index }) => index));
  const owner = new Map(leaving.map(({ index }) => [index, served[index]?.[0]]));
  const units: MovedUnit[] = [];
  for (const container of cut.containers) {
    const { nodes } = container;
    const enclosures = enclosuresAround(cut, container);
    const commentsOf = commentsByOwner(nodes, owner);
    for (const [at, node] of nodes.entries()) {
      const items = itemsIn(node).filter((item) => moves.has(item));
      const parts = new Set(items.flatMap((item) => partOfMove(moves.get(item)) ?? []));
      for (const part of parts) {
        const own = new Set(items.filter((item) => partOfMove(moves.get(item)) === part));
        const hasComment = (comment: number): boolean => own.has(owner.get(comment) ?? -1);
        const beside = [...own].flatMap((item) => commentsOf.get(item) ?? []);
        const tree = [at, ...beside].sort((a, b) => a - b).flatMap((one) => nodes[one] ?? []);
        const chosen = selectPieces(tree, { hasItem: (item) => own.has(item), hasComment });
        const text = renderSection(header, pieces.pieces, chosen, itemEdits);
        const name = [...own].flatMap((item) => functionsOf(header, item))[0] ?? null;
        units.push({ from: header.source.path, part, name, text, enclosures, hasComment: tree.length > 1 });
      }
    }
  }
  return { units, travelling };
}

/** Item -> the places among the nodes of the comments that leave with it. */
function commentsByOwner(
  nodes: readonly PieceTree[],
  owner: ReadonlyMap<number, number | undefined>,
): ReadonlyMap<number, readonly number[]> {
  const comments = new Map<number, number[]>();
  for (const [at, node] of nodes.entries()) {
    const item = node.kind === 'comment' ? owner.get(node.index) : undefined;
    if (item !== undefined) comments.set(item, [...(comments.get(item) ?? []), at]);
  }
  return comments;
}

/** The brackets around a container as text. */
export function enclosuresAround({ header, pieces }: CutHeader, { brackets }: Container): readonly Enclosure[] {
  return enclosuresOf(header.source.text, header.lineEnd, pieces, brackets);
}

/** Whether an item follows a comment among what stands beside it: the lists of nodes, and those of groups in them. */
function followersIn(lists: readonly (readonly PieceTree[])[]): (item: number, comment: number) => boolean {
  type Place = { readonly list: readonly PieceTree[]; readonly at: number };
  const commentAt = new Map<number, Place>();
  /** Outermost first: an item in a group stands in the lists around it too. */
  const itemAt = new Map<number, readonly Place[]>();
  const look = (list: readonly PieceTree[], around: readonly Place[]): void =>
    list.forEach((node, at) => {
      const places = [...around, { list, at }];
      if (node.kind === 'comment') commentAt.set(node.index, { list, at });
      if (node.kind === 'item') itemAt.set(node.index, places);
      if (node.kind === 'group') for (const branch of node.branches) look(branch.nodes, places);
      if (node.kind === 'bracket') look(node.nodes, places);
    });
  for (const list of lists) look(list, []);
  return (item, comment) => {
    const place = commentAt.get(comment);
    return (
      place !== undefined && (itemAt.get(item)?.some(({ list, at }) => list === place.list && at > place.at) ?? false)
    );
  };
}

/** The items of a node, in order. */
export function itemsIn(node: PieceTree): readonly number[] {
  switch (node.kind) {
    case 'item':
      return [node.index];
    case 'comment':
      return [];
    case 'group':
      return node.branches.flatMap((branch) => branch.nodes.flatMap(itemsIn));
    case 'bracket':
      return node.nodes.flatMap(itemsIn);
  }
}

export function functionsOf(header: Header, item: number): readonly string[] {
  const found = header.items[item];
  return found ? functionNames(found) : [];
}

export function firstPieceOf(node: PieceTree): number {
  switch (node.kind) {
    case 'item':
    case 'comment':
      return node.piece;
    case 'group':
      return node.branches[0]?.piece ?? node.endif;
    case 'bracket':
      return node.open;
  }
}

export function lastPieceOf(node: PieceTree): number {
  switch (node.kind) {
    case 'item':
    case 'comment':
      return node.piece;
    case 'group':
      return node.endif;
    case 'bracket':
      return node.close;
  }
}

/** Brackets are looked into, and do not count as nodes themselves. */
function containersIn(tree: readonly PieceTree[], brackets: readonly BracketPieces[] = []): readonly Container[] {
  const inside = tree.flatMap((node) => (node.kind === 'bracket' ? containersIn(node.nodes, [...brackets, node]) : []));
  return [{ nodes: tree.filter(({ kind }) => kind !== 'bracket'), brackets }, ...inside];
}
