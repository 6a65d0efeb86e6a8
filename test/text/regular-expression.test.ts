import { expect, test } from '@jest/globals';
import { searchFor } from '../../src/text/pattern.ts';
import { readRegularExpression } from '../../src/text/regular-expression.ts';

const texts = ['', 'a', 'foo-bar.c', 'drivers/tegra/x.c', 'ntegra', 'aab', 'bcm47622', 'bcm9', 'a.c\n', 'x_1'];

test.each([
  'imx',
  '[^a-z]tegra',
  'bcm[9]?47622',
  'bcm113*',
  'sun[x456789]i',
  'bcm[-_]nsp',
  '^a',
  'b$',
  '^(a|foo)[-.]?',
  '^$',
  'a*?b',
  '(?:aa|b)+',
  '\\d+\\.',
  '\\.c$',
  '\\w\\W\\w',
  'a|',
  '.+/.+/',
])('%s is found where JavaScript finds it', (text) => {
  const pattern = readRegularExpression(text);
  if (pattern === null) throw new Error('not read');
  const found = searchFor(pattern);
  expect(texts.filter(found)).toEqual(texts.filter((one) => new RegExp(text).test(one)));
});

test.each(['a{2}', '\\bfoo', '(?=a)', '(?<!a)b', '(a)\\1', '*a', 'a**', '(a', 'a)', '[a', '[\\d]', 'a\\', '\\x41'])(
  '%s is not read',
  (text) => {
    expect(readRegularExpression(text)).toBeNull();
  },
);

test('one that would be tried again and again ends', () => {
  const pattern = readRegularExpression('^((a+)+)+$');
  if (pattern === null) throw new Error('not read');
  expect(searchFor(pattern)(`${'a'.repeat(4000)}!`)).toBe(false);
  expect(readRegularExpression(`${'('.repeat(5000)}a${')'.repeat(5000)}`)).toBeNull();
});
