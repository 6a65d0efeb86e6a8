import { identifiersOf } from '../../model/bodies/body-assertions.ts';
import { conditionalWord, parseDirective } from '../../parse/tokens/directive.ts';
import { lex } from '../../parse/tokens/lex.ts';
import { type IncludeGraph, includeChain } from '../../plan/includes/include-graph.ts';
import type { IncludedNames } from '../../plan/includes/included-names.ts';
import type { Tree } from '../../text/tree.ts';

/**
 * The include that an assertion needs: one whose file defines or declares a name in it, and that all `files`, those that
 * hold the assertion, include, some perhaps by way of another header; of several the one that most have directly. Null
 * when there is none.
 */
export function learnAssertInclude(
  { tree, graph, names }: { readonly tree: Tree; readonly graph: IncludeGraph; readonly names: IncludedNames },
  statement: string,
  files: readonly string[],
): string | null {
  const direct = new Map(files.map((file) => [file, directIncludes(tree, file)]));
  const words = identifiersOf(statement);
  const counts = new Map<string, number>();
  for (const paths of direct.values()) for (const path of paths) counts.set(path, (counts.get(path) ?? 0) + 1);
  const explains = (path: string): boolean => {
    const user = files.find((file) => direct.get(file)?.has(path)) ?? '';
    const file = graph.resolve(user, { form: 'quote', path });
    if (file === null) return false;
    const declared = names.declaredIn([file]);
    if (!words.some((word) => declared.has(word))) return false;
    return files.every((one) => direct.get(one)?.has(path) || includeChain(graph, one, file) !== null);
  };
  const commonest = [...counts.keys()].sort((x, y) => (counts.get(y) ?? 0) - (counts.get(x) ?? 0));
  return commonest.find(explains) ?? null;
}

/** As the file spells them. Those under a condition of a source file do not count; a header has them in its guard. */
function directIncludes(tree: Tree, file: string): ReadonlySet<string> {
  const text = tree.read(file) ?? '';
  const isHeader = !file.endsWith('.c');
  const paths = new Set<string>();
  let depth = 0;
  for (const token of lex(text)) {
    if (token.kind !== 'directive') continue;
    const word = conditionalWord(text, token);
    if (word === 'if') depth++;
    if (word === 'endif') depth--;
    const directive = word === null && (isHeader || depth === 0) ? parseDirective(text, token) : null;
    if (directive?.kind === 'include' && directive.target.path !== null) paths.add(directive.target.path);
  }
  return paths;
}
