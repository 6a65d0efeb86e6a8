import type { Names } from '../../scan/names.ts';
import { isSourceFile } from '../facts/c-file.ts';
import { type FileFacts, LATER, use } from '../facts/file-facts.ts';
import type { Declared, NameTable, TagsOf } from '../facts/name-table.ts';
import type { Edge, FileGraph } from '../file-graph.ts';
import { givenWhen, type MarkedReach, readsWhen } from '../given.ts';
import { bit, marksFor, reachOf } from '../reach.ts';
import { ALWAYS, NEVER, type When } from '../when/formulas.ts';
import { anywhere, type Demand, type DemandRule, type MacroExpander, ownDemands } from './demands.ts';
import { joinedNames } from './joined-names.ts';
import { usersOfMacros } from './macro-closure.ts';
import { memberUses } from './member-uses.ts';
import { type NeedPoint, needPoints, type UseRange } from './need-points.ts';
import { readMacros } from './read-macros.ts';
import { askedByHeaders, type OpenDemand, without } from './unserved.ts';
import { visibleTypes } from './visible-types.ts';

/** One thing that a file reads today and must read afterwards. */
export type Need = {
  readonly demand: Demand;
  /** The marked files of which one is enough. */
  readonly anyOf: bigint;
  /** Where, and in which configurations; at least one. */
  readonly points: readonly NeedPoint[];
};

/** A name of a marked file that a file uses, and of which it reads no declaration in a marked file. */
export type Unmet = {
  readonly demand: Demand;
  /** The include by which a header comes that uses it; null: the file's own text does. */
  readonly entry: Edge | null;
  /** In which configurations the use is read. */
  readonly when: When;
  /** It sees a declaration of the type that no marked file has. */
  readonly isVisible: boolean;
  /** It reads a declaration behind its last use alone. */
  readonly isLate: boolean;
};

type Texts = {
  readonly names: Names;
  readonly tagsOf: TagsOf;
  readonly textOf: (file: number) => string;
  /** Has the files read that hold one of some words, if they have not been. */
  readonly ask: (words: Iterable<number>) => void;
};

const NO_NAMES: ReadonlySet<number> = new Set();

export type Marked = {
  readonly marked: MarkedReach;
  readonly table: NameTable;
  readonly isMarked: (file: number) => boolean;
};

/**
 * By file: what it asks for of the marked files and reads today, its own uses and those of headers that cannot stand
 * alone. Nothing for a file that reads none of them.
 *
 * @param order As `includedFirst` gives it.
 * @param preludes Files that each unit reads first.
 */
export function needsOfFiles(
  graph: FileGraph,
  order: readonly number[],
  { marked, table, isMarked }: Marked,
  preludes: readonly number[],
  { names, tagsOf, textOf, ask }: Texts,
): { readonly needs: readonly (readonly Need[])[]; readonly unmet: readonly (readonly Unmet[])[] } {
  const { facts, edges, paths } = graph;
  const { formulas, whenOf } = graph.branchFormulas;
  const marksOf = (name: number): bigint =>
    (table.declared.get(name) ?? []).reduce((bits, { mark }) => bits | bit(mark), 0n);
  const allMarks = new Map([...table.declared.keys()].map((name) => [name, marksOf(name)]));
  const branchWhen = (file: number, branch: number) => {
    const known = facts[file];
    return known === undefined ? ALWAYS : whenOf(paths[file] ?? '', known, branch);
  };
  const gets = (file: number, name: number, branch: number): boolean =>
    formulas.covers(readsWhen(marked, file, allMarks.get(name) ?? 0n, formulas), branchWhen(file, branch));
  /** When a header uses a name that it does not have by its own includes. */
  const notServed = (file: number, { name, at, when }: Demand) => {
    const bits = allMarks.get(name) ?? 0n;
    if (((marked.self[file] ?? 0n) & bits) !== 0n) return NEVER;
    return without(when, givenWhen(edges[file] ?? [], marked, bits, at, formulas), formulas);
  };
  const isSource = (file: number): boolean => isSourceFile(paths[file] ?? '');
  const macroUsers = usersOfMacros(facts, names.count());
  const { carries, isBeside, expand, met, standing } = readMacros(graph, order, table, gets, macroUsers);
  const types = new Set(table.structs.flatMap((one) => [...one.types]));
  const holders = facts.flatMap((one, file) =>
    isMarked(file) || isSource(file) || !one.names.some((name) => types.has(name))
      ? []
      : [{ file, text: textOf(file) }],
  );
  const reading = reachOf(
    edges,
    order,
    marksFor(
      holders.map(({ file }) => file),
      edges.length,
    ),
    'any',
  );
  const { ofMacro, withMembers, holding, heldIn } = memberUses(
    facts,
    table,
    names.wordOf,
    names.numberOf,
    holders,
    reading,
    macroUsers,
  );
  ask(holding);
  const joined = joinedNames(facts, table, names, macroUsers);
  const asking = new Uint8Array(names.count());
  for (const some of [table.declared.keys(), tagsOf.keys(), standing, withMembers])
    for (const name of some) asking[name] = 1;
  const mayAsk = (name: number): boolean => asking[name] === 1;
  const own = facts.map((one, file) =>
    ownDemands(
      one,
      table,
      (macro, isInCode) => [
        ...expand(macro).filter((found) => found.file !== file && carries(file, found.file)),
        ...(isInCode ? met(file, macro) : []),
      ],
      (branch) => branchWhen(file, branch),
      (marked.any[file] ?? 0n) === 0n
        ? { tagsOf, ofMacro: () => [], held: NO_NAMES, joined: [] }
        : { tagsOf, ofMacro, held: heldIn(file), joined: joined(file) },
      mayAsk,
    ),
  );
  const visible = visibleTypes(graph, order, { table, isMarked }, preludes);
  const openIn = facts.map((one, file): readonly OpenDemand[] => {
    if (isSource(file)) return [];
    const rule: DemandRule = { kind: 'header', file };
    const unserved = (own[file] ?? []).flatMap((demand): readonly OpenDemand[] => {
      // Of what only some of its readers have, `byMacros` speaks.
      if (demand.rule.kind === 'macro' && !carries(file, demand.rule.file)) return [];
      if (demand.at === LATER || (!demand.isWhole && visible(file, demand.name))) return [];
      const when = notServed(file, demand);
      const anyOf = allMarks.get(demand.name) ?? 0n;
      return when === NEVER ? [] : [{ demand: { ...demand, rule }, anyOf, when, askedBy: null }];
    });
    const byMacros = openMacros(one, mayAsk, (macro) => [
      ...expand(macro).filter((found) => found.file === file && !found.isPasted),
      ...met(file, macro),
    ]).flatMap(({ macro, at, found }) =>
      found.flatMap(({ name, file: carrier }): readonly OpenDemand[] => {
        const demand = { ...anywhere(name, rule), by: macro, at };
        const anyOf = allMarks.get(name) ?? 0n;
        const when = carrier === file ? ALWAYS : notServed(file, demand);
        return when === NEVER ? [] : [{ demand, anyOf, when, askedBy: (user) => isBeside(user, carrier) }];
      }),
    );
    return [...unserved, ...byMacros];
  });
  const asked = askedByHeaders(graph, order, marked, openIn);
  const all = facts.map((_, file) => {
    const needs = new Map<string, Need>();
    const unmet = new Map<string, Unmet>();
    const reads = marked.any[file] ?? 0n;
    if (reads === 0n) return { needs: [], unmet: [] };
    const self = marked.self[file] ?? 0n;
    const add = (demand: Demand, range: UseRange, entry: Edge | null): void => {
      const lack = (isLate: boolean): void => {
        const key = `${demand.name} ${demand.by}`;
        const isVisible = visible(file, demand.name);
        if (!unmet.has(key)) unmet.set(key, { demand, entry, when: range.when, isVisible, isLate });
      };
      if (((allMarks.get(demand.name) ?? 0n) & reads) === 0n) {
        lack(false);
        return;
      }
      const groups = groupsOf(table.declared.get(demand.name) ?? [], demand.isWhole, reads, () =>
        visible(file, demand.name),
      );
      for (const anyOf of groups) {
        // What the file declares itself stays.
        if ((anyOf & self) !== 0n) continue;
        const points = needPoints(range, edges[file] ?? [], marked, anyOf, formulas);
        const [first] = points;
        if (first === undefined) continue;
        if (first.at === LATER && range.from !== LATER) lack(true);
        const isAlways = points.length === 1 && first.must === ALWAYS;
        const key = `${demand.name} ${anyOf} ${isAlways ? '' : points.map(({ at, must }) => `${at} ${must}`).join()}`;
        const known = needs.get(key);
        if (known === undefined || first.at < (known.points[0]?.at ?? 0)) needs.set(key, { demand, anyOf, points });
      }
    };
    for (const demand of own[file] ?? []) add(demand, { from: demand.at, to: demand.last, when: demand.when }, null);
    for (const { open, entry, when } of asked[file] ?? [])
      add(open.demand, { from: entry.at, to: entry.at, when }, entry);
    return { needs: [...needs.values()], unmet: [...unmet.values()] };
  });
  return { needs: all.map(({ needs }) => needs), unmet: all.map(({ unmet }) => unmet) };
}

/** Which declarations of a name do for a use; of those that are read today, one of each group. */
function groupsOf(
  all: readonly Declared[],
  isWhole: boolean,
  own: bigint,
  isVisible: () => boolean,
): readonly bigint[] {
  const read = all.filter(({ mark }) => (own & bit(mark)) !== 0n);
  const union = (some: readonly Declared[]): readonly bigint[] =>
    some.length === 0 ? [] : [some.reduce((bits, { mark }) => bits | bit(mark), 0n)];
  const types = read.filter(({ kind }) => kind === 'type');
  const bodies = isWhole ? types.filter(({ hasBody }) => hasBody) : [];
  const ofTypes = bodies.length > 0 ? bodies : types.length === 0 || isVisible() ? [] : types;
  const macros = new Set(read.flatMap(({ kind, mark }) => (kind === 'macro' ? [mark] : [])));
  return [...union(read.filter(({ kind }) => kind === 'value')), ...union(ofTypes), ...[...macros].map(bit)];
}

/** The macros that a header uses in its code and that stand for names which it need not get. */
function openMacros(
  { names, at, how }: FileFacts,
  mayAsk: (name: number) => boolean,
  expand: MacroExpander,
): readonly OpenMacro[] {
  const open: OpenMacro[] = [];
  for (let index = 0; index < names.length; index++) {
    const macro = names[index] ?? 0;
    if (!mayAsk(macro) || ((how[index] ?? 0) & use.code) === 0) continue;
    const found = expand(macro);
    if (found.length > 0) open.push({ macro, at: at[index] ?? LATER, found });
  }
  return open;
}

type OpenMacro = {
  readonly macro: number;
  readonly at: number;
  readonly found: ReturnType<MacroExpander>;
};
