import { makeNumbers } from './grow.ts';
import { makePairTable } from './pair-table.ts';

/** Which macro a name means in a file. */
export type Macros = {
  /** The node of a macro that is defined in a file; `make` is asked for it unless another definition shares it. */
  readonly define: (name: number, file: number, make: () => number) => number;
  /** -1: none that the file can see. */
  readonly find: (name: number, file: number) => number;
};

/** Definitions of one name in folders of their own that are told apart. */
const MOST = 32;

/**
 * A source file's macros are its own. Those of headers are everybody's, but where there is a folder `x/include`, those of all
 * headers below `x` are of what lies below `x`: a tree may hold whole programs that have a library of their own. `names` is
 * more than any number.
 */
export function makeMacros(names: number, files: readonly string[], isSource: (file: number) => boolean): Macros {
  const own = makePairTable();
  const hasOwn = new Uint8Array(names);
  const scopes: string[] = [];
  const scopeOfFile = scopesOf(files, scopes);
  /** By name one more than the first of those that more than one file sees; each has its scope, its node and the next. */
  const first = new Int32Array(names);
  const [scope, nodes, next] = [makeNumbers(), makeNumbers(), makeNumbers()];
  const defineOwn = (name: number, file: number, make: () => number): number => {
    const known = hasOwn[name] === 1 ? own.get(name, file) : -1;
    if (known >= 0) return known;
    const node = make();
    own.set(name, file, node);
    hasOwn[name] = 1;
    return node;
  };
  return {
    define: (name, file, make) => {
      if (isSource(file)) return defineOwn(name, file, make);
      const wanted = scopeOfFile[file] ?? 0;
      let [last, count] = [-1, 0];
      for (let one = (first[name] ?? 0) - 1; one >= 0; one = next.at(one)) {
        if (scope.at(one) === wanted) return nodes.at(one);
        [last, count] = [one, count + 1];
      }
      const node = make();
      if (count >= MOST) return node;
      scope.push(wanted);
      nodes.push(node);
      next.push(-1);
      if (last < 0) first[name] = nodes.length();
      else next.set(last, nodes.length() - 1);
      return node;
    },
    find: (name, file) => {
      const mine = hasOwn[name] === 1 ? own.get(name, file) : -1;
      if (mine >= 0) return mine;
      let [nearest, longest] = [-1, 0];
      for (let one = (first[name] ?? 0) - 1; one >= 0; one = next.at(one)) {
        const folder = scopes[scope.at(one)] ?? '';
        const isSeen = folder === '' || files[file]?.startsWith(folder) === true;
        if (isSeen && folder.length >= longest) [nearest, longest] = [nodes.at(one), folder.length];
      }
      return nearest;
    },
  };
}

/** By file the folder below which its macros are seen, as its index in `scopes`; '' is the whole tree. */
function scopesOf(files: readonly string[], scopes: string[]): Int32Array {
  const numbers = new Map<string, number>();
  const programs = new Set<string>();
  for (const path of files) {
    const at = path.indexOf('/include/');
    if (at >= 0) programs.add(path.slice(0, at + 1));
  }
  const byFolder = new Map<string, string>();
  return Int32Array.from(files, (path) => {
    const own = path.slice(0, path.lastIndexOf('/') + 1);
    const folder = byFolder.get(own) ?? programAround(own, programs);
    byFolder.set(own, folder);
    const number = numbers.get(folder) ?? scopes.push(folder) - 1;
    numbers.set(folder, number);
    return number;
  });
}

/** The innermost folder with an `include` around one; of one below `include` the outermost. */
function programAround(own: string, programs: ReadonlySet<string>): string {
  const at = own.indexOf('/include/');
  if (at >= 0) return own.slice(0, at + 1);
  for (let end = own.length; end > 0; end = own.lastIndexOf('/', end - 2) + 1) {
    if (programs.has(own.slice(0, end))) return own.slice(0, end);
  }
  return '';
}
