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
