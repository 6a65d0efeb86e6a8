import { expect, test } from '@jest/globals';
import { rememberLast } from '../../src/text/remember-last.ts';

test('asked of one text many times, it makes one', () => {
  const asked: string[] = [];
  const lengthOf = rememberLast((text) => {
    asked.push(text);
    return text.length;
  });
  expect(['ab', 'ab', 'abc', 'abc', 'ab'].map(lengthOf)).toEqual([2, 2, 3, 3, 2]);
  expect(asked).toEqual(['ab', 'abc', 'ab']);
});
