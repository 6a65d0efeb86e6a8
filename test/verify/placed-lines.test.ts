import { expect, test } from '@jest/globals';
import { placedLines } from '../../src/verify/placed-lines.ts';

/** The lines with the numbers that a compiler gives them; `#line` in a comment or a skipped branch says nothing. */
function numbered(text: string): readonly string[] {
  const found: string[] = [];
  let number = 1;
  for (const line of text.split('\n')) {
    const said = /^#line (\d+)$/.exec(line)?.[1];
    if (said === undefined) found.push(`${number++} ${line}`);
    else number = Number(said);
  }
  return found;
}

test('lines that stay keep their numbers, new ones come after all others', () => {
  const placed = placedLines('a\nb\nc\n', 'a\nnew\nb\nother\nmore\n');
  expect(numbered(placed.text).slice(0, -1)).toEqual(['1 a', '5 new', '2 b', '7 other', '8 more']);
  expect([1, 5, 2, 7, 8, 3].map(placed.lineOf)).toEqual([1, 2, 3, 4, 5, 0]);
});

test('no directive stands in a comment or a continued line, and a conditional that may skip it repeats it', () => {
  const text = (line: string) => `/* a\n${line} b */\n#define M \\\n${line}  x\n#if 0\n${line}c\n#endif\nd\n`;
  const { text: made } = placedLines(text(''), text('new\n'));
  expect(made).toBe(
    '/* a\nnew\n b */\n#line 3\n#define M \\\nnew\n#line 4\n  x\n#if 0\n#line 16\nnew\n#line 6\nc\n#endif\n#line 8\nd\n',
  );
});

test('a line that gives way to one line keeps its number', () => {
  expect(placedLines('a\nb\nc\n', 'a\nB\nc\n').text).toBe('a\nB\nc\n');
});
