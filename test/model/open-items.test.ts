import { expect, test } from '@jest/globals';
import { parseHeader } from '../../src/model/lower-header.ts';
import { openItems } from '../../src/model/open-items.ts';

/** A text -> its open items, each as what decides on it and the lines of what stands below. */
const cases: readonly (readonly [what: string, text: string, open: readonly string[]])[] = [
  ['a call above a prototype', 'A()\nint f(void);', ['A: 2']],
  ['comments and blank lines', 'A()\n\n/* c */\n\n// d\nint f(void);', ['A: 6']],
  ['a word and a blank line', 'WORD\n\nint f(void);', ['WORD: 3']],
  ['one above the other', 'A()\nB((1))\n\nint f(void);', ['A: 2', 'B: 4']],
  ['several on one line', 'A(1) B(2)\nint f(void);', ['B: 2']],
  ['a semicolon', 'A();\nint f(void);', []],
  ['a semicolon in the argument', 'A(int x;)\nint f(void);', []],
  ['nothing below', 'int f(void);\nA()\n', []],
  ['a directive below', 'A()\n#define X\nint f(void);', []],
  ['a bracket below', 'A()\nextern "C" {\nint f(void);\n}\n', []],
  ['the end of a bracket', 'extern "C" {\nA()\n}\nint f(void);', []],
  ['text that is left out', 'A()\n#if 0\nint g(void);\n#endif\nint f(void);', ['A: 5']],
  ['branches', 'A()\n#ifdef X\nint f(void);\n#else\nint g(void);\n#endif\nint h(void);', ['A: 3 5']],
  ['branches and none', 'A()\n#ifdef X\nint f(void);\n#endif\nint h(void);', ['A: 3 5']],
  ['a branch without code', 'A()\n#ifdef X\nint f(void);\n#else\n#endif\nint h(void);', ['A: 3 6']],
  ['the end of a branch', '#ifdef X\nA()\n#endif\nint h(void);', ['A: 4']],
  ['the end of a branch that is not the last', '#ifdef X\nA()\n#else\nint g(void);\n#endif\nint h(void);', ['A: 6']],
  ['a branch that is open itself', 'A()\n#ifdef X\nB()\n#endif\nint h(void);', ['A: 3', 'B: 5']],
  ['a branch begun', '#ifdef X\ntemplate <class T>\n#endif\nint h(void);', ['-: 4']],
  ['assembly', '#ifdef __ASSEMBLER__\nA()\n#endif\nint h(void);', []],
  ['assembly between', 'A()\n#ifdef __ASSEMBLER__\n.text\n#endif\nint h(void);', ['A: 5']],
  ['what ends by itself', 'CLOSED()\nint f(void);', []],
  ['a branch that ends by itself', 'A()\n#ifdef X\nCLOSED()\n#endif\nint h(void);', ['A: 3 5']],
];

test.each(cases)('%s', (_, text, expected) => {
  const header = parseHeader({ path: 'a.h', text });
  const lineOf = (item: number): number => text.slice(0, header.items[item]?.span.start).split('\n').length;
  const open = openItems(header, (macro) => macro === 'CLOSED');
  expect(open.map(({ macro, below }) => `${macro ?? '-'}: ${below.map(lineOf).join(' ')}`)).toEqual(expected);
});
