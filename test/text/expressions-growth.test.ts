import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { stepCounter } from './expressions/count-steps.ts';
import { literalsIn, parseExpression } from './expressions/parse-expression.ts';
import { pumpedText, pumpedTexts } from './expressions/pumped-texts.ts';

const root = join(import.meta.dirname, '../../src');
const [FEW, MANY, LIMIT] = [32, 128, 100_000];
/** Four times the text may take this many times the steps: 4 where they grow as it does, 16 where as its square. */
const MOST_TIMES = 8;

/** Files whose expressions see only what is short, and why. */
const SHORT_INPUT: Readonly<Record<string, string>> = {
  'cli/misuse.ts': 'a message about the command line',
  'cli/verify-options.ts': 'the command line',
  'io/series/previous-version.ts': 'the command line',
  'text/own-file-name.ts': 'lines of 400 bytes',
  'series/consumers/generated-file.ts': 'lines of 300 bytes',
};

test('no regular expression takes longer than its text is long, whatever the text', () => {
  const found = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !(file in SHORT_INPUT))
    .flatMap((file) => literalsIn(readFileSync(join(root, file), 'utf8')).map((literal) => ({ file, ...literal })));
  const distinct = new Map(found.map((one) => [`/${one.source}/${one.flags}`, one]));
  expect(distinct.size).toBeGreaterThan(700);
  const grown = [...distinct].flatMap(([literal, { file, source, flags }]) => {
    const text = slowText(source, flags);
    return text === null ? [] : [`${file}: ${literal} on ${JSON.stringify(text)}`];
  });
  expect(grown).toEqual([]);
});

test.each([
  [' +$', 'g'],
  ['(?:a|\\(b*\\))*c', ''],
  ['"(?:[^"\\\\]|\\\\.)*"', 'g'],
  ['(?:\\/\\*[\\s\\S]*?\\*\\/)*x', 'y'],
  ['\\w+\\.c\\b', ''],
])('/%s/ would be found', (source, flags) => {
  expect(slowText(source, flags)).not.toBeNull();
});

test.each([
  ['(?<! ) +$', 'g'],
  ['(?<!\\w)\\w+\\.c\\b', ''],
  ['\\\\["\\\\]|"(?:[^"\\\\]|\\\\.)*"', 'g'],
])('/%s/ is linear', (source, flags) => {
  expect(slowText(source, flags)).toBeNull();
});

/** A text on which an expression takes steps that grow faster than the text does; null for none of those tried. */
function slowText(source: string, flags: string): string | null {
  if (!/[*+]|,\}/.test(source)) return null;
  const expression = parseExpression(source);
  const stepsIn = stepCounter(expression, flags);
  const slow = pumpedTexts(expression, flags).find((pumped) => {
    const few = stepsIn(pumpedText(pumped, FEW), LIMIT);
    if (few < 5 * FEW) return false;
    const many = stepsIn(pumpedText(pumped, MANY), LIMIT);
    return few >= LIMIT || many >= LIMIT || many > MOST_TIMES * few;
  });
  return slow === undefined ? null : pumpedText(slow, FEW);
}
