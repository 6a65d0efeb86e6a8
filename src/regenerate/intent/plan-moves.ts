import { assertNever } from '../../diagnostics/assert-never.ts';
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { fileOf, partsIn } from '../../manifest/part-lookup.ts';
import type { Header, Item } from '../../model/header.ts';
import type { SplitHeaders, StandingFunction } from '../../part-files/split-headers.ts';
import { includedPath, namesDisagree, placeOfName } from '../../plan/assign.ts';
import { areSameWords } from '../../plan/doubled-functions.ts';
import { type FilesMeant, filesMeantAmong } from '../../plan/includes/means-file.ts';
import { functionNames, otherNames } from '../../plan/placement.ts';
import { placeOf } from '../../text/place.ts';
import type { Scope } from '../scope.ts';
import { partsRenamedInPlace } from './parts-renamed-in-place.ts';

/** What becomes of an item of a split header that does not stay: another part, or nothing. */
export type ItemMove = { readonly kind: 'to'; readonly part: string } | { readonly kind: 'drop' };

/** File -> index of the item there -> its move. */
export type ItemMoves = ReadonlyMap<string, ReadonlyMap<number, ItemMove>>;

export type MovesInput = {
  readonly split: SplitHeaders;
  readonly standing: readonly StandingFunction[];
  /** Both as `reconcile` makes them. */
  readonly was: Manifest;
  readonly now: Manifest;
  /** Old part file -> what became of it. */
  readonly files: ReadonlyMap<string, string | null>;
  /** A declaration that stands where it should, and elsewhere as well, is taken away there; else both stay. */
  readonly scope: Scope;
};

/** Which items of a split tree move when its manifest changes, and what cannot. */
export function planMoves(input: MovesInput): { readonly moves: ItemMoves; readonly findings: readonly Diagnostic[] } {
  const { split, was, now, files } = input;
  const findings: Diagnostic[] = [];
  const moves = new Map<string, Map<number, ItemMove>>();
  const meant = filesMeantAmong([...was.parts.map(({ file }) => file), split.wrapper.source.path]);
  const standingIn = groupBy(input.standing, ({ item }) => item);
  const standingBy = groupBy(input.standing, ({ name }) => name);
  const renamed = partsRenamedInPlace(was, now, files);
  for (const header of [...split.parts.values(), split.wrapper]) {
    const inFile = new Map<number, ItemMove>();
    const isGone = files.get(header.source.path) === null;
    for (const item of header.items) {
      const names = functionNames(item);
      const targets =
        names.length > 0
          ? functionTargets(input, renamed, standingIn.get(item) ?? [])
          : declarationTargets(input, renamed, header, item);
      const [first, ...others] = new Set(targets);
      const apart = first === undefined ? [] : namesDisagree(header, now, item);
      findings.push(...apart);
      if (others.length > 0 && apart.length === 0) findings.push(disagreeing(header, item, names, now));
      const twins = input.scope === 'all' ? twinsOf(input.now, standingBy, standingIn.get(item) ?? []) : [];
      if (twins.length > 0) {
        // Which of two that differ is right only you can say.
        const isCopy = !hasComment(header, item) && twins.every((twin) => areSameWords({ header, item }, twin));
        if (isCopy) inFile.set(item.index, { kind: 'drop' });
      } else if (first !== undefined) inFile.set(item.index, { kind: 'to', part: first });
      else if (isGone && names.length === 0) inFile.set(item.index, leftOver(meant, was, header, item, now.shared));
    }
    if (inFile.size > 0) moves.set(header.source.path, inFile);
  }
  return { moves, findings };
}

export function partOfMove(move: ItemMove | undefined): string | null {
  switch (move?.kind) {
    case 'to':
      return move.part;
    case 'drop':
    case undefined:
      return null;
    default:
      return assertNever(move);
  }
}

function groupBy<K>(
  standing: readonly StandingFunction[],
  keyOf: (one: StandingFunction) => K,
): ReadonlyMap<K, readonly StandingFunction[]> {
  const groups = new Map<K, StandingFunction[]>();
  for (const one of standing) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}

/** The parts that an item's functions go to; those that stay name none. */
function functionTargets(
  { was, now, files, scope }: MovesInput,
  renamed: ReadonlyMap<string, string>,
  functions: readonly StandingFunction[],
): readonly string[] {
  return functions.flatMap(({ name, part, header }) => {
    const target = now.prototypes.get(name)?.part ?? null;
    if (target === null) return [];
    if (part === null) return [target];
    const before = was.prototypes.get(name)?.part ?? null;
    const file = files.get(header.source.path);
    // A second declaration made by hand, in a file that is not the function's, is no business of the edit.
    if (scope === 'edited' && file !== null && before !== null && fileOf(was, before) !== header.source.path) return [];
    const stays = part === target || before === target || renamed.get(part) === target;
    return stays && file === fileOf(now, target) ? [] : [target];
  });
}

/** What declares an item's functions in the file of their part, where the item stands elsewhere. */
function twinsOf(
  now: Manifest,
  standing: ReadonlyMap<string, readonly StandingFunction[]>,
  functions: readonly StandingFunction[],
): readonly StandingFunction[] {
  return functions.flatMap(({ name, header }) => {
    const file = fileOf(now, now.prototypes.get(name)?.part ?? '');
    if (header.source.path === file) return [];
    return (standing.get(name) ?? []).filter((other) => other.header.source.path === file);
  });
}

function hasComment({ comments }: Header, { index }: Item): boolean {
  return comments.some(({ serves }) => serves.length === 1 && serves[0] === index);
}

/** The part of a macro that goes with its function, and of what `declarations` assigns otherwise than before. */
function declarationTargets(
  { was, now, files }: MovesInput,
  renamed: ReadonlyMap<string, string>,
  header: Header,
  item: Item,
): readonly string[] {
  const names = otherNames(item);
  const explicit = names.filter((name) => now.declarations.has(name));
  return (explicit.length > 0 ? explicit : names).flatMap((name) => {
    const assigned = (manifest: Manifest): string =>
      manifest.declarations.get(name)?.value ?? followed(manifest, item, name) ?? manifest.shared;
    const [before, after] = [assigned(was), assigned(now)];
    const { path } = header.source;
    if (fileOf(was, before) !== path) return [];
    const stays = before === after || renamed.get(before) === after;
    return stays && files.get(path) === fileOf(now, after) ? [] : [after];
  });
}

/** A macro of the name of a function goes where that one goes. */
function followed(manifest: Manifest, { content }: Item, name: string): string | null {
  const follows =
    content.kind === 'directive' || (content.kind === 'declaration' && content.declaration.kind === 'macro-call');
  return follows ? (manifest.prototypes.get(name)?.part ?? null) : null;
}

/**
 * What a file holds besides when all of its functions leave: what it included for the split's sake is of no use now.
 */
function leftOver(meant: FilesMeant, was: Manifest, header: Header, item: Item, shared: string): ItemMove {
  const { path: from } = header.source;
  // The shared part's file has the header's own includes.
  const forAssertions = from === fileOf(was, was.shared) ? [] : partsIn(was, from).map((part) => part.assertInclude);
  const isOfSplit = includedPath(item).some((path) => forAssertions.includes(path) || meant(from, path).length > 0);
  return isOfSplit ? { kind: 'drop' } : { kind: 'to', part: shared };
}

function disagreeing(header: Header, item: Item, names: readonly string[], now: Manifest): Diagnostic {
  const [name = ''] = names;
  const entries = names.flatMap((one) => {
    const entry = now.prototypes.get(one);
    return entry ? [{ place: placeOf(now.source, entry.span), label: `'${one}' is assigned here` }] : [];
  });
  const message = `one declaration makes ${names.map((one) => `'${one}'`).join(', ')}, but it can be in one part only`;
  return diagnostic('names-disagree', message, placeOfName(header, item, name), ...entries);
}
