import type { Branch, Header, Item, Node } from '../model/header.ts';
import { parseHeader } from '../model/lower-header.ts';
import { indexLines, positionAt } from '../text/line-index.ts';
import type { SourceText } from '../text/source-text.ts';
import type { Span } from '../text/span.ts';

/** A branch of a conditional of which no declaration was compiled. */
export type UnseenBranch = { readonly directive: Span; readonly declarations: number };

/**
 * Reads a header once. Asked with the lines that a compiler saw in any configuration, the answer has the outermost such
 * branches.
 */
export function unseenBranchesOf(source: SourceText): (seen: ReadonlySet<number>) => readonly UnseenBranch[] {
  const { nodes }: Header = parseHeader(source);
  const lines = indexLines(source.text);
  return (seen) => branchesIn(nodes, lines, seen);
}

function branchesIn(
  all: readonly Node[],
  lines: ReturnType<typeof indexLines>,
  seen: ReadonlySet<number>,
): readonly UnseenBranch[] {
  const isSeen = ({ span }: Item): boolean => {
    const [first, last] = [
      positionAt(lines, span.start).line,
      positionAt(lines, Math.max(span.start, span.end - 1)).line,
    ];
    for (let line = first; line <= last; line++) if (seen.has(line)) return true;
    return false;
  };
  const inNodes = (nodes: readonly Node[]): readonly UnseenBranch[] =>
    nodes.flatMap((node) => {
      if (node.kind === 'bracket') return inNodes(node.nodes);
      return node.kind === 'group' ? node.branches.flatMap(inBranch) : [];
    });
  const inBranch = ({ directive, nodes }: Branch): readonly UnseenBranch[] => {
    const items = itemsIn(nodes).filter(isDeclared);
    if (items.length > 0 && !items.some(isSeen)) return [{ directive: directive.span, declarations: items.length }];
    return inNodes(nodes);
  };
  return inNodes(all);
}

function itemsIn(nodes: readonly Node[]): readonly Item[] {
  return nodes.flatMap((node) => {
    switch (node.kind) {
      case 'item':
        return [node.item];
      case 'bracket':
        return itemsIn(node.nodes);
      case 'group':
        return node.branches.flatMap((branch) => itemsIn(branch.nodes));
      default:
        return [];
    }
  });
}

/** What a compiler shows: declarations and definitions of macros. */
function isDeclared({ content }: Item): boolean {
  return content.kind === 'declaration' || (content.kind === 'directive' && content.directive.kind === 'define');
}
