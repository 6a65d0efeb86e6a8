import { carryingMacros, type Demand, type MacroExpander, macroExpander, ownDemands } from './demands.ts';
import { isSourceFile } from './facts/c-file.ts';
import { type FileFacts, LATER, use } from './facts/file-facts.ts';
import type { Declared, NameTable } from './facts/name-table.ts';
import type { Edge, FileGraph } from './file-graph.ts';
import { bit, bitsOf, type Reach, reachOf, throughEdges } from './reach.ts';

/** One thing that a file reads today and must read afterwards. */
export type Need = {
  readonly demand: Demand;
  /** The marked files of which one is enough. */
  readonly anyOf: bigint;
  /** The includes before this byte must bring it. */
  readonly limit: number;
  /** Whatever the configuration. */
  readonly isSure: boolean;
};

/** A name of a marked file that a file uses, and of which it reads no declaration in a marked file. */
export type Unmet = {
  readonly demand: Demand;
  /** The include by which a header comes that uses it; null: the file's own text does. */
  readonly entry: Edge | null;
  /** It sees a declaration of the type that no marked file has. */
  readonly isVisible: boolean;
};

/** By file, the marked files that it reads; `self`: its own mark. */
export type MarkedReach = { readonly any: Reach; readonly sure: Reach; readonly self: Reach };

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
): { readonly needs: readonly (readonly Need[])[]; readonly unmet: readonly (readonly Unmet[])[] } {
  const { facts, edges, paths } = graph;
  const marksOf = (name: number): bigint =>
    (table.declared.get(name) ?? []).reduce((bits, { mark }) => bits | bit(mark), 0n);
  const allMarks = new Map([...table.declared.keys()].map((name) => [name, marksOf(name)]));
  const gets = (file: number, name: number, only: 'any' | 'sure'): boolean =>
    ((allMarks.get(name) ?? 0n) & (marked[only][file] ?? 0n)) !== 0n;
  /** Whether a header has by its own includes what it uses, in each unit where it uses it. */
  const serves = (file: number, { name, at, isAlways, branch }: Demand): boolean => {
    const bits = allMarks.get(name) ?? 0n;
    const own = edges[file] ?? [];
    if (((marked.self[file] ?? 0n) & bits) !== 0n || (throughEdges(own, marked.sure, 'sure', at) & bits) !== 0n)
      return true;
    if (isAlways) return false;
    const beside = own.filter(({ line }) => isAround(facts[file], facts[file]?.includes[line]?.branch ?? 0, branch));
    return (throughEdges(beside, marked.any, 'any', at) & bits) !== 0n;
  };
  const macros = carryingMacros(facts, table, (file) => isSourceFile(paths[file] ?? ''));
  const carriers = new Map(
    [...new Set([...macros.values()].flatMap((all) => all.map(({ file }) => file)))].map((file, index) => [
      file,
      index,
    ]),
  );
  const carried = reachOf(edges, order, marksFor([...carriers.keys()], edges.length), 'any');
  const carries = (file: number, header: number): boolean =>
    ((carried[file] ?? 0n) & bit(carriers.get(header) ?? 0)) !== 0n;
  const expand = macroExpander(macros, gets, carries);
  const own = facts.map((one, file) =>
    ownDemands(one, table, (macro) =>
      expand(macro).filter((found) => found.file !== file && carries(file, found.file)),
    ),
  );
  const visible = visibleTypes(graph, order, { table, isMarked }, preludes);
  const unserved = facts.map((_, file): readonly Demand[] => {
    if (isSourceFile(paths[file] ?? '')) return [];
    return (own[file] ?? []).filter(
      (demand) => demand.at !== LATER && !serves(file, demand) && (demand.isWhole || !visible(file, demand.name)),
    );
  });
  const open = facts.map((one, file) =>
    isSourceFile(paths[file] ?? '') ? [] : openMacros(one, file, expand, carries),
  );
  const dependent = unserved.flatMap((demands, file) => (demands.length + (open[file]?.length ?? 0) > 0 ? [file] : []));
  const dependentOf = reachOf(edges, order, marksFor(dependent, edges.length), 'any');
  const all = facts.map((_, file) => {
    const needs = new Map<string, Need>();
    const unmet = new Map<string, Unmet>();
    const reads = marked.any[file] ?? 0n;
    if (reads === 0n) return { needs: [], unmet: [] };
    const add = (demand: Demand, limit: number, entry: Edge | null = null): void => {
      if (((allMarks.get(demand.name) ?? 0n) & reads) === 0n) {
        const key = `${demand.name} ${demand.by}`;
        if (!unmet.has(key)) unmet.set(key, { demand, entry, isVisible: visible(file, demand.name) });
        return;
      }
      for (const need of resolve(
        demand,
        limit,
        { edges: edges[file] ?? [], marked, table, own: reads, self: marked.self[file] ?? 0n },
        (name) => visible(file, name),
      )) {
        // What it has under some condition above one use, and always above another, are two needs.
        const key = `${need.demand.name} ${need.anyOf} ${need.isSure}`;
        const known = needs.get(key);
        if (!known || need.limit < known.limit) needs.set(key, need);
      }
    };
    for (const demand of own[file] ?? []) add(demand, demand.at);
    for (const index of bitsOf(dependentOf[file] ?? 0n)) {
      const header = dependent[index] ?? -1;
      if (header === file) continue;
      const entries = (edges[file] ?? []).filter(({ targets }) =>
        targets.some((to) => ((dependentOf[to] ?? 0n) & bit(index)) !== 0n),
      );
      const entry = entries[0];
      for (const demand of unserved[header] ?? [])
        for (const one of entries) add({ ...demand, rule: { kind: 'header', file: header } }, one?.at ?? LATER, one);
      for (const { macro, at, found } of open[header] ?? []) {
        for (const { name, file: carrier } of found) {
          const demand = {
            name,
            by: macro,
            at,
            isWhole: true,
            isAlways: false,
            branch: -1,
            rule: { kind: 'header' as const, file: header },
          };
          if (carries(file, carrier)) add(demand, entry?.at ?? LATER, entry);
        }
      }
    }
    return { needs: [...needs.values()], unmet: [...unmet.values()] };
  });
  return { needs: all.map(({ needs }) => needs), unmet: all.map(({ unmet }) => unmet) };
}

type Around = {
  readonly edges: readonly Edge[];
  readonly marked: MarkedReach;
  readonly table: NameTable;
  /** What the file reads, itself included. */
  readonly own: bigint;
  /** Its own mark. */
  readonly self: bigint;
};

function resolve(demand: Demand, limit: number, around: Around, isVisible: (name: number) => boolean): readonly Need[] {
  const { edges, marked, table, own, self } = around;
  return groups(table.declared.get(demand.name) ?? [], demand.isWhole, own, () => isVisible(demand.name)).flatMap(
    (anyOf) => {
      const whole = (only: 'any' | 'sure', before: number): boolean =>
        (throughEdges(edges, marked[only], only, before) & anyOf) !== 0n;
      // What the file declares itself stays.
      if ((anyOf & self) !== 0n || !whole('any', LATER)) return [];
      const before = whole('any', limit) ? limit : LATER;
      return [{ demand, anyOf, limit: before, isSure: whole('sure', before) }];
    },
  );
}

/** Which declarations of a name do for a use; of those that are read today, one of each group. */
function groups(all: readonly Declared[], isWhole: boolean, own: bigint, isVisible: () => boolean): readonly bigint[] {
  const read = all.filter(({ mark }) => (own & bit(mark)) !== 0n);
  const union = (some: readonly Declared[]): readonly bigint[] =>
    some.length === 0 ? [] : [some.reduce((bits, { mark }) => bits | bit(mark), 0n)];
  const types = read.filter(({ kind }) => kind === 'type');
  const bodies = isWhole ? types.filter(({ hasBody }) => hasBody) : [];
  const ofTypes = bodies.length > 0 ? bodies : types.length === 0 || isVisible() ? [] : types;
  const macros = new Set(read.flatMap(({ kind, mark }) => (kind === 'macro' ? [mark] : [])));
  return [...union(read.filter(({ kind }) => kind === 'value')), ...union(ofTypes), ...[...macros].map(bit)];
}

/** Whether what stands in one branch of a condition is read whenever what stands in the other is. */
function isAround(facts: FileFacts | undefined, outer: number, inner: number): boolean {
  for (let branch = inner; branch > 0; branch = facts?.branches[branch] ?? 0) if (branch === outer) return true;
  return outer === 0;
}

/** The macros that a header uses in its code and that stand for names which it does not get: those of others, and its own. */
function openMacros(
  { names, at, how }: FileFacts,
  file: number,
  expand: MacroExpander,
  reads: (file: number, header: number) => boolean,
): readonly OpenMacro[] {
  return [...names].flatMap((macro, index): readonly OpenMacro[] => {
    if (((how[index] ?? 0) & use.code) === 0) return [];
    const found = expand(macro).filter((one) => !one.isPasted && (one.file === file || !reads(file, one.file)));
    return found.length === 0 ? [] : [{ macro, at: at[index] ?? LATER, found }];
  });
}

type OpenMacro = {
  readonly macro: number;
  readonly at: number;
  readonly found: ReturnType<MacroExpander>;
};

/** Whether a file sees a declaration of a type that no rewrite can take away: its own, a third header's, the prelude's. */
function visibleTypes(
  { facts, edges }: FileGraph,
  order: readonly number[],
  { table, isMarked }: Pick<Marked, 'table' | 'isMarked'>,
  preludes: readonly number[],
): (file: number, name: number) => boolean {
  const isType = (name: number): boolean => table.declared.get(name)?.some(({ kind }) => kind === 'type') === true;
  const declaring = new Map<number, number[]>();
  const files: number[] = [];
  for (const [file, { types }] of facts.entries()) {
    const known = types.filter(isType);
    if (known.length === 0 || isMarked(file)) continue;
    files.push(file);
    for (const name of known) declaring.set(name, [...(declaring.get(name) ?? []), files.length - 1]);
  }
  const reach = reachOf(edges, order, marksFor(files, edges.length), 'sure');
  const always = preludes.reduce((bits, file) => bits | (reach[file] ?? 0n), 0n);
  return (file, name) => {
    const seen = (reach[file] ?? 0n) | always;
    return (declaring.get(name) ?? []).some((index) => (seen & bit(index)) !== 0n);
  };
}

function marksFor(files: readonly number[], count: number): bigint[] {
  const marks = new Array<bigint>(count).fill(0n);
  for (const [index, file] of files.entries()) marks[file] = bit(index);
  return marks;
}
