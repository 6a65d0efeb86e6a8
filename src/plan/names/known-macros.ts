import { type Definition, type MacroBody, macroBody } from '../../model/macro-body.ts';
import { commonAnnotations } from '../../parse/declarations/annotations.ts';
import { parseDirective } from '../../parse/tokens/directive.ts';
import { lex } from '../../parse/tokens/lex.ts';
import { rememberTexts } from '../../text/remember-texts.ts';
import type { Tree } from '../../text/tree.ts';
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
  const bodies: Bodies = names.size === 0 ? new Map() : bodiesOf(tree, graph, starts, names);
  const found = [...names].filter((name) => (bodies.get(name) ?? []).length > 0);
  const decorating = alwaysSo(bodies, ({ decorates }) => decorates, commonAnnotations.known);
  const annotations = new Set(found.filter((name) => decorating.has(name)));
  const others = found.filter((name) => !annotations.has(name));
  const makingTypes = alwaysSo(bodies, ({ type }) => type);
  const open = alwaysSo(bodies, ({ end }) => (typeof end === 'string' ? (end === 'open' ? [] : null) : [end.macro]));
  const closed = closedSomewhere(bodies);
  return {
    annotations,
    others: new Set(others),
    types: new Set(others.filter((name) => makingTypes.has(name))),
    bodies: new Set(others.filter((name) => bodies.get(name)?.every(({ isBraces }) => isBraces))),
    closed: new Set(others.filter((name) => closed.has(name))),
    open: new Set(others.filter((name) => open.has(name))),
  };
}

/** The definitions of the names, and of all macros that decide what these are. */
function bodiesOf(
  tree: Tree,
  graph: IncludeGraph,
  starts: readonly string[],
  names: ReadonlySet<string>,
): ReadonlyMap<string, readonly MacroBody[]> {
  const definitionsOf = findDefinitions([...reachableFiles(graph, ...starts)].map((file) => tree.read(file) ?? ''));
  const bodies = new Map<string, readonly MacroBody[]>();
  const pending = [...names];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (bodies.has(name)) continue;
    const found = definitionsOf(name);
    bodies.set(name, found);
    for (const deciding of found.flatMap(macrosWithin)) pending.push(deciding);
  }
  return bodies;
}

/** Files, and all that they lead to. */
export function reachableFiles(graph: IncludeGraph, ...starts: readonly string[]): ReadonlySet<string> {
  const files = new Set(starts);
  for (const file of files) for (const next of graph.includesOf(file)) files.add(next);
  return files;
}

/** The definitions of a name in texts, each of which is read once, when it may hold one that is asked for. */
function findDefinitions(texts: readonly string[]): (name: string) => readonly MacroBody[] {
  const holding = new Map<string, Set<string>>();
  for (const text of texts)
    for (const name of namesDefinedIn(text)) {
      const known = holding.get(name);
      if (known) known.add(text);
      else holding.set(name, new Set([text]));
    }
  return (name) =>
    [...(holding.get(name) ?? [])].flatMap((text) =>
      (readDefinitions(text).get(name) ?? []).map((definition) => macroBody(text, definition)),
    );
}

const namesDefinedIn = rememberTexts((text): readonly string[] => [
  ...new Set([...text.matchAll(DEFINED)].map(([, name = '']) => name)),
]);

const DEFINED = /#[ \t]*define[ \t]+([\w$\x80-\xff]+)/g;

const readDefinitions = rememberTexts((text): ReadonlyMap<string, readonly Definition[]> => {
  const definitions = new Map<string, Definition[]>();
  for (const token of lex(text)) {
    const directive = token.kind === 'directive' ? parseDirective(text, token) : null;
    if (directive?.kind !== 'define') continue;
    const known = definitions.get(directive.name);
    if (known) known.push(directive);
    else definitions.set(directive.name, [directive]);
  }
  return definitions;
});

function macrosWithin({ decorates, type, end }: MacroBody): readonly string[] {
  return [...(decorates ?? []), ...(type ?? []), ...(typeof end === 'string' ? [] : [end.macro])];
}

type Bodies = ReadonlyMap<string, readonly MacroBody[]>;

/**
 * The macros of which each definition is so, because of itself and of the macros that `needs` names; null: it is not. What
 * needs itself is not. `given`: so without a definition.
 */
function alwaysSo(
  bodies: Bodies,
  needs: (body: MacroBody) => readonly string[] | null,
  given: { readonly has: (name: string) => boolean } = new Set(),
): ReadonlySet<string> {
  const found = new Set([...bodies.keys()].filter((name) => given.has(name)));
  const missing = new Map<string, number>();
  const users = new Map<string, string[]>();
  for (const [name, all] of bodies) {
    const needed = all.map(needs);
    if (found.has(name) || all.length === 0 || needed.includes(null)) continue;
    const open = [...new Set(needed.flatMap((one) => one ?? []))].filter((one) => !given.has(one));
    missing.set(name, open.length);
    for (const one of open) addTo(users, one, name);
  }
  const ready = [...missing].flatMap(([name, count]) => (count === 0 ? [name] : []));
  for (let name = ready.pop(); name !== undefined; name = ready.pop()) {
    found.add(name);
    for (const user of users.get(name) ?? []) {
      const left = (missing.get(user) ?? 0) - 1;
      missing.set(user, left);
      if (left === 0) ready.push(user);
    }
  }
  return found;
}

/** The macros of which a definition closes a declaration, or ends with a macro that does. */
function closedSomewhere(bodies: Bodies): ReadonlySet<string> {
  const users = new Map<string, string[]>();
  const found = new Set<string>();
  for (const [name, all] of bodies)
    for (const { end } of all) {
      if (typeof end !== 'string') addTo(users, end.macro, name);
      else if (end === 'closed') found.add(name);
    }
  for (const name of found) for (const user of users.get(name) ?? []) found.add(user);
  return found;
}

function addTo(lists: Map<string, string[]>, key: string, one: string): void {
  const known = lists.get(key);
  if (known) known.push(one);
  else lists.set(key, [one]);
}
