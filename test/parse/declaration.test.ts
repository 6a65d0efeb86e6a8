import { expect, test } from '@jest/globals';
import { parseDeclaration } from '../../src/parse/declaration.ts';
import { lex } from '../../src/parse/lex.ts';

/** C -> the kind of its declaration, the functions, and after a bar the other names. */
const cases: Readonly<Record<string, string>> = {
  'int f(void);': 'prototype f',
  'int (f)(void);': 'prototype f',
  'int (*f(int))(void);': 'prototype f',
  'int (*(*f(void))[2])(int);': 'prototype f',
  'T *f(T), g(T), *h;': 'prototype f g | h',
  'int f();': 'prototype f',
  'f(void);': 'macro-call | f',
  'extern int f(int (*)(void), ...);': 'prototype f',
  'struct s { int a; } f(void);': 'prototype f | s',
  'enum e { A, B } f(void);': 'prototype f | e A B',
  'static inline int f(void) { return g(); }': 'function f',
  'static int f(a, b) int a; char *b; { return a; }': 'function f',
  'int (*hook)(void);': 'variable | hook',
  'int (*const hooks[2])(int), n;': 'variable | hooks n',
  'extern handler f;': 'variable | f',
  'static const int a[] = { f(1), 2 };': 'variable | a',
  'int x = g(1), y;': 'variable | x y',
  'typedef int f(void);': 'typedef | f',
  'typedef int (*f)(void), *g;': 'typedef | f g',
  'typedef struct s { struct s *next; } s_t, *s_p;': 'typedef | s_t s_p s',
  'struct s;': 'type | s',
  'struct s { int a : 1; union { int b; }; };': 'type | s',
  'enum { A = 1, B, };': 'type | A B',
  'struct s { enum { A } kind; struct inner { int x; } i; };': 'type | s A inner',
  '_Static_assert(sizeof(int) == 4, "int");': 'static-assertion',
  'DECLARE(thing, other)': 'macro-call | thing DECLARE',
  'QLIST_HEAD(heads, s) list;': 'variable | list',
  'extern int __REDIRECT (f, (int a), g);': 'macro-call | f',
  'asm("nop");': 'assembly',
  ';': 'empty',
  'return f(x);': 'opaque',
  'int f(void) __attribute__((pure)) __asm__("g");': 'prototype f',
  '__attribute__((x)) int f(void);': 'prototype f',
  '[[nodiscard]] int f [[gnu::pure]] (void);': 'prototype f',
  'void f(void) G_GNUC_PRINTF(1, 2);': 'prototype f',
  'int coroutine_fn *f(void) __must_check;': 'prototype f',
  'int f OF((int a));': 'prototype f',
  'char *f(int) __THROW __nonnull ((1));': 'prototype f',
  'typeof(int) f(void);': 'prototype f',
  '_Atomic(int) a;': 'variable | a',
  'unsigned long long int f(void);': 'prototype f',
};

test.each(Object.entries(cases))('%s', (text, expected) => {
  const { kind, functions, others } = parseDeclaration(text, lex(text));
  const names = (declared: typeof others): string => [...new Set(declared.map(({ name }) => ` ${name}`))].join('');
  expect(`${kind}${names(functions)}${others.length > 0 ? ` |${names(others)}` : ''}`).toBe(expected);
});

test('an unknown word in annotation position is told', () => {
  const text = 'int my_noise f(void) MY_ATTR(1);';
  expect(parseDeclaration(text, lex(text)).unknownAnnotations).toEqual(['my_noise', 'MY_ATTR']);
});
