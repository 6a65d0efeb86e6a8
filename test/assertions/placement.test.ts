import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ASSERT, asserted, checkAsserted } from './check-assertions.ts';

/** Bodies with `@` where the assertion's line goes; the line with it alone is taken out for the input. */
const lines: Record<string, string> = {
  'no declaration': 'int f(void)\n{\n@    return 1;\n}\n',
  'a paragraph of its own after declarations': 'int f(void)\n{\n    int a;\n\n@\n    return a;\n}\n',
  'no blank line where there is none': 'int f(void)\n{\n    int a;\n@    return a;\n}\n',
  'with the assertions that follow': 'int f(void)\n{\n    int a;\n\n@    g_assert(a);\n\n    return a;\n}\n',
  'an empty statement behind the last declaration': 'void f(void)\n{\n    int a;;\n@    g(a);\n}\n',
  'several of them, and a comment': 'void f(void)\n{\n    int a = 1; ;; /* one */\n\n@\n    g(a);\n}\n',
  'an empty statement between declarations': 'void f(void)\n{\n    int a;;\n    int b;\n\n@\n    g(a, b);\n}\n',
  'one in a conditional of declarations': 'void f(void)\n{\n    int a;\n#ifdef X\n    int b;;\n#endif\n@    g(a);\n}\n',
  'an empty statement on a line of its own': 'void f(void)\n{\n    int a;\n@    ;\n    g(a);\n}\n',
  'a body of declarations': 'void f(void)\n{\n    int a = 1;\n@}\n',
  'an empty body': 'void f(void)\n{\n@}\n',
  'before the comment of the next statement': 'void f(void)\n{\n    int a;\n\n@\n    /* now */\n    g(a);\n}\n',
  'after a trailing comment': 'void f(void)\n{\n    int a; /* one */\n\n@\n    g(a);\n}\n',
  'a declaration-like macro': 'void f(void)\n{\n    ERRP_GUARD();\n    int a;\n\n@\n    g(a);\n}\n',
  "the manifest's declaration-like macro": 'void f(void)\n{\n    REPORT_GUARD();\n@    g();\n}\n',
  'macros that declare':
    'void f(void)\n{\n    DECLARE_BITMAP(seen, 8);\n    QLIST_HEAD(, Foo) head = INIT(head);\n\n@\n    g();\n}\n',
  'a lock is a statement': 'void f(void)\n{\n@    QEMU_LOCK_GUARD(&lock);\n    g();\n}\n',
  'INIT_LIST_HEAD is a statement': 'void f(void)\n{\n@    INIT_LIST_HEAD(&list);\n}\n',
  'annotated declarations':
    'void f(void)\n{\n    g_autofree char *s = NULL;\n    g_autoptr(Foo) t = NULL;\n    foo_t *u, **v;\n\n@\n    g();\n}\n',
  'a call with sizeof': 'void f(void)\n{\n    size_t n = sizeof(int) + h(2);\n\n@\n    g();\n}\n',
  'structures and initialisers':
    'void f(void)\n{\n    struct { int a; } s = { 1 };\n    enum { A, B } e = A;\n    static const int t[] = { 1, 2 };\n\n@\n    g();\n}\n',
  'a static assertion': 'void f(void)\n{\n    int a;\n    _Static_assert(sizeof(int) == 4, "int");\n@    g(a);\n}\n',
  'a conditional of declarations':
    'void f(void)\n{\n    int a;\n#ifdef X\n    int b;\n#else\n    long b;\n#endif\n\n@\n    g(a);\n}\n',
  'before a conditional with statements':
    'void f(void)\n{\n    int a;\n\n@\n#ifdef X\n    int b = 1;\n    g(b);\n#endif\n    g(a);\n}\n',
  'before a label': 'void f(void)\n{\n    int a = 1;\n\n@\nagain:\n    g(a);\n}\n',
  'a call of what a macro names': 'void f(void)\n{\n@    HELPER(g)(env, 1);\n}\n',
  'a declaration that looks like the head of an old-style definition':
    'void f(void)\n{\n    size_t n = g(A) + h(B) + 1;\n    STACK_OF(foo) *s;\n    int i;\n@    {\n        g(n);\n    }\n}\n',
  'a loop macro': 'void f(void)\n{\n    int i;\n@    FOREACH(i) {\n        g(i);\n    }\n}\n',
  'K&R': 'int f(a, b)\n    int a;\n    char *b;\n{\n@    return a;\n}\n',
  'brace on the head line': 'int f(void) {\n@    return 1;\n}\n',
  'a comment beside the brace': 'int f(void)\n{   /* why */\n@    return 1;\n}\n',
  'a signature doubled by #if': '#ifdef X\nint f(int a)\n#else\nint f(long a)\n#endif\n{\n@    return a;\n}\n',
  'both branches of an #if':
    '#ifdef X\nint f(int a)\n{\n@    return a;\n}\n#else\nint f(int a)\n{\n@    return -a;\n}\n#endif\n',
  'return type on its own line': 'static struct foo *\nf(void)\n{\n@    return 0;\n}\n',
  'returning a pointer to a function': 'void (*f(int a))(int)\n{\n@    return g;\n}\n',
};

describe('on a line of its own', () => {
  test.each(Object.entries(lines))('%s', async (_, pattern) => {
    // What follows a lone `@` is the blank line that makes the assertion a paragraph.
    const before = pattern.replace(/@\n/g, '').replace(/@/g, '');
    const after = pattern.replace(/@\n/g, `    ${ASSERT}\n\n`).replace(/@/g, `    ${ASSERT}\n`);
    await checkAsserted(before, after);
    const crlf = (text: string): string => text.replace(/\n/g, '\r\n');
    await checkAsserted(crlf(before), crlf(after));
    const tabs = (text: string): string => text.replace(/ {4}/g, '\t');
    if (/^ {4}/m.test(before)) await checkAsserted(tabs(before), tabs(after));
  });
});

describe('between the blank lines that are there', () => {
  test.each([
    ['{\n    int a;\n\n\n    g(a);\n}\n', '{\n    int a;\n\n@\n    g(a);\n}\n'],
    ['{\n    int a;\n\n\n\n    g(a);\n}\n', '{\n    int a;\n\n@\n\n    g(a);\n}\n'],
    ['{\n    int a;\n\n\n    /* now */\n    g(a);\n}\n', '{\n    int a;\n\n@\n    /* now */\n    g(a);\n}\n'],
    ['{\n    int a;\n\n\n    g_assert(a);\n}\n', '{\n    int a;\n\n@\n    g_assert(a);\n}\n'],
    ['{\n    int a;\n \n\t\n}\n', '{\n    int a;\n \n@\t\n}\n'],
    ['{\n\n    g();\n}\n', '{\n@\n    g();\n}\n'],
    ['{\n\n\n    g();\n}\n', '{\n@\n\n    g();\n}\n'],
    ['{ /* why */\n\n    /* now */\n    g();\n}\n', '{ /* why */\n@\n    /* now */\n    g();\n}\n'],
    ['{\n\n}\n', '{\n@\n}\n'],
    ['{\n\n    int a;\n\n    g(a);\n}\n', '{\n\n    int a;\n\n@\n    g(a);\n}\n'],
  ])('%j', async (before, after) => {
    const expected = `void f(void)\n${after}`.replace('@', `    ${ASSERT}\n`);
    expect(await asserted(`void f(void)\n${before}`)).toBe(expected);
  });
});

describe('on one line', () => {
  test.each([
    ['int f(void) { return 1; }\n', `int f(void) { ${ASSERT} return 1; }\n`],
    ['int f(void) {return 1;}\n', `int f(void) {${ASSERT} return 1;}\n`],
    ['int f(void) { int a = 1; return a; }', `int f(void) { int a = 1; ${ASSERT} return a; }`],
    ['void f(void) { }\n', `void f(void) { ${ASSERT} }\n`],
    ['void f(void) {}\n', `void f(void) {${ASSERT}}\n`],
  ])('%s', checkAsserted);
});

describe('an assertion that stands there', () => {
  test('counts however it is spaced, also after other statements', async () => {
    const text = 'void f(void)\n{\n    g();\n    assert (locked( ));\n}\n';
    expect(await asserted(text)).toBe(text);
  });
  test("another part's is replaced in place", async () => {
    const text = 'void f(void)\n{\n    int a;\n    IO_CODE();\n\n    g(a);\n}\n';
    expect(await asserted(text)).toBe(text.replace('IO_CODE();', ASSERT));
  });
  test("another part's is removed when the part has none", async () => {
    const text = 'void f(void)\n{\n    int a;\n\n    IO_CODE();\n\n    g(a);\n}\n';
    expect(await asserted(text, null)).toBe('void f(void)\n{\n    int a;\n\n    g(a);\n}\n');
  });
  test.each([
    ['out:\n    IO_CODE();\n}\n', 'out:\n    ;\n}\n'],
    ['out:\n    IO_CODE();\n    int a = 1;\n    g(a);\n}\n', 'out:\n    ;\n    int a = 1;\n    g(a);\n}\n'],
    ['out:\n    IO_CODE();\n    g(1);\n}\n', 'out:\n    g(1);\n}\n'],
    ['out: /* all */ IO_CODE();\n    g(1);\n}\n', 'out: /* all */\n    g(1);\n}\n'],
  ])('behind a label a statement stays: %j', async (body, after) => {
    const head = 'void f(void)\n{\n    g(0);\n';
    expect(await asserted(head + body, null)).toBe(head + after);
  });
  test('one in a condition or deeper is not it', async () => {
    const text = 'void f(void)\n{\n    if (x)\n        assert(locked());\n}\n';
    expect(await asserted(text)).toBe(text.replace('{\n', `{\n    ${ASSERT}\n`));
  });
});

test('placement: first', async () => {
  const text = 'void f(void)\n{\n    int a;\n\n    g(a);\n}\n';
  expect(await asserted(text, ASSERT, [], 'first')).toBe(text.replace('{\n', `{\n    ${ASSERT}\n`));
});

function withoutBlankLines(text: string): string {
  return text.replace(/^\n/gm, '');
}

test('any mixture of declarations, statements and blank lines: once, and removing restores', async () => {
  const piece = fc.constantFrom(
    '    int a = h();\n',
    '    /* c */\n',
    '\n',
    '    g();\n',
    '#ifdef X\n    int b;\n#endif\n',
    '    assert(a);\n',
    '    if (a) {\n        g();\n    }\n',
    '    foo_t *p;\r\n',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
      const text = `void f(void)\n{\n${pieces.join('')}}\n`;
      const once = await asserted(text);
      expect(once.split(ASSERT).length).toBe(2);
      expect(await asserted(once)).toBe(once);
      // Of doubled blank lines, and of one that a body begins with, one is lost on the way back.
      expect(withoutBlankLines(await asserted(once, null, [ASSERT]))).toBe(withoutBlankLines(text));
    }),
    { numRuns: 200 },
  );
});
