import { expect, test } from '@jest/globals';
import { macroBody } from '../../src/model/macro-body.ts';
import { parseDirective } from '../../src/parse/tokens/directive.ts';

/** A definition -> what decorates in it, what makes it a type, and how it ends. */
const cases: Readonly<Record<string, readonly [decorates: string | null, type: string | null, end: string]>> = {
  X: ['', null, 'open'],
  'X()': ['', null, 'open'],
  'X __attribute__((pure)) extern': ['', null, 'open'],
  'X A B(1)': ['A B', null, '-> B'],
  'X(t) extern t': ['t', '', 'open'],
  'X(t) t': ['t', '', 'open'],
  'X(t) extern "C" VISIBLE t CALLS': [null, '', '-> CALLS'],
  'X(t) extern __declspec(dllimport) const t *': [null, '', 'open'],
  'X(t) IMPORT(t)': ['IMPORT', 'IMPORT', '-> IMPORT'],
  'X(t) extern t t': ['t t', null, 'open'],
  'X(t) extern t;': [null, null, 'closed'],
  'X(t) struct t': [null, null, 'open'],
  'X(t) 1 + t': [null, null, 'open'],
  'X(a, b) a b': ['a b', null, 'open'],
  'X(t) struct t { int a; }': [null, null, 'closed'],
  'X(t) int t(void); Y(t)': [null, null, '-> Y'],
  'X extern "C" {': [null, null, 'closed'],
  'X _Pragma("pack(push)")': ['_Pragma', null, 'closed'],
  'X int': [null, null, 'open'],
  'X(t) int t __attribute__((used))': [null, null, 'open'],
};

test.each(Object.entries(cases))('#define %s', (definition, [decorates, type, end]) => {
  const text = `#define ${definition}`;
  const directive = parseDirective(text, { kind: 'directive', start: 0, end: text.length });
  if (directive.kind !== 'define') throw new Error(text);
  const body = macroBody(text, directive);
  expect([
    body.decorates?.join(' ') ?? null,
    body.type?.join(' ') ?? null,
    typeof body.end === 'string' ? body.end : `-> ${body.end.macro}`,
  ]).toEqual([decorates, type, end]);
});
