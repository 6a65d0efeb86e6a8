/**
 * What the runner of a CI service takes for a command in what a step prints: `::error …::` of GitHub Actions, at the
 * start of a line; `##[…]` of GitHub Actions and Azure Pipelines, `##vso[…]` of the latter and `##teamcity[…]`, which
 * are looked for anywhere in a line. A name in a tree, or a line of a file, must not give one.
 */
const AT_START = /^((?:[^\S\n\r\u2028\u2029]|(?!\n)\p{Cc}\[[0-9;]*m)*)::/gmu;
const ANYWHERE = /##(?=\w*\[)/g;

/** Text for readers without such commands: a character of each is escaped, as control characters are. */
export function withoutCommands(text: string): string {
  return text.replace(AT_START, '$1\\x3a:').replace(ANYWHERE, '#\\x23');
}

/** The indices of the characters of a line that `withoutCommands` escapes wherever the line stands. */
export function marksOfCommands(line: string): ReadonlySet<number> {
  return new Set([...line.matchAll(ANYWHERE)].map(({ index }) => index + 1));
}

/** Whether a line, printed as it is, would be one. */
export function isCommand(line: string): boolean {
  return /^\s*(?:::|##\w*\[)/.test(line);
}
