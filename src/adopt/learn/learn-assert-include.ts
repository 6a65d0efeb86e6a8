import { identifiersOf } from '../../model/bodies/body-assertions.ts';
import { conditionalWord, parseDirective } from '../../parse/tokens/directive.ts';
import { lex } from '../../parse/tokens/lex.ts';
import type { IncludeGraph } from '../../plan/includes/include-graph.ts';
import type { IncludedNames } from '../../plan/includes/included-names.ts';
import type { Tree } from '../../text/tree.ts';

/**
 * The include that an assertion needs: one that all `files`, those that hold the assertion, have directly, and whose
 * file defines or declares a name in it. Null when there is none, as when some get it by way of another header.
 */
export function learnAssertInclude(
  { tree, graph, names }: { readonly tree: Tree; readonly graph: IncludeGraph; readonly names: IncludedNames },
  statement: string,
  files: readonly string[],
): string | null {
  const [first, ...others] = files.map((file) => directIncludes(tree, file));
  const inAll = [...(first ?? [])].filter((path) => others.every((paths) => paths.has(path)));
  const words = identifiersOf(statement);
  const explains = (path: string): boolean => {
    const file = graph.resolve(files[0] ?? '', { form: 'quote', path });
    if (file === null) return false;
    const declared = names.declaredIn([file]);
    return words.some((word) => declared.has(word));
  };
  return inAll.find(explains) ?? null;
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
