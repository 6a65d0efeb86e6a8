import type { KnownMark } from '../../parse/brackets/bracket-marks.ts';
import { areCounterparts, counterpartsAmong } from '../../parse/brackets/counterparts.ts';
import type { Definitions } from '../../parse/brackets/expand-macro.ts';
import { tokensOf } from '../../parse/tokens/tokens-of.ts';
import type { SourceText } from '../../text/source-text.ts';
import type { Tree } from '../../text/tree.ts';
import type { IncludeGraph } from '../includes/include-graph.ts';
import { reachableFiles } from '../names/known-macros.ts';
import { definitionsIn } from '../names/macro-definitions.ts';
import { calledMarks } from './called-marks.ts';
import { includedMarks, mayOpenForOthers } from './included-marks.ts';
import { loneCalls } from './lone-calls.ts';

/** Where the ends of brackets are looked up. `prelude`: what every unit includes first, as a manifest spells it. */
export type MarkLookup = { readonly tree: Tree; readonly graph: IncludeGraph; readonly prelude: string | null };

/**
 * The ends of brackets in files of a tree of which the tree says that they are: macros that the files, or what they and
 * the prelude include, define as pragmas or as `extern "C" {`, and included files that hold such.
 */
export function knownMarks(lookup: MarkLookup, sources: readonly SourceText[]): readonly KnownMark[] {
  const { tree, graph } = lookup;
  const definitions = definitionsBehind(lookup, sources);
  // One search for the sources, and one for all that they include: each file has names of its own to look for.
  const ofSources = definingWhenAsked(tree, definitions, () => sources);
  const ofIncluded = definingWhenAsked(tree, definitions, () => openFilesBehind(lookup, sources));
  const marksOf = (source: SourceText, around: readonly string[]): readonly KnownMark[] => [
    ...calledMarks(source, around.length === 0 ? ofSources : ofIncluded),
    ...includedMarks(context, source, around),
  ];
  const context = { tree, graph, marksOf, known: new Map() };
  return sources.flatMap((source) => marksOf(source, []));
}

/** `defining` for the undefined ends of brackets in some files, which are read when a definition is missing. */
function definingWhenAsked(tree: Tree, definitions: Definitions, files: () => readonly SourceText[]): Definitions {
  let found: Definitions | null = null;
  return (name) => {
    const known = definitions(name);
    if (known.length > 0) return known;
    found ??= defining(tree, definitions, [...new Set(files().flatMap((file) => undefinedEnds(file, definitions)))]);
    return found(name);
  };
}

/** The files that sources include and that may open a bracket for others. */
function openFilesBehind({ graph, tree }: MarkLookup, sources: readonly SourceText[]): readonly SourceText[] {
  return [...reachableFiles(graph, ...sources.map(({ path }) => path))].flatMap((path) => {
    const text = tree.read(path) ?? '';
    return mayOpenForOthers(text) ? [{ path, text }] : [];
  });
}

/** The macros that sources, what they include and the prelude define. Nothing is read before the first is asked for. */
export function definitionsBehind({ graph, tree, prelude }: MarkLookup, sources: readonly SourceText[]): Definitions {
  let found: Definitions | null = null;
  return (name) => {
    found ??= definitionsIn(tree, new Set(sources.flatMap(({ path }) => [...filesBehind(graph, path, prelude)])));
    return found(name);
  };
}

/** The definitions, and for names that they lack those of any C file: a header may rely on what its users include. */
export function defining(tree: Tree, definitions: Definitions, names: readonly string[]): Definitions {
  if (names.length === 0) return definitions;
  const files = tree.filesNaming(names, (path) => /\.[ch]$/.test(path)).keys();
  const elsewhere = definitionsIn(tree, files);
  return (name) => {
    const found = definitions(name);
    return found.length > 0 ? found : elsewhere(name);
  };
}

/** Macros of a text that may be the two ends of a bracket, by how they are spelt and where they stand. */
export function bracketLikeMacros(source: SourceText): ReadonlySet<string> {
  const calls = [...loneCalls(source.text, tokensOf(source))];
  const spellings = calls.map(([spelling]) => spelling);
  const pairs = counterpartsAmong(spellings, areCounterparts);
  return new Set(pairs.flatMap((pair) => pair.flatMap((at) => calls[at]?.[1] ?? [])));
}

function undefinedEnds(source: SourceText, definitions: Definitions): readonly string[] {
  return [...bracketLikeMacros(source)].filter((name) => definitions(name).length === 0);
}

function filesBehind(graph: IncludeGraph, path: string, prelude: string | null): ReadonlySet<string> {
  const first =
    prelude === null
      ? null
      : (graph.resolve(path, { form: 'angle', path: prelude }) ??
        graph.resolve(path, { form: 'quote', path: prelude }));
  return new Set([path, first].flatMap((file) => (file === null ? [] : [...reachableFiles(graph, file)])));
}
