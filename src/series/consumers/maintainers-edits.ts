import { type Span, span } from '../../text/span.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import type { SplitFiles } from './consumer-proposal.ts';
import { type Entry, type EntryLine, maintainersEntries } from './maintainers-entries.ts';
import { covers, type IsFolder, matches } from './maintainers-pattern.ts';
import { byBytes, indexBefore, isSorted } from './sort-order.ts';

export type MaintainersEdits = {
  readonly edits: readonly TextEdit[];
  /** The patterns that cover the header, apart from those that cover every header of its folder. */
  readonly covering: readonly Span[];
};

/**
 * The `F:` lines that MAINTAINERS lacks: below the line that covers the header, one for each part file that the same
 * entry does not cover. In a file that keeps these lines sorted, as Linux does, they go where they sort.
 */
export function maintainersEdits(
  isFolder: IsFolder,
  text: string,
  { header, partFiles }: SplitFiles,
): MaintainersEdits {
  const entries = maintainersEntries(text);
  const keepsOrder = areSorted(entries);
  const found = entries.flatMap((entry) => {
    if (!covers(isFolder, entry.patterns, header)) return [];
    const covering = entry.files.filter(({ value }) => matches(isFolder, value, header));
    const line = covering.find(({ value }) => value === header) ?? covering[0];
    if (!line) return [];
    const excepted = (file: string): boolean => entry.patterns.except.some((glob) => matches(isFolder, glob, file));
    const missing = partFiles.filter((file) => !covers(isFolder, entry.patterns, file) && !excepted(file));
    return [{ line, missing, edits: missing.length > 0 ? addLines(entry, line, missing, keepsOrder) : [] }];
  });
  return {
    edits: found.flatMap(({ edits }) => edits),
    covering: found
      .filter(({ line, missing }) => missing.length > 0 || line.value === header)
      .map(({ line }) => span(line.valueStart, line.valueStart + line.value.length)),
  };
}

function addLines(
  { files }: Entry,
  line: EntryLine,
  missing: readonly string[],
  keepsOrder: boolean,
): readonly TextEdit[] {
  const values = files.map(({ value }) => value);
  const order = keepsOrder && isSorted(values, byBytes) ? byBytes : null;
  return (order ? [...missing].sort(order) : missing).map((file) => {
    const behind = files[indexBefore(values, file, order, files.indexOf(line))];
    const at = behind ? behind.span.end : (files[0] ?? line).span.start;
    const isLast = behind?.newline === '';
    return { span: span(at, at), insert: isLast ? `\n${line.mark}${file}` : line.mark + file + (line.newline || '\n') };
  });
}

/** Whether nearly all entries with several `F:` lines have them in the order of their bytes. */
function areSorted(entries: readonly Entry[]): boolean {
  const several = entries.map(({ files }) => files.map(({ value }) => value)).filter((values) => values.length > 1);
  const sorted = several.filter((values) => isSorted(values, byBytes));
  return several.length > 0 && sorted.length >= 0.9 * several.length;
}
