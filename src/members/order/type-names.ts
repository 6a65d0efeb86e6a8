import type { Tree } from '../../text/tree.ts';
import { isCPath } from '../c-path.ts';
import { type StructDefinition, typedefNames } from '../find-struct.ts';

/** How a type is spelt. */
export type TypeNames = {
  /** Behind `struct` or `union`; null: it has no tag. */
  readonly tag: string | null;
  readonly typedefs: ReadonlySet<string>;
};

/** The ways in which a tree spells a struct: its tag, typedefs of it or of arrays of it, macros that stand for it, and so on. */
export function typeNames(tree: Tree, definition: StructDefinition): TypeNames {
  const { tag } = definition;
  const typedefs = new Set(typedefNames(definition));
  let asked: readonly string[] = [...(tag === null ? [] : [tag]), ...typedefs];
  while (asked.length > 0) {
    const spelt = asked.map((name) => name.replaceAll('$', '\\$')).join('|');
    const alias = new RegExp(
      `\\btypedef\\s+(?:const\\s+|volatile\\s+)*(?:struct\\s+|union\\s+)?(?:${spelt})\\s+(?:const\\s+)?([\\w$]+)\\s*(?:\\[[^\\]]*\\]\\s*)*[;,]`,
      'g',
    );
    const macro = new RegExp(
      `#[ \\t]*define[ \\t]+([\\w$]+)[ \\t]+(?:(?:static|const|volatile|extern)[ \\t]+)*(?:struct[ \\t]+|union[ \\t]+)?(?:${spelt})[ \\t]*(?:const[ \\t]*)?\\r?$`,
      'gm',
    );
    const found = [...tree.filesNaming(asked, isCPath).keys()].flatMap((path) =>
      [alias, macro].flatMap((spelling) =>
        [...(tree.read(path) ?? '').matchAll(spelling)].map((match) => match[1] ?? ''),
      ),
    );
    asked = [...new Set(found)].filter((name) => name !== '' && !typedefs.has(name));
    for (const name of asked) typedefs.add(name);
  }
  return { tag, typedefs };
}

/** All words that may spell it. */
export function wordsOf({ tag, typedefs }: TypeNames): readonly string[] {
  return [...new Set([...(tag === null ? [] : [tag]), ...typedefs])];
}
