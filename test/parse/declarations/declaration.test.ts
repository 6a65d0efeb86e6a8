import { expect, test } from '@jest/globals';
import { commonAnnotations, withAnnotations } from '../../../src/parse/declarations/annotations.ts';
import { parseDeclaration } from '../../../src/parse/declarations/declaration.ts';
import { lex } from '../../../src/parse/tokens/lex.ts';

/** C -> the kind of its declaration, the functions, and after a bar the other names. */
const cases: Readonly<Record<string, string>> = {
  'int f(void);': 'prototype f',
  'int (f)(void);': 'prototype f',
  'int (*f(int))(void);': 'prototype f',
  'int ((f))(int a);': 'prototype f',
  'char *(((f)))(void), n(void);': 'prototype f n',
  'int ((*f(int)))(void);': 'prototype f',
  'int ((*hook))(void);': 'variable | hook',
  'typedef int ((f))(void);': 'typedef | f',
  'int ATTR((pure)) (f)(int a);': 'prototype f',
  'int *ATTR((const)) (f)(int);': 'prototype f',
  'int ATTR((pure)) ((f))(int a);': 'prototype f',
  'int ATTR(const) (f)(int a);': 'prototype f',
  'API(int) (f)(int a);': 'prototype f',
  'RET(int) ((f))(int a);': 'prototype f',
  'int (f) P((int a));': 'prototype f',
  'int ((f)) P((int a));': 'prototype f',
  'static inline int ((f))(void) { return g(); }': 'function f',
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
  'static int f(int a) BODY(return a)\nint g(int a);': 'opaque',
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
  'void __init(void);': 'prototype __init',
  'struct s __init(void);': 'prototype __init',
  'struct s __packed;': 'type | s',
  'DECLARE_MASK(x) __read_mostly;': 'macro-call | x DECLARE_MASK',
  'extern DECLARE_MASK(x) __read_mostly;': 'opaque | DECLARE_MASK',
  'int FOO_INIT(ARGS(int a));': 'prototype FOO_INIT',
  'int FOO_INIT(ARGS(int a), int b);': 'prototype FOO_INIT',
  'void FOO_ADD P_((int a, int b));': 'prototype FOO_ADD',
  'extern int __NTH (f (int a));': 'prototype f',
  'int EXPORT(f(int a));': 'prototype f',
  'API(void *) f(int a);': 'prototype f',
  'DEPRECATED(3.1) API(int) f(int a);': 'prototype f',
  'int DEPRECATED("g") f(int a);': 'prototype f',
  'struct map SECTION("maps") m = { 1 };': 'variable | m',
};

test.each(Object.entries(cases))('%s', (text, expected) => {
  const { kind, functions, others } = parseDeclaration(text, lex(text));
  const names = (declared: typeof others): string => [...new Set(declared.map(({ name }) => ` ${name}`))].join('');
  expect(`${kind}${names(functions)}${others.length > 0 ? ` |${names(others)}` : ''}`).toBe(expected);
});

test.each([
  ['void log_init(void);', 'log_init'],
  ['struct log log_init(void);', 'log_init'],
  ['log_t *log_init(log_t);', 'log_init'],
  ['int f(void), log_init(void);', 'f log_init'],
  ['DEPRECATED_FOR(f) int log_init(void) DEPRECATED_FOR(f);', 'log_init'],
  ['static inline int log_init(void) { return 0; }', 'log_init'],
  ['API(log_t *) log_open(log_t *);', 'log_open'],
  ['int log_init f(void);', 'f'],
])('a name that is taken for an annotation and is the only one: %s', (text, expected) => {
  const annotations = withAnnotations(commonAnnotations, ['log_init', 'DEPRECATED_FOR', 'API']);
  const { functions, unknownAnnotations } = parseDeclaration(text, lex(text), annotations);
  expect(functions.map(({ name }) => name).join(' ')).toBe(expected);
  expect(unknownAnnotations).toEqual([]);
});

test('an unknown word in annotation position is told', () => {
  const text = 'int my_noise f(void) MY_ATTR(1);';
  expect(parseDeclaration(text, lex(text)).unknownAnnotations).toEqual(['my_noise', 'MY_ATTR']);
});
