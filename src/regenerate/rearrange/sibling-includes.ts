import type { Header, Item } from '../../model/header.ts';
import { includedPath } from '../../plan/assign.ts';
import { meansFile } from '../../plan/includes/means-file.ts';
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
  const { header, files, present, wanted, unwanted, spell } = input;
  const dropped = new Set<number>();
  const edits = new Map<number, TextEdit>();
  const kept: { readonly item: Item; readonly file: string }[] = [];
  const before: string[] = [];
  for (const item of header.items) {
    const [old, file] = siblingOf(input, item);
    if (old === null) continue;
    before.push(old);
    if (file === null || !present.includes(file) || unwanted.includes(file)) dropped.add(item.index);
    else kept.push({ item, file });
  }
  const inOrder = input.keepsOrder && isInOrder(before, [...files.keys()]);
  const targets = kept.map(({ file }) => file);
  if (inOrder) targets.sort((a, b) => present.indexOf(a) - present.indexOf(b));
  kept.forEach(({ item }, at) => {
    const target = targets[at];
    const [old] = siblingOf(input, item);
    if (target !== undefined && (target !== files.get(old ?? '') || old !== target)) {
      const edit = operandEdit(header, item, spell(target));
      if (edit) edits.set(item.index, edit);
    }
  });
  const added = new Map<number | null, string[]>();
  for (const file of present) {
    if (!wanted.includes(file) || targets.includes(file)) continue;
    const at = targets.findLastIndex((other) => present.indexOf(other) < present.indexOf(file));
    const anchor = kept[at]?.item.index ?? null;
    added.set(anchor, [...(added.get(anchor) ?? []), `#include ${spell(file)}`]);
  }
  return { dropped, edits, added };
}

/** The part file that an include item means: its old path, and its path now. */
function siblingOf({ header, files, present }: SiblingInput, item: Item): readonly [string | null, string | null] {
  for (const path of includedPath(item)) {
    for (const [old, file] of files) if (meansFile(header.source.path, path, old)) return [old, file];
    const made = present.find((file) => meansFile(header.source.path, path, file));
    if (made !== undefined) return [made, made];
  }
  return [null, null];
}

function isInOrder(paths: readonly string[], order: readonly string[]): boolean {
  const places = paths.map((path) => order.indexOf(path));
  return places.every((place, at) => at === 0 || (places[at - 1] ?? 0) <= place);
}

/** The edit of what stands between quotes or brackets, these included; null when it is that already. */
function operandEdit({ source }: Header, item: Item, operand: string): TextEdit | null {
  const found = /["<][^">\n]*[">]/.exec(source.text.slice(item.span.start, item.span.end));
  if (!found || found[0] === operand) return null;
  const start = item.span.start + found.index;
  return { span: span(start, start + found[0].length), insert: operand };
}
