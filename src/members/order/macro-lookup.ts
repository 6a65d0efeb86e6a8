import { linesHolding, type Tree } from '../../text/tree.ts';
import { isCPath } from '../c-path.ts';
import { type CodeTokens, macroBodies } from './code-tokens.ts';

/** What the macro of a name stands for, in each of its definitions; none: no file of the tree defines it. */
export type MacroLookup = (name: string) => readonly CodeTokens[];

/** Each macro is read when it is first asked for. One search tells the files of all: most words of a table are functions. */
export function macroLookup(tree: Tree): MacroLookup {
  const macros = new Map<string, readonly CodeTokens[]>();
  let defined: ReadonlyMap<string, readonly string[]> | null = null;
  return (name) => {
    const known = macros.get(name);
    if (known) return known;
    defined ??= definingFiles(tree);
    const found = (defined.get(name) ?? []).flatMap((path) =>
      macroBodies({ path, text: tree.read(path) ?? '' }).filter((body) => body.macro === name),
    );
    macros.set(name, found);
    return found;
  };
}

/** By the name of a macro the files that define it, in the tree's order. */
function definingFiles(tree: Tree): ReadonlyMap<string, readonly string[]> {
  const files = new Map<string, string[]>();
  for (const [path, lines] of linesHolding(tree, ['define'], isCPath)) {
    for (const [, name = ''] of lines.matchAll(/#[ \t]*define[ \t]+([A-Za-z_]\w*)/g)) {
      const known = files.get(name);
      if (known === undefined) files.set(name, [path]);
      else if (known.at(-1) !== path) known.push(path);
    }
  }
  return files;
}

/** `#define LB {`: a bracket that opens in a macro and closes elsewhere. */
export function isHalf(body: CodeTokens): boolean {
  for (let at = 0; at < body.count; at++) if (body.word(at) === '{' && body.closing(at) === body.count) return true;
  return false;
}
