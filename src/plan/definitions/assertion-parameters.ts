import { type Diagnostic, diagnostic, withNext } from '../../diagnostics/diagnostic.ts';
import type { Manifest, Part } from '../../manifest/manifest.ts';
import { namesOfStatement } from '../../model/bodies/statement-names.ts';
import type { Header, Item } from '../../model/header.ts';
import { type Annotations, commonAnnotations, withAnnotations } from '../../parse/declarations/annotations.ts';
import { type Parameters, parseParameters } from '../../parse/declarations/parameters.ts';
import { placeOf } from '../../text/place.ts';
import { displayText } from '../../text/source-text.ts';
import { type Tree, wordsIn } from '../../text/tree.ts';
import { closureOf, type IncludeGraph } from '../includes/include-graph.ts';
import { includedNames } from '../includes/included-names.ts';
import { type AssertedFunction, lacksParameter } from './asserted-function.ts';
import { undeclaredNames } from './undeclared-names.ts';

/**
 * A finding for each name in an assertion that is a parameter of some functions of the header, and that a definition
 * which gets the assertion has neither as a parameter nor from its file or the files that this includes, and for each that
 * is a parameter of none and declared nowhere. A variable of the body is not what is meant, and may have no value yet.
 */
export function missingParameters(
  { tree, graph }: { readonly tree: Tree; readonly graph: IncludeGraph },
  manifest: Manifest,
  asserted: readonly AssertedFunction[],
  declared: () => readonly Parameters[],
): readonly Diagnostic[] {
  const naming = manifest.parts.flatMap((part) => {
    const { plain } = namesOfStatement(part.assert ?? '');
    return plain.length === 0 ? [] : [{ part, plain }];
  });
  if (naming.length === 0) return [];
  const known = fileNames(tree, graph);
  const parameters = new Set(
    [...declared(), ...asserted.map((one) => one.parameters)].flatMap(({ names }) => [...names]),
  );
  const byPart = new Map<string, AssertedFunction[]>(naming.map(({ part }) => [part.name, []]));
  for (const one of asserted) byPart.get(one.part.name)?.push(one);
  return naming.flatMap(({ part, plain }) => {
    const own = byPart.get(part.name) ?? [];
    const elsewhere = plain
      .filter((name) => parameters.has(name))
      .flatMap((name) => {
        const lacking = own.filter((one) => lacksParameter(one, name) && !known(one.place.file, name));
        return lacking.length === 0 ? [] : [finding(manifest, part, name, lacking)];
      });
    const nowhere = plain.filter((name) => !parameters.has(name));
    return [...elsewhere, ...undeclaredNames({ tree, graph }, manifest, part, own, nowhere)];
  });
}

/** The parameters of the functions that the items of a header declare or define. */
export function parametersIn(header: Header, items: readonly Item[], { annotations }: Manifest): readonly Parameters[] {
  const known = withAnnotations(commonAnnotations, annotations);
  return items.flatMap((item) => parametersOf(header.source.text, item, known));
}

/** Those of each function that one item declares. */
export function parametersOf(text: string, { content, tokens }: Item, annotations: Annotations): readonly Parameters[] {
  if (content.kind !== 'declaration') return [];
  const { body, functions } = content.declaration;
  const head = body === null ? tokens : tokens.filter((token) => token.start < body.start);
  return functions.map(({ token }) => parseParameters(text, head, token.start, annotations));
}

/** Whether a file, or one that it includes, gives a name a meaning at its top level. */
export function fileNames(tree: Tree, graph: IncludeGraph): (file: string, name: string) => boolean {
  const names = includedNames(tree);
  return (file, name) => {
    const naming = [...closureOf(graph, file, '')].filter((one) => wordsIn(tree.read(one) ?? '', [name]).length > 0);
    return naming.some((one) => names.declaredIn([one]).has(name));
  };
}

function finding(manifest: Manifest, part: Part, name: string, lacking: readonly AssertedFunction[]): Diagnostic {
  const [first, ...others] = lacking;
  if (!first) throw new Error('nothing is lacking');
  const functions = lacking.map((one) => `${displayText(one.name)}()`).join(', ');
  const message = `the assertion of part '${part.name}' names '${displayText(name)}', which is a parameter of other functions but not of ${functions}`;
  const labelled = [
    ...others.map((one) => ({ place: one.place, label: 'and here' })),
    { place: placeOf(manifest.source, part.span), label: 'asserted by this part' },
  ];
  const entries = lacking.filter((one) => manifest.prototypes.has(one.name)).map((one) => displayText(one.name));
  const found = diagnostic('parameter-unknown', message, first.place, ...labelled);
  if (entries.length < lacking.length) return found;
  const next = `Write 'assert: false' for ${entries.join(', ')} under 'prototypes', or name the parameter that is meant '${displayText(name)}' there.`;
  return withNext(found, next);
}
