import type { Manifest } from '../manifest/manifest.ts';
import { macrosDefinedIn } from '../model/defined-macros.ts';
import type { Header, Item } from '../model/header.ts';
import { type HeaderOptions, parseHeader } from '../model/lower-header.ts';
import { openItems } from '../model/open-items.ts';
import { tokensOf } from '../parse/tokens/tokens-of.ts';
import { closedMacros } from '../plan/brackets/closed-macros.ts';
import { knownMarks } from '../plan/brackets/known-marks.ts';
import { type KnownMacros, lookUpMacros } from '../plan/names/known-macros.ts';
import { macrosToExplain } from '../plan/names/unseen-annotations.ts';
import { functionNames, otherNames } from '../plan/placement.ts';
import type { TreeFacts } from '../plan/tree-facts.ts';
import type { Tree } from '../text/tree.ts';
import { sectionsOf } from './sections.ts';

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
  const local = sources.map((source) => macrosDefinedIn(source.text, tokensOf(source)));
  const marks = knownMarks({ tree, graph: facts.graph, prelude: manifest.prelude }, sources);
  const first: HeaderOptions = {
    annotations: [...manifest.annotations, ...local.flatMap(({ annotations }) => annotations)],
    types: local.flatMap(({ types }) => types),
    bodies: local.flatMap(({ bodies }) => bodies),
    brackets: [...marks, ...manifest.brackets],
    wrapper: wrapper.source.path,
  };
  const read = sources.map((source) => parse(source, first));
  const unknown = new Set(read.flatMap((header) => [...macrosToExplain(header)]));
  const macros = lookUpMacros(tree, facts.graph, { header: wrapper.source.path, prelude: manifest.prelude }, unknown);
  const known = {
    ...first,
    annotations: [...first.annotations, ...macros.annotations],
    types: [...(first.types ?? []), ...macros.types],
    bodies: [...(first.bodies ?? []), ...macros.bodies],
  };
  const isSame = macros.annotations.size === 0 && macros.types.size === 0 && macros.bodies.size === 0;
  const explained = isSame ? read : sources.map((source) => parse(source, known));
  const guesses = openMacros(explained, manifest, macros);
  const guessed = { ...known, annotations: [...known.annotations, ...guesses] };
  const joined = guesses.length === 0 ? explained : sources.map((source) => parse(source, guessed));
  const isHarmless = namesOf(joined) === namesOf(explained);
  const [headers, options] = isHarmless ? [joined, guessed] : [explained, known];
  return { wrapper, parts: new Map(headers.map((header) => [header.source.path, header])), options };
}

/** Macros whose calls keep what stands below them, and that are not assigned by themselves. */
function openMacros(headers: readonly Header[], { declarations }: Manifest, known: KnownMacros): readonly string[] {
  const open = headers.flatMap((header) => {
    const closed = closedMacros(header, known);
    return openItems(header, (macro) => closed.has(macro)).map((one) => ({ ...one, header }));
  });
  const isAssigned = ({ header, item }: (typeof open)[number]): boolean => {
    const found = header.items[item];
    return found !== undefined && otherNames(found).some((name) => declarations.has(name));
  };
  const assigned = new Set(open.filter(isAssigned).map(({ macro }) => macro));
  return [...new Set(open.flatMap(({ macro }) => macro ?? []))].filter((macro) => !assigned.has(macro));
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
