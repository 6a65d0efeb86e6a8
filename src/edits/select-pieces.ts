import type { PieceTree } from '../model/header-slices.ts';

/** A piece that a text keeps. */
export type Chosen = {
  readonly piece: number;
  readonly item: number | null;
  readonly comment: number | null;
  /** Where its line stands in a conditional group: before what is inside, between two branches, or behind. */
  readonly edge: 'opens' | 'divides' | 'closes' | null;
  /** Directly below the `#if` or `#elif` of a branch of which nothing is kept. */
  readonly endsEmptyBranch: boolean;
};

/** What a section of a file keeps of the header. */
export type Selection = {
  readonly hasItem: (index: number) => boolean;
  readonly hasComment: (index: number) => boolean;
};

/** The pieces that a selection keeps, in the header's order, with the groups and brackets around them. */
export function selectPieces(tree: readonly PieceTree[], { hasItem, hasComment }: Selection): readonly Chosen[] {
  const here = (isHere: boolean): readonly string[] => (isHere ? [''] : []);
  const targets = {
    ofItem: (index: number) => here(hasItem(index)),
    ofComment: (index: number) => here(hasComment(index)),
  };
  return dividePieces(tree, targets).get('') ?? [];
}

/** For each item and each comment the texts that get it. */
export type Targets = {
  readonly ofItem: (index: number) => readonly string[];
  readonly ofComment: (index: number) => readonly string[];
};

/** The same for all texts that a header is divided into. Those that get nothing are absent. */
export function dividePieces(tree: readonly PieceTree[], targets: Targets): ReadonlyMap<string, readonly Chosen[]> {
  const divided: Divided = new Map();
  for (const node of tree) {
    switch (node.kind) {
      case 'item':
        for (const target of targets.ofItem(node.index)) keep(divided, target, node.piece, { item: node.index });
        break;
      case 'comment':
        for (const target of targets.ofComment(node.index)) keep(divided, target, node.piece, { comment: node.index });
        break;
      case 'bracket':
        for (const [target, inside] of dividePieces(node.nodes, targets)) {
          keep(divided, target, node.open);
          append(divided, target, inside);
          keep(divided, target, node.close);
        }
        break;
      case 'group':
        divideGroup(divided, node, targets);
        break;
    }
  }
  return divided;
}

type Divided = Map<string, Chosen[]>;

/** A text gets the branches up to the last of which it keeps something. */
function divideGroup(divided: Divided, group: Extract<PieceTree, { kind: 'group' }>, targets: Targets): void {
  /** Target -> how many branches it has. */
  const opened = new Map<string, number>();
  group.branches.forEach(({ nodes }, last) => {
    for (const [target, inside] of dividePieces(nodes, targets)) {
      const first = opened.get(target) ?? 0;
      for (const [beyond, { piece }] of group.branches.slice(first, last + 1).entries())
        keep(divided, target, piece, { edge: first + beyond > 0 ? 'divides' : 'opens', endsEmptyBranch: beyond > 0 });
      append(divided, target, inside);
      opened.set(target, last + 1);
    }
  });
  for (const target of opened.keys()) keep(divided, target, group.endif, { edge: 'closes' });
}

function keep(divided: Divided, target: string, piece: number, of: Partial<Omit<Chosen, 'piece'>> = {}): void {
  append(divided, target, [{ piece, item: null, comment: null, edge: null, endsEmptyBranch: false, ...of }]);
}

function append(divided: Divided, target: string, chosen: readonly Chosen[]): void {
  const known = divided.get(target) ?? [];
  divided.set(target, known);
  for (const one of chosen) known.push(one);
}
