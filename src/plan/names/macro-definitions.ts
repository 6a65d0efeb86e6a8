import type { Definitions, MacroDefinition } from '../../parse/brackets/expand-macro.ts';
import { parseDirective } from '../../parse/tokens/directive.ts';
import { rememberTexts } from '../../text/remember-texts.ts';
import type { Tree } from '../../text/tree.ts';

/** The macros that files of a tree define, under whatever condition. A file is searched, and read as C only where it matters. */
export function definitionsIn(tree: Tree, files: Iterable<string>): Definitions {
  return definitionsInTexts([...files].map((file) => tree.read(file) ?? ''));
}

/** The same of texts that are at hand. */
export function definitionsInTexts(texts: Iterable<string>): Definitions {
  const places = new Map<string, { readonly text: string; readonly start: number }[]>();
  for (const text of texts) {
    for (const { name, start } of directivesIn(text)) {
      const known = places.get(name);
      if (known) known.push({ text, start });
      else places.set(name, [{ text, start }]);
    }
  }
  const read = new Map<string, readonly MacroDefinition[]>();
  return (name) => {
    const known =
      read.get(name) ?? (places.get(name) ?? []).flatMap(({ text, start }) => definitionAt(text, start) ?? []);
    read.set(name, known);
    return known;
  };
}

const directivesIn = rememberTexts((text): readonly { readonly name: string; readonly start: number }[] =>
  [...text.matchAll(DEFINE)].map(({ 0: line, 1: name = '', index }) => ({ name, start: index + line.indexOf('#') })),
);

const DEFINE = /^[ \t]*#[ \t]*define[ \t]+([A-Za-z_$][\w$]*)/gm;

function definitionAt(text: string, start: number): MacroDefinition | null {
  const token = { kind: 'directive', start, end: lineEnd(text, start) } as const;
  const directive = parseDirective(text, token);
  if (directive.kind !== 'define') return null;
  const { parameters, body } = directive;
  const [first, last] = [body[0], body.at(-1)];
  const named = /^#[ \t]*define[ \t]+[\w$]+\([^()]*?(?<![\w$])([\w$]+)[ \t]*\.\.\.[ \t]*\)/.exec(
    text.slice(start, token.end),
  );
  return {
    parameters: parameters?.filter((name) => name !== '...' && name !== named?.[1]) ?? null,
    rest: named?.[1] ?? (parameters?.includes('...') ? '__VA_ARGS__' : null),
    body: first && last ? text.slice(first.start, last.end) : '',
  };
}

/** The end of the logical line: a backslash continues it. */
function lineEnd(text: string, start: number): number {
  const end = /(?:\\\r?\n|[^\n])*/y;
  end.lastIndex = start;
  return start + (end.exec(text)?.[0].length ?? 0);
}
