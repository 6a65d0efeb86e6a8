import { expect, test } from '@jest/globals';
import { statementsProblem } from '../../../src/parse/tokens/whole-statements.ts';

test.each([
  'g_assert(qemu_in_main_thread());',
  'luai_apicheck(L, L != NULL);',
  'GLOBAL_STATE_CODE(); assert(x);',
  'assert(c == \'}\' || !strcmp(s, "/* {"));',
  'if (!locked()) abort();',
  'if (a) b(); else if (c) d(); else { e(); }',
  'do { check(); } while (0);',
  'for (int i = 0; i < n; i++) check(i);',
  'while (busy()) if (x) break; else continue;',
  'switch (state()) { case A: case B: break; default: abort(); }',
  '{ int i = held(); check(i); }',
  'check((struct lock){ 0 }.held);',
  'int held[] = { lock_a(), lock_b() }; check(held);',
  'check(({ int i = held(); i; }));',
  'WITH_LOCK(lock) { check(lock); }',
  'for_each(x) if (bad(x)) abort();',
  'x = a ? b : c;',
  'again: if (!held()) goto again;',
  'check(/* the lock */ lock);',
  'check(lock); ;',
])('whole: %s', (text) => {
  expect(statementsProblem(text)).toBeNull();
});

test.each(
  [
    ['lock_held(); /* ;', 'leaves a comment open'],
    ['lock_held(); /*/ ;', 'leaves a comment open'],
    ['lock_held(); // ;', "contains a '//' comment, which would hide what follows on its line"],
    ['#define b c;', "contains '#', which only a directive or a macro's body can"],
    ['check(#b);', "contains '#', which only a directive or a macro's body can"],
    ['%:define b c;', "contains the digraph '%:'; write the bracket itself"],
    ['return x; %>', "contains the digraph '%>'; write the bracket itself"],
    ['check(x); ??>;', "contains the trigraph '??>'"],
    ['check("x);', 'leaves " open'],
    ["check('x);", "leaves ' open"],
    ['check("x\\");', 'leaves " open'],
    ['check(x) \\;', "holds '\\', which is not C"],
    ['check(@x);', "holds '@', which is not C"],
    ['return 0; }', "has a '}' that closes nothing"],
    ['{ return 0;', "leaves '{' open"],
    ['check(x;', "leaves '(' open"],
    ['check(x];', "has a ']' that closes nothing"],
    ['check(x)); (y;', "has a ')' that closes nothing"],
    ['if (x)', "must be a statement: it must end with ';' or '}'"],
    ['check(x)', "must be a statement: it must end with ';' or '}'"],
    ['{ check(x) }', "must be a statement: it must end with ';' or '}'"],
    ['check(x); y', "must be a statement: it must end with ';' or '}'"],
    ['else check(x);', "has an 'else' without its 'if'"],
    ['if (a) b(); c(); else d();', "has an 'else' without its 'if'"],
    ['if a; b();', "has 'if' without '('"],
    ['do check(x);', "has a 'do' without its 'while'"],
    ['while (x) do y(); while (z)', "must be a statement: it must end with ';' or '}'"],
    ['case 1: check(x);', "has a 'case' that belongs to nothing in it"],
    ['if (!x) break;', "has a 'break' that belongs to nothing in it"],
    ['x = y if (z);', "must be a statement: it must end with ';' or '}'"],
    [';', 'must be a statement that names something'],
    [`${'if (a) '.repeat(100_000)}b();`, 'nests more than 256 statements'],
    [`${'{ '.repeat(100_000)}b();${' }'.repeat(100_000)}`, 'nests more than 256 statements'],
    ['{}', 'must be a statement that names something'],
  ].map(([text = '', problem]) => [text.slice(0, 40), text, problem]),
)('not whole: %s', (_, text, problem) => {
  expect(statementsProblem(text ?? '')).toBe(problem);
});
