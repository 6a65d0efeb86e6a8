import { stripVTControlCharacters } from 'node:util';
import { expect, test } from '@jest/globals';
import { colourPatch } from '../../src/report/colour-patch.ts';

const patch = `diff --git a/x.h b/x.h
index 1..2 100644
--- a/x.h
+++ b/x.h
@@ -1,3 +1,2 @@ int f(void)
 a
--- a removed line
-b
++++ an added line
\\ No newline at end of file
`;

test('headers bold, hunk lines cyan, removed red, added green; a line in a hunk is never a header', () => {
  const names = new Map([
    ['\x1b[1m', 'bold'],
    ['\x1b[31m', 'red'],
    ['\x1b[32m', 'green'],
    ['\x1b[36m', 'cyan'],
  ]);
  const lines = colourPatch(patch, true).split('\n');
  expect(lines.map((line) => names.get(line.slice(0, line.indexOf('m') + 1)) ?? 'plain')).toEqual([
    'bold',
    'bold',
    'bold',
    'bold',
    'cyan',
    'plain',
    'red',
    'red',
    'green',
    'plain',
    'plain',
  ]);
  expect(stripVTControlCharacters(lines.join('\n'))).toBe(patch);
});

test('off: the patch as it is', () => {
  expect(colourPatch(patch, false)).toBe(patch);
});
