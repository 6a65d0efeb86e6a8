import type { Header } from '../../model/header.ts';
import { parseHeader } from '../../model/lower-header.ts';
import { openItems } from '../../model/open-items.ts';
import { isMacroCased } from '../../parse/declarations/declarator.ts';
import { aggregateWords } from '../../parse/tokens/keywords.ts';
import { isPunctuator, type Token, tokenText } from '../../parse/tokens/token.ts';
import type { SourceText } from '../../text/source-text.ts';
import type { Tree } from '../../text/tree.ts';
import { bracketLikeMacros, knownMarks } from '../brackets/known-marks.ts';
import { includeDirsFrom, mentionsOf } from '../includes/header-mentions.ts';
import { type IncludeGraph, includeGraph } from '../includes/include-graph.ts';
import { preludeOf } from '../includes/prelude.ts';
import { functionNames } from '../placement.ts';
import { type KnownMacros, lookUpMacros } from './known-macros.ts';

/** Identifiers that stand where only an annotation can, in the header's order. */
export function unknownAnnotations(header: Header): readonly string[] {
  return [
    ...new Set(
      header.items.flatMap((item) =>
        item.content.kind === 'declaration' ? item.content.declaration.unknownAnnotations : [],
      ),
    ),
  ];
}

/** `CTX` of `struct md5_ctx CTX(struct md5);`, which may be a function and may be braces. */
function possibleBraces(text: string, tokens: readonly Token[]): readonly string[] {
  const words = tokens.slice(0, 3).map((token) => tokenText(text, token));
  const [aggregate = '', , name = ''] = words;
  const isCall = isPunctuator(text, tokens[3], '(') || isPunctuator(text, tokens[3], ';');
  return aggregateWords.has(aggregate) && isMacroCased(name) && isCall ? [name] : [];
}

/** The macros of which a parse would like to know whether they are annotations, types, or end by themselves. */
export function macrosToExplain(header: Header): ReadonlySet<string> {
  return new Set([
    ...unknownAnnotations(header),
    ...openItems(header, () => false).flatMap(({ macro }) => macro ?? []),
    ...header.items.flatMap(({ tokens }) => possibleBraces(header.source.text, tokens)),
  ]);
}

/**
 * For `init`, before there is a manifest: the header, read with the annotations that the files it includes define, and
 * the identifiers in annotation position that none of them explains.
 *
 * @param wrapper Of a part file: the path of its wrapper.
 */
export function readUnassigned(
  tree: Tree,
  source: SourceText,
  wrapper?: string,
): { readonly header: Header; readonly unseen: readonly string[] } {
  const ofPart = wrapper === undefined ? {} : { wrapper };
  const header = parseHeader(source, { annotations: [], brackets: [], ...ofPart });
  const names = macrosToExplain(header);
  if (names.size === 0) return { header, unseen: [] };
  const base = source.path.slice(source.path.lastIndexOf('/') + 1);
  const naming = tree.filesNaming([base], (file) => /\.[ch]$/.test(file));
  const graph = includeGraph(tree, includeDirsFrom(tree, source.path, mentionsOf(tree, source.path, naming.keys())));
  const known = lookUpForInit(tree, graph, source.path, names);
  const types = [...known.types];
  const bodies = [...known.bodies];
  const brackets = knownMarks({ tree, graph, prelude: null }, [source]);
  const explained = parseHeader(source, { annotations: [...known.annotations], types, bodies, brackets, ...ofPart });
  const likely = bracketLikeMacros(source);
  const unseen = unknownAnnotations(explained).filter((name) => !known.others.has(name) && !likely.has(name));
  // A guess that changes what the header declares was wrong.
  const guesses = [...known.annotations, ...unseen];
  const guessed = parseHeader(source, { annotations: guesses, types, bodies, brackets, ...ofPart });
  const isHarmless = functionsOf(guessed).join() === functionsOf(explained).join();
  return { header: explained, unseen: isHarmless ? unseen : [] };
}

/** There is no manifest that names the prelude; to find it, the tree is searched, which takes time. */
function lookUpForInit(tree: Tree, graph: IncludeGraph, header: string, names: ReadonlySet<string>): KnownMacros {
  const known = lookUpMacros(tree, graph, { header, prelude: null }, names);
  if (known.annotations.size + known.others.size === names.size) return known;
  const prelude = preludeOf(tree, header);
  return prelude === null ? known : lookUpMacros(tree, graph, { header, prelude }, names);
}

function functionsOf(header: Header): readonly string[] {
  return header.items.flatMap(functionNames);
}
