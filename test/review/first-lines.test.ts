import { expect, test } from '@jest/globals';
import { firstLinesIn } from '../../src/review/first-lines.ts';
import { memoryTree } from '../../src/text/tree.ts';

const text = 'static int\nf(void)\n{\n  return 1;\n}\n\nint g(void)\n{\n}\nint h;\n';

test('the first lines of each definition, of a file that is read once', () => {
  const tree = memoryTree({ 'a.c': text });
  let reads = 0;
  const read = (path: string): string | null => {
    reads += 1;
    return tree.read(path);
  };
  const firstLines = firstLinesIn({ read });
  expect([2, 7, 10].map((line) => firstLines('a.c', line))).toEqual([
    'static int\nf(void)\n{\n  return 1;\n}',
    'int g(void)\n{\n}',
    'int h;\n',
  ]);
  expect(reads).toBe(1);
});
