// A source file with assertions to put in, or a body, that grows.
import { ASSERTING, entries, header, manifest, OTHERS, times } from './pieces.mjs';

const ALL = ['check', 'diff', 'apply', 'regenerate', 'regenerate many', 'series'];
const DIFF = ['check', 'diff'];

/** `f0` is asserted; the source is its definition with this body. */
const body = (text) => source((n) => `int f0(void)\n{\n${text(n)}\n    return 0;\n}`);
/** `f0` is asserted; the source is this text, behind an include. */
function source(text) {
  return {
    tree: (n) => ({
      'h.h': header(),
      'a.c': `#include "h.h"\n${[text(n)].flat().join('\n')}\n`,
      'm.yaml': manifest({ parts: ASSERTING }),
    }),
    commands: DIFF,
  };
}
/** Functions `g0` to `g(n - 1)` are asserted, and this is where they are defined: path -> text. */
function functions(files, line = (at) => `int g${at}(void);`) {
  return {
    tree: (n) => ({
      'h.h': header(times(n, line)),
      'm.yaml': manifest({ parts: ASSERTING, entries: entries(n, 'g', ['io']) }),
      ...files(n),
    }),
    commands: DIFF,
  };
}
const definition = (at, inside = `return ${at};`) => `int g${at}(void)\n{\n    ${inside}\n}\n`;
const oneFile = (one) => functions((n) => ({ 'a.c': `#include "h.h"\n\n${times(n, one).join('\n')}` }));

export const bodyShapes = {
  'definitions in one file': { ...oneFile((at) => definition(at)), commands: [...ALL, ...OTHERS] },
  'definitions with locals': oneFile((at) => definition(at, `int a = ${at};\n    foo_t *b = bar(a);\n\n    return a;`)),
  'definitions that are asserted': oneFile((at) => definition(at, `assert(locked());\n    return ${at};`)),
  'definitions with conditions': oneFile((at) => `#ifdef A${at}\n${definition(at)}#endif\n`),
  'definitions with annotations': oneFile((at) => `ANNOTATION${at}(x)\n${definition(at)}`),
  'definitions with comments': oneFile((at) => `/* What g${at} does. */\n${definition(at)}`),
  'definitions on one line': oneFile((at) => `int g${at}(void) { return ${at}; }`),
  'definitions in files': functions((n) =>
    Object.fromEntries(
      times(n >> 3, (file) => [
        `src/a${file}.c`,
        `#include "h.h"\n${times(8, (at) => definition(file * 8 + at)).join('\n')}`,
      ]),
    ),
  ),
  'definitions of one name in one file': source((n) => times(n, () => 'int f0(void)\n{\n    return 0;\n}\n')),
  'definitions of one name in branches': source((n) => [
    '#if A',
    ...times(n, (at) => `#elif B${at}\nint f0(void)\n{\n    return ${at};\n}`),
    '#endif',
  ]),
  'definitions of one name in files': {
    tree: (n) => ({
      'h.h': header(),
      'm.yaml': manifest({ parts: ASSERTING }),
      ...Object.fromEntries(times(n >> 3, (at) => [`src/a${at}.c`, 'int f0(void)\n{\n    return 0;\n}\n'])),
    }),
    commands: DIFF,
  },
  'definitions of others': source((n) => times(n, (at) => `int other${at}(void)\n{\n    return f0();\n}\n`)),
  'definitions nowhere': functions(() => ({})),
  'definitions with parameters': functions(
    (n) => ({ 'a.c': times(n, (at) => `int g${at}(int a, int b)\n{\n    return a;\n}\n`).join('') }),
    (at) => `int g${at}(int a, int b);`,
  ),
  'definitions static elsewhere': functions((n) => ({
    'a.c': times(n, (at) => definition(at)).join(''),
    'b.c': times(n, (at) => `static ${definition(at)}`).join(''),
  })),
  'calls in one file': functions((n) => ({
    'a.c': `void all(void)\n{\n${times(n, (at) => `    g${at}();`).join('\n')}\n}\n`,
  })),
  statements: body((n) => times(n, (at) => `    a(${at});`).join('\n')),
  'statements on a line': body((n) => `    ${'a(); '.repeat(n)}`),
  declarations: body((n) => times(n, (at) => `    int a${at} = ${at};`).join('\n')),
  'declarations of types not known': body((n) => times(n, (at) => `    foo_t *a${at} = b(${at});`).join('\n')),
  'declarations of types in braces': body((n) => times(n, (at) => `    foo_t a${at} = { ${at} };`).join('\n')),
  'declarations with annotations': body((n) => times(n, (at) => `    g_autofree char *a${at} = b(${at});`).join('\n')),
  'declarations by macros': body((n) => times(n, (at) => `    DECLARE(a${at});`).join('\n')),
  'declarators of one declaration': body((n) => `    int ${times(n, (at) => `a${at} = b(${at})`).join(', ')};`),
  initializer: body((n) => `    int a[] = { ${times(n, (at) => `b(${at})`).join(', ')} };`),
  'declarations with comments': body((n) => times(n, (at) => `    /* c${at} */\n    int a${at};`).join('\n')),
  'declarations with conditions': body((n) => times(n, (at) => `#ifdef A${at}\n    int a${at};\n#endif`).join('\n')),
  'comments first': body((n) => times(n, (at) => `    /* c${at} */\n`).join('\n')),
  'terms of a sum': body((n) => `    a = ${'1 + '.repeat(n)}1;`),
  'else if': body((n) => `    if (a) b();\n${'    else if (a) b();\n'.repeat(n)}`),
  'do in do': body((n) => `    ${'do '.repeat(n)}a();${' while (b);'.repeat(n)}`),
  labels: body((n) => times(n, (at) => `l${at}:`).join('\n')),
  'labels with statements': body((n) => times(n, (at) => `l${at}: a(${at});`).join('\n')),
  cases: body((n) => `    switch (a) {\n${times(n, (at) => `    case ${at}: b();`).join('\n')}\n    }`),
  blocks: body((n) => times(n, (at) => `    { a(${at}); }`).join('\n')),
  'blocks nested': body((n) => `${'{'.repeat(n)}${'}'.repeat(n)}`),
  'blocks nested a little': body((n) => times(n >> 4, () => `${'{ '.repeat(16)}a();${'} '.repeat(16)}`).join('\n')),
  'parentheses nested in a body': body((n) => `    a = ${'('.repeat(n)}1${')'.repeat(n)};`),
  'parentheses nested in an initializer': body((n) => `    foo_t a = ${'('.repeat(n)}1${')'.repeat(n)};`),
  'conditions nested in a body': body((n) => `${'#if A\n'.repeat(n)}${'#endif\n'.repeat(n)}`),
  'conditions in a body': body((n) => times(n, (at) => `#ifdef A${at}\n    a(${at});\n#endif`).join('\n')),
  'conditions around declarations': body((n) =>
    times(n, (at) => `#ifdef A${at}\n    int a${at};\n#else\n    int b${at};\n#endif`).join('\n'),
  ),
  'assertions in one body': body((n) => '    assert(locked());\n'.repeat(n)),
  'assertions of another part': {
    tree: (n) => ({
      'h.h': header(),
      'a.c': `int f0(void)\n{\n${'    other();\n'.repeat(n)}    return 0;\n}\n`,
      'm.yaml': manifest({ parts: "  common: { assert: 'other();' }\n  io: { assert: 'assert(locked());' }" }),
    }),
    commands: DIFF,
  },
  'includes in a source': source((n) => [...times(n, (at) => `#include "a${at}.h"`), 'int f0(void) { return 0; }']),
  'includes in a source with conditions': source((n) => [
    ...times(n, (at) => `#ifdef A${at}\n#include "a${at}.h"\n#endif`),
    'int f0(void) { return 0; }',
  ]),
  'includes for an assertion': {
    tree: (n) => ({
      'h.h': header(times(n, (at) => `int g${at}(void);`)),
      'm.yaml': manifest({
        parts: "  common: {}\n  io: { assert: 'assert(locked());', assert_include: assert.h }",
        entries: entries(n, 'g', ['io']),
      }),
      'a.c': `${times(n, (at) => `#include "a${at}.h"`).join('\n')}\n${times(n, (at) => definition(at)).join('\n')}`,
    }),
    commands: DIFF,
  },
  'parentheses never closed in a source': source((n) => [
    ...times(n, (at) => `int x${at}(;\n`),
    'int f0(void) { return 0; }',
  ]),
  'braces never closed in a source': source((n) => [
    ...times(n, (at) => `int x${at}(void) {\n`),
    'int f0(void) { return 0; }',
  ]),
  'conditions that split a function': source((n) => [
    ...times(n, (at) => `#ifdef A${at}\nint x${at}(int a)\n#else\nint x${at}(void)\n#endif\n{\n}\n`),
    'int f0(void) { return 0; }',
  ]),
  'macros in a source': source((n) => [...times(n, (at) => `#define M${at} f0`), 'int f0(void) { return 0; }']),
  'line in a source': source((n) => `char *a = "${'f0 '.repeat(n)}";\nint f0(void) { return 0; }`),
};
