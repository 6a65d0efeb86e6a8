import type { Labelled } from '../diagnostics/diagnostic.ts';
import type { Place } from '../text/place.ts';
import { marksOfCommands } from '../text/runner-commands.ts';
import { characterWidth } from './character-width.ts';
import { type Paint, paintFor } from './colour.ts';
import { charactersOf } from './line-character.ts';
import { printable } from './printable.ts';

/**
 * A place with its source line, the marked bytes underlined and the label beside them; several lines, without a final
 * newline. A file as a whole has no source line.
 *
 *      --> include/block.h:12:19
 *       |
 *    12 | BlockDriverState *blk_bs(BlockBackend *blk);
 *       |                   ^^^^^^ declared here
 */
export function formatCodeFrame(labelled: Labelled, paint: Paint = paintFor(false)): string {
  const { place, label } = labelled;
  const said = label === undefined ? '' : printable(label);
  const number = String(place.line);
  const margin = ' '.repeat(number.length);
  const arrow = `${margin}${paint.cyan('-->')} ${formatPlace(place)}`;
  if (place.line === 0) return said === '' ? arrow : `${arrow}: ${said}`;

  const { line, indent, marked } = frameLine(place);
  const bar = paint.cyan('|');
  const underline = `${' '.repeat(indent)}${paint.bold('^'.repeat(marked))}${said === '' ? '' : ` ${said}`}`;
  return [
    arrow,
    `${margin} ${bar}`,
    `${paint.cyan(number)} ${bar} ${line}`.trimEnd(),
    `${margin} ${bar} ${underline}`,
  ].join('\n');
}

/** `file:line:column`, or the file alone when the place is the whole file. */
export function formatPlace(place: Place): string {
  return place.line === 0 ? printable(place.file) : `${printable(place.file)}:${place.line}:${place.column}`;
}

/** Terminal columns that a source line may take in a frame. */
const widest = 100;
const tabStop = 8;
/** Columns of context kept before the mark when a line is cut. */
const before = 30;

/** A character as it is shown; `from` and `to` are 0-based terminal columns within the whole line. */
type Cell = { readonly shown: string; readonly from: number; readonly to: number; readonly isMarked: boolean };

function frameLine(place: Place): { readonly line: string; readonly indent: number; readonly marked: number } {
  const cells = layOut(place);
  const width = cells.at(-1)?.to ?? 0;
  const firstMarked = cells.findIndex((cell) => cell.isMarked);
  const markFrom = firstMarked < 0 ? width : (cells[firstMarked]?.from ?? 0);
  const markTo = cells.findLast((cell) => cell.isMarked)?.to ?? width + 1;
  if (width <= widest) return { line: shownOf(cells), indent: markFrom, marked: Math.max(1, markTo - markFrom) };

  const windowFrom = Math.max(0, Math.min(markFrom - before, width - widest));
  const kept = cells.filter((cell) => cell.from >= windowFrom && cell.to <= windowFrom + widest);
  const keptFrom = kept[0]?.from ?? 0;
  const keptTo = kept.at(-1)?.to ?? 0;
  const head = keptFrom > 0 || place.sourceColumn > 1 ? '…' : '';
  const tail = keptTo < width ? '…' : '';
  const marked = Math.max(1, Math.min(markTo, Math.max(keptTo, markFrom + 1)) - markFrom);
  return { line: head + shownOf(kept) + tail, indent: markFrom - keptFrom + head.length, marked };
}

function layOut(place: Place): readonly Cell[] {
  let at = 0;
  let index = 0;
  // Known here, as the mark below the line has to know how wide the line becomes.
  const escaped = marksOfCommands(place.sourceLine);
  return charactersOf(place).map((character) => {
    const from = at;
    const shown = escaped.has(index) ? '\\x23' : shownAs(character.text, from);
    index += character.text.length;
    at += shown === character.text ? characterWidth(shown) : shown.length;
    return { shown, from, to: at, isMarked: character.endColumn > place.column && character.column < place.endColumn };
  });
}

function shownAs(character: string, column: number): string {
  return character === '\t' ? ' '.repeat(tabStop - (column % tabStop)) : printable(character);
}

function shownOf(cells: readonly Cell[]): string {
  return cells.map((cell) => cell.shown).join('');
}
