import { parseDirective } from '../parse/tokens/directive.ts';
import { lex } from '../parse/tokens/lex.ts';
import type { Span } from '../text/span.ts';
import type { Header, Node } from './header.ts';
import { identifiersIn } from './references.ts';

/**
 * The identifiers of the brackets around each item, by its index: the macros that open and close them, and the names in
 * conditions around these. Wherever an item goes its brackets are built again, and need what they name.
 */
export function bracketReferences({ source, nodes }: Header): ReadonlyMap<number, ReadonlySet<string>> {
  const references = new Map<number, ReadonlySet<string>>();
  const visit = (siblings: readonly Node[], around: ReadonlySet<string>): void => {
    for (const node of siblings) {
      if (node.kind === 'item' && around.size > 0) references.set(node.item.index, around);
      if (node.kind === 'group') for (const branch of node.branches) visit(branch.nodes, around);
      if (node.kind === 'bracket') {
        const own = [node.open, node.close].flatMap((span) => namesIn(source.text, span));
        visit(node.nodes, own.length === 0 ? around : new Set([...around, ...own]));
      }
    }
  };
  visit(nodes, new Set());
  return references;
}

function namesIn(text: string, { start, end }: Span): readonly string[] {
  const slice = text.slice(start, end);
  return lex(slice).flatMap((token) => {
    if (token.kind !== 'directive') return identifiersIn(slice, [token]);
    const directive = parseDirective(slice, token);
    const hasCondition = directive.kind === 'if' || directive.kind === 'elif';
    return hasCondition ? identifiersIn(slice, directive.condition).filter((word) => word !== 'defined') : [];
  });
}
