import { expect, test } from '@jest/globals';
import { firstLinesIn } from '../../src/review/first-lines.ts';
import { memoryTree } from '../../src/text/tree.ts';

const text =
  'static int\nf(void)\n{\n  return 1;\n}\n\nint g(void)\n{\n}\nint h;\nint i(void) { return "}"[0]; }\nint j(void) {\n  x(\'{\'); }\nint k;\n';

test('the first lines of each definition, of a file that is read once', () => {
  const tree = memoryTree({ 'a.c': text });
  let reads = 0;
  const read = (path: string): string | null => {
    reads += 1;
    return tree.read(path);
  };
  const firstLines = firstLinesIn({ read });
  expect([2, 7, 11, 12].map((line) => firstLines('a.c', line))).toEqual([
    'static int\nf(void)\n{\n  return 1;\n}',
    'int g(void)\n{\n}',
    'int i(void) { return "}"[0]; }',
    "int j(void) {\n  x('{'); }",
  ]);
  expect(reads).toBe(1);
});
