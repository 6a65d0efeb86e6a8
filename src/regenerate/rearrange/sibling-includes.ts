import type { Header, Item } from '../../model/header.ts';
import { includedPath } from '../../plan/assign.ts';
import { filesMeantAmong } from '../../plan/includes/means-file.ts';
import { span } from '../../text/span.ts';
import type { TextEdit } from '../../text/text-edit.ts';

export type SiblingInput = {
  readonly header: Header;
  /** Old part file -> its path now; null, or a path that is not `present`, for one that is gone. */
  readonly files: ReadonlyMap<string, string | null>;
  /** The part files there should be, in wrapper order. */
  readonly present: readonly string[];
  /** Those that the file has to include besides the ones it does. */
  readonly wanted: readonly string[];
  /** Those that it must not include. */
  readonly unwanted: readonly string[];
  /** The wrapper's includes follow the order of the parts where they did before. */
  readonly keepsOrder: boolean;
  readonly spell: (to: string) => string;
};

/**
 * Changes of a file's includes of part files, by item; `added` are the lines to put in, by the item that they follow.
 */
export type SiblingChanges = {
  readonly dropped: ReadonlySet<number>;
  readonly edits: ReadonlyMap<number, TextEdit>;
  /** null: in front of everything. */
  readonly added: ReadonlyMap<number | null, readonly string[]>;
};

/** What becomes of the lines by which a file of a split includes part files. */
export function changeSiblings(input: SiblingInput): SiblingChanges {
  const { header, files, spell } = input;
  const [present, unwanted] = [placesOf(input.present), new Set(input.unwanted)];
  const dropped = new Set<number>();
  const edits = new Map<number, TextEdit>();
  const siblings = siblingsIn(input);
  const kept: Sibling[] = [];
  for (const sibling of siblings) {
    if (!present.has(sibling.file ?? '') || unwanted.has(sibling.file ?? '')) dropped.add(sibling.item.index);
    else kept.push(sibling);
  }
  const targets = kept.map(({ file }) => file ?? '');
  const inOrder = input.keepsOrder && isInOrder(siblings, placesOf(files.keys()));
  if (inOrder) targets.sort((a, b) => (present.get(a) ?? -1) - (present.get(b) ?? -1));
  kept.forEach(({ item, old }, at) => {
    const target = targets[at];
    if (target !== undefined && (target !== files.get(old) || old !== target)) {
      const edit = operandEdit(header, item, spell(target));
      if (edit) edits.set(item.index, edit);
    }
  });
  return { dropped, edits, added: addedLines(input, kept, targets) };
}

/** A line to put in follows the last one that stays of a file which comes before its own in the wrapper. */
function addedLines(
  { present, wanted, spell }: SiblingInput,
  kept: readonly Sibling[],
  targets: readonly string[],
): ReadonlyMap<number | null, readonly string[]> {
  const places = placesOf(present);
  const [asked, had] = [new Set(wanted), new Set(targets)];
  // The first place of all that stand from here on.
  const firstFrom = targets.map((file) => places.get(file) ?? -1);
  for (let at = firstFrom.length - 2; at >= 0; at--)
    firstFrom[at] = Math.min(firstFrom[at] ?? 0, firstFrom[at + 1] ?? 0);
  const added = new Map<number | null, string[]>();
  let above = -1;
  for (const [file, place] of places) {
    while ((firstFrom[above + 1] ?? place) < place) above += 1;
    if (!asked.has(file) || had.has(file)) continue;
    const anchor = kept[above]?.item.index ?? null;
    const lines = added.get(anchor) ?? [];
    lines.push(`#include ${spell(file)}`);
    added.set(anchor, lines);
  }
  return added;
}

/** The include of a part file: its path as it is written, and its path now. */
type Sibling = { readonly item: Item; readonly old: string; readonly file: string | null };

function siblingsIn({ header, files, present }: SiblingInput): readonly Sibling[] {
  const [meant, meantNow] = [filesMeantAmong(files.keys()), filesMeantAmong(present)];
  return header.items.flatMap((item): readonly Sibling[] => {
    for (const path of includedPath(item)) {
      const [old] = meant(header.source.path, path);
      if (old !== undefined) return [{ item, old, file: files.get(old) ?? null }];
      const [made] = meantNow(header.source.path, path);
      if (made !== undefined) return [{ item, old: made, file: made }];
    }
    return [];
  });
}

function placesOf(paths: Iterable<string>): ReadonlyMap<string, number> {
  return new Map([...paths].map((path, at) => [path, at]));
}

function isInOrder(siblings: readonly Sibling[], order: ReadonlyMap<string, number>): boolean {
  const places = siblings.map(({ old }) => order.get(old) ?? -1);
  return places.every((place, at) => at === 0 || (places[at - 1] ?? 0) <= place);
}

/** The edit of what stands between quotes or brackets, these included; null when it is that already. */
function operandEdit({ source }: Header, item: Item, operand: string): TextEdit | null {
  const quoted = source.text.slice(item.span.start, item.span.end).matchAll(/["<][^">\n]*[">]?/g);
  const found = [...quoted].find(([text]) => /.[">]$/.test(text));
  if (!found || found[0] === operand) return null;
  const start = item.span.start + found.index;
  return { span: span(start, start + found[0].length), insert: operand };
}
