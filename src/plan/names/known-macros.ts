import { type MacroBody, macroBody } from '../../model/macro-body.ts';
import { commonAnnotations } from '../../parse/declarations/annotations.ts';
import { parseDirective } from '../../parse/tokens/directive.ts';
import { lex } from '../../parse/tokens/lex.ts';
import type { Tree } from '../../text/tree.ts';
import { wordPattern } from '../../text/word-pattern.ts';
import type { IncludeGraph } from '../includes/include-graph.ts';

/** What the files that a header includes, or that its units include first, say of some macros. */
export type KnownMacros = {
  /** Defined as empty, as attributes, or as other such macros, everywhere they are defined. */
  readonly annotations: ReadonlySet<string>;
  /** Defined as something else somewhere. */
  readonly others: ReadonlySet<string>;
  /** Of the others, those that make their argument a type, everywhere they are defined. */
  readonly types: ReadonlySet<string>;
  /** Of the others, those that are the braces of a type, everywhere they are defined. */
  readonly bodies: ReadonlySet<string>;
  /** Of the others, those a call of which is a whole declaration somewhere; and those of which no call is. */
  readonly closed: ReadonlySet<string>;
  readonly open: ReadonlySet<string>;
};

/**
 * Looks names up in the files reachable through the includes of a header and, as far as the tree has it, of its `prelude`;
 * none are read when no name is asked for.
 */
export function lookUpMacros(
  tree: Tree,
  graph: IncludeGraph,
  { header, prelude }: { readonly header: string; readonly prelude: string | null },
  names: ReadonlySet<string>,
): KnownMacros {
  const first = prelude === null ? null : graph.resolve(header, { form: 'quote', path: prelude });
  const starts = first === null ? [header] : [header, first];
  const bodies = names.size === 0 ? new Map<string, MacroBody[]>() : bodiesOf(tree, graph, starts, names);
  const found = [...names].filter((name) => (bodies.get(name) ?? []).length > 0);
  const annotations = new Set(found.filter((name) => isAnnotation(name, bodies, new Set())));
  const others = found.filter((name) => !annotations.has(name));
  return {
    annotations,
    others: new Set(others),
    types: new Set(others.filter((name) => isType(name, bodies, new Set()))),
    bodies: new Set(others.filter((name) => bodies.get(name)?.every(({ isBraces }) => isBraces))),
    closed: new Set(others.filter((name) => endOf(name, bodies, new Set()) === 'closed')),
    open: new Set(others.filter((name) => endOf(name, bodies, new Set()) === 'open')),
  };
}

/** The definitions of the names, and of all macros that decide what these are. */
function bodiesOf(
  tree: Tree,
  graph: IncludeGraph,
  starts: readonly string[],
  names: ReadonlySet<string>,
): ReadonlyMap<string, readonly MacroBody[]> {
  const files = reachableFiles(graph, ...starts);
  const bodies = new Map<string, MacroBody[]>();
  let pending = [...names];
  while (pending.length > 0) {
    const wanted = new Map(pending.map((name): [string, MacroBody[]] => [name, []]));
    for (const file of files) collectBodies(tree.read(file) ?? '', wanted);
    for (const [name, found] of wanted) bodies.set(name, found);
    const deciding = [...wanted.values()].flat().flatMap(macrosWithin);
    pending = [...new Set(deciding)].filter((name) => !bodies.has(name));
  }
  return bodies;
}

/** Files, and all that they lead to. */
export function reachableFiles(graph: IncludeGraph, ...starts: readonly string[]): ReadonlySet<string> {
  const files = new Set(starts);
  for (const file of files) for (const next of graph.includesOf(file)) files.add(next);
  return files;
}

function collectBodies(text: string, wanted: ReadonlyMap<string, MacroBody[]>): void {
  const pattern = new RegExp(`#[ \\t]*define[ \\t]+(?:${[...wanted.keys()].map(wordPattern).join('|')})\\b`);
  if (!pattern.test(text)) return;
  for (const token of lex(text)) {
    const directive = token.kind === 'directive' ? parseDirective(text, token) : null;
    if (directive?.kind === 'define') wanted.get(directive.name)?.push(macroBody(text, directive));
  }
}

function macrosWithin({ decorates, type, end }: MacroBody): readonly string[] {
  return [...(decorates ?? []), ...(type ?? []), ...(typeof end === 'string' ? [] : [end.macro])];
}

type Bodies = ReadonlyMap<string, readonly MacroBody[]>;

function isAnnotation(name: string, bodies: Bodies, around: ReadonlySet<string>): boolean {
  if (commonAnnotations.known.has(name)) return true;
  const found = bodies.get(name) ?? [];
  if (around.has(name) || found.length === 0) return false;
  const inside = new Set([...around, name]);
  return found.every(({ decorates }) => decorates?.every((word) => isAnnotation(word, bodies, inside)) ?? false);
}

function isType(name: string, bodies: Bodies, around: ReadonlySet<string>): boolean {
  const found = bodies.get(name) ?? [];
  if (around.has(name) || found.length === 0) return false;
  const inside = new Set([...around, name]);
  return found.every(({ type }) => type?.every((maker) => isType(maker, bodies, inside)) ?? false);
}

/** Null where a macro that is defined nowhere decides. */
function endOf(name: string, bodies: Bodies, around: ReadonlySet<string>): 'closed' | 'open' | null {
  const found = bodies.get(name) ?? [];
  if (around.has(name) || found.length === 0) return null;
  const inside = new Set([...around, name]);
  const ends = found.map(({ end }) => (typeof end === 'string' ? end : endOf(end.macro, bodies, inside)));
  if (ends.includes('closed')) return 'closed';
  return ends.includes(null) ? null : 'open';
}
