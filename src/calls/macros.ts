/** Which macro a name means in a file. */
export type Macros = {
  /** The node of a macro that is defined in a file; `make` is asked for it unless another definition shares it. */
  readonly define: (name: number, file: number, make: () => number) => number;
  /** null: none that the file can see. */
  readonly find: (name: number, file: number) => number | null;
};

type Visible = { readonly scope: string; readonly node: number };

/** Definitions of one name in folders of their own that are told apart. */
const MOST = 32;

/**
 * A source file's macros are its own. Those of headers are everybody's, but in a folder `x/include` they are of what
 * lies below `x`: a tree may hold whole programs that have a library of their own.
 */
export function makeMacros(files: readonly string[], isSource: (file: number) => boolean): Macros {
  const own = new Map<number, Map<number, number>>();
  const visible = new Map<number, Visible[]>();
  return {
    define: (name, file, make) => {
      if (isSource(file)) {
        const ofFile = own.get(file) ?? new Map<number, number>();
        own.set(file, ofFile);
        const node = ofFile.get(name) ?? make();
        ofFile.set(name, node);
        return node;
      }
      const scope = scopeOf(files[file] ?? '');
      const list = visible.get(name) ?? [];
      visible.set(name, list);
      const known = list.find((one) => one.scope === scope);
      if (known !== undefined || list.length >= MOST) return known?.node ?? make();
      const node = make();
      list.push({ scope, node });
      return node;
    },
    find: (name, file) => {
      const mine = own.get(file)?.get(name);
      if (mine !== undefined) return mine;
      const list = visible.get(name);
      if (list === undefined) return null;
      const path = files[file] ?? '';
      let nearest: Visible | null = null;
      for (const one of list) {
        if (path.startsWith(one.scope) && one.scope.length >= (nearest?.scope.length ?? 0)) nearest = one;
      }
      return nearest?.node ?? null;
    },
  };
}

/** The folder below which a header's macros are seen; '' for the whole tree. */
function scopeOf(path: string): string {
  const at = path.indexOf('/include/');
  return at < 0 ? '' : path.slice(0, at + 1);
}
