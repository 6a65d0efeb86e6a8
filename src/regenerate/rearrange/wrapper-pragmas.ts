import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { fileOf } from '../../manifest/part-lookup.ts';
import type { Header, Item, Node } from '../../model/header.ts';
import { siblingIncludes } from '../../part-files/rules/siblings.ts';
import type { SplitHeaders } from '../../part-files/split-headers.ts';
import { placeOf } from '../../text/place.ts';
import { type ItemMoves, partOfMove } from '../intent/plan-moves.ts';
import type { PragmaRun } from './pragma-runs.ts';

export type WrapperPragmas = {
  readonly split: SplitHeaders;
  readonly was: Manifest;
  readonly now: Manifest;
  /** Old part file -> what became of it. */
  readonly files: ReadonlyMap<string, string | null>;
  readonly moves: ItemMoves;
  readonly runs: readonly PragmaRun[];
};

/**
 * Declarations that move between two files which the wrapper includes under different pragmas: the first of each file.
 * Files that it reads through others are not looked at.
 */
export function partedByWrapper({ split, was, now, files, moves, runs }: WrapperPragmas): readonly Diagnostic[] {
  const { wrapper } = split;
  const around = pragmasAround(wrapper.nodes);
  const oldOf = new Map([...files].map(([old, made]) => [made, old]));
  const pragmasOf = (item: Item): string => {
    const ofRuns = runs.filter(({ first, last }) => first <= item.index && item.index <= last);
    return [...(around.get(item.index) ?? []), ...ofRuns.map(({ bracket }) => bracket)].sort().join(' and ');
  };
  const included = new Map<string, Read>(
    siblingIncludes(wrapper, split, was).map(({ item, to }) => [to, { item, pragmas: pragmasOf(item) }]),
  );
  return [...split.parts.values()].flatMap((header): readonly Diagnostic[] => {
    const from = included.get(header.source.path);
    for (const [index, move] of moves.get(header.source.path) ?? []) {
      const target = fileOf(now, partOfMove(move) ?? '') ?? null;
      const to = target === null ? undefined : included.get(oldOf.get(target) ?? target);
      const moved = header.items[index];
      if (from && to && moved && from.pragmas !== to.pragmas) return [parted(wrapper, header, moved, from, to)];
    }
    return [];
  });
}

function parted(top: Header, header: Header, moved: Item, from: Read, to: Read): Diagnostic {
  const [pragmas, verb] = from.pragmas === '' ? [to.pragmas, 'enter'] : [from.pragmas, 'leave'];
  const message = `'#${pragmas.replace(/ set$/, '')}' is around an include, and what moves would ${verb} it`;
  return diagnostic(
    'pragma-parted',
    message,
    placeOf(header.source, moved.span),
    { place: placeOf(top.source, from.item.span), label: 'it is read here' },
    { place: placeOf(top.source, to.item.span), label: 'it would be read here' },
  );
}

/** An include in the wrapper, and the pragmas that it stands under. */
type Read = { readonly item: Item; readonly pragmas: string };

/** Item -> the brackets of pragmas around it; not those about warnings. */
function pragmasAround(nodes: readonly Node[], around: readonly string[] = []): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, readonly string[]>();
  const look = (list: readonly Node[], names: readonly string[]): void => {
    for (const [item, own] of pragmasAround(list, names)) found.set(item, own);
  };
  for (const node of nodes) {
    if (node.kind === 'item') found.set(node.item.index, around);
    if (node.kind === 'group') for (const { nodes: inside } of node.branches) look(inside, around);
    if (node.kind === 'bracket') look(node.nodes, [...around, ...node.name.split(' and ').filter(isPragma)]);
  }
  return found;
}

function isPragma(name: string): boolean {
  return /^pragma (?!(?:diagnostic|warning)\b)/.test(name);
}
