import { expect, test } from '@jest/globals';
import { withoutComments } from '../../../src/plan/includes/without-comments.ts';

test.each([
  ['a.cocci', '// "a.h"\n@@ @@\n- x(a)\n'],
  ['m4/x.m4', 'dnl a.h\nAC_X # a.h\n'],
  ['x.lua', 'f() -- a.h\n'],
  ['x.el', '; a.h\n(f)\n'],
  ['BUILD.gn', 'x = [] # a.h\n'],
  ['SConstruct', '# a.h\nX()\n'],
  ['x.dts', '/* a.h */ / { };\n'],
])('%s: comments go', (file, text) => {
  expect(withoutComments(file, text)).not.toContain('a.h');
  expect(withoutComments(file, `${text}f("a.h")\n`)).toContain('a.h');
});
