import { detached } from '../text/detached.ts';

export type ReachInput = {
  /** Every file that a unit could include, absolute. */
  readonly files: readonly string[];
  /** Links among them that lead to a directory, and where to. */
  readonly links: ReadonlyMap<string, string>;
  /** Links among them that lead to another of them, and where to. */
  readonly fileLinks?: ReadonlyMap<string, string>;
  /** An absolute path that is no file's name in the tree, with links followed. */
  readonly real?: (path: string) => string;
  /** The directories in which any unit looks for what it includes, absolute. */
  readonly folders: readonly string[];
  readonly read: (path: string) => string | null;
};

export type Reach = {
  /**
   * Of the sources those that could read one of the files, directly or through others. May name too many and never too
   * few: each source counts with the directories of all, every branch of a conditional is followed, and a name that a
   * macro makes may be any.
   */
  readonly reaching: (sources: readonly Source[], wanted: ReadonlySet<string>) => readonly Source[];
};

/** A source, what its command includes before it (absolute), and the macros that its command defines (`NAME=VALUE`). */
export type Source = {
  readonly path: string;
  readonly included: readonly string[];
  readonly macros: readonly string[];
};

/**
 * What a text includes, as it spells it, and the macros that make a name. `texts` are the macros that it defines as a
 * header's name.
 */
export type Included = {
  readonly names: readonly string[];
  readonly macros: readonly string[];
  readonly texts: readonly (readonly [string, string])[];
};

export function includedNames(text: string): Included {
  const names = new Set<string>();
  const macros = new Set<string>();
  for (const [, path, word, asked] of text.matchAll(INCLUDE)) {
    const named = path ?? asked;
    if (named !== undefined) names.add(named);
    else if (word !== undefined) macros.add(word);
  }
  const texts = [...text.matchAll(HEADER_MACRO)].map(([, name = '', path = '']) => [name, path] as const);
  return { names: [...names], macros: [...macros], texts };
}

/** Of a comment that holds another's beginning as often as that, so that a text of beginnings is read once. */
const COMMENT = String.raw`\/\*(?:(?!\*\/|\/\*)[\s\S])*(?:\/\*(?:(?!\*\/|\/\*)[\s\S])*){0,8}\*\/`;
/** No path is longer, and a line may have an opening quote at each of its bytes. */
const PATH = String.raw`["<]([^">\n]{1,4096})[">]`;
const BLANK = String.raw`(?:[ \t]|\\\r?\n|${COMMENT})*`;

/** Also below a comment or a line that goes on, and within a `__has_include`. */
const INCLUDE = new RegExp(
  String.raw`(?:#|%:|\?\?=)${BLANK}(?:include_next|include|import|embed)${BLANK}(?:${PATH}|([A-Za-z_]\w*))|__has_include(?:_next)?\s*\(\s*${PATH}`,
  'g',
);

const HEADER_MACRO = /^[ \t]*#[ \t]*define[ \t]+(\w+)[ \t]+["<]([^">\n]+)[">][ \t]*(?:\/[*/].*)?$/gm;

/** Reads a file when it is first asked for. */
export function includeReach(input: ReachInput): Reach {
  const { read } = input;
  const resolve = includeResolver(input);
  const known = new Map<string, Included>();
  const of = (path: string): Included => {
    const found = known.get(path) ?? held(includedNames(read(path) ?? ''));
    known.set(path, found);
    return found;
  };
  const texts = new Map<string, string>();
  const own = (text: string): string => {
    const found = texts.get(text) ?? detached(text);
    texts.set(found, found);
    return found;
  };
  const held = ({ names, macros, texts: defined }: Included): Included => ({
    names: names.map(own),
    macros: macros.map(own),
    texts: defined.map(([macro, name]) => [own(macro), own(name)] as const),
  });
  /** Macro -> whether it may be any name. */
  const judged = new Map<string, boolean>();
  const reaching: Reach['reaching'] = (sources, wanted) => {
    const includers = new Map<string, Set<string>>();
    /** Macro -> the files that include by it, and the names that it is defined as. */
    const byMacro = new Map<string, Set<string>>();
    const namesOf = new Map<string, Set<string>>();
    const seen = new Set<string>();
    const queue: string[] = [];
    const include = (path: string, others: readonly string[]): void => {
      for (const other of others) {
        put(includers, other, path);
        queue.push(other);
      }
    };
    const drain = (): void => {
      for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
        if (seen.has(path)) continue;
        seen.add(path);
        const { names, macros, texts } = of(path);
        for (const macro of macros) put(byMacro, macro, path);
        for (const [macro, name] of texts) put(namesOf, macro, name);
        for (const name of names) include(path, resolve(path, name));
      }
    };
    for (const { path, included, macros } of sources) {
      for (const one of included) include(path, resolve(path, one));
      for (const macro of macros) {
        const [, name, value] = /^(\w+)=["<]([^">]+)[">]$/.exec(macro) ?? [];
        if (name !== undefined && value !== undefined) put(namesOf, name, value);
      }
      queue.push(path);
    }
    drain();
    for (let before = -1; before !== seen.size; ) {
      before = seen.size;
      for (const [macro, paths] of byMacro) {
        for (const path of paths) for (const name of namesOf.get(macro) ?? []) include(path, resolve(path, name));
      }
      drain();
    }
    const unknown = [...byMacro.keys()].filter((macro) => !judged.has(macro));
    const computed = computedMacros(unknown, sources, seen, read);
    for (const macro of unknown) judged.set(macro, computed.has(macro));
    const open = [...byMacro].flatMap(([macro, paths]) => (judged.get(macro) ? [...paths] : []));
    const found = new Set<string>();
    const back = [...wanted, ...open];
    for (let path = back.pop(); path !== undefined; path = back.pop()) {
      if (found.has(path)) continue;
      found.add(path);
      back.push(...(includers.get(path) ?? []));
    }
    return sources.filter(({ path }) => found.has(path));
  };
  return { reaching };
}

/** The files that a name could mean in a file. */
function includeResolver({
  files,
  links,
  fileLinks,
  real,
  folders,
}: ReachInput): (from: string, name: string) => readonly string[] {
  const all = new Set(files);
  // What a link to a file includes is looked for beside the link.
  const standing = (path: string): readonly string[] => {
    const whole = throughLinks(normal(path), links);
    const target = fileLinks?.get(whole);
    if (all.has(whole)) return target === undefined ? [whole] : [whole, target];
    return [];
  };
  const absolute = (path: string): readonly string[] => {
    const found = standing(path);
    return found.length > 0 || real === undefined ? found : standing(real(path));
  };
  const inFolders = new Map<string, readonly string[]>();
  return (from, name) => {
    if (name.startsWith('/')) return absolute(name);
    const known = inFolders.get(name) ?? folders.flatMap((folder) => standing(`${folder}/${name}`));
    inFolders.set(name, known);
    const beside = standing(from.slice(0, from.lastIndexOf('/') + 1) + name);
    return beside.length === 0 ? known : [...beside, ...known];
  };
}

function normal(path: string): string {
  if (!path.includes('/.') && !path.includes('//')) return path;
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

function throughLinks(path: string, links: ReadonlyMap<string, string>): string {
  if (links.size === 0) return path;
  let whole = path;
  for (let step = 0; step < MOST_LINKS; step++) {
    let at = whole.indexOf('/', 1);
    while (at > 0 && !links.has(whole.slice(0, at))) at = whole.indexOf('/', at + 1);
    if (at < 0) return whole;
    const target = links.get(whole.slice(0, at)) ?? '';
    whole = `${target === '/' ? '' : target}${whole.slice(at)}`;
  }
  return whole;
}

const MOST_LINKS = 8;

/** Adds to a set of a map; whether it was new. */
function put(map: Map<string, Set<string>>, key: string, value: string): boolean {
  const known = map.get(key);
  if (known === undefined) map.set(key, new Set([value]));
  else if (known.has(value)) return false;
  else known.add(value);
  return true;
}

/** The macros that are anywhere defined as something else than a header's name. */
function computedMacros(
  macros: readonly string[],
  sources: readonly Source[],
  seen: ReadonlySet<string>,
  read: (path: string) => string | null,
): ReadonlySet<string> {
  const computed = new Set<string>();
  for (const macro of macros) {
    const ofCommand = new RegExp(`^${macro}(?:=(?!["<][^">]+[">]$)|\\(|$)`);
    if (sources.some((source) => source.macros.some((one) => ofCommand.test(one)))) computed.add(macro);
  }
  const left = macros.filter((macro) => !computed.has(macro));
  if (left.length === 0) return computed;
  const value = '["<][^">\\n]+[">][ \\t]*(?:/[*/].*)?$';
  const defined = new RegExp(`^[ \\t]*#[ \\t]*define[ \\t]+(${left.join('|')})(?!\\w)(?![ \\t]+${value})`, 'gm');
  for (const path of seen) for (const [, macro = ''] of (read(path) ?? '').matchAll(defined)) computed.add(macro);
  return computed;
}
