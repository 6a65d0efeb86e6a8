import { expect, test } from '@jest/globals';
import { readTopLevel } from '../../src/model/top-level.ts';
import { commonAnnotations, withAnnotations } from '../../src/parse/declarations/annotations.ts';

const text = 'int f(void) NOTED;\n';

test('one text is read once, with whichever annotations of the same names', () => {
  const first = readTopLevel(text, withAnnotations(commonAnnotations, ['NOTED']));
  expect(readTopLevel(`${text}int g(void);\n`, commonAnnotations).nodes).toHaveLength(2);
  expect(readTopLevel(text, withAnnotations(commonAnnotations, ['NOTED']))).toBe(first);
  expect(readTopLevel(text, withAnnotations(commonAnnotations, ['OTHER']))).not.toBe(first);
});

test('what was read long ago is forgotten, and so is at once what is very large', () => {
  const first = readTopLevel(text, commonAnnotations);
  const large = `${text}// ${'x'.repeat(1 << 20)}\n`;
  for (const end of ['a', 'b', 'c']) readTopLevel(large + end, commonAnnotations);
  expect(readTopLevel(text, commonAnnotations)).not.toBe(first);
  const huge = large + large;
  expect(readTopLevel(huge, commonAnnotations)).not.toBe(readTopLevel(huge, commonAnnotations));
});
