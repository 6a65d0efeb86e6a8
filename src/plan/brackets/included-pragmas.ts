import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Header, Item } from '../../model/header.ts';
import { placeOf } from '../../text/place.ts';
import { displayText } from '../../text/source-text.ts';
import type { Tree } from '../../text/tree.ts';
import { includedPath } from '../assign.ts';
import { includedFile } from '../includes/included-file.ts';
import { type Placements, targetKey } from '../placement.ts';
import type { TreeFacts } from '../tree-facts.ts';
import { pragmaContext, pragmasLeftOpen } from './included-marks.ts';

/**
 * Includes that leave a pragma in force, or end one, without being one end of a bracket that each part can get: the file
 * has a guard, or opens or closes by what is defined, or its other end is not known. What stands below in other parts would
 * be read without it, or with it. One such include alone, with nothing of another part above it, still holds for all.
 */
export function includedPragmas(
  header: Header,
  placements: Placements,
  tree: Tree,
  facts: TreeFacts,
): readonly Diagnostic[] {
  const context = pragmaContext(tree, facts.graph);
  const leaving = header.items.flatMap((item) => {
    const file = includedFile(header, facts, item);
    const [name] = file === null ? [] : pragmasLeftOpen(context, file);
    return name === undefined ? [] : [{ item, name }];
  });
  if (leaving.length === 0) return [];
  const keyOf = (item: Item): string => targetKey(placements[item.index]?.target ?? { kind: 'drop' });
  const declarations = header.items.filter(({ content }) => content.kind === 'declaration');
  return leaving.flatMap(({ item, name }) => {
    const elsewhere = declarations.filter((other) => keyOf(other) !== keyOf(item));
    const parted = elsewhere.find(({ index }) => index > item.index);
    const isAlone = leaving.length === 1 && elsewhere.every(({ index }) => index > item.index);
    if (!parted || isAlone) return [];
    const [path = ''] = includedPath(item);
    const pragma = name.replace(/ set$/, '');
    const message = `'${displayText(path)}' has '#${pragma}' without its other end, and the split would part that from what it applies to`;
    const to = { place: placeOf(header.source, parted.span), label: 'this goes to another file' };
    return [diagnostic('pragma-parted', message, placeOf(header.source, item.span), to)];
  });
}
