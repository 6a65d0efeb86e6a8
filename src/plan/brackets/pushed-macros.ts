import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Header, Item, Node } from '../../model/header.ts';
import { placeOf } from '../../text/place.ts';
import { displayText } from '../../text/source-text.ts';
import { otherNames, type Placements, targetKey } from '../placement.ts';

/**
 * `#pragma push_macro("X")` around a `#define X` or `#undef X` that does not stand directly below it: the parts that get a
 * copy of the bracket would not all get the definition in its place, so what it holds must go to one part.
 */
export function pushedMacros({ source, nodes }: Header, placements: Placements): readonly Diagnostic[] {
  const keyOf = (item: Item): string => targetKey(placements[item.index]?.target ?? { kind: 'drop' });
  return bracketsIn(nodes).flatMap((bracket) => {
    const names = new Set([...bracket.name.matchAll(/pragma macro "([^"]*)"/g)].map(([, name = '']) => name));
    const held = names.size === 0 ? [] : itemsIn(bracket.nodes);
    const change = held.find(
      (item) => item.content.kind === 'directive' && otherNames(item).some((one) => names.has(one)),
    );
    const code = held.filter(({ content }) => content.kind === 'declaration');
    const [first] = code;
    const other = code.find((item) => first && keyOf(item) !== keyOf(first));
    const [name = ''] = change ? otherNames(change) : [];
    if (!change || !first || !other) return [];
    const message = `'#pragma push_macro("${displayText(name)}")' is followed by a change of '${displayText(name)}' further down, and the split would divide what they enclose`;
    return [
      diagnostic(
        'pragma-parted',
        message,
        placeOf(source, bracket.open),
        { place: placeOf(source, change.span), label: 'changed here' },
        { place: placeOf(source, first.span), label: 'this goes to one file' },
        { place: placeOf(source, other.span), label: 'and this to another' },
      ),
    ];
  });
}

type Bracket = Extract<Node, { kind: 'bracket' }>;

function bracketsIn(nodes: readonly Node[]): readonly Bracket[] {
  return nodes.flatMap((node): readonly Bracket[] => {
    if (node.kind === 'bracket') return [node, ...bracketsIn(node.nodes)];
    return node.kind === 'group' ? node.branches.flatMap((branch) => bracketsIn(branch.nodes)) : [];
  });
}

function itemsIn(nodes: readonly Node[]): readonly Item[] {
  return nodes.flatMap((node): readonly Item[] => {
    if (node.kind === 'item') return [node.item];
    if (node.kind === 'bracket') return itemsIn(node.nodes);
    return node.kind === 'group' ? node.branches.flatMap((branch) => itemsIn(branch.nodes)) : [];
  });
}
