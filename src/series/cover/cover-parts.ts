import { baseName, folderOf } from '../../text/file-path.ts';
import { partTitle } from '../banner-title.ts';
import { type HeaderFacts, isAsserted } from '../header-facts.ts';
import { sharedContents } from '../shared-contents.ts';
import type { StatementWords } from '../statement-words.ts';
import { joinNames, MAIL_WIDTH } from '../wrap-text.ts';
import { type CoverSection, paragraphs } from './cover-section.ts';

/** A table of what each header becomes: the new files, their functions and, where any assert, how many do. */
export function partsSection(headers: readonly HeaderFacts[], words: StatementWords): CoverSection {
  const hasAssertions = headers.some(({ parts }) => parts.some(({ part }) => part.assert !== null));
  return {
    title: 'Classification',
    lines: paragraphs(headers.map((header) => partsTable(header, hasAssertions ? words.column : null))),
  };
}

type Row = readonly [file: string, part: string, functions: string, asserted: string, holds: string];

/** `asserting` heads the column of those that assert; null: there is none. */
function partsTable(header: HeaderFacts, asserting: string | null): readonly string[] {
  const { prototypes } = header.manifest;
  const definitions = header.result.definitions.filter((one) => isAsserted(one) && prototypes.has(one.name));
  const rows = header.parts.map(({ part, functions }, at): Row => {
    const isRepeated = header.parts[at - 1]?.part.file === part.file;
    const asserted = new Set(definitions.filter((one) => one.part === part.name).map(({ name }) => name)).size;
    const holds = sharedContents(header).filter((one) => !one.includes('functions'));
    return [
      isRepeated ? '' : besideHeader(part.file, header.path),
      partTitle(part).replaceAll('"', ''),
      String(functions),
      part.assert === null ? '-' : String(asserted),
      part.name === header.manifest.shared ? joinNames(holds) : '',
    ];
  });
  const width = (column: 0 | 1): number => Math.max(...rows.map((row) => row[column].length));
  const widths = { file: width(0), part: width(1) };
  const heads = ['functions', ...(asserting === null ? [] : [asserting])].join('  ');
  const column = 2 + widths.file + 2 + widths.part + 2;
  const isLong = header.path.length + 2 > column;
  const first = isLong ? [header.path, ' '.repeat(column) + heads] : [header.path.padEnd(column) + heads];
  return [...first, ...rows.flatMap((row) => rowLines(row, widths, asserting?.length ?? null))];
}

function rowLines(
  [file, part, functions, asserted, holds]: Row,
  widths: { readonly file: number; readonly part: number },
  last: number | null,
): readonly string[] {
  const figures = [functions.padStart(9), ...(last === null ? [] : [asserted.padStart(last)])];
  const line = ['', file.padEnd(widths.file), part.padEnd(widths.part), ...figures, holds].join('  ').trimEnd();
  if (line.length <= MAIL_WIDTH || holds === '') return [line];
  return [line.slice(0, -holds.length).trimEnd(), `      ${holds}`];
}

function besideHeader(file: string, header: string): string {
  return folderOf(header) + baseName(file) === file ? baseName(file) : file;
}
