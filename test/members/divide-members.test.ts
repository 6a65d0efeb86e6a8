import { describe, expect, test } from '@jest/globals';
import { checkMembers } from '../../src/members/check-members.ts';
import { codesOf, divided } from './divided.ts';

const AB = '{ s: { graph: [a], io: [b] } }';

/** The lines between the braces of `struct s`, banners as the part's letter. */
function linesOf(body: string, members = AB): readonly string[] {
  const outcome = divided(members, { 'a.h': `struct s {\n${body}\n};\n` });
  const text = outcome.text('a.h');
  if (text === null) throw new Error(codesOf(outcome).join(', '));
  const lines = text
    .split('\n')
    .slice(1, -2)
    .filter((line) => line !== '');
  return lines.map((line) => line.trim().replace(/^\/\* Members of the part (\w+)\. \*\/$/, '= $1'));
}

describe('what stays together', () => {
  test.each([
    ['members in their order', 'int b;\nint x;\nint a;', ['int x;', '= graph', 'int a;', '= io', 'int b;']],
    ['several declarators', 'int b, *c;\nint a;', ['= graph', 'int a;', '= io', 'int b, *c;']],
    ['a line', 'int b; int c;\nint a;', ['= graph', 'int a;', '= io', 'int b; int c;']],
    [
      'bit-fields',
      'int a;\nunsigned b : 1;\nunsigned c : 2;\nint d;',
      ['int d;', '= graph', 'int a;', '= io', 'unsigned b : 1;', 'unsigned c : 2;'],
    ],
    [
      'a union without a name',
      'union {\nint b;\nint c;\n};\nint a;',
      ['= graph', 'int a;', '= io', 'union {', 'int b;', 'int c;', '};'],
    ],
    ['a comment above', '/* of b */\nint b;\nint a;', ['= graph', 'int a;', '= io', '/* of b */', 'int b;']],
    ['a comment behind', 'int b; /* of b */\nint a;', ['= graph', 'int a;', '= io', 'int b; /* of b */']],
    ['#define below', 'int b;\n#define B_MAX 3\nint a;', ['= graph', 'int a;', '= io', 'int b;', '#define B_MAX 3']],
    [
      '#if 0 below',
      'int b;\n#if 0\nint old;\n#endif\nint a;',
      ['= graph', 'int a;', '= io', 'int b;', '#if 0', 'int old;', '#endif'],
    ],
    [
      'a condition',
      '#ifdef X\nint b;\nint a;\n#endif',
      ['= graph', '#ifdef X', 'int a;', '#endif', '= io', '#ifdef X', 'int b;', '#endif'],
    ],
    [
      'a macro that declares',
      'DECLARE_BITMAP(b, 32);\nint a;',
      ['= graph', 'int a;', '= io', 'DECLARE_BITMAP(b, 32);'],
    ],
    ['an array of pointers', 'int (*b[4])(int);\nint a;', ['= graph', 'int a;', '= io', 'int (*b[4])(int);']],
  ])('%s', (_, body, lines) => expect(linesOf(body)).toEqual(lines));

  test('globs, the first that means a member', () => {
    const members = '{ s: { graph: [a_open, "*_close"], io: ["a_*"] } }';
    const lines = ['= graph', 'int a_open;', 'int a_close;', '= io', 'int a_read;'];
    expect(linesOf('int a_read;\nint a_open;\nint a_close;', members)).toEqual(lines);
  });

  test('a heading goes with the first member and says what it leaves', () => {
    const outcome = divided(AB, { 'a.h': 'struct s {\n  int x;\n\n  /* both */\n  int b;\n  int a;\n};\n' });
    expect(outcome.findings.map(({ message }) => message)).toEqual(['this comment no longer stands above a of s']);
  });

  test('blank lines, tabs and carriage returns stay', () => {
    const outcome = divided(AB, { 'a.h': 'struct s {\r\n\tint b;\r\n\r\n\r\n\tint x;\r\n\tint a;\r\n};\r\n' });
    expect(outcome.text('a.h')).toBe(
      'struct s {\r\n\tint x;\r\n\r\n\t/* Members of the part graph. */\r\n\r\n\tint a;\r\n\r\n\t/* Members of the part io. */\r\n\r\n\tint b;\r\n};\r\n',
    );
  });

  test('a struct in braces of its own line end', () => {
    const outcome = divided(AB, { 'a.h': 'struct s {\n  int b;\n  int a; };\n' });
    expect(outcome.text('a.h')).toMatch(/int b;\n\};\n$/);
  });
});

test.each([
  ['struct s { int b;\nint a;\n};', 'member-disagrees'],
  ['struct s {\nint a; int b;\n};', 'member-disagrees'],
  ['struct s {\nint b;\nint a;\n};\nstruct s {\nint a;\n};', 'struct-doubled'],
  ['struct s {\nint b;\nRESERVE(1)\nint a;\n};', 'struct-unreadable'],
  ['struct s {\nfields_start\nint b;\nint a;\n};', 'struct-unreadable'],
  ['struct s {\nint b;\n#include "more.h"\nint a;\n};', 'struct-unreadable'],
  ['struct s {\nint b;\n};', 'member-unknown'],
  ['struct t {\nint b;\n};', 'struct-unknown'],
])('%j: %s', (text, code) => {
  const outcome = divided(AB, { 'a.h': `${text}\n` });
  expect([codesOf(outcome), outcome.changes]).toEqual([[code], []]);
});

test.each(['typedef struct {\nint b;\nint a;\n} s;', 'struct x {\nint b;\nint a;\n};\ntypedef struct x s;'])(
  '%j is found',
  (text) => {
    expect(divided(AB, { 'a.h': `${text}\n` }).changes).toHaveLength(1);
  },
);

test('an edit of one line of the manifest moves one member', () => {
  const files = { 'a.h': 'struct s {\n  int x;\n  int b;\n  int a;\n  int c;\n};\n' };
  const first = divided('{ s: { graph: [a], io: [b, c] } }', files).text('a.h') ?? '';
  const others = (text: string) => text.split('\n').filter((line) => line !== '' && line !== '  int c;');
  const second = divided('{ s: { graph: [a, c], io: [b] } }', { 'a.h': first }).text('a.h') ?? '';
  expect(others(second)).toEqual(others(first));
  expect(second).toMatch(/int a;\n\n? {2}int c;\n/);
});

test.each([
  'struct s {\nint b;\nint a;\n};\nstruct s {\nint a;\n};',
  'struct s {\nint b;\nRESERVE(1)\nint a;\n};',
  'struct s {\nint b;\nint a;\n};',
])('a struct that serves the audit alone is a note for check: %j', (text) => {
  const codes = checkMembers(divided(AB, { 'a.h': `${text}\n` })).map(({ code }) => code);
  expect(codes).toEqual(['struct-not-divided']);
});
