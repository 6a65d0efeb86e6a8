import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { isKeyword } from '../../parse/tokens/keywords.ts';
import { baseName } from '../../text/file-path.ts';
import { placeOf } from '../../text/place.ts';
import { displayText } from '../../text/source-text.ts';
import { type FilesNaming, type Tree, wordsIn } from '../../text/tree.ts';
import type { IncludeGraph } from '../includes/include-graph.ts';
import { isSystemHeader } from '../includes/system-headers.ts';

/** Functions and macros that the assertions of a manifest call, C's own `assert` left out. */
export function assertionCalls({ parts }: Manifest): readonly string[] {
  return [...new Set(parts.flatMap(({ assert }) => callsIn(assert ?? '')))];
}

/**
 * A finding for each of them that no C file of the tree names, but in that assertion: it would not compile, or does not
 * where it stands already.
 */
export function unknownCalls(manifest: Manifest, naming: FilesNaming, tree: Tree): readonly Diagnostic[] {
  const statements = manifest.parts.flatMap(({ assert }) => assert ?? []);
  const wanted = new Set(assertionCalls(manifest));
  const known = new Set<string>();
  for (const [file, names] of naming) {
    const fresh = names.filter((name) => wanted.has(name) && !known.has(name));
    const text = fresh.length > 0 ? tree.read(file) : null;
    if (text === null) continue;
    const rest = statements.reduce((left, statement) => left.replaceAll(statement, ';'), text);
    for (const name of wordsIn(rest, fresh)) known.add(name);
  }
  return manifest.parts.flatMap((part) => {
    const missing = callsIn(part.assert ?? '').filter((name) => !known.has(name));
    return missing.map((name) => {
      const message = `nothing in the tree names '${displayText(name)}', which the assertion of part '${part.name}' calls`;
      return diagnostic('assert-unknown', message, placeOf(manifest.source, part.span));
    });
  });
}

/** What is looked for in the tree to know whether it has what assertions call, and the files that they include. */
export function assertionWords(manifest: Manifest): readonly string[] {
  const includes = manifest.parts.flatMap(({ assertInclude }) =>
    assertInclude === null ? [] : baseName(assertInclude),
  );
  return [...new Set([...assertionCalls(manifest), ...includes])];
}

/**
 * A finding for each part whose `assert_include` the tree does not have, those of a system left out, and those that a file
 * without the assertion names: a library or the build has them.
 */
export function unknownAssertIncludes(
  manifest: Manifest,
  graph: IncludeGraph,
  naming: FilesNaming,
  tree: Tree,
): readonly Diagnostic[] {
  return manifest.parts.flatMap(({ name, file, assert, assertInclude, span }) => {
    if (assertInclude === null || isSystemHeader(assertInclude)) return [];
    if (graph.resolve(file, { form: 'quote', path: assertInclude }) !== null) return [];
    const base = baseName(assertInclude);
    const isOthers = ([one, words]: readonly [string, readonly string[]]): boolean =>
      words.includes(base) && !(tree.read(one) ?? '').includes(assert ?? base);
    if ([...naming].some(isOthers)) return [];
    const message = `the tree has no '${displayText(assertInclude)}', the assert_include of part '${name}'`;
    return [diagnostic('assert-include-unknown', message, placeOf(manifest.source, span))];
  });
}

function callsIn(statement: string): readonly string[] {
  const names = [...statement.matchAll(/([A-Za-z_]\w*)[ \t]*\(/g)].map(([, name = '']) => name);
  return [...new Set(names)].filter((name) => name !== 'assert' && !isKeyword(name));
}
