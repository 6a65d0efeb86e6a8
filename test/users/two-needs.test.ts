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
