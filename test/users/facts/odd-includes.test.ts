import { expect, test } from '@jest/globals';
import { mayHaveOddInclude } from '../../../src/users/facts/odd-includes.ts';

test.each([
  '#include MACRO',
  '#include \\\n"a.h"',
  '#include "a.h" \\',
  '%:include "a.h"',
  '#import "a.h"',
  '#/* why */include "a.h"',
  '# /**/ /**/ include <a.h>',
  '#inc\\\nlude "a.h"',
  '#incl\\\nude "a.h"',
  'int a; #include "a.h"',
  '" \\\n"#include "a.h"',
  '#\\\ninclude "a.h"',
  '#\\\n include_next <a.h>',
])('%j is odd', (line) => {
  expect(mayHaveOddInclude(`int a;\n${line}\n`)).toBe(true);
});

test.each([
  '#include "a.h"',
  ' # include <a.h> // why',
  '"x" #include MACRO',
  'int incl;',
  'import(a);',
  '// included',
])('%j is plain', (line) => {
  expect(mayHaveOddInclude(`int a;\n${line}\n`)).toBe(false);
});
