import { linesHolding, type Tree } from '../../text/tree.ts';
import { isCPath } from '../c-path.ts';
import { type CodeTokens, macroBodies } from './code-tokens.ts';

/** What the macro of a name stands for, in each of its definitions; none: no file of the tree defines it. */
export type MacroLookup = (name: string) => readonly CodeTokens[];

/** Each macro is looked for when it is first asked for. */
export function macroLookup(tree: Tree): MacroLookup {
  const macros = new Map<string, readonly CodeTokens[]>();
  const defined = macroNames(tree);
  return (name) => {
    const known = macros.get(name);
    if (known) return known;
    // Each search reads the tree, and most names of a table are those of functions.
    if (!/^[A-Za-z_]\w*$/.test(name) || !defined().has(name)) return [];
    const files = [...tree.filesNaming([name], isCPath).keys()].filter((path) =>
      new RegExp(`#[ \\t]*define[ \\t]+${name}(?!\\w)`).test(tree.read(path) ?? ''),
    );
    const found = files.flatMap((path) =>
      macroBodies({ path, text: tree.read(path) ?? '' }).filter((body) => body.macro === name),
    );
    macros.set(name, found);
    return found;
  };
}

function macroNames(tree: Tree): () => ReadonlySet<string> {
  let names: ReadonlySet<string> | null = null;
  return () => {
    names ??= new Set(
      [...linesHolding(tree, 'define', isCPath).values()].flatMap((lines) =>
        [...lines.matchAll(/#[ \t]*define[ \t]+(\w+)/g)].map((match) => match[1] ?? ''),
      ),
    );
    return names;
  };
}

/** `#define LB {`: a bracket that opens in a macro and closes elsewhere. */
export function isHalf(body: CodeTokens): boolean {
  for (let at = 0; at < body.count; at++) if (body.word(at) === '{' && body.closing(at) === body.count) return true;
  return false;
}
