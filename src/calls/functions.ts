import type { NodeTable } from './node-table.ts';
import { makePairTable } from './pair-table.ts';

/** Says of a file whether a function's definition in it counts; null: nothing was said about that function. */
export type DefinitionFilter = (name: string, path: string) => boolean | null;

/** Which functions a name means in a file. */
export type Functions = {
  readonly add: (name: number, node: number, file: number, isStatic: boolean) => void;
  /** Empty where the tree has none. */
  readonly find: (name: number, file: number) => readonly number[];
};

/** More definitions of one name than this are not told apart by folder. */
const MOST = 64;

export function makeFunctions(input: {
  /** More than any name's number. */
  readonly names: number;
  readonly nodes: NodeTable;
  readonly files: readonly string[];
  readonly isSource: (file: number) => boolean;
  readonly filter: DefinitionFilter;
}): Functions {
  const { nodes, files, isSource, filter } = input;
  const lists: number[][] = [];
  /** The list of a file's static functions of a name: more than one where it has a definition for each system. */
  const own = makePairTable();
  /** By name: one more than the list of what every file can call. */
  const global = new Int32Array(input.names);
  /** By name: how many static functions there are, and the node of the first. */
  const statics = { count: new Int32Array(input.names), first: new Int32Array(input.names) };
  const candidates = new Map<number, Candidates>();
  /** What was chosen for a name and a folder: one more than the index in `choices`. */
  const chosen = makePairTable();
  const choices: (readonly number[])[] = [];
  const folders = new Map<string, number>();
  const folderOfFile = Int32Array.from(files, (path) => {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const number = folders.get(folder) ?? folders.size;
    folders.set(folder, number);
    return number;
  });
  const pathOf = (node: number): string => files[nodes.file(node)] ?? '';

  const candidatesOf = (name: number, list: readonly number[]): Candidates => {
    const known = candidates.get(name);
    if (known !== undefined) return known;
    const word = nodes.name(list[0] ?? 0);
    const wanted = list.filter((node) => filter(word, pathOf(node)) !== false);
    const said = wanted.length > 0 ? wanted : list;
    const real = said.filter((node) => !isStandIn(pathOf(node)));
    const own = { said, real: real.length > 0 ? real : said };
    candidates.set(name, own);
    return own;
  };
  const choose = (name: number, list: readonly number[], file: number): readonly number[] => {
    const from = files[file] ?? '';
    const { said, real } = candidatesOf(name, list);
    const left = isStandIn(from) ? said : real;
    if (left.length < 2) return left;
    const shared = left.map((node) => foldersShared(pathOf(node), from));
    const most = Math.max(...shared);
    return left.filter((_, at) => shared[at] === most);
  };
  return {
    add: (name, node, file, isStatic) => {
      // A static function of a header is a function of all that include it.
      const isOwn = isStatic && isSource(file);
      if (isOwn) {
        if (statics.count[name] === 0) statics.first[name] = node;
        statics.count[name] = (statics.count[name] ?? 0) + 1;
      }
      const index = isOwn ? own.get(name, file) : (global[name] ?? 0) - 1;
      const list = lists[index];
      if (list !== undefined) {
        if (list.length < MOST) list.push(node);
        return;
      }
      lists.push([node]);
      if (isOwn) own.set(name, file, lists.length - 1);
      else global[name] = lists.length;
    },
    find: (name, file) => {
      const mine = (statics.count[name] ?? 0) > 0 ? own.get(name, file) : -1;
      if (mine >= 0) return lists[mine] ?? none;
      const list = lists[(global[name] ?? 0) - 1];
      if (list === undefined) return included(name, file);
      if (list.length === 1) return list;
      const folder = folderOfFile[file] ?? folders.size;
      const known = chosen.get(name, folder);
      if (known >= 0) return choices[known] ?? none;
      const choice = choose(name, list, file);
      chosen.set(name, folder, choices.push(choice) - 1);
      return choice;
    },
  };

  /** A file that is included by a source file calls that one's static functions. */
  function included(name: number, file: number): readonly number[] {
    return statics.count[name] === 1 && !isSource(file) ? [statics.first[name] ?? 0] : none;
  }
}

/** The definitions of a name that count; `real`: for files that are no stand-ins themselves. */
type Candidates = { readonly said: readonly number[]; readonly real: readonly number[] };

const none: readonly number[] = [];

/** Stubs and tests define functions again that others define in earnest. */
export function isStandIn(path: string): boolean {
  return /(?:^|\/)(?:stubs?|tests?|mocks?)\//.test(path) || /(?:^|[/_-])stubs?\.c$/.test(path);
}

/** How many folders two paths have in common, from the first on. */
function foldersShared(a: string, b: string): number {
  let shared = 0;
  for (let at = 0; at < a.length && at < b.length && a[at] === b[at]; at++) if (a[at] === '/') shared++;
  return shared;
}
