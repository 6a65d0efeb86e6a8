import { type Diagnostic, diagnostic, type Labelled, withNext } from '../../diagnostics/diagnostic.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { localNames } from '../../model/bodies/local-names.ts';
import { macroStateAbove } from '../../model/bodies/macros-above.ts';
import { namesOfStatement, type StatementNames } from '../../model/bodies/statement-names.ts';
import { type Annotations, commonAnnotations, withAnnotations } from '../../parse/declarations/annotations.ts';
import { placeOf } from '../../text/place.ts';
import { displayText } from '../../text/source-text.ts';
import { span } from '../../text/span.ts';
import { anyFile, type Tree } from '../../text/tree.ts';
import { wordPattern } from '../../text/word-pattern.ts';
import type { IncludeGraph } from '../includes/include-graph.ts';
import { type AssertedFunction, lacksParameter } from './asserted-function.ts';
import { fileNames } from './assertion-parameters.ts';

/**
 * Law: in the body that gets an assertion, its names mean what they mean elsewhere. A finding for each function in which
 * a parameter, a variable of the body or an `#undef` above it takes a name away. A parameter is meant, unless another
 * function of the part has none of that name and its file knows the name.
 */
export function hiddenNames(
  { tree, graph }: { readonly tree: Tree; readonly graph: IncludeGraph },
  manifest: Manifest,
  asserted: readonly AssertedFunction[],
): readonly Diagnostic[] {
  if (asserted.length === 0) return [];
  const annotations = withAnnotations(commonAnnotations, manifest.annotations);
  const macros = calledMacros(tree);
  const known = fileNames(tree, graph);
  const ofPart = new Map<string, AssertedFunction[]>();
  for (const one of asserted) {
    if (!one.isPutIn) continue;
    const others = ofPart.get(one.part.name);
    if (others) others.push(one);
    else ofPart.set(one.part.name, [one]);
  }
  return manifest.parts.flatMap((part) => {
    if (part.assert === null) return [];
    const own = ofPart.get(part.name) ?? [];
    const names = namesOfStatement(part.assert);
    const isParameter = (name: string): boolean => own.some(({ parameters }) => parameters.names.has(name));
    const isKnown = (name: string): boolean =>
      own.some((one) => lacksParameter(one, name) && known(one.place.file, name));
    const meant = new Set(names.plain.filter((name) => isParameter(name) && !isKnown(name)));
    return own.flatMap((one) => {
      const hidden = hiddenIn(one, names, meant, annotations, macros);
      return hidden === null ? [] : [finding(manifest, one, hidden)];
    });
  });
}

type Hidden = { readonly name: string; readonly how: string; readonly labels: readonly Labelled[] };

/** `meant`: the names that are parameters where there are such. */
function hiddenIn(
  { source, body, parameters }: AssertedFunction,
  { called, plain }: StatementNames,
  meant: ReadonlySet<string>,
  annotations: Annotations,
  isCalledMacro: (name: string) => boolean,
): Hidden | null {
  const isMeant = (name: string): boolean => meant.has(name) || (called.includes(name) && isCalledMacro(name));
  const wanted = [...called, ...plain];
  const parameter = wanted.find((name) => parameters.names.has(name) && !isMeant(name));
  if (parameter !== undefined) return { name: parameter, how: 'its parameter', labels: [] };
  const locals = localNames(source.text, body, wanted, annotations);
  const local = wanted.find((name) => locals.has(name) && !isMeant(name));
  if (local !== undefined) return { name: local, how: 'a variable of its body', labels: [] };
  for (const name of wanted) {
    const state = macroStateAbove(source.text, body.start, name);
    if (state?.kind !== 'undefined') continue;
    return {
      name,
      how: 'no macro there any more',
      labels: [{ place: placeOf(source, state.span), label: 'undefined here' }],
    };
  }
  return null;
}

/** Whether a name is a macro with parameters somewhere in the tree: a variable of that name does not hide it. */
function calledMacros(tree: Tree): (name: string) => boolean {
  const known = new Map<string, boolean>();
  return (name) => {
    const cached = known.get(name);
    if (cached !== undefined) return cached;
    const define = new RegExp(`^[ \\t]*#[ \\t]*define[ \\t]+${wordPattern(name)}\\(`, 'm');
    const isMacro =
      name === 'assert' ||
      [...tree.filesNaming([name], anyFile).keys()].some((file) => define.test(tree.read(file) ?? ''));
    known.set(name, isMacro);
    return isMacro;
  };
}

function finding(manifest: Manifest, { name, place, part }: AssertedFunction, hidden: Hidden): Diagnostic {
  const shown = displayText(hidden.name);
  const message = `in ${displayText(name)}(), '${shown}', which the assertion of part '${part.name}' names, is ${hidden.how}`;
  const labelled = [
    ...hidden.labels,
    { place: placeOf(manifest.source, span(part.span.start, part.span.end)), label: 'asserted by this part' },
  ];
  const found = diagnostic('assertion-hidden', message, place, ...labelled);
  const entry = manifest.prototypes.has(name)
    ? `Write 'assert: false' for ${displayText(name)} under 'prototypes'`
    : null;
  const other = hidden.labels.length > 0 ? 'move the #undef below the function' : `give its '${shown}' another name`;
  return entry === null ? found : withNext(found, `${entry}, or ${other}.`);
}
