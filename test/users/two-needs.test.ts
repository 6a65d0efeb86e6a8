import { expect, test } from '@jest/globals';
import { changeUsers } from './change-users.ts';

const alone = '#ifndef H_H\n#define H_H\n#include "b.h"\n#endif\n';
const rewritten = (files: Readonly<Record<string, string>>, path: string): string | null | undefined =>
  changeUsers(files).changed[path];

test('a use above which a part is read under a condition, and the same name where it always is', () => {
  const files = {
    'include/h.h': alone,
    'include/late.h': '#ifndef L_H\n#define L_H\nint l = b_read(0);\n#endif\n',
    'a.c':
      '#include "late.h"\n#ifdef A\n#include "h.h"\n#endif\n#ifdef A\nint x = b_read(0);\n#endif\n#include "h.h"\n',
  };
  expect(rewritten(files, 'a.c')).toContain('#ifdef A\n#include "h.h"\n#include "b-io.h"\n#endif\n#ifdef A\n');
});

test('a header that cannot stand alone is included twice', () => {
  const files = {
    'include/h.h': alone,
    'include/use.h': '#ifndef U_H\n#define U_H\nint u = b_read(0);\n#include "b.h"\n#endif\n',
    'a.c': '#ifdef A\n#include "use.h"\n#else\n#include "h.h"\n#endif\n#include "use.h"\n',
  };
  expect(rewritten(files, 'a.c')).toContain('#else\n#include "h.h"\n#include "b-io.h"\n#endif\n');
});

test('what one branch gave is missed, although another still gives it', () => {
  const files = {
    'include/h.h': alone,
    'include/two.h': '#ifdef A\n#include "h.h"\n#endif\n#ifdef B\n#include "b.h"\n#endif\n',
    'a.c': '#ifdef A\n#include "two.h"\n#endif\n#ifdef B_READ\n#endif\n',
  };
  const { changed } = changeUsers(files, 'users: { rewrite: narrower }\n');
  expect(changed['a.c']).toBe('#ifdef A\n#include "two.h"\n#include "b-io.h"\n#endif\n#ifdef B_READ\n#endif\n');
});

test('both branches of a condition give it', () => {
  const files = {
    'include/h.h': alone,
    'a.c': '#ifdef A\n#include "h.h"\n#else\n#include "h.h"\n#endif\nint x = b_read(0);\n',
  };
  const both = '#include "h.h"\n#include "b-io.h"\n';
  expect(rewritten(files, 'a.c')).toBe(`#ifdef A\n${both}#else\n${both}#endif\nint x = b_read(0);\n`);
});

test('a header that has the name where it stands asks nothing of those that include it', () => {
  const files = {
    'include/h.h': alone,
    'include/use.h': 'int u = b_read(0);\n',
    'include/gives.h': '#include "b.h"\n#include "use.h"\n',
    'a.c': '#include "b.h"\n#include "gives.h"\n',
  };
  expect(rewritten(files, 'a.c')).toBe('#include "b-common.h"\n#include "gives.h"\n');
});
