/** Columns of a line in a commit message and in a cover letter; QEMU, Linux and git have the same. */
export const MAIL_WIDTH = 72;

/** Columns of a subject without what git puts before it: Linux asks for no more than 75, the others for no less. */
export const SUBJECT_WIDTH = 75;

/** A list of names in a subject is not worth more columns than this: a count says it. */
export const LISTING_WIDTH = 65;

/** A text without line ends as lines of at most 72 columns; a longer word stands alone on its line. */
export function wrapLine(text: string, first = '', rest = first): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/[ \t]+/).filter((one) => one !== '')) {
    const indent = lines.length === 0 ? first : rest;
    const longer = line === '' ? indent + word : `${line} ${word}`;
    if (line !== '' && columns(longer) > MAIL_WIDTH) {
      lines.push(line);
      line = rest + word;
    } else {
      line = longer;
    }
  }
  return line === '' ? lines : [...lines, line];
}

/**
 * A text of several paragraphs with every line at most 72 columns wide where that is possible. A paragraph or list item
 * in which no line is too long keeps its lines, and so does everything that is indented: tables, code, lists of files.
 */
export function wrapText(text: string): string {
  const wrapped = blocksOf(text.split('\n')).flatMap(wrapBlock);
  return `${wrapped
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`.replace(/^\n$/, '');
}

/** `a`, `a and b`, `a, b and c`. */
export function joinNames(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** `three`; figures from eleven on. */
export function numberWord(number: number): string {
  const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
  return words[number] ?? String(number);
}

/** Width in a terminal, wide characters taken for narrow ones. */
function columns(line: string): number {
  return [...line].length;
}

/** Lines that are wrapped together: a paragraph, or an item of a list with the lines indented below it. */
function blocksOf(lines: readonly string[]): readonly (readonly string[])[] {
  const blocks: string[][] = [];
  for (const line of lines) {
    const current = blocks.at(-1);
    if (current !== undefined && continues(current, line)) current.push(line);
    else blocks.push([line]);
  }
  return blocks;
}

const ITEM = /^(?:[-*]|\d+[.)]) /;

function continues(block: readonly string[], line: string): boolean {
  const [first = ''] = block;
  if (line.trim() === '' || first.trim() === '' || ITEM.test(line) || /^[>:|]/.test(line)) return false;
  if (/^\s/.test(line)) return ITEM.test(first);
  return !/^\s/.test(first) && !ITEM.test(first);
}

function wrapBlock(block: readonly string[]): readonly string[] {
  const lines = block.map((line) => line.trimEnd());
  const [first = ''] = lines;
  if (/^[\s>:|]/.test(first) || lines.every((line) => columns(line) <= MAIL_WIDTH)) return lines;
  const mark = ITEM.exec(first)?.[0] ?? '';
  const text = [first.slice(mark.length), ...lines.slice(1)].join(' ');
  return wrapLine(text, mark, ' '.repeat(mark.length));
}
