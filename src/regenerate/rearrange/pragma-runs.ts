import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { partsIn } from '../../manifest/part-lookup.ts';
import type { Header, Item } from '../../model/header.ts';
import { type PragmaEnd, shownEnd } from '../../plan/brackets/pragmas-left.ts';
import { placeOf } from '../../text/place.ts';
import { type ItemMove, type ItemMoves, partOfMove } from '../intent/plan-moves.ts';

/** The items of a file that a pragma's bracket reaches whose ends are in items or in included files, both included. */
export type PragmaRun = {
  /** Those of its ends that the file has: one at least. */
  readonly ends: readonly PragmaEnd[];
  readonly bracket: string;
  /** Indices of items. */
  readonly first: number;
  readonly last: number;
};

/** The runs of a file; one end without the other reaches to the file's beginning or end. */
export function pragmaRuns(header: Header, ends: readonly PragmaEnd[]): readonly PragmaRun[] {
  const open: { readonly end: PragmaEnd; readonly bracket: string }[] = [];
  const runs: PragmaRun[] = [];
  for (const end of ends) {
    for (const { role, bracket } of end.marks) {
      const at = role === 'open' ? -1 : open.findLastIndex((one) => one.bracket === bracket);
      const [opener] = at < 0 ? [] : open.splice(at, 1);
      if (role === 'open') open.push({ end, bracket });
      else if (opener) {
        const [first, last] = [opener.end.item.index, end.item.index];
        runs.push({ ends: [opener.end, end], bracket, first, last });
      } else runs.push({ ends: [end], bracket, first: 0, last: end.item.index });
    }
  }
  const last = header.items.length - 1;
  return [...runs, ...open.map(({ end, bracket }) => ({ ends: [end], bracket, first: end.item.index, last }))];
}

/** What would leave such a run. A part that gets another file takes the run along. */
export function leavesRun(
  headers: readonly Header[],
  was: Manifest,
  moves: ItemMoves,
  runsIn: (header: Header) => readonly PragmaRun[],
): readonly Diagnostic[] {
  return headers.flatMap((header) => {
    const inFile = moves.get(header.source.path);
    if (!inFile) return [];
    const own = new Set(partsIn(was, header.source.path).map(({ name }) => name));
    return runsIn(header).flatMap((run) => {
      const items = header.items.slice(run.first, run.last + 1);
      const gone = items.find(({ index }) => inFile.has(index));
      return gone && !isWhole(items, inFile, own) ? [partedRun(header, run, gone)] : [];
    });
  });
}

function isWhole(items: readonly Item[], moves: ReadonlyMap<number, ItemMove>, own: ReadonlySet<string>): boolean {
  const parts = new Set(items.map(({ index }) => partOfMove(moves.get(index))));
  const [part] = parts;
  return parts.size === 1 && own.has(part ?? '');
}

function partedRun({ source }: Header, { ends: [end], bracket }: PragmaRun, gone: Item): Diagnostic {
  const message = `${shownEnd(bracket, end?.by ?? '')}, and the split would part that from what it applies to`;
  const to = { place: placeOf(source, gone.span), label: 'this goes to another file' };
  return diagnostic('pragma-parted', message, placeOf(source, end?.item.span ?? gone.span), to);
}

/** What would come into a run, since its part has no place outside of one. */
export function entersRun({ source }: Header, { ends: [end], bracket }: PragmaRun, name: string | null): Diagnostic {
  const message = `${shownEnd(bracket, end?.by ?? '')}, and ${name === null ? 'a declaration' : `'${name}'`} would come to where it applies`;
  return diagnostic('pragma-parted', message, placeOf(source, end?.item.span ?? { start: 0, end: 0 }));
}
