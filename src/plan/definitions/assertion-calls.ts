import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { isKeyword } from '../../parse/tokens/keywords.ts';
import { baseName } from '../../text/file-path.ts';
import { placeOf } from '../../text/place.ts';
import { displayText } from '../../text/source-text.ts';
import { type Tree, wordsIn } from '../../text/tree.ts';
import type { IncludeGraph } from '../includes/include-graph.ts';
import { isSystemHeader } from '../includes/system-headers.ts';
import { isC } from '../tree-facts.ts';

/** Functions and macros that the assertions of a manifest call, C's own `assert` left out. */
export function assertionCalls({ parts }: Manifest): readonly string[] {
  return [...new Set(parts.flatMap(({ assert }) => callsIn(assert ?? '')))];
}

/**
 * A finding for each of them that no C file of the tree names, but in that assertion: it would not compile, or does not
 * where it stands already. One file that names it is enough, so those are looked at first that are read anyway: what
 * assertions include, and `sources`. The tree is searched for what none of them names.
 */
export function unknownCalls(
  manifest: Manifest,
  graph: IncludeGraph,
  sources: Iterable<string>,
  tree: Tree,
): readonly Diagnostic[] {
  const statements = manifest.parts.flatMap(({ assert }) => assert ?? []);
  const missing = new Set(assertionCalls(manifest));
  const look = (file: string): void => {
    const text = missing.size > 0 ? (tree.read(file) ?? '') : '';
    if (![...missing].some((name) => text.includes(name))) return;
    const rest = statements.reduce((left, statement) => left.replaceAll(statement, ';'), text);
    for (const name of wordsIn(rest, [...missing])) {
      missing.delete(name);
      if (seenIn.size > MOST_SEEN) seenIn.clear();
      seenIn.set(name, file);
    }
  };
  for (const file of [...missing].flatMap((name) => seenIn.get(name) ?? [])) look(file);
  for (const file of includedByAssertions(manifest, graph)) look(file);
  for (const file of sources) if (isC(file)) look(file);
  if (missing.size > 0) for (const file of tree.filesNaming([...missing], isC).keys()) look(file);
  return manifest.parts.flatMap((part) => {
    const unknown = callsIn(part.assert ?? '').filter((name) => missing.has(name));
    return unknown.map((name) => {
      const message = `nothing in the tree names '${displayText(name)}', which the assertion of part '${part.name}' calls`;
      return diagnostic('assert-unknown', message, placeOf(manifest.source, part.span));
    });
  });
}

/** Where each of them was found last: the manifests of a run assert alike. A hint, which is looked at again. */
const seenIn = new Map<string, string>();
const MOST_SEEN = 1000;

function includedByAssertions({ parts }: Manifest, graph: IncludeGraph): ReadonlySet<string> {
  const targets = parts.map(({ file, assertInclude }) =>
    assertInclude === null ? null : graph.resolve(file, { form: 'quote', path: assertInclude }),
  );
  return new Set(targets.filter((target) => target !== null).filter(isC));
}

/**
 * A finding for each part whose `assert_include` the tree does not have, those of a system left out, and those that a file
 * without the assertion names: a library or the build has them.
 */
export function unknownAssertIncludes(manifest: Manifest, graph: IncludeGraph, tree: Tree): readonly Diagnostic[] {
  return manifest.parts.flatMap(({ name, file, assert, assertInclude, span }) => {
    if (assertInclude === null || isSystemHeader(assertInclude)) return [];
    if (graph.resolve(file, { form: 'quote', path: assertInclude }) !== null) return [];
    const base = baseName(assertInclude);
    const naming = [...tree.filesNaming([base], isC).keys()];
    if (naming.some((one) => !(tree.read(one) ?? '').includes(assert ?? base))) return [];
    const message = `the tree has no '${displayText(assertInclude)}', the assert_include of part '${name}'`;
    return [diagnostic('assert-include-unknown', message, placeOf(manifest.source, span))];
  });
}

function callsIn(statement: string): readonly string[] {
  const names = [...statement.matchAll(/(?<!\w)([A-Za-z_]\w*)[ \t]*\(/g)].map(([, name = '']) => name);
  return [...new Set(names)].filter((name) => name !== 'assert' && !isKeyword(name));
}
