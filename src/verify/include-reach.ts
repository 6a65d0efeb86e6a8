import { baseName } from '../text/file-path.ts';

export type ReachInput = {
  /** Every file that a unit could include, absolute. */
  readonly files: readonly string[];
  readonly read: (path: string) => string | null;
};

export type Reach = {
  /**
   * Of the sources those that could include a file with one of the names, directly or through others. May name too many
   * and never too few: include paths are not looked at, a name that a macro makes may be any.
   */
  readonly reaching: (sources: readonly Source[], names: ReadonlySet<string>) => readonly Source[];
};

/** A source, and what its command includes before it. */
export type Source = { readonly path: string; readonly included: readonly string[] };

/** What a text includes: the names of files without their directories; `isOpen` where a macro makes a name. */
export type Included = { readonly names: readonly string[]; readonly isOpen: boolean };

export function includedNames(text: string): Included {
  const names = new Set<string>();
  let isOpen = false;
  for (const [, path, word, asked] of text.matchAll(INCLUDE)) {
    const named = path ?? asked;
    if (named !== undefined) names.add(baseName(named));
    else if (word !== undefined) isOpen = true;
  }
  return { names: [...names], isOpen };
}

/** Also below a comment or a line that goes on, and within a `__has_include`. */
const INCLUDE =
  /(?:#|%:|\?\?=)(?:[ \t]|\\\r?\n|\/\*[\s\S]*?\*\/)*(?:include_next|include|import|embed)(?:[ \t]|\\\r?\n|\/\*[\s\S]*?\*\/)*(?:["<]([^">\n]+)[">]|([A-Za-z_]))|__has_include(?:_next)?\s*\(\s*["<]([^">\n]+)[">]/g;

/** Reads a file when it is first asked for. */
export function includeReach({ files, read }: ReachInput): Reach {
  const byName = new Map<string, string[]>();
  for (const path of files) {
    const name = baseName(path);
    const same = byName.get(name);
    if (same === undefined) byName.set(name, [path]);
    else same.push(path);
  }
  const known = new Map<string, Included>();
  const of = (path: string): Included => {
    const found = known.get(path) ?? includedNames(read(path) ?? '');
    known.set(path, found);
    return found;
  };
  const reaching: Reach['reaching'] = (sources, wanted) => {
    const includers = new Map<string, Set<string>>();
    const open = new Set<string>();
    const seen = new Set<string>();
    const queue: string[] = [];
    const visit = (path: string, names: readonly string[]): void => {
      for (const name of names) {
        const from = includers.get(name);
        if (from === undefined) includers.set(name, new Set([path]));
        else from.add(path);
        queue.push(...(byName.get(name) ?? []));
      }
    };
    for (const { path, included } of sources) {
      visit(path, included.map(baseName));
      queue.push(path);
    }
    for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
      if (seen.has(path)) continue;
      seen.add(path);
      const { names, isOpen } = of(path);
      if (isOpen) open.add(path);
      visit(path, names);
    }
    const found = new Set<string>();
    const back = [...[...wanted].flatMap((name) => [...(includers.get(name) ?? [])]), ...open];
    for (let path = back.pop(); path !== undefined; path = back.pop()) {
      if (found.has(path)) continue;
      found.add(path);
      back.push(...(includers.get(baseName(path)) ?? []));
    }
    return sources.filter(({ path }) => found.has(path) || wanted.has(baseName(path)));
  };
  return { reaching };
}
