import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Header, Item } from '../../model/header.ts';
import type { Mark } from '../../parse/brackets/bracket-marks.ts';
import { type Definitions, expandCall } from '../../parse/brackets/expand-macro.ts';
import { placeOf } from '../../text/place.ts';
import { displayText } from '../../text/source-text.ts';
import type { Tree } from '../../text/tree.ts';
import { includedPath } from '../assign.ts';
import { spellingsIn } from '../includes/include-graph.ts';
import { includedFile } from '../includes/included-file.ts';
import { type Placements, targetKey } from '../placement.ts';
import type { TreeFacts } from '../tree-facts.ts';
import { pragmaContext, pragmasLeftOpen } from './included-marks.ts';
import { pragmasOfMacros } from './pragmas-of-macros.ts';

/**
 * Includes, and macros in declarations, that leave a pragma in force, or end one, without being one end of a bracket that
 * each part can get: the file has a guard, or opens or closes by what is defined, or its other end is not known. What
 * stands below in other parts would be read without it, or with it. One such include alone, with nothing of another part
 * above it, still holds for all.
 */
export function pragmasLeft(
  header: Header,
  placements: Placements,
  tree: Tree,
  facts: TreeFacts,
  definitions: Definitions,
): readonly Diagnostic[] {
  const leaving = pragmaEnds(header, tree, facts, definitions);
  if (leaving.length === 0) return [];
  const keyOf = (item: Item): string => targetKey(placements[item.index]?.target ?? { kind: 'drop' });
  const declarations = header.items.filter(({ content }) => content.kind === 'declaration');
  return leaving.flatMap(({ item, marks: [mark], by }) => {
    const elsewhere = declarations.filter((other) => keyOf(other) !== keyOf(item));
    const parted = elsewhere.find(({ index }) => index > item.index);
    const isInclude = item.content.kind === 'directive';
    const isAlone = isInclude && leaving.length === 1 && elsewhere.every(({ index }) => index > item.index);
    if (!parted || isAlone) return [];
    const message = `${shownEnd(mark.bracket, by)}, and the split would part that from what it applies to`;
    const to = { place: placeOf(header.source, parted.span), label: 'this goes to another file' };
    return [diagnostic('pragma-parted', message, placeOf(header.source, item.span), to)];
  });
}

/** An item that leaves a pragma in force, or ends one; `by` is the macro or the file that does. */
export type PragmaEnd = { readonly item: Item; readonly marks: readonly [Mark, ...Mark[]]; readonly by: string };

/** The items of a header that hold one end of a pragma's bracket without being a bracket's end in it, in order. */
export function pragmaEnds(
  header: Header,
  tree: Tree,
  facts: Pick<TreeFacts, 'graph'>,
  definitions: Definitions,
): readonly PragmaEnd[] {
  const context = pragmaContext(tree, facts.graph);
  return header.items.flatMap((item): readonly PragmaEnd[] => {
    const files = [includedFile(header, facts, item) ?? filesByMacro(header, item, facts, definitions)].flat();
    const [first, ...others] = files.flatMap((file) => pragmasLeftOpen(context, file));
    if (first) return [{ item, marks: [first, ...others], by: includedPath(item)[0] ?? operandOf(header, item) }];
    const [inside, ...more] = pragmasOfMacros(header, item, definitions);
    return inside ? [{ item, marks: [inside, ...more], by: inside.macro }] : [];
  });
}

/** What a message says of such an end. */
export function shownEnd(bracket: string, by: string): string {
  return `'${displayText(by)}' has '#${bracket.replace(/ set$/, '')}' without its other end`;
}

/** The files of the tree that `#include MACRO` or `#include MACRO(x)` may mean. */
function filesByMacro(
  header: Header,
  item: Item,
  { graph }: Pick<TreeFacts, 'graph'>,
  definitions: Definitions,
): readonly string[] {
  const operand = operandOf(header, item);
  const [name] = /^[A-Za-z_]\w*/.exec(operand) ?? [];
  const made = name === undefined ? [] : definitions(name).map((one) => expandCall(operand, one, definitions));
  return made.flatMap((text) => {
    const [spelling] = spellingsIn(`#include ${text?.replace(/\s+/g, text.trim().startsWith('<') ? '' : ' ') ?? ''}`);
    return (spelling && graph.resolve(header.source.path, spelling)) ?? [];
  });
}

/** What an include includes, as it is written; empty for any other item. */
function operandOf({ source }: Header, { content, span }: Item): string {
  if (content.kind !== 'directive' || content.directive.kind !== 'include') return '';
  return source.text
    .slice(span.start, span.end)
    .replace(/^.*?(?:include_next|include|import)\s*/, '')
    .trim();
}
