import { type CoverSection, paragraphs } from './cover-section.ts';
import { MAIL_WIDTH, wrapLine } from './wrap-text.ts';

/** The run of the tool that made the series. */
export type ToolRun = {
  readonly version: string;
  /** As typed: the program's name and its arguments. */
  readonly commandLine: readonly string[];
  /** The commit that the series begins from; null where it shall not be said. */
  readonly from: string | null;
  /** What the command has checked besides what every run checks: a sentence each. */
  readonly checks: readonly string[];
};

/** What every run checks of each split, whatever the command adds. */
const ALWAYS_CHECKED =
  'Of each header every token outside comments, guards, includes and conditionals was found in exactly one of the files that it became, in the order of the header for each part, and of each comment at least one copy.';

/** Which checks this run made. */
export function checksSection({ checks }: ToolRun): CoverSection {
  const items = [ALWAYS_CHECKED, ...checks].map((check) => wrapLine(check, '- ', '  '));
  return { title: 'What was checked', lines: [...items.flat(), '', 'Nothing was compiled or run.'] };
}

/** The tool, its version and how it was called. */
export function toolSection({ version, commandLine, from }: ToolRun): CoverSection {
  const first = `Split and assertions were made by header-split ${version}${from === null ? '' : `, from commit ${from}`}:`;
  const last =
    'It moves text and formats nothing. Running it again with the same manifests on the same commit gives the same patches.';
  return { title: 'How it was made', lines: paragraphs([wrapLine(first), commandLines(commandLine), wrapLine(last)]) };
}

/** The words as a shell reads them, with a backslash at the end of a line that goes on. */
function commandLines(words: readonly string[]): readonly string[] {
  const lines: string[] = [];
  let line = ' ';
  for (const word of words.map(shellWord)) {
    const longer = `${line} ${word}`;
    if (line.trim() !== '' && longer.length > MAIL_WIDTH - 2) {
      lines.push(`${line} \\`);
      line = `      ${word}`;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

function shellWord(word: string): string {
  return /^[\w@%+=:,./~^-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
