import { expect, test } from '@jest/globals';
import { rememberTexts } from '../../src/text/remember-texts.ts';

test('nothing is made twice of a text, until too many came after it', () => {
  const made: string[] = [];
  const first = rememberTexts((text) => {
    made.push(text.slice(0, 2));
    return text.slice(0, 1);
  });
  const large = (name: string): string => name.padEnd(1 << 23, '.');
  expect(['a1', 'b1', 'a1'].map(first)).toEqual(['a', 'b', 'a']);
  expect(made).toEqual(['a1', 'b1']);
  for (const name of ['c1', 'd1', 'e1', 'd1', 'c1']) first(large(name));
  expect(made).toEqual(['a1', 'b1', 'c1', 'd1', 'e1', 'c1']);
  first('a1');
  expect(made.at(-1)).toBe('a1');
});
