import type { Manifest } from '../manifest/manifest.ts';
import type { Header, Item } from '../model/header.ts';
import { annotationsDefinedIn, type HeaderOptions, parseHeader } from '../model/lower-header.ts';
import { lex } from '../parse/lex.ts';
import type { Tree } from '../text/tree.ts';
import { gluedPairs } from './glue.ts';
import { lookUpMacros } from './known-macros.ts';
import { knownMarks } from './known-marks.ts';
import { functionNames, otherNames } from './placement.ts';
import { sectionsOf } from './sections.ts';
import type { TreeFacts } from './tree-facts.ts';
import { macrosToExplain } from './unseen-annotations.ts';

/** The wrapper and the part files of a tree that is split, parsed. */
export type SplitHeaders = {
  readonly wrapper: Header;
  /** By path, in wrapper order. */
  readonly parts: ReadonlyMap<string, Header>;
  /** How the part files were read. */
  readonly options: HeaderOptions;
};

/** A function where a split tree declares or defines it. */
export type StandingFunction = {
  readonly name: string;
  /** The part whose section of the file it stands in; null in the wrapper. */
  readonly part: string | null;
  readonly header: Header;
  readonly item: Item;
};

/** Reads the part files, with the annotations that any of them, or a file they include, defines. */
export function readSplitHeaders(
  tree: Tree,
  manifest: Manifest,
  wrapper: Header,
  facts: Pick<TreeFacts, 'graph'>,
  parse: typeof parseHeader = parseHeader,
): SplitHeaders {
  const sources = [...new Set(manifest.parts.map((part) => part.file))].flatMap((path) => {
    const text = tree.read(path);
    return text === null ? [] : [{ path, text }];
  });
  const local = sources.flatMap(({ text }) => annotationsDefinedIn(text, lex(text)));
  const marks = knownMarks({ tree, graph: facts.graph, prelude: manifest.prelude }, sources);
  const first: HeaderOptions = {
    annotations: [...manifest.annotations, ...local],
    brackets: [...marks, ...manifest.brackets],
    wrapper: wrapper.source.path,
  };
  const read = sources.map((source) => parse(source, first));
  const unknown = new Set(read.flatMap((header) => [...macrosToExplain(header)]));
  const { annotations, others } = lookUpMacros(tree, facts.graph, wrapper.source.path, unknown);
  const known = { ...first, annotations: [...first.annotations, ...annotations] };
  const explained = annotations.size === 0 ? read : sources.map((source) => parse(source, known));
  const guesses = gluedMacros(explained, manifest).filter((name) => !others.has(name));
  const guessed = { ...known, annotations: [...known.annotations, ...guesses] };
  const glued = guesses.length === 0 ? explained : sources.map((source) => parse(source, guessed));
  const isHarmless = namesOf(glued) === namesOf(explained);
  const [headers, options] = isHarmless ? [glued, guessed] : [explained, known];
  return { wrapper, parts: new Map(headers.map((header) => [header.source.path, header])), options };
}

/** What stands on the line above a declaration as an annotation would, and is not assigned by itself: they stay together. */
function gluedMacros(headers: readonly Header[], { declarations }: Manifest): readonly string[] {
  const pairs = headers.flatMap((header) => gluedPairs(header).map((pair) => ({ ...pair, header })));
  const isAssigned = ({ header, item }: (typeof pairs)[number]): boolean => {
    const found = header.items[item];
    return found !== undefined && otherNames(found).some((name) => declarations.has(name));
  };
  const assigned = new Set(pairs.filter(isAssigned).map(({ macro }) => macro));
  return [...new Set(pairs.map(({ macro }) => macro))].filter((macro) => !assigned.has(macro));
}

/** A guess that changes what the headers declare is wrong. */
function namesOf(headers: readonly Header[]): string {
  return headers.map(({ items }) => items.flatMap(functionNames).join()).join(';');
}

/** Every function of the split headers, file by file in their order, the wrapper last. */
export function standingFunctions({ wrapper, parts }: SplitHeaders, manifest: Manifest): readonly StandingFunction[] {
  return [...[...parts.values()].flatMap((header) => inPartFile(header, manifest)), ...inWrapper(wrapper)];
}

function inPartFile(header: Header, manifest: Manifest): readonly StandingFunction[] {
  const sections = sectionsOf(header, manifest);
  return header.items.flatMap((item) =>
    functionNames(item).map((name) => ({ name, part: sections.get(item) ?? null, header, item })),
  );
}

function inWrapper(header: Header): readonly StandingFunction[] {
  return header.items.flatMap((item) => functionNames(item).map((name) => ({ name, part: null, header, item })));
}
