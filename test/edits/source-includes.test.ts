import { expect, test } from '@jest/globals';
import { exchangeIncludes } from '../../src/edits/source-includes.ts';
import { commonAnnotations } from '../../src/parse/annotations.ts';

const original = '#include "a.h"\n\nvoid f(void)\n{\n    g();\n}\n';
const withInclude = (body: string): string => `#include "a.h"\n#include "lock.h"\n\nvoid f(void)\n{\n${body}}\n`;
const exchange = {
  path: 'f.c',
  was: [{ path: 'lock.h', functions: new Map([['f', 'check(locked());']]) }],
  now: [],
  hidden: [],
  sure: null,
  original,
  statements: new Map([['lock.h', ['check(locked());']]]),
  annotations: commonAnnotations,
};

test('an include goes when only what the assertions of another part say is left of its names', () => {
  const text = withInclude('    check(locked());\n    g();\n');
  const done = exchangeIncludes(text, { ...exchange, asserted: ['check(locked());'] });
  expect(done.text).toBe(text.replace('#include "lock.h"\n', ''));
  expect(done.removed).toEqual(['lock.h']);
});

test('an include stays for what a person wrote since', () => {
  const text = withInclude('    check(locked());\n    check(locked());\n    g();\n');
  const done = exchangeIncludes(text, { ...exchange, asserted: ['check(locked());'] });
  expect(done.text).toBe(text);
  expect(done.staying).toEqual(['lock.h']);
});
