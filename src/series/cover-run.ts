import { type CoverSection, paragraphs } from './cover-section.ts';
import { joinNames, MAIL_WIDTH, wrapLine } from './wrap-text.ts';

/** The run of the tool that made the series. */
export type ToolRun = {
  readonly version: string;
  /** As typed: the program's name and its arguments. */
  readonly commandLine: readonly string[];
  /** The commit that the series begins from; null where it shall not be said. */
  readonly from: string | null;
  /** What the commit does not have as it was used: the series file, manifests; noun phrases. */
  readonly uncommitted: readonly string[];
  /** What the command has checked besides what every run checks: a sentence each. */
  readonly checks: readonly string[];
};

/** What every run checks of the split of a whole header, whatever the command adds. */
const CHECKED_OF_SPLITS =
  'Each declaration and directive of a header stands in exactly one of the files that it became, token for token and behind the same conditions, of each comment there is a copy, and no code is new but guards and includes of part files.';

/** Which checks this run made, `splits` saying whether the series splits a header. */
export function checksSection({ checks }: ToolRun, splits: boolean): CoverSection {
  const items = [...(splits ? [CHECKED_OF_SPLITS] : []), ...checks].map((check) => wrapLine(check, '- ', '  '));
  return { title: 'What was checked', lines: paragraphs([items.flat(), ['Nothing was compiled or run.']]) };
}

/** The tool, its version and how it was called. */
export function toolSection({ version, commandLine, from, uncommitted }: ToolRun): CoverSection {
  const first = `Split and assertions were made by header-split ${version}${from === null ? '' : `, on commit ${from}`}:`;
  return {
    title: 'How it was made',
    lines: paragraphs([
      wrapLine(first),
      commandLines(commandLine),
      wrapLine(whatIsNotThere(uncommitted)),
      ['It moves text and formats nothing.'],
    ]),
  };
}

function whatIsNotThere(uncommitted: readonly string[]): string {
  if (uncommitted.length === 0) return '';
  const words = joinNames(uncommitted);
  const verb = uncommitted.length > 1 || words === MANIFESTS ? 'are' : 'is';
  return `${words.replace(/^the /, 'The ')} ${verb} not in that commit as used here.`;
}

/** All manifests of a series with several. */
export const MANIFESTS = 'the manifests';

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
