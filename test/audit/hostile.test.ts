import { expect, test } from '@jest/globals';
import { auditCase, readCase } from './audit-case.ts';

// What nobody writes, and what a tree may hold all the same: each ends, and finds what stands in the other file.

const many = 20_000;
const hostile: Readonly<Record<string, string>> = {
  'braces in braces': `int d(void) {${'{'.repeat(many)}x();${'}'.repeat(many)}}`,
  'parentheses in parentheses': `int d(void) { in_control(); return ${'('.repeat(many)}y()${')'.repeat(many)}; }`,
  'else if without an end': `int d(int x) { ${'if (x && in_control()) pool_open(); else '.repeat(many)} return 0; }`,
  'choices in choices': `int d(int x) { in_control(); return ${'x ? pool_open() : '.repeat(many)} 0; }`,
  'loops in loops': `int d(int x) { in_control(); ${'while (x) {'.repeat(many)} pool_open(); ${'}'.repeat(many)} }`,
  'initialisers in initialisers': `struct o { int (*f)(void); } o = ${'{'.repeat(many)}0${'}'.repeat(many)};`,
  'structs in structs': `struct o { ${'struct { '.repeat(many)} int x; ${'};'.repeat(many)} };`,
  'brackets that nothing opens': `${')'.repeat(many)}${']'.repeat(many)}${'}'.repeat(many)}`,
  'brackets that nothing closes': `int d(void) ${'({['.repeat(many)}`,
  'conditionals that nothing closes': `${'#if X\n'.repeat(many)} int d(void) { return pool_open(); }`,
  'a long chain of members': `int d(struct o *x) { return x->${'y->'.repeat(many)}z(); }`,
  'macros that double': Array.from({ length: 100 }, (_, n) => `#define m${n}(x) m${n + 1}(x) m${n + 1}(x)`).join('\n'),
  'a text and a comment without an end': '"open\nint d; /* open',
  'bytes that are no text': '\xff\xfe\x80 int \xc3( d(void) { return 0; } \x01\x7f',
};

test.each(Object.keys(hostile))('%s', (name) => {
  const files = { ...readCase('through-static'), 'src/z.c': `${hostile[name] ?? ''}\n` };
  const said = auditCase(files);
  expect(said).toContain('src/a.c:2: grow() calls pool_resize (control), cost 3');
});
