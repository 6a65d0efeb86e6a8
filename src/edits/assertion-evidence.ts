import type { StatementNames } from '../model/bodies/statement-names.ts';
import type { SourceBranch, SourceItem, SourceNode, SourceOutline } from '../model/source-outline.ts';
import { isMacroCased } from '../parse/declarations/declarator.ts';
import { parseItemDeclaration } from '../parse/item-variants.ts';
import { parseDirective } from '../parse/tokens/directive.ts';
import { surelyCalls, surelyNames } from './sure-uses.ts';

/** Whether the function of an item can hold a statement; `isOwn` says which names are its own, as parameters are. */
export type Evidence = (item: SourceItem, isOwn: (name: string) => boolean) => boolean;

/**
 * What a file itself shows of a statement with these names: that it compiles in a function, as each of them is defined
 * or declared above that, or is used where the compiler reads it whenever it reads the function, and nothing between the
 * two can have made it known. What a string, a comment, a macro's body or a condition hides shows nothing.
 */
export function evidenceOf(outline: SourceOutline, { called, plain, types }: StatementNames): Evidence {
  if (types.length > 0) return () => false;
  const entries = flatten(outline.nodes, []);
  const places = new Map(entries.map(({ node }, at) => [node, at]));
  const { text } = outline;
  const callees = new Set(called);
  const ofCalled = called.map((name) =>
    traces(outline, entries, name, ({ item }) => surelyCalls(text, item, name, callees)),
  );
  const ofPlain = plain.map((name) => ({
    name,
    traces: traces(outline, entries, name, ({ item }) => isMacroCased(name) && surelyNames(text, item, name)),
  }));
  return (item, isOwn) => {
    const at = places.get(item);
    if (at === undefined) return false;
    const path = entries[at]?.path ?? [];
    return (
      ofCalled.every((one) => isKnownAt(one, at, path)) &&
      ofPlain.every(({ name, traces: one }) => isOwn(name) || isKnownAt(one, at, path))
    );
  };
}

type Path = readonly SourceBranch[];

type Entry = { readonly node: SourceNode; readonly path: Path };

/** Every node but groups, with the branches around it. */
function flatten(nodes: readonly SourceNode[], path: Path): readonly Entry[] {
  return nodes.flatMap((node): readonly Entry[] =>
    node.kind === 'group'
      ? node.branches.flatMap((branch) => flatten(branch.nodes, [...path, branch]))
      : [{ node, path }],
  );
}

/** What a file says of one name: indices of entries, in order. */
type Traces = {
  readonly makers: readonly Trace[];
  readonly uses: readonly Trace[];
  /** Indices of what can have made the name known to what follows. */
  readonly barriers: readonly number[];
};

type Trace = { readonly at: number; readonly path: Path };

const NO_TRACES: Traces = { makers: [], uses: [], barriers: [] };

function traces(
  outline: SourceOutline,
  entries: readonly Entry[],
  name: string,
  uses: (item: SourceItem) => boolean,
): Traces {
  const { text } = outline;
  const found = { makers: [] as Trace[], uses: [] as Trace[], barriers: [] as number[] };
  for (const [at, { node, path }] of entries.entries()) {
    if (node.kind === 'include') found.barriers.push(at);
    if (node.kind === 'macro' && node.name === name) {
      if (node.role === 'undef') return NO_TRACES;
      found.makers.push({ at, path });
    }
    if (node.kind !== 'item') continue;
    const inside = directivesIn(text, node);
    if (inside.some((one) => (one.kind === 'define' || one.kind === 'undef') && one.name === name)) return NO_TRACES;
    const includes = inside.some(({ kind }) => kind === 'include');
    if (includes) found.barriers.push(at);
    if (!text.slice(node.span.start, node.span.end).includes(name)) continue;
    if (declares(outline, node, name)) found.makers.push({ at, path });
    if (!includes && uses(node)) found.uses.push({ at, path });
  }
  return { ...found, barriers: [...found.barriers, ...found.makers.map(({ at }) => at)].sort((a, b) => a - b) };
}

function directivesIn(text: string, { item }: SourceItem) {
  return item.tokens.filter(({ kind }) => kind === 'directive').map((token) => parseDirective(text, token));
}

/** As a function or a variable: a tag of that name cannot be called. */
function declares({ text, annotations }: SourceOutline, { item }: SourceItem, name: string): boolean {
  const { kind, functions, others } = parseItemDeclaration(text, item.tokens, annotations);
  return [...functions, ...(kind === 'variable' ? others : [])].some((declared) => declared.name === name);
}

function isKnownAt({ makers, uses, barriers }: Traces, here: number, path: Path): boolean {
  const isRead = (trace: Trace): boolean => trace.path.every((branch, at) => path[at] === branch);
  if (makers.some((maker) => maker.at < here && isRead(maker))) return true;
  const barrier = barriers.find((at) => at > here) ?? Number.POSITIVE_INFINITY;
  return uses.some((use) => use.at < barrier && isRead(use));
}
