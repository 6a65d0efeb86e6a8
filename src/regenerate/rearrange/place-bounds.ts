import type { Item } from '../../model/header.ts';
import type { PieceTree } from '../../model/header-slices.ts';
import { referencesOf } from '../../model/references.ts';
import { lex } from '../../parse/tokens/lex.ts';
import { includedPath } from '../../plan/assign.ts';
import { functionNames, otherNames } from '../../plan/placement.ts';
import type { ItemMove } from '../intent/plan-moves.ts';
import type { CutHeader, MovedUnit } from './moved-units.ts';
import type { PragmaRun } from './pragma-runs.ts';

/** How many pieces of a file may stand above something that comes: from the first number to the last, both included. */
export type Bounds = {
  readonly from: number;
  readonly to: number;
  /** The run of a pragma in which something with that many pieces above it would stand. */
  readonly runAt: (above: number) => PragmaRun | undefined;
};

/** The first piece of a file that was read after a unit, where the unit stood. */
export type ReadAbove = (unit: MovedUnit) => number;

/**
 * Between which pieces of a file something that comes means what it meant: below what declares a name that it uses, and
 * on the side of a definition of such a macro on which it stood; above an expression that names it. Where that cannot
 * be, only what was read above it must stand above it.
 */
export function boundsIn(
  cut: CutHeader,
  moves: ReadonlyMap<number, ItemMove>,
  readAbove: ReadAbove,
  runs: readonly PragmaRun[],
): (unit: MovedUnit) => Bounds {
  const { declared, defined, evaluated, lastInclude } = namesIn(cut, moves);
  const pieceOf = new Map([...itemPieces(cut.pieces.tree)].map(([piece, item]) => [item, piece]));
  const last = cut.header.items.length - 1;
  const runAt = (above: number): PragmaRun | undefined =>
    runs.find((run) => {
      const [isFromTop, isToEnd] = [isOpen(run, 'close'), isOpen(run, 'open') && run.last === last];
      return (isFromTop || above > (pieceOf.get(run.first) ?? 0)) && (isToEnd || above <= (pieceOf.get(run.last) ?? 0));
    });
  return (unit) => {
    const stood = readAbove(unit);
    const words = wordsOf(unit.text);
    const needed = words.flatMap((word) => (word === unit.name ? [] : (declared.get(word) ?? [])));
    const macros = words.flatMap((word) => defined.get(word) ?? []);
    const users = unit.name === null ? [] : (evaluated.get(unit.name) ?? []);
    const below = (pieces: readonly number[]): number => pieces.reduce((most, piece) => Math.max(most, piece + 1), 0);
    const to = [...macros, ...users]
      .filter((piece) => piece >= stood)
      .reduce((least, piece) => Math.min(least, piece), cut.pieces.pieces.length);
    const least = below([...needed, ...macros].filter((piece) => piece < stood));
    const from = Math.max(least, below([...needed, ...(lastInclude === null ? [] : [lastInclude])]));
    return { from: from <= to ? from : Math.min(least, to), to, runAt };
  };
}

/** Whether a run has that end alone. */
function isOpen({ ends, bracket }: PragmaRun, role: 'open' | 'close'): boolean {
  const [end, other] = ends;
  return other === undefined && end?.marks.some((mark) => mark.bracket === bracket && mark.role === role) === true;
}

type Names = {
  /** Name -> the pieces that declare it, macros apart. */
  readonly declared: ReadonlyMap<string, readonly number[]>;
  /** Name -> the pieces that define it as a macro, or end that. */
  readonly defined: ReadonlyMap<string, readonly number[]>;
  /** Name -> the pieces that need its declaration above them. */
  readonly evaluated: ReadonlyMap<string, readonly number[]>;
  /** The last include with a declaration below it. */
  readonly lastInclude: number | null;
};

function namesIn({ header, pieces }: CutHeader, moves: ReadonlyMap<number, ItemMove>): Names {
  const [declared, defined, evaluated] = [new Map(), new Map(), new Map()] as [Places, Places, Places];
  let [include, lastInclude]: (number | null)[] = [null, null];
  for (const [piece, index] of itemPieces(pieces.tree)) {
    const item = header.items[index];
    if (!item || moves.has(index)) continue;
    if (includedPath(item).length > 0) include = piece;
    if (item.content.kind === 'directive') put(defined, otherNames(item), piece);
    else if (item.content.kind !== 'disabled') {
      const references = referencesOf(header.source.text, item);
      const own = functionNames(item);
      lastInclude = include;
      put(declared, [...own, ...otherNames(item), ...(isUnread(item) ? references.words : [])], piece);
      put(
        evaluated,
        [...references.evaluated].filter((word) => !own.includes(word)),
        piece,
      );
    }
  }
  return { declared, defined, evaluated, lastInclude: lastInclude ?? null };
}

type Places = Map<string, number[]>;

function put(places: Places, names: readonly string[], piece: number): void {
  for (const name of names) {
    const known = places.get(name);
    if (known) known.push(piece);
    else places.set(name, [piece]);
  }
}

/** What may declare any name in it. */
function isUnread({ content }: Item): boolean {
  if (content.kind !== 'declaration') return true;
  return content.declaration.kind === 'macro-call' || content.declaration.kind === 'opaque';
}

/** The pieces that are items, in order, each with the item. */
function itemPieces(nodes: readonly PieceTree[]): readonly (readonly [piece: number, item: number])[] {
  return nodes.flatMap((node): readonly (readonly [number, number])[] => {
    if (node.kind === 'item') return [[node.piece, node.index]];
    if (node.kind === 'group') return node.branches.flatMap((branch) => itemPieces(branch.nodes));
    return node.kind === 'bracket' ? itemPieces(node.nodes) : [];
  });
}

/** The identifiers in a text, comments and literals apart. */
export function wordsOf(text: string): readonly string[] {
  const words = lex(text)
    .filter(({ kind }) => kind === 'identifier' || kind === 'directive')
    .flatMap(({ start, end }) => text.slice(start, end).match(/[A-Za-z_$][\w$]*/g) ?? []);
  return [...new Set(words)];
}
