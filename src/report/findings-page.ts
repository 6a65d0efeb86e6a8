import type { CodeEntry, Severity } from '../diagnostics/codes.ts';
import { describeRemedy, type SplitFinding } from '../diagnostics/split-findings.ts';

/**
 * The page (Markdown) that lists every code, those that stop the run first and by name within a severity, each with a
 * report of it where `examples` has one.
 */
export function formatFindingsPage(
  codes: Readonly<Record<string, CodeEntry>>,
  splitFindings: Readonly<Record<string, SplitFinding>>,
  examples: ReadonlyMap<string, string>,
): string {
  const entries = Object.entries(codes).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const sections = severities.flatMap(([severity, heading, meaning]) => [
    `## ${heading}`,
    meaning,
    ...entries
      .filter(([, entry]) => entry.severity === severity)
      .map(([code, entry]) => formatEntry(code, entry, splitFindings[code], examples.get(code))),
  ]);
  return `${[...introduction, ...sections].join('\n\n')}\n`;
}

const introduction: readonly string[] = [
  '# Findings',
  '<!-- Written by scripts/findings-doc.mjs from src/diagnostics/codes/ and snapshots/; edit those. -->',
  [
    'Everything that header-split reports has one of these codes: in brackets after the message, as `code` in',
    '`--format json`, as `ruleId` in SARIF. The message names the case at hand, and its `next` line may be more specific',
    'than the step given here. The examples are outputs of test cases.',
  ].join('\n'),
];

const severities: readonly (readonly [Severity, heading: string, meaning: string])[] = [
  [
    'error',
    'Errors',
    'An error stops the run before anything is written, `write-unfinished` aside. Exit codes: see the README.',
  ],
  ['warning', 'Warnings', 'Have a look: the run goes on, and the exit code stays 0.'],
  ['note', 'Notes', 'A note says what a reviewer of the split should know. The exit code stays 0.'],
];

function formatEntry(
  code: string,
  { title, help }: CodeEntry,
  splitFinding: SplitFinding | undefined,
  example: string | undefined,
): string {
  const remedy = splitFinding === undefined ? '' : ` On a split tree, ${describeRemedy(splitFinding.remedy)}`;
  const shown = example === undefined ? '' : `\n\n\`\`\`text\n${example}\n\`\`\``;
  return `### ${code}\n\n${title}. ${help}${remedy}${shown}`;
}
