import { expect, test } from '@jest/globals';
import { macrosOf } from '../../../src/model/bodies/file-macros.ts';
import { readLocalDeclaration } from '../../../src/model/bodies/local-declaration.ts';
import { commonAnnotations } from '../../../src/parse/declarations/annotations.ts';
import { lex } from '../../../src/parse/tokens/lex.ts';

const macros = macrosOf(`#define MARKER (void)
#define LOOP(i) \\
    for (i = 0; i < 2; i++)
#define NOTHING
#define COMMENTED /* a type */ struct foo *
# define BOTH struct foo
#define BOTH if (0)
`);

function read(text: string): 'whole' | 'open' | null {
  const vocabulary = { annotations: commonAnnotations, declarationMacros: ['dTHX', 'REPORT_GUARD'], macros };
  return readLocalDeclaration(text, lex(text), vocabulary);
}

test.each([
  'int a;',
  'int a = g(1), *b;',
  'foo_t a;',
  'foo_t a = 1, *b, c[2];',
  'foo_t *a;',
  'foo_t **a = b;',
  'foo_t * const a = b;',
  'foo_t volatile a;',
  'foo_t const *a = b;',
  'foo_t a[] = { 1 };',
  'foo_t a[2] = INIT;',
  'foo_t a[] = "text";',
  'foo_t f(void);',
  'foo_t f(int a, bar_t b);',
  'foo_t f(bar_t *);',
  'foo_t (*f)(int);',
  'foo_t (*f)(bar_t) = g;',
  'const foo_t a = { .b = 1 };',
  'static STACK_OF(foo) *a;',
  'STACK_OF(foo) *a = NULL;',
  'g_autoptr(Foo) a = NULL;',
  'QLIST_HEAD(, Foo) head = INIT(head);',
  'static LIST_HEAD(pending);',
  'MAKE(int) a;',
  'MAKE(foo_t) a;',
  'CLEANUP(free) char *a = NULL;',
  'CLEANUP(free) foo_t *a = NULL;',
  'UNKNOWN int a;',
  'g_autofree foo_t *a;',
  'NOTHING foo_t a;',
  'COMMENTED a;',
  'struct foo { int a; } a = { 1 };',
  'struct foo { int a; };',
  'enum { A, B };',
  'typedef foo_t bar_t;',
  'extern foo_t f(bar_t);',
  'typeof(a) b = a;',
  '__auto_type a = 1;',
  '_Static_assert(1, "one");',
  '__label__ a, b;',
  '_Alignas(8) char a[8];',
  '__attribute__((unused)) int a;',
  'int a __attribute__((unused)) = 1;',
  '[[maybe_unused]] int a;',
  'int a = ({ int b = 1; b; });',
  'int a =\n    f(1)\n    + b;',
  'const char *a = "a" PRIu64\n    FOO;',
  'foo_t *a =\n    (foo_t *)\n    b;',
  'int f(int a) { return a; }',
  'foo_t f(int a) { return a; }',
  'struct foo *f(void) { return 0; }',
  'register int a asm("r0");',
  'dTHX;',
  'XA_STATE(xas, &mapping->pages, 0);',
  'foo_t a[4] ALIGNED_long;',
  'static const char a[] ALIGNED =\n    ""\n    IF_A("a")\n    IF_B("b")\n    ;',
  'int a = 0, class;',
  'foo_t *private = b;',
  'REPORT_GUARD();',
  'DECLARE_BITMAP(seen, 8);',
  'LIST_HEAD(pending) = { 0 };',
])('a declaration: %s', (text) => {
  expect(read(text)).toBe('whole');
});

test.each(['IF_FEATURE(int a = 1;)', 'IF_FEATURE(foo_t *a;)', 'dTHX', 'REPORT_GUARD()', 'DECLARE_BITMAP(seen, 8)'])(
  'open: %s',
  (text) => {
    expect(read(text)).toBe('open');
  },
);

test.each([
  'g();',
  'a = 1;',
  'a * b(c);',
  'MARKER a;',
  'MARKER f(a);',
  'IGNORED f(a);',
  'IGNORED f();',
  'IGNORED a[1] = 2;',
  'IGNORED a->b = 2;',
  'IGNORED a.b = 2;',
  'IGNORED a++;',
  'IGNORED if (a) f();',
  'IGNORED return a;',
  'ASM volatile ("nop");',
  'ASM goto ("" : : : : out);',
  'asm volatile ("nop");',
  '__asm__ __volatile ("nop" : : "r" (a));',
  '__extension__ ({ f(); });',
  'unless (a) b = 7;',
  'unless (a) f(b);',
  'unless (a) *b = 7;',
  'unless (a)\n    b = 7;',
  'for_each(a)\n    f(a);',
  'for_each(a)\n    int b;',
  'LOOP(a) foo_t b;',
  'BOTH a;',
  'LONE\n    a = 7;',
  'LONE\n    *a = 7;',
  'LONE\n    foo_t a;',
  'static MAKE(a)\n    f(b);',
  'int a = INIT(b)\n    f(c);',
  'struct foo *a NULLED\n    f(b);',
  'HELPER(a)(b, 1);',
  'f(*a)(b);',
  'f(*a)[3] = b;',
  'f (a);',
  'IF_FEATURE(a = 1;)',
  'IF_FEATURE(int a; f();)',
  'dTHX = 1;',
  'ERRP_GUARD;',
  'LIST_HEAD(pending)\n    f(a);',
  'a: b = 1;',
  '(void)a;',
  '{ int a; }',
  'for (;;) { }',
  'for_each(a) { f(a); }',
  'scoped guard(a) { f(a); }',
  ';',
  'int a',
  'int a; f();',
])('none: %s', (text) => {
  expect(read(text)).toBeNull();
});
