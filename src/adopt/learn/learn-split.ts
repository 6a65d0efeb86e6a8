import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { LearntManifest, LearntPart } from '../../manifest/write-learnt-manifest.ts';
import { macrosDefinedIn } from '../../model/defined-macros.ts';
import type { Header, Item } from '../../model/header.ts';
import { parseHeader } from '../../model/lower-header.ts';
import { commonAnnotations, withAnnotations } from '../../parse/declarations/annotations.ts';
import { lex } from '../../parse/tokens/lex.ts';
import { placeOfName } from '../../plan/assign.ts';
import { definingFiles } from '../../plan/definitions/defining-files.ts';
import { definitionGlobs, functionsToDefine } from '../../plan/definitions/suggest-globs.ts';
import { includeDirsToWrite } from '../../plan/includes/dirs/dirs-to-write.ts';
import { preludeOf } from '../../plan/includes/prelude.ts';
import { functionNames } from '../../plan/placement.ts';
import { placeOfFile } from '../../text/place.ts';
import { bytesOfText, type SourceText } from '../../text/source-text.ts';
import type { Tree } from '../../text/tree.ts';
import { learnDeclarationMacros, learnPlacement } from './learn-assertion.ts';
import type { FormatBanner } from './learn-banner.ts';
import { learnDeclarations } from './learn-declarations.ts';
import { gatherEvidence } from './learn-evidence.ts';
import { learnIncludes } from './learn-includes.ts';
import { includedBy, type LearntFiles, learnPartFiles } from './learn-part-files.ts';
import { learnPartTexts } from './learn-part-texts.ts';
import { type LearntSection, learnParts } from './learn-parts.ts';
import { learnShared } from './learn-shared.ts';
import { learnWrapper } from './learn-wrapper.ts';

/**
 * Reads a split that was made by hand: parts, files, guards, banners and includes from the wrapper and the part files,
 * assertions from the definitions. Nothing is asserted of a function alone: one without its part's assertion is left
 * for `check` to name. Null, with the reason, when the header is no wrapper of part files.
 *
 * @param formatterFor How a split would write a banner, given the wrapper.
 */
export function learnSplit(
  tree: Tree,
  source: SourceText,
  formatterFor: (wrapper: Header) => FormatBanner,
): { readonly learnt: LearntManifest | null; readonly findings: readonly Diagnostic[] } {
  const wrapper = parseHeader(source);
  const found = learnPartFiles(tree, wrapper);
  const unfit = checkWrapper(wrapper, found);
  if (unfit) return { learnt: null, findings: [unfit] };
  return { learnt: learn(tree, wrapper, found, formatterFor(wrapper)), findings: [] };
}

function checkWrapper(wrapper: Header, { files }: LearntFiles): Diagnostic | null {
  const { path } = wrapper.source;
  if (files.length === 0) {
    const message = `${path} includes no file of the tree whose name begins with its own`;
    return diagnostic('wrapper-expected', message, placeOfFile(path));
  }
  const item = wrapper.items.find((one) => functionNames(one).length > 0);
  const [name] = item ? functionNames(item) : [];
  if (!item || name === undefined) return null;
  return diagnostic('wrapper-expected', `${path} declares '${name}' itself`, placeOfName(wrapper, item, name));
}

function learn(tree: Tree, wrapper: Header, { files, graph }: LearntFiles, format: FormatBanner): LearntManifest {
  const headers = files.map(({ header }) => header);
  const paths = new Set(headers.map(({ source }) => source.path));
  const includesPart = (header: Header, item: Item): boolean =>
    paths.has(includedBy(graph, header.source.path, item) ?? '');
  const shared = learnShared(files, graph);
  const { globs, others } = definitionGlobs(definingFiles(tree, functionsToDefine(headers)), [...paths]);
  const annotations = [...new Set(files.flatMap(({ unseen }) => unseen))];
  const local = headers.flatMap(({ source }) => macrosDefinedIn(source.text, lex(source.text)).annotations);
  const evidence = gatherEvidence(tree, headers, globs, withAnnotations(commonAnnotations, [...annotations, ...local]));
  const sections = learnParts(files, evidence, shared);
  const ofParts = learnPartTexts({ tree, graph, wrapper, sections, evidence, format, includesPart });
  const parts = ofParts.parts.some(({ name }) => name === shared)
    ? ofParts.parts
    : [emptyPart(shared), ...ofParts.parts];
  const ofWrapper = learnWrapper(wrapper, format);
  const includes = learnIncludes({ wrapper, graph, sections, shared, includesPart, parts });
  const declarations = learnDeclarations(sections, shared);
  const definitions = [...evidence.values()].flat();
  const asserts = new Set(sections.flatMap(({ assert }) => assert ?? []));
  return {
    header: bytesOfText(wrapper.source.path),
    shared,
    prelude: preludeOf(tree, wrapper.source.path),
    includeDirs: includeDirsToWrite(tree, wrapper.source.path).map(bytesOfText),
    parts,
    wrapperBanner: ofWrapper.banner,
    includes: includes.entries,
    annotations,
    definitions: globs.length > 0 ? globs.map(bytesOfText) : null,
    otherDefinitions: others.map(bytesOfText),
    placement: learnPlacement(definitions, asserts),
    declarationMacros: learnDeclarationMacros(definitions, asserts),
    prototypes: partsOfFunctions(sections),
    declarations: declarations.entries,
    remarks: [ofWrapper, ofParts, includes, declarations].flatMap(({ remarks }) => remarks.map(bytesOfText)),
  };
}

function emptyPart(name: string): LearntPart {
  return { name, into: null, file: null, guard: null, banner: null, assert: null, assertInclude: null };
}

/** In the order of the files; of a function that several parts declare, the first. */
function partsOfFunctions(sections: readonly LearntSection[]): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  for (const { part, items } of sections)
    for (const name of items.flatMap(functionNames)) if (!parts.has(name)) parts.set(name, part);
  return parts;
}
