import type { NodeTable } from './node-table.ts';
import { makeScoped } from './scoped.ts';

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
  /** More than one where a file has a definition for each system. */
  const own = makeScoped<number[]>(input.names, () => true);
  const global = new Map<number, number[]>();
  const statics = new Map<number, number[]>();
  const chosen = new Map<number, readonly number[]>();
  const folders = new Map<string, number>();
  const folderOfFile = files.map((path) => {
    const folder = path.replace(/[^/]*$/, '');
    const number = folders.get(folder) ?? folders.size;
    folders.set(folder, number);
    return number;
  });
  /** Whether a name is any function's: most that are asked for are not. */
  const isFunction = new Uint8Array(input.names);

  const add = (map: Map<number, number[]>, name: number, node: number): void => {
    const list = map.get(name);
    if (list === undefined) map.set(name, [node]);
    else if (list.length < MOST) list.push(node);
  };
  const choose = (list: readonly number[], file: number): readonly number[] => {
    if (list.length < 2) return list;
    const pathOf = (node: number): string => files[nodes.file(node)] ?? '';
    const word = nodes.name(list[0] ?? 0);
    const wanted = list.filter((node) => filter(word, pathOf(node)) !== false);
    const said = wanted.length > 0 ? wanted : list;
    const real = said.filter((node) => !isStandIn(pathOf(node)));
    const from = files[file] ?? '';
    const left = real.length > 0 && !isStandIn(from) ? real : said;
    if (left.length < 2) return left;
    const shared = left.map((node) => foldersShared(pathOf(node), from));
    const most = Math.max(...shared);
    return left.filter((_, at) => shared[at] === most);
  };
  return {
    add: (name, node, file, isStatic) => {
      isFunction[name] = 1;
      // A static function of a header is a function of all that include it.
      if (isStatic && isSource(file)) {
        const before = own.find(name, file);
        const isOwn = before !== null && nodes.file(before[0] ?? 0) === file;
        if (!isOwn) own.add(name, file, [node]);
        else if (before.length < MOST) before.push(node);
        add(statics, name, node);
      } else add(global, name, node);
    },
    find: (name, file) => {
      if (isFunction[name] !== 1) return none;
      const list = global.get(name);
      const mine = statics.has(name) ? own.find(name, file) : null;
      if (mine !== null && nodes.file(mine[0] ?? 0) === file) return mine;
      if (list !== undefined) {
        if (list.length === 1) return list;
        const key = (folderOfFile[file] ?? folders.size) * input.names + name;
        const known = chosen.get(key);
        if (known !== undefined) return known;
        const own = choose(list, file);
        chosen.set(key, own);
        return own;
      }
      return included(statics.get(name), file);
    },
  };

  /** A file that is included by a source file calls that one's static functions. */
  function included(list: readonly number[] | undefined, file: number): readonly number[] {
    const [only, ...others] = list ?? [];
    if (only === undefined || others.length > 0 || isSource(file)) return [];
    return [only];
  }
}

const none: readonly number[] = [];

/** Stubs and tests define functions again that others define in earnest. */
export function isStandIn(path: string): boolean {
  return /(?:^|\/)(?:stubs?|tests?|mocks?)\//.test(path) || /(?:^|[/_-])stubs?\.c$/.test(path);
}

function foldersShared(a: string, b: string): number {
  const [left, right] = [a.split('/'), b.split('/')];
  let shared = 0;
  while (shared < left.length - 1 && shared < right.length - 1 && left[shared] === right[shared]) shared++;
  return shared;
}
