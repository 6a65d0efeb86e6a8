import { linesHolding, type Tree } from '../text/tree.ts';
import { isCFile } from './facts/c-file.ts';
import type { Spelling } from './resolve-spelling.ts';

/**
 * The files of which a program of the tree writes an include, with the program: what it makes reads them, and nobody sees
 * it. Only of programs that write an include of one of the `headers` as well: others know nothing of them.
 */
export function printedIncludes(
  tree: Tree,
  resolve: (from: string, spelling: Spelling) => readonly string[],
  headers: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [program, lines] of linesHolding(tree, ['include'], isProgram)) {
    const files = [...lines.matchAll(PRINTED)].flatMap(([, quote, path = '']) =>
      resolve('', { form: quote === '<' ? 'angle' : 'quote', path }),
    );
    if (files.some((file) => headers.has(file)))
      for (const file of files) if (!found.has(file)) found.set(file, program);
  }
  return found;
}

/** A script, a template or a file of a build. */
function isProgram(path: string): boolean {
  return !isCFile(path) && /(?:\.(?:py|pl|pm|sh|bash|awk|sed|rb|lua|tcl|js|m4|in|mk)|\/[^./]+)$/.test(`/${path}`);
}

const PRINTED = /#[ \t]*include[ \t]*\\?(["<])([^"<>\n\\]+)\\?[">]/g;
