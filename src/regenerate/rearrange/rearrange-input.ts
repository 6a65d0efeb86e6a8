import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { RenderedFile } from '../../edits/render-files.ts';
import type { ItemEdits } from '../../edits/render-section.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import type { Header } from '../../model/header.ts';
import type { SplitHeaders } from '../../part-files/split-headers.ts';
import type { ItemMove, ItemMoves } from '../intent/plan-moves.ts';
import type { Scope } from '../scope.ts';
import type { CutHeader, MovedUnit, TakenApart } from './moved-units.ts';
import type { NeighbourOf } from './nearest-definition.ts';
import type { PragmaRun } from './pragma-runs.ts';

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
  /** Beside which functions of a part one belongs whose place the manifest does not tell. */
  readonly neighbourOf: NeighbourOf;
  /** The runs of a file that a pragma reaches. */
  readonly runsIn: (header: Header) => readonly PragmaRun[];
  readonly scope: Scope;
};

/** A part file that there should be: what comes to it, and what it was; null for a new one. */
export type Story = {
  readonly path: string;
  readonly coming: ReadonlyMap<string, readonly MovedUnit[]>;
  readonly cut: CutHeader | null;
};

/** What all files of a rearrangement are made with. */
export type Rearrangement = {
  readonly input: RearrangeInput;
  /** File, the wrapper included -> what leaves it. */
  readonly apart: ReadonlyMap<string, TakenApart>;
  /** The part files that there should be, in wrapper order. */
  readonly present: readonly string[];
};

export type Made = { readonly file: RenderedFile; readonly findings: readonly Diagnostic[] };

export function movesIn({ moves }: RearrangeInput, cut: CutHeader): ReadonlyMap<number, ItemMove> {
  return moves.get(pathOf(cut)) ?? new Map<number, ItemMove>();
}

export function pathOf({ header }: CutHeader): string {
  return header.source.path;
}
