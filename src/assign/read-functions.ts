import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { checkText } from '../model/check-text.ts';
import type { Header } from '../model/header.ts';
import { type HeaderOptions, parseHeader } from '../model/lower-header.ts';
import { type Annotations, commonAnnotations, withAnnotations } from '../parse/declarations/annotations.ts';
import { readSplitHeaders } from '../part-files/split-headers.ts';
import { splitStateOf } from '../part-files/split-state.ts';
import { definingFiles } from '../plan/definitions/defining-files.ts';
import { definitionFiles } from '../plan/definitions/searched-files.ts';
import { functionsToDefine } from '../plan/definitions/suggest-globs.ts';
import { otherNames } from '../plan/placement.ts';
import { type TreeFacts, treeFacts } from '../plan/tree-facts.ts';
import { explainHeader } from '../split/explained-header.ts';
import { placeOf } from '../text/place.ts';
import type { Tree } from '../text/tree.ts';
import type { HeaderFunctions } from './assign-parts.ts';
import { factsOfFunctions } from './function-facts.ts';

/**
 * Reads what a manifest's header declares, split or not. Where functions are defined is looked up in the files that the
 * manifest's `definitions` name, and only if `wantsFiles`: that is most of the work.
 */
export function readFunctions(tree: Tree, manifest: Manifest, wantsFiles: boolean): HeaderFunctions | Diagnostic {
  const read = readHeaders(tree, manifest);
  if ('code' in read) return read;
  const { headers, annotations } = read;
  const wanted = wantsFiles ? functionsToDefine(headers) : new Set<string>();
  const defined = definingFiles(tree, wanted, definitionFiles(manifest.definitions), annotations);
  return {
    functions: factsOfFunctions(headers, defined, annotations),
    others: new Set(headers.flatMap(({ items }) => items.flatMap(otherNames))),
  };
}

/** A manifest's header, or what it became: the part files, and last the wrapper. */
export type SplitHeaders = {
  readonly state: 'whole' | 'split';
  readonly headers: readonly Header[];
  readonly annotations: Annotations;
  /** How they were read, and what one search of the tree found for that. */
  readonly options: HeaderOptions;
  readonly facts: TreeFacts;
};

/** Reads a manifest's header, split or not, or says why it cannot be read. */
export function readHeaders(tree: Tree, manifest: Manifest): SplitHeaders | Diagnostic {
  const { value: path, span } = manifest.header;
  const text = tree.read(path);
  if (text === null)
    return diagnostic('file-missing', `the tree has no header '${path}'`, placeOf(manifest.source, span));
  const unfit = checkText({ path, text });
  if (unfit) return unfit;
  const read = headersOf(tree, manifest, { path, text });
  const { options } = read;
  return { ...read, annotations: withAnnotations(commonAnnotations, options.annotations, options.types) };
}

function headersOf(tree: Tree, manifest: Manifest, source: Header['source']): Omit<SplitHeaders, 'annotations'> {
  const first = parseHeader(source, { annotations: manifest.annotations, brackets: manifest.brackets });
  const facts = treeFacts(tree, first, manifest);
  if (splitStateOf(first, manifest, tree) === 'whole') {
    const { header, options } = explainHeader(tree, manifest, first, facts);
    return { state: 'whole', headers: [header], options, facts };
  }
  const { wrapper, parts, options } = readSplitHeaders(tree, manifest, first, facts);
  return { state: 'split', headers: [...parts.values(), wrapper], options, facts };
}
