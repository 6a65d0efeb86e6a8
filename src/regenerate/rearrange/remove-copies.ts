import type { RenderedFile } from '../../edits/render-files.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { branchPaths } from '../../model/branch-paths.ts';
import type { Header, Item } from '../../model/header.ts';
import type { RepeatedBefore } from '../../part-files/repeated-before.ts';
import { doubledFunctions } from '../../part-files/rules/doubled-functions.ts';
import { doubledSiblings } from '../../part-files/rules/doubled-siblings.ts';
import type { SplitHeaders } from '../../part-files/split-headers.ts';
import { areSameWords } from '../../plan/doubled-functions.ts';
import type { ItemOfHeader } from '../../plan/functions-by-name.ts';
import type { Span } from '../../text/span.ts';
import { applyEdits } from '../../text/text-edit.ts';

/**
 * The files of a split without what stands in them twice: an include of a part file, and a prototype in the words of
 * the one that stays. Left is what you have to look at: a copy in other words or with a comment of its own, one
 * under a condition, one of two that both stand in a wrong file, and what the header repeated before it was split.
 */
export function removeCopies(
  split: SplitHeaders,
  manifest: Manifest,
  repeated: RepeatedBefore,
): readonly RenderedFile[] {
  const functions = doubledFunctions(split, manifest, repeated)
    .filter(({ stays, copy, kept }) => stays !== 'by nothing' && areSameWords(copy, kept) && isAlways(kept))
    .map(({ copy }) => copy);
  const copies = [...functions, ...doubledSiblings(split, manifest)].filter((one) => isAlways(one) && isBare(one));
  return [...split.parts.values(), split.wrapper].flatMap((header) => {
    const items = new Set(copies.filter((one) => one.header === header).map(({ item }) => item));
    const edits = [...items].flatMap((item) => {
      const lines = wholeLines(header.source.text, item.span);
      return lines ? [{ span: lines, insert: '' }] : [];
    });
    return edits.length === 0 ? [] : [{ path: header.source.path, text: applyEdits(header.source.text, edits) }];
  });
}

function isAlways({ header, item }: ItemOfHeader): boolean {
  return branchPaths(header).get(item)?.length === 0;
}

/** Whether nothing is said of an item that would be lost, or be said of its neighbour. */
function isBare({ header, item }: ItemOfHeader): boolean {
  return !hasComment(header, item) && !/\/[*/]/.test(header.source.text.slice(item.span.start, item.span.end));
}

function hasComment({ comments }: Header, { index }: Item): boolean {
  return comments.some(({ serves }) => serves.length === 1 && serves[0] === index);
}

/** The lines of a span; with the blank one below where another stands above. Null when they hold something else. */
function wholeLines(text: string, { start, end }: Span): Span | null {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', end);
  const lineEnd = newline < 0 ? text.length : newline + 1;
  if (`${text.slice(lineStart, start)}${text.slice(end, lineEnd)}`.trim() !== '') return null;
  const below = /^[ \t]*\r?\n/.exec(text.slice(lineEnd));
  const isAfterBlank = /\n[ \t]*\r?\n$/.test(text.slice(0, lineStart));
  return { start: lineStart, end: lineEnd + (below && isAfterBlank ? below[0].length : 0) };
}
