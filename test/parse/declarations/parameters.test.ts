import { expect, test } from '@jest/globals';
import { commonAnnotations } from '../../../src/parse/declarations/annotations.ts';
import { parseParameters } from '../../../src/parse/declarations/parameters.ts';
import { lex } from '../../../src/parse/tokens/lex.ts';

test.each([
  ['int f(State *L, int n)', 'L n', true],
  ['int f(void)', '', true],
  ['int f()', '', true],
  ['int f(const char *fmt, ...)', 'fmt', true],
  ['int f(struct L *from, enum L to[3])', 'from to', true],
  ['int f(int (*cb)(void *L, int n), void *opaque)', 'cb opaque', true],
  ['int f(int cb(int L), int (*v)[4], char *(*g(int x))(int))', 'cb v g', true],
  ['int (*f(int a))(int b)', 'a', true],
  ['int (f)(int a)', 'a', true],
  ['int f(a, b) int a; char *b;', 'a b', true],
  ['int f(register int a, const char *restrict s, unsigned)', 'a s', true],
  ['int f(int a __attribute__((unused)), int b __maybe_unused)', 'a b', true],
  ['int f __P((int a, char *b))', 'a b', true],
  ['int f OF((int a))', 'a', true],
  ['__NTH (f (int a))', 'a', true],
  ['int f(MY_ARGS)', 'MY_ARGS', false],
  ['int f(int a, ARGS(b))', 'a', false],
  ['int f(int a[static 3], uint8_t b[n])', 'a b', true],
  ['int f(struct { int x; } s)', 's', true],
])('%s', (text, names, isComplete) => {
  const found = parseParameters(text, lex(text), text.search(/\bf\b/), commonAnnotations);
  expect([[...found.names].join(' '), found.isComplete]).toEqual([names, isComplete]);
});

test('what a macro may make a name of', () => {
  const text = 'int f(int UNUSED(L), Q_ARG(Lock *, lock), void (*cb)(int n), struct tag *p)';
  const { others } = parseParameters(text, lex(text), text.indexOf('f('), commonAnnotations);
  expect([...others]).toEqual(expect.arrayContaining(['L', 'lock', 'p']));
  expect([...others]).not.toContain('n');
  expect([...others]).not.toContain('tag');
});
