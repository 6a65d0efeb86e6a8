import { expect, test } from '@jest/globals';
import { leadingIncludes } from '../../src/edits/leading-includes.ts';
import { exchangeIncludes } from '../../src/edits/source-includes.ts';
import { commonAnnotations } from '../../src/parse/declarations/annotations.ts';

const original = '#include "a.h"\n\nvoid f(void)\n{\n    g();\n}\n';
const withInclude = (body: string): string => `#include "a.h"\n#include "lock.h"\n\nvoid f(void)\n{\n${body}}\n`;
const exchange = {
  path: 'f.c',
  was: [{ path: 'lock.h', functions: new Map([['f', 'check(locked());']]) }],
  now: [],
  sure: null,
  original,
  statements: new Map([['lock.h', ['check(locked());']]]),
  annotations: commonAnnotations,
};

test('an include goes when only what the assertions of another part say is left of its names', () => {
  const text = withInclude('    check(locked());\n    g();\n');
  const done = exchangeIncludes(text, { ...exchange, shown: text, asserted: ['check(locked());'] });
  expect(done.text).toBe(text.replace('#include "lock.h"\n', ''));
  expect(done.removed).toEqual(['lock.h']);
});

test('an include stays for what a person wrote since', () => {
  const text = withInclude('    check(locked());\n    check(locked());\n    g();\n');
  const done = exchangeIncludes(text, { ...exchange, shown: text, asserted: ['check(locked());'] });
  expect(done.text).toBe(text);
  expect(done.staying).toEqual(['lock.h']);
});

const lockNeed = (statement: string, path = 'lock.h') => ({ path, functions: new Map([['f', statement]]) });
const F = 'void f(void)\n{\n    held();\n}\n';

test.each([
  [
    'a file that is one conditional',
    `#ifdef X\n# include "a.h"\n\n${F}#endif\n`,
    `#ifdef X\n# include "a.h"\n# include "lock.h"\n\n${F}#endif\n`,
  ],
  [
    'a function in two branches',
    `#ifdef X\n#include "a.h"\n${F}#else\n${F}#endif\n`,
    `#ifdef X\n#include "a.h"\n#include "lock.h"\n${F}#else\n#include "lock.h"\n${F}#endif\n`,
  ],
  ['a file without includes', `/* f */\n\n${F}`, `/* f */\n\n#include "lock.h"\n\n${F}`],
  ['macros alone at the top', `#define _GNU_SOURCE\n\n${F}`, `#define _GNU_SOURCE\n#include "lock.h"\n\n${F}`],
])('what is put in comes out again: %s', (_, before, after) => {
  const needs = [lockNeed('held();')];
  const site = { ...exchange, original: before, asserted: [] };
  const put = exchangeIncludes(before, { ...site, was: [], now: needs, shown: blank(before) });
  expect(put.text).toBe(after);
  expect(put.added).toEqual(['lock.h']);
  const taken = exchangeIncludes(after, { ...site, was: needs, now: [], shown: blank(after) });
  expect(taken.text).toBe(before);
  expect(taken.removed).toEqual(['lock.h']);
});

function blank(text: string): string {
  return text.replaceAll('held();', '       ');
}

test('an assertion that the tool put in does not show that its include can change', () => {
  const text = `#include "a.h"\n#include "lock.h"\n\n${F}`;
  const done = exchangeIncludes(text, {
    ...exchange,
    was: [lockNeed('held();')],
    now: [lockNeed('held();', 'lock/lock.h')],
    original: `#include "a.h"\n\nvoid f(void)\n{\n}\n`,
    shown: blank(text),
    asserted: ['held();'],
  });
  expect(done.text).toBe(text.replace('"lock.h"', '"lock/lock.h"'));
});

test('an include goes when what is asserted now is what a person wrote already', () => {
  const text = `#include "a.h"\n#include "lock.h"\n\nstatic void g(void)\n{\n    mine();\n}\n\nvoid f(void)\n{\n    mine();\n}\n`;
  const done = exchangeIncludes(text, {
    ...exchange,
    was: [lockNeed('held();')],
    now: [lockNeed('mine();')],
    original: text.replace('#include "lock.h"\n', '').replace('{\n    mine();\n}\n', '{\n}\n'),
    shown: text,
    asserted: ['mine();'],
  });
  expect(done.text).toBe(text.replace('#include "lock.h"\n', ''));
  expect(done.removed).toEqual(['lock.h']);
});

test.each([
  [
    'comments, directives and other includes',
    '/* #include "no.h" */ // x\n#define A \\\n 1\n#include "a.h"\n%: include <b.h>\n',
    ['a.h', 'b.h'],
  ],
  ['what stands below code', '#include "a.h"\nint x;\n#include "b.h"\n', ['a.h']],
  [
    'what stands under a condition',
    '#include "a.h"\n#ifdef X\n#include "b.h"\n#endif\n#include "c.h"\n',
    ['a.h', 'c.h'],
  ],
  ['a file that is one conditional', '#ifdef X\n#include "a.h"\n#endif\n', []],
  ['a condition that was never opened', '#include "a.h"\n#endif\n#include "b.h"\n', ['a.h']],
  ['a comment that never ends', '#include "a.h"\n/* #include "b.h"\n', ['a.h']],
])('the includes above everything else: %s', (_, text, paths) => {
  expect(leadingIncludes(text).map(({ target }) => target.path)).toEqual(paths);
});
