import type { Tree } from '../../text/tree.ts';
import { isCPath } from '../c-path.ts';
import { type StructDefinition, typedefNames } from '../find-struct.ts';

/** How a type is spelt. */
export type TypeNames = {
  /** Behind `struct` or `union`; null: it has no tag. */
  readonly tag: string | null;
  readonly typedefs: ReadonlySet<string>;
  /** Those of the typedefs that are arrays of it. */
  readonly arrays: ReadonlySet<string>;
};

/** The ways in which a tree spells a struct: its tag, typedefs of it or of arrays of it, macros that stand for it, and so on. */
export function typeNames(tree: Tree, definition: StructDefinition): TypeNames {
  const { tag } = definition;
  const typedefs = new Set(typedefNames(definition));
  const arrays = new Set<string>();
  if (definition.isTypedef) {
    const { source, tail } = definition;
    for (const { name, isArray } of aliasesIn(source.text.slice(tail.start + 1, tail.end))) {
      typedefs.add(name);
      if (isArray) arrays.add(name);
    }
  }
  let asked: readonly string[] = [...(tag === null ? [] : [tag]), ...typedefs];
  while (asked.length > 0) {
    const spelt = asked.map((name) => name.replaceAll('$', '\\$')).join('|');
    const alias = new RegExp(
      `\\btypedef\\s+(?:(?:const|volatile|_Alignas\\s*\\([^()]*\\))\\s+)*(?:\\w*typeof\\w*\\s*\\(\\s*)?(?:struct\\s+|union\\s+)?(${spelt})(?![\\w$])(?:\\s*\\))?([^;{}#]*);`,
      'g',
    );
    const macro = new RegExp(
      `#[ \\t]*define[ \\t]+([\\w$]+)[ \\t]+(?:(?:static|const|volatile|extern)[ \\t]+)*(?:struct[ \\t]+|union[ \\t]+)?(?:${spelt})[ \\t]*(?:const[ \\t]*)?\\r?$`,
      'gm',
    );
    const found = [...tree.filesNaming(asked, isCPath).keys()].flatMap((path) => {
      const text = tree.read(path) ?? '';
      const aliases = [...text.matchAll(alias)].flatMap(([, base = '', behind = '']) =>
        aliasesIn(behind).map(({ name, isArray }) => {
          if (isArray || arrays.has(base)) arrays.add(name);
          return name;
        }),
      );
      return [...aliases, ...[...text.matchAll(macro)].map((match) => match[1] ?? '')];
    });
    asked = [...new Set(found)].filter((name) => name !== '' && !typedefs.has(name));
    for (const name of asked) typedefs.add(name);
  }
  return { tag, typedefs, arrays };
}

/** What a typedef's declarators name, pointers and functions left out. */
function aliasesIn(declarators: string): readonly { readonly name: string; readonly isArray: boolean }[] {
  const plain = declarators
    .replaceAll(/^\s*\(\s*([\w$]+)\s*\)/g, ' $1 ')
    .replaceAll(/(?<![\w$])(?:[\w$]+\s*)?\([^()]*(?:\([^()]*\)[^()]*)*\)/g, ' ');
  return plain.split(/[,;=]/).flatMap((one) => {
    const name = /^[^*[(]*?(?<![\w$])([\w$]+)\s*(\[[^*]*)?$/.exec(one.trim());
    if (!name?.[1] || /^(?:const|volatile|__attribute__|\d.*)$/.test(name[1])) return [];
    return [{ name: name[1], isArray: name[2] !== undefined }];
  });
}

/** All words that may spell it. */
export function wordsOf({ tag, typedefs }: TypeNames): readonly string[] {
  return [...new Set([...(tag === null ? [] : [tag]), ...typedefs])];
}
