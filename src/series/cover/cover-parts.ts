import type { Manifest } from '../../manifest/manifest.ts';
import { baseName, folderOf } from '../../text/file-path.ts';
import { type HeaderFacts, isAsserted } from '../header-facts.ts';
import { joinNames, MAIL_WIDTH, wrapLine } from '../wrap-text.ts';
import { type CoverSection, paragraphs } from './cover-section.ts';

/** A table of each header's parts: prototypes, definitions that assert, in how many files, and the part's own file. */
export function partsSection(headers: readonly HeaderFacts[]): CoverSection {
  return { title: 'Summary', lines: paragraphs(headers.map(partsTable)) };
}

/** A sentence; empty where every C file is looked at. */
export function definitionsText({ definitions }: Manifest): string {
  const [wanted, left] = [false, true].map((isLeft) =>
    (definitions ?? []).filter((glob) => glob.startsWith('!') === isLeft).map((glob) => glob.replace(/^!/, '')),
  );
  if (!wanted || !left || wanted.length + left.length === 0) return '';
  if (wanted.length === 0) return `Definitions are not looked for in ${joinNames(left)}.`;
  const but = left.length === 0 ? '' : `, not in ${joinNames(left)}`;
  return `Definitions are looked for in ${joinNames(wanted)}${but}.`;
}

type Row = readonly [part: string, prototypes: string, assertions: string, files: string, file: string];

function partsTable(header: HeaderFacts): readonly string[] {
  const definitions = header.result.definitions.filter(isAsserted);
  const rows = header.parts.map(({ part, functions }): Row => {
    const own = definitions.filter((one) => one.part === part.name);
    const files = new Set(own.map(({ file }) => file)).size;
    const [asserted, places] = part.assert === null ? ['-', '-'] : [String(own.length), String(files)];
    return [part.name, String(functions), asserted, places, besideHeader(part.file, header.path)];
  });
  const total = header.parts.reduce((sum, { functions }) => sum + functions, 0);
  const files = new Set(definitions.map(({ file }) => file)).size;
  const last: Row = ['total', String(total), String(definitions.length), String(files), ''];
  const head: Row = ['part', 'prototypes', 'assertions', 'in files', 'part file'];
  const width = Math.max(...[head, ...rows, last].map(([part]) => part.length));
  const asserts = header.parts.some(({ part }) => part.assert !== null);
  const where = asserts ? wrapLine(definitionsText(header.manifest), '  ') : [];
  return [`${header.path}`, ...[head, ...rows, last].flatMap((row) => rowLines(row, width)), ...where];
}

function rowLines([part, prototypes, assertions, files, file]: Row, width: number): readonly string[] {
  const figures = `  ${part.padEnd(width)}  ${prototypes.padStart(10)}  ${assertions.padStart(10)}  ${files.padStart(8)}`;
  const line = `${figures}  ${file}`.trimEnd();
  return line.length <= MAIL_WIDTH ? [line] : [figures, `      ${file}`];
}

function besideHeader(file: string, header: string): string {
  const folder = folderOf(header);
  return folder + baseName(file) === file ? baseName(file) : file;
}
