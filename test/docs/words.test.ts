import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const repository = join(import.meta.dirname, '../..');

// Words that slipped into user texts time and again, each with the better one.
const better: readonly (readonly [RegExp, string])[] = [
  [/\bshall\b/i, 'should or must'],
  [/\b(?:mend|mends|mended|mending)\b/i, 'fix'],
  // But for a value of a key: `group: folder`.
  [/(?<!group: |["`])\bfolders?\b/i, 'directory'],
  [/\banew\b/i, 'again'],
  [/\b(?:a person|people|somebody|whoever)\b/i, 'you, by hand'],
  [/(?<!\bthere )\bis no\b(?! (?:longer|more)\b)/i, 'is not a'],
  [/\bany more\b/i, 'no longer'],
];

test.each(textsForUsers())('%s has none of the words that have a better one', (path) => {
  const lines = readFileSync(join(repository, path), 'utf8').split('\n');
  const found = lines.flatMap((line, at) =>
    better.flatMap(([word, instead]) => {
      const said = word.exec(line)?.[0];
      return said === undefined ? [] : [`${path}:${at + 1}: '${said}', better: ${instead}`];
    }),
  );
  expect(found).toEqual([]);
});

/** What users read: pages, the help, the titles of findings and what the schemas say to editors. */
function textsForUsers(): readonly string[] {
  const below = (folder: string) => readdirSync(join(repository, folder)).map((name) => `${folder}/${name}`);
  return [
    'README.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
    ...below('docs').filter((path) => path.endsWith('.md')),
    ...below('schema'),
    ...below('src/diagnostics/codes'),
    ...below('src/cli/commands'),
    ...below('src/cli/flags'),
  ];
}
