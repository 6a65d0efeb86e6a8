import { expect, test } from '@jest/globals';
import { scanIncludes } from '../../../src/plan/includes/scan-includes.ts';

test.each([
  ['plain', '#include "a.h"\n#include <b/c.h>\n', 'a.h b/c.h', 'none'],
  ['in a guard', '/* x */\n#ifndef X_H\n#define X_H\n#include "a.h"\n#endif /* X_H */\n', 'a.h', 'whole'],
  ['in a guard by defined', '#if !defined(X_H)\n# define X_H 1\n# include "a.h"\n#endif\n', 'a.h', 'whole'],
  ['pragma once', '#pragma once\n#include "a.h"\n#define Y\n', 'a.h', 'whole'],
  ['pragma once before a guard', '#pragma once\n#ifndef X_H\n#define X_H\n#include "a.h"\n#endif\n', 'a.h', 'whole'],
  [
    'a guard that may be read again',
    '#if !defined(X_H) || defined(AGAIN)\n#define X_H\n#include "a.h"\n#endif\n#include "b.h"\n',
    'a.h b.h',
    'part',
  ],
  [
    'a guard below what is read each time',
    '#undef SYSTEM\n#define SYSTEM x\n#if !defined(X_H) || defined(AGAIN)\n#define X_H\n#include "a.h"\n#endif\n',
    'a.h',
    'part',
  ],
  ['under a condition', '#ifdef X\n#include "a.h"\n#else\n#include "b.h"\n#endif\n#include "c.h"\n', 'c.h', 'none'],
  [
    'under a condition in a guard',
    '#ifndef X_H\n#define X_H\n#ifdef Y\n#include "a.h"\n#endif\n#include "b.h"\n#endif\n',
    'b.h',
    'whole',
  ],
  ['in the else of a guard', '#ifndef X_H\n#define X_H\n#else\n#include "a.h"\n#endif\n', '', 'whole'],
  [
    'under another condition than the guard',
    '#if !defined(X_H) && defined(Y)\n#define X_H\n#include "a.h"\n#endif\n',
    '',
    'none',
  ],
  ['a test of what is not defined', '#ifndef X_H\n#include "a.h"\n#endif\n', '', 'none'],
  ['in a comment', '/*\n#include "a.h"\n*/\n// \\\n#include "b.h"\n', 'b.h', 'none'],
  ['behind a comment in a macro', '#define X /* a\n#if 1\n*/ y\n#include "a.h"\n', 'a.h', 'none'],
  [
    'behind a comment mark in a literal',
    'char s[] = "/*";\n#include "a.h"\n/* */\n#define T "/*"\n#include "b.h"\n',
    'a.h b.h',
    'none',
  ],
  ['in a macro that goes on', '#define X \\\n#include "a.h"\n#include "b.h"\n', 'b.h', 'none'],
  ['with a comment before it', '#include /* x */ "a.h" // "b.h"\n', 'a.h', 'none'],
  ['a macro, the next one', '#include MACRO\n#include_next <a.h>\n#include "b.h"\n', 'b.h', 'none'],
  ['CRLF', '#ifndef X_H\r\n#define X_H\r\n#include "a.h"\r\n#endif\r\n', 'a.h', 'whole'],
])('%s', (_, text, spelt, guard) => {
  const found = scanIncludes(text);
  expect([found.sure.map(({ path }) => path).join(' '), found.guard]).toEqual([spelt, guard]);
});
