import { expect, test } from '@jest/globals';
import { returnTypesOf, spellType } from '../../../src/parse/declarations/return-type.ts';
import { lex } from '../../../src/parse/tokens/lex.ts';

test.each([
  ['void f(void);', 'void'],
  ['extern client *f(int);', 'client *'],
  ['static inline unsigned long long f(void) { return 0; }', 'unsigned long long'],
  ['const char*f(void);', 'const char *'],
  ['char *const*f(void);', 'char *const *'],
  ['struct node **f(void);', 'struct node **'],
  ['int coroutine_fn f(void);', 'int'],
  ['LUA_API lua_Number (f) (lua_State *L);', 'lua_Number'],
  ['LUA_API const char *(f) (void);', 'const char *'],
  ['extern char *f(const char *s) FAST_FUNC RETURNS_MALLOC;', 'char *'],
  ['__attribute__((noreturn)) void f(void);', 'void'],
  ['_Noreturn void f(int x) __attribute__((cold));', 'void'],
  ['void (*f(int))(long);', 'void (*)(long)'],
  ['int (*f(void))[3];', 'int (*)[3]'],
  ['int e(void), *f(void);', 'int *'],
  ['size_t\nf(x)\n  int x;\n{ return x; }', 'size_t'],
  ['f(void) { }', null],
  ['extern "C" int f(void);', 'int'],
])('%s returns %s', (text, type) => {
  expect(returnTypesOf(text, lex(text)).get('f')).toBe(type ?? undefined);
});

test('a name that a declaration does not declare has no type there', () => {
  expect(returnTypesOf('int e(void);', lex('int e(void);')).has('f')).toBe(false);
});

test.each([
  ['client*', 'client *'],
  ['  const   char  *', 'const char *'],
  ['void(*)(int)', 'void (*)(int)'],
  ['struct x', 'struct x'],
])('%j is spelt %j', (written, spelt) => {
  expect(spellType(written)).toBe(spelt);
});
