import type { Header, Item, Node } from '../model/header.ts';
import { parseHeader } from '../model/lower-header.ts';
import type { SourceText } from '../text/source-text.ts';
import type { Span } from '../text/span.ts';

/** The inside of a struct, in the offsets of its file. */
export type StructBody = {
  /** What stands before the body is blank but for a `;` in place of the brace: item 0, which no member can join. */
  readonly header: Header;
  /** Item 0 left out. */
  readonly members: readonly Item[];
};

/**
 * Reads the inside of a struct as a header is read: a member is a declaration, and comments, conditionals and `#define`s
 * stand among members as they do among prototypes.
 */
export function readBody({ path, text }: SourceText, body: Span): StructBody {
  const masked = `${' '.repeat(body.start - 1)};${text.slice(body.start, body.end)}`;
  const header = parseHeader({ path, text: masked });
  return { header, members: header.items.slice(1) };
}

/**
 * The items of a branch of a conditional, or of the body itself, in order: what may be kept together. Text under `#if 0` is
 * among those around it.
 */
export function siblingItems(nodes: readonly Node[]): readonly (readonly Item[])[] {
  const own = nodes.flatMap((node) => (node.kind === 'item' ? [node.item] : (disabledItems(node) ?? [])));
  const inner = nodes.flatMap((node) => {
    if (disabledItems(node) !== null) return [];
    switch (node.kind) {
      case 'group':
        return node.branches.flatMap((branch) => siblingItems(branch.nodes));
      case 'bracket':
        return siblingItems(node.nodes);
      default:
        return [];
    }
  });
  return [own, ...inner];
}

/** What stands in a group, if all of it is disabled. */
function disabledItems(node: Node): readonly Item[] | null {
  if (node.kind !== 'group') return null;
  const items = siblingItems(node.branches.flatMap(({ nodes }) => nodes)).flat();
  return items.every(({ content }) => content.kind === 'disabled') ? items : null;
}
