import { span } from '../../text/span.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import type { YamlMap } from '../yaml/yaml-node.ts';
import type { WrittenMapping } from './block-mapping.ts';
import { entryEnd, indentAt, lineEndAt } from './yaml-lines.ts';

/**
 * The edits of a flow mapping. What has a line of its own keeps it, and gets neighbours with lines of their own; a comma
 * stands behind the last entry if one stood behind the last one before.
 */
export function editFlowMapping(text: string, map: YamlMap, { entries, alone }: WrittenMapping): readonly TextEdit[] {
  const open = lineTail(text, map.span.start + 1);
  const sites = flowSites(text, map, open);
  const edits: TextEdit[] = [];
  const indent = indentOfLines(text, map, sites);
  const endsInComma = sites.at(-1)?.comma != null;
  const firstKept = entries.findIndex(({ stays }) => stays);
  const mayHaveComment = text.slice(map.span.start, map.span.end).includes('#');
  const lastKept = entries.findLastIndex(({ stays }) => stays);
  const insert = (at: number, value: string): void => void edits.push({ span: span(at, at), insert: value });

  /** `isLast`: nothing follows these. */
  const add = (at: number, lines: readonly string[], isLast: boolean, blank: string): void => {
    const isAtLineEnd = isLineEnd(text, at);
    const lead = isAtLineEnd ? lineEndAt(text, at) + indent : blank;
    const written = lines.map(
      (line, index) => line + (isLast && !endsInComma && index === lines.length - 1 ? '' : ','),
    );
    if (written.length > 0) insert(at, lead + written.join(isAtLineEnd ? lead : ' '));
  };

  let goneUntil = 0;
  let tail = open;
  for (const [index, { stays, before, behind }] of entries.entries()) {
    const site = sites[index];
    const next = sites[index + 1];
    if (!site) throw new Error('a flow mapping with other entries than it was planned for');
    if (before.length > 0 && site.beginsLine) add(tail, before, false, '');
    else if (before.length > 0) insert(site.start, before.map((line) => `${line}, `).join(''));
    tail = site.tail;
    if (stays) {
      const isLast = index === lastKept && behind.length === 0;
      if (isLast && !endsInComma && site.comma !== null)
        edits.push({ span: span(site.comma, site.comma + 1), insert: '' });
      if (!isLast && site.comma === null) insert(site.end, ',');
      add(tail, behind, index === lastKept, ' ');
      continue;
    }
    // The first has no blank before it to take along, and a line end may be that of a comment: then it goes on with what
    // follows on the line.
    const isFirst = index < firstKept || firstKept < 0;
    const needsLineEnd = !isLineEnd(text, site.tail) && (next !== undefined || mayHaveComment);
    const keepsBlank = site.beginsLine ? needsLineEnd : isFirst;
    const from = keepsBlank ? site.start : site.blank;
    const until = keepsBlank && next !== undefined && !next.beginsLine ? next.start : site.tail;
    edits.push({ span: span(Math.max(from, goneUntil), until), insert: '' });
    goneUntil = until;
  }
  add(tail, alone, true, '');
  return edits;
}

/** Where an entry of a flow mapping stands (offsets), with all that is its own. */
type FlowSite = {
  /** Where the blanks before it begin: those of its line, with the line end before them, or those before it on the line. */
  readonly blank: number;
  readonly start: number;
  readonly end: number;
  readonly comma: number | null;
  /** Behind its comma and, where nothing but a comment follows on the line, behind that. */
  readonly tail: number;
  readonly beginsLine: boolean;
};

function flowSites(text: string, map: YamlMap, open: number): readonly FlowSite[] {
  let tail = open;
  return map.entries.map((entry) => {
    const lead = text.slice(tail, entry.keySpan.start);
    const start =
      entry.keySpan.start - (/(?:(?:\?|(?<![^\s,[\]{}])[&!][^\s,[\]{}]*)\s+){0,3}$/.exec(lead)?.[0].length ?? 0);
    const newline = text.slice(tail, start).search(/\r?\n[^\n]*$/);
    const blank = newline < 0 ? tail : tail + newline;
    const end = entryEnd(text, entry);
    const comma = commaBehind(text, end, map);
    tail = lineTail(text, comma === null ? end : comma + 1);
    return { blank, start, end, comma, tail, beginsLine: newline >= 0 };
  });
}

function commaBehind(text: string, end: number, map: YamlMap): number | null {
  const gap = /(?:[ \t\r\n]|#[^\n]*)*/y;
  gap.lastIndex = end;
  const at = end + (gap.exec(text)?.[0].length ?? 0);
  return at < map.span.end && text[at] === ',' ? at : null;
}

/** The end of the line when only a comment follows there, else `at`. */
function lineTail(text: string, at: number): number {
  const rest = /[ \t]*(?:#[^\r\n]*)?(?=\r?\n)/y;
  rest.lastIndex = at;
  return at + (rest.exec(text)?.[0].length ?? 0);
}

function isLineEnd(text: string, at: number): boolean {
  return text[at] === '\n' || text[at] === '\r';
}

function indentOfLines(text: string, map: YamlMap, sites: readonly FlowSite[]): string {
  const first = sites.find(({ beginsLine }) => beginsLine);
  return first ? indentAt(text, first.start) : `${indentAt(text, map.span.start)}  `;
}
