import { describe, expect, test } from '@jest/globals';
import { changeUsers } from './change-users.ts';

const wrapped = { 'include/h.h': '#ifndef H_H\n#define H_H\n#include "b.h"\n#endif\n' };
const reads = 'void f(void) { b_read(0); }\n';
const REMOVE = 'users: { rewrite: all }\nwrapper: { remove: true }\n';

describe('a file that uses a name by an include in another form keeps it', () => {
  test.each([
    ['digraph', '%:include "h.h"\n'],
    ['import', '#import "h.h"\n'],
    ['joined word', '#inc\\\nlude "h.h"\n'],
    ['joined at the end of the word', '#includ\\\ne "h.h"\n'],
    ['joined operand', '#include "h\\\n.h"\n'],
    ['macro', '#define H "h.h"\n#include H\n'],
    ['macro of an argument', '#define S(x) #x\n#include S(h.h)\n'],
    ['behind a comment', '/* h */ #include "h.h"\n'],
  ])('%s', (_, include) => {
    const { changed, codes } = changeUsers({ ...wrapped, 'include/a.c': include + reads });
    expect(changed['include/a.c']).toBe(`${include}#include "b-io.h"\n${reads}`);
    expect(codes).toContain('user-relied include/a.c');
  });

  test('and one of the wrapper stops its removal', () => {
    for (const include of [
      '%:include "b.h"\n',
      '#import "b.h"\n',
      '#define B "b.h"\n#include B\n',
      '#inc\\\nlude "b.h"\n',
    ])
      expect(changeUsers({ 'include/a.c': include + reads }, REMOVE).codes).toContain(
        'wrapper-still-included include/a.c',
      );
  });

  test('and one that nobody can tell does so as well', () => {
    expect(changeUsers({ 'include/a.c': `#include B\n${reads}` }, REMOVE).codes).toEqual([
      'user-unsure include/a.c',
      'wrapper-still-included include/a.c',
    ]);
    expect(changeUsers({ 'include/a.c': '#include B\nint x;\n' }, REMOVE).changed).toEqual({ 'include/b.h': null });
  });
});

test('a static under a condition is not the only meaning of its name', () => {
  const file = '#ifdef NO\nstatic int b_read(Node *n) { return 0; }\n#endif\nint x(Node *n) { return b_read(n); }\n';
  expect(changeUsers({ 'include/a.c': `#include "b.h"\n${file}` }).changed).toEqual({
    'include/a.c': `#include "b-io.h"\n${file}`,
  });
});

test('what is read with a header that tests the guard keeps the wrapper', () => {
  const { changed, codes } = changeUsers({
    ...wrapped,
    'include/t.h': '#ifndef B_H\n#error "b.h comes first"\n#endif\n',
    'include/a.c': `#include "h.h"\n#include "t.h"\n${reads}`,
    'include/o.c': `#include "b.h"\n${reads}`,
  });
  expect(changed).toEqual({ 'include/o.c': `#include "b-io.h"\n${reads}` });
  expect(codes).toEqual(['user-unsure include/h.h']);
});

describe('a symbolic link is the file that it leads to', () => {
  const links = { 'include/l.h': 'include/h.h', 'include/lb.h': 'include/b.h', 'src/incl': 'include' };
  const change = (include: string, users?: string) =>
    changeUsers({ ...wrapped, 'src/a.c': include + reads }, users, { kind: 'leave' }, links);

  test.each([['"l.h"'], ['"incl/h.h"'], ['"../include/l.h"'], ['"incl/lb.h"']])('%s', (operand) => {
    expect(change(`#include ${operand}\n`).changed['src/a.c']).toContain('b-io.h"\n');
  });

  test('and one to the wrapper stops its removal', () => {
    expect(change('#include "h.h"\n', REMOVE).codes).toContain('wrapper-still-included include/lb.h');
  });
});

describe('what stands in something open', () => {
  const uses = 'int f(Node *n) { return b_read(n); }\n';
  const io = (head: string, tail: string): string => `${head}#include "b-io.h"\n${tail}`;
  const whole = (head: string, tail: string): string => `${head}#include "b.h"\n${tail}`;

  test.each([
    ['extern "C" read by C++', 'a.cc', 'extern "C" {\n', '}\n', {}],
    ['extern "C" of a header above', 'a.cc', '', '', { 'include/h.h': 'extern "C" {\n#include "k.h"\n}\n' }],
    ['a macro that begins declarations', 'a.cc', 'H_BEGIN_DECLS\n', 'H_END_DECLS\n', {}],
    ['a namespace', 'a.cc', 'namespace h {\n', '}\n', {}],
    ['packing', 'a.c', '#pragma pack(push, 1)\n', '#pragma pack(pop)\n', {}],
    ['another visibility', 'a.c', '#pragma GCC visibility push(hidden)\n', '#pragma GCC visibility pop\n', {}],
  ])('stays there for those who read it: %s', (_, user, head, tail, above) => {
    const inner = Object.keys(above).length > 0 ? 'include/k.h' : 'include/h.h';
    const files = { ...above, [inner]: whole(head, tail), [user]: `#include "h.h"\n${uses}` };
    expect(changeUsers(files).changed).toEqual({ [inner]: io(head, tail) });
  });

  test('stays there where headers open and close it', () => {
    const files = { 'include/begin.h': 'extern "C" {\n', 'include/end.h': '}\n', 'a.cc': `#include "h.h"\n${uses}` };
    const between = (include: string): string => `#include "begin.h"\n#include "${include}"\n#include "end.h"\n`;
    expect(changeUsers({ ...files, 'include/h.h': between('b.h') }).changed).toEqual({
      'include/h.h': between('b-io.h'),
    });
    const behind = `${between('k.h')}#include "b.h"\n`;
    const { changed } = changeUsers({ ...files, 'include/k.h': '', 'include/h.h': behind });
    expect(changed['a.cc']).toBe(`#include "h.h"\n#include "b-io.h"\n${uses}`);
  });

  test.each([
    ['extern "C" that only C reads', '#ifdef __cplusplus\nextern "C" {\n#endif\n', '#ifdef __cplusplus\n}\n#endif\n'],
    ['closed above', '#pragma pack(1)\nstruct p { int a; };\n#pragma pack()\nH_BEGIN\nint h;\nH_END\n', ''],
  ])('is no more than an include: %s', (_, head, tail) => {
    const { changed } = changeUsers({ 'include/h.h': whole(head, tail), 'a.c': `#include "h.h"\n${uses}` });
    expect(changed['a.c']).toBe(`#include "h.h"\n#include "b-io.h"\n${uses}`);
  });
});

test.each([
  ['by a guard of its own', '#ifndef ITEM\n#include "b.h"\n#else\nITEM(b_read)\n#endif\n'],
  ['by passes', '#ifdef FIRST\n#include "b.h"\n#endif\n#ifdef ITEM\nITEM(b_read)\n#endif\n'],
])('a header that is read twice gives its second reading what the first had: %s', (_, list) => {
  const text =
    '#define FIRST\n#include "list.h"\n#undef FIRST\n#define ITEM(x) x,\nint (*t[])(Node *) = {\n#include "list.h"\n};\n';
  const { changed } = changeUsers({ 'include/list.h': list, 'a.c': text });
  expect(changed).toEqual({ 'include/list.h': list.replace('b.h', 'b-io.h') });
});

test('a file that divides a name by a line splice stays as it is, and is told', () => {
  const file = 'int x(Node *n) { return b_re\\\nad(n); }\n';
  const { changed, codes } = changeUsers({ 'include/a.c': `#include "b.h"\n${file}` });
  expect(changed).toEqual({});
  expect(codes).toEqual(['user-unsure include/a.c']);
  const quoted = `#include "b.h"\nconst char *s = "b_re\\\nad"; /* b_re\\\nad */\n${reads}`;
  expect(changeUsers({ 'include/a.c': quoted }).codes).not.toContain('user-unsure include/a.c');
});
