import { describe, expect, test } from '@jest/globals';
import { explainFile } from '../../src/users/report/explain-file.ts';
import { doubledOf } from '../../src/users/report/users-report.ts';
import { changeUsers, split } from './change-users.ts';

const IO = '#include "b-io.h"\n';
const GRAPH = '#include "b-graph.h"\n';
const COMMON = '#include "b-common.h"\n';
const uses = (body: string, head = '#include "b.h"\n'): string => `${head}void f(Node *n) { ${body} }\n`;

describe('a direct user gets the part files that it needs', () => {
  test.each([
    ['one', uses('b_read(n);'), uses('b_read(n);', IO)],
    ['two, in the order of the wrapper', uses('b_read(n); b_add(n);'), uses('b_read(n); b_add(n);', GRAPH + IO)],
    ['a macro, for what its body names', uses('B_READ(n);'), uses('B_READ(n);', IO)],
    ['a condition', `#include "b.h"\n#ifdef B_READ\n#endif\n`, `${IO}#ifdef B_READ\n#endif\n`],
    [
      'a dead branch',
      `#include "b.h"\n#ifdef X\nint x = b_read(0);\n#endif\n`,
      `${IO}#ifdef X\nint x = b_read(0);\n#endif\n`,
    ],
    ['nothing in comments and texts', uses('/* b_read */ g("b_add");'), uses('/* b_read */ g("b_add");', COMMON)],
    ['nothing behind a dot', uses('x.b_read = y->b_add;'), uses('x.b_read = y->b_add;', COMMON)],
    [
      'nothing for a member that is a pointer',
      uses('struct { int (*b_read)(int); } x;'),
      uses('struct { int (*b_read)(int); } x;', COMMON),
    ],
    [
      'nothing for a static of the same name',
      `#include "b.h"\nstatic int b_read(void);\n`,
      `${COMMON}static int b_read(void);\n`,
    ],
    ['the type for a member', uses('n->id = 1;'), uses('n->id = 1;', COMMON)],
  ])('%s', (_, before, after) => {
    expect(changeUsers({ 'include/a.c': before }).changed).toEqual({ 'include/a.c': after });
  });

  test('in the spelling, indentation and comments of the line', () => {
    const before = '#if X\n#  include <sys/b.h>  /* why */\r\n#endif\r\nint x = b_read(0), y = b_add(0);\r\n';
    const after =
      '#if X\n#  include <sys/b-graph.h>  /* why */\r\n#  include <sys/b-io.h>\r\n#endif\r\nint x = b_read(0), y = b_add(0);\r\n';
    const moved = { 'include/sys/b.h': '', 'a.c': before };
    // The parts lie beside the header.
    expect(changeUsers(moved).changed).toEqual({});
    expect(changeUsers({ 'a.c': before.replaceAll('sys/', '') }).changed).toEqual({
      'a.c': after.replaceAll('sys/', ''),
    });
  });
});

describe('others', () => {
  test('get a line of their own where they relied on another file', () => {
    const { changed, codes } = changeUsers({
      'include/h.h': '#pragma once\n#include "b.h"\nvoid h(Node *n);\n',
      'include/t.c': '#include "x.h"\n#include "h.h"\nint x = 0;\nvoid f(void) { b_read(0); }\n',
    });
    expect(changed).toEqual({
      'include/h.h': '#pragma once\n#include "b-common.h"\nvoid h(Node *n);\n',
      'include/t.c': '#include "x.h"\n#include "h.h"\n#include "b-io.h"\nint x = 0;\nvoid f(void) { b_read(0); }\n',
    });
    expect(codes).toEqual(['user-relied include/t.c']);
  });

  test.each([
    ['one file', ['lib/h.h']],
    ['several', ['lib/h.h', 'low/h.h']],
  ])('are served on by a name in angle brackets that means %s of a directory nobody named', (_, headers) => {
    const user = '#include <h.h>\nvoid f(void) { b_read(0); }\n';
    const { changed, codes } = changeUsers({
      ...Object.fromEntries(headers.map((path) => [path, '#pragma once\n#include "b.h"\n'])),
      't.c': user,
    });
    const served = '#pragma once\n#include "b-io.h"\n';
    expect(changed).toEqual(Object.fromEntries(headers.map((path) => [path, served])));
    expect(codes).toEqual(['user-guessed t.c']);
  });

  test("are not served by a replacement of a system's header, nor changed where they may mean another", () => {
    const { changed, codes } = changeUsers(
      {
        'lib/stdio.h': '#pragma once\n#include "../include/b.h"\n',
        't.c': '#include <stdio.h>\nvoid f(void) { b_read(0); }\n',
        'o.c': '#include <b.h>\nvoid f(void) { b_read(0); }\n',
      },
      'include_dirs: [lib/none]\nusers: { rewrite: all }\n',
    );
    expect(changed).toEqual({ 'lib/stdio.h': '#pragma once\n#include "../include/b-common.h"\n' });
    expect(codes).toEqual(['user-needs-nothing lib/stdio.h']);
  });

  test('serve a header that cannot stand alone', () => {
    const alone = '#ifndef S_H\n#define S_H\nstatic inline int s(Node *n) { return b_read(n); }\n#endif\n';
    const { changed } = changeUsers({
      'include/s.h': alone,
      'include/a.c': '#include "b.h"\n#include "s.h"\nint x;\n',
    });
    expect(changed).toEqual({ 'include/a.c': '#include "b-io.h"\n#include "s.h"\nint x;\n' });
  });

  test('serve the macros of a header that does not read the wrapper', () => {
    const { changed } = changeUsers({
      'include/m.h': '#define ADD(n) b_add(n)\n#define ADD2(n) ADD(n)\n',
      'include/a.c': '#include "b.h"\n#include "m.h"\nvoid f(void) { ADD2(0); }\n',
      'include/o.c': '#include "b.h"\nvoid f(void) { ADD2(0); }\n',
    });
    expect(changed).toEqual({
      'include/a.c': '#include "b-graph.h"\n#include "m.h"\nvoid f(void) { ADD2(0); }\n',
      'include/o.c': '#include "b-common.h"\nvoid f(void) { ADD2(0); }\n',
    });
  });

  test('that do not reach the wrapper stay, whatever they name', () => {
    expect(changeUsers({ 'include/a.c': 'int x = b_read(0);\n' }).changed).toEqual({});
  });
});

describe('what stays', () => {
  test('with `narrower`, where all of it is needed, or read by other includes as well', () => {
    const all = uses('b_read(n); b_add(n);');
    const files = {
      'include/a.c': all,
      'include/h.h': '#include "b.h"\nstatic inline int h(Node *n) { b_del(n); return b_read(n); }\n',
      'include/o.c': '#include "h.h"\n#include "b.h"\nint x = b_read(0);\n',
    };
    expect(changeUsers(files, 'users: { rewrite: narrower }\n').changed).toEqual({});
  });

  test.each([
    ['pastes a name', '#define R(x) b_##x(0)\nint x = R(read);\n'],
    ['defines a macro of the name', '#define b_read my_read\n'],
    ['undefines one', '#undef B_MAX\n'],
    ['includes by a macro', '#include HEADER\n'],
    ['has a conditional without its end', '#if X\n'],
    ['is generated', '/* Generated by make, do not edit. */\n'],
  ])('a file that %s', (_, text) => {
    const { changed, codes } = changeUsers({ 'include/a.c': `${text}#include "b.h"\n` });
    expect(changed).toEqual({});
    expect(codes).toEqual(['user-unsure include/a.c']);
  });

  test.each([
    ['#define b_read my_read\n', '1:9 it defines `b_read`, a name of include/b-io.h'],
    ['#  define \\\n  B_READ(x) 0\n', '2:3 it defines `B_READ`, a name of include/b-io.h'],
    ['#undef /* why */ B_MAX\n', '1:18 it undefines `B_MAX`, a name of include/b-common.h'],
  ])('a file with %j, and what it changes is told at its place', (text, told) => {
    const { outcome } = changeUsers({ 'include/a.c': `${text}#include "b.h"\n` });
    const [first] = outcome.findings;
    const why = first?.places[1];
    expect(`${why?.place.line}:${why?.place.column} ${why?.label}`).toBe(told);
    expect(first?.message).toBe(`include/a.c keeps include/b.h: ${why?.label}`);
  });

  test('a file that the manifest keeps, and the part that it gets by a header that changes', () => {
    const users = 'users: { rewrite: all, keep: { include/t.c: { why: a copy }, include/no.c: { why: gone } } }\n';
    const { changed, codes } = changeUsers(
      {
        'include/h.h': '#include "b.h"\nvoid h(Node *n);\n',
        'include/t.c': '#include "h.h"\nint x = b_read(0);\n',
        'include/u.c': uses('b_add(n);'),
      },
      users,
    );
    expect(changed).toEqual({
      'include/h.h': '#include "b-io.h"\nvoid h(Node *n);\n',
      'include/u.c': uses('b_add(n);', GRAPH),
    });
    expect(codes).toEqual(['user-unknown b.yaml']);
    expect(changeUsers({ 'include/t.c': uses('b_add(n);') }, users).codes).toContain('user-kept b.yaml');
  });

  test('a file beside those of `files`; one that `need` speaks of gets more', () => {
    const users = "users: { rewrite: all, files: ['!old/**'], need: { include/a.c: [io] } }\n";
    const files = { 'old/a.c': uses('b_add(n);'), 'include/a.c': uses('b_add(n);') };
    expect(changeUsers(files, users).changed).toEqual({ 'include/a.c': uses('b_add(n);', GRAPH + IO) });
  });
});

test('a user of nothing keeps the shared part', () => {
  const { changed, codes } = changeUsers({ 'include/a.c': '#include "b.h"\nint x;\n' });
  expect(changed).toEqual({ 'include/a.c': '#include "b-common.h"\nint x;\n' });
  expect(codes).toEqual(['user-needs-nothing include/a.c']);
});

describe('the wrapper', () => {
  const users = 'users: { rewrite: all }\nwrapper: { remove: true }\n';

  test('goes when nobody includes it', () => {
    expect(changeUsers({ 'include/a.c': uses('b_add(n);') }, users).changed).toEqual({
      'include/a.c': uses('b_add(n);', GRAPH),
      'include/b.h': null,
    });
  });

  test('goes though a file includes another header of its name', () => {
    const files = { 'net/b.h': '', 'net/a.c': '#include "b.h"\nint x;\n', 'net/c.c': '#include <b.h>\nint y;\n' };
    expect(changeUsers({ ...files, 'include/a.c': uses('b_add(n);') }, users).changed['include/b.h']).toBe(null);
  });

  test('goes where the manifest says of a file with an include by a macro that it is another', () => {
    const files = { 'include/a.c': '#include B\nint x = B_MAX;\n' };
    expect(changeUsers(files, users).codes).toEqual(['user-unsure include/a.c', 'wrapper-still-included include/a.c']);
    const kept = users.replace('all }', 'all, keep: { include/a.c: { why: it lists devices } } }');
    expect(changeUsers(files, kept)).toMatchObject({ changed: { 'include/b.h': null }, codes: [] });
  });

  test.each([
    ['a file that cannot be told', { 'include/a.c': '#include X\n#include "b.h"\n' }, 'include/a.c'],
    ['a disabled include', { 'include/a.c': '#if 0\n#include "b.h"\n#endif\n' }, 'include/a.c'],
    ['a question', { 'include/a.c': '#if __has_include("b.h")\nint x;\n#endif\n' }, 'include/a.c'],
    ['a question of brackets', { 'a.c': '#if __has_include ( <b.h> )\nint x;\n#endif\n' }, 'a.c'],
    ['a question on two lines', { 'a.c': '#if __has_include_next( \\\n "b.h")\nint x;\n#endif\n' }, 'a.c'],
    [
      'a question below many blanks',
      { 'a.c': `#define H <${' '.repeat(20_000)}\n#if __has_include("b.h")\nint x;\n#endif\n` },
      'a.c',
    ],
    ['a question by a macro', { 'a.c': '#define H <b.h>\n#if __has_include(H)\nint x;\n#endif\n' }, 'a.c'],
    ['a generator', { 'gen.py': 'print(\'#include "b.h"\')\n' }, 'gen.py'],
  ])('stays for %s, and the run stops', (_, files, file) => {
    const { changed, codes } = changeUsers(files, users);
    expect(changed).toEqual({});
    expect(codes).toContain(`wrapper-still-included ${file}`);
  });
});

describe('a macro of a part counts where its name is', () => {
  const io = split['include/b-io.h'].replace('int b_read', '#define cb cb2\n#define lim(x) 9\nint b_read');

  test.each([
    ['a member', uses('n->cb(1);')],
    ['a member behind a dot', uses('q.cb = 0;')],
    ['a member in a macro', '#include "b.h"\n#define M(q) (q).cb(1)\n'],
    ['a pointer', '#include "b.h"\nstruct own { int (*cb)(int); };\n'],
    ['a tag', '#include "b.h"\nstruct cb { int id; };\n'],
    ['a static function', '#include "b.h"\nstatic int lim(int x) { return x; }\nint y(void) { return lim(1); }\n'],
    ['tested and a static function', '#include "b.h"\n#ifdef lim\n#endif\nstatic int lim(int x);\n'],
    ['a member in a macro of another header', '#include "b.h"\n#include "m.h"\nint y = M(0);\n'],
  ])('%s', (_, text) => {
    const files = { 'include/b-io.h': io, 'include/m.h': '#define M(q) (q)->cb\n', 'include/a.c': text };
    expect(changeUsers(files).changed['include/a.c']).toBe(text.replace('#include "b.h"\n', IO));
  });
});

describe('a part that acts without being named', () => {
  const io = (text: string): Readonly<Record<string, string>> => ({
    'include/b-io.h': split['include/b-io.h'].replace('int b_read', `${text}\nint b_read`),
  });

  test.each([
    ['a tentative definition', 'int count;'],
    ['a definition', 'const char *names[] = { "a", "b" };'],
    ['a function', 'int b_all(void) { return 1; }'],
    ['an object that is kept', 'static const char mark[] __attribute__((used)) = "mark";'],
    ['a constructor', '__attribute__((constructor)) static void b_init(void) { }'],
    ['assembly', '__asm__(".globl mark");'],
    ['a pragma', '#pragma pack(1)'],
    ['a pragma by its operator', '_Pragma("GCC poison gets")'],
    ['a macro that goes', '#undef NAME'],
    ['a feature', '#define _GNU_SOURCE 1'],
    ['a word of C', '#define if(c) if (trace(c))'],
    ['another', '#  define inline'],
  ])('stays with its readers: %s', (_, text) => {
    const { changed } = changeUsers({ ...io(text), 'include/a.c': uses('b_add(n);') });
    expect(changed).toEqual({ 'include/a.c': uses('b_add(n);', GRAPH + IO) });
  });

  test.each([
    ['a declaration', 'extern int count;'],
    ['a static', 'static const int two = 2;'],
    ['an inline function', 'static inline int b_one(void) { return 1; }'],
    ['`#pragma once`', '#pragma once'],
    ['a type', 'struct Io { int id; };'],
    ['a packed type', 'struct Io { int id; } __attribute__((packed));'],
    ['a pragma in a macro', '#define QUIET _Pragma("GCC diagnostic push")'],
  ])('goes though it has %s', (_, text) => {
    const { changed } = changeUsers({ ...io(text), 'include/a.c': uses('b_add(n);') });
    expect(changed).toEqual({ 'include/a.c': uses('b_add(n);', GRAPH) });
  });
});

test('a part that the wrapper reads through the others alone is what a user of nothing includes', () => {
  const wrapper = '#ifndef B_H\n#define B_H\n#include "b-graph.h"\n#include "b-io.h"\n#endif\n';
  const { changed } = changeUsers(
    { 'include/b.h': wrapper, 'include/n.h': '#include "b.h"\n', 'a.c': '#include "n.h"\nint x = b_read(0);\n' },
    'users: { rewrite: narrower }\n',
  );
  expect(changed).toEqual({
    'include/n.h': '#include "b-common.h"\n',
    'a.c': '#include "n.h"\n#include "b-io.h"\nint x = b_read(0);\n',
  });
});

test('a header that a program writes an include of keeps all that it brings', () => {
  const header = '#pragma once\n#include "b.h"\nvoid h(Node *n);\n';
  const script = 'print("#include \\"h.h\\"\\n#include \\"include/b.h\\"")\n';
  const { changed, outcome } = changeUsers({
    'include/h.h': header,
    'include/make.py': script.replace('h.h', 'include/h.h'),
  });
  expect(changed).toEqual({
    'include/h.h': header.replace('#include "b.h"', '#include "b-graph.h"\n#include "b-io.h"'),
  });
  expect(outcome.plan && explainFile(outcome.plan, 'include/h.h').lines[1]).toBe(
    '  -: include/b-common.h (include/make.py writes an include of the file)',
  );
});

test('both ends of a name that `##` makes count', () => {
  const macro = (ending: string, of = ''): string => `#include "b.h"\n#define M(x) ${of}b_##x##${ending}\n`;
  const { changed } = changeUsers({ 'include/a.c': macro('_lock'), 'include/o.c': macro('ad') });
  expect(changeUsers({ 'a.c': macro('ad', 's->') }).changed).toEqual({
    'a.c': macro('ad', 's->').replace('b.h', 'b-common.h'),
  });
  expect(changed).toEqual({ 'include/a.c': '#include "b-common.h"\n#define M(x) b_##x##_lock\n' });
});

test.each([
  ['with a word between them', '#define J(a, b) a##_##b', 'J(b, read)'],
  ['that are three', '#define J(a, u, b) a##u##b', 'J(b, _, read)'],
  ['that are the rest', '#define J(a, ...) a##__VA_ARGS__', 'J(b_, read)'],
  ['one after another', '#define G(a, b) a##b\n#define J(a, b) G(a, b)', 'J(J(b, _), read)'],
])('a name that `##` makes of arguments %s counts', (_, macro, call) => {
  const text = `#include "b.h"\n${macro}\nint x(Node *n) { b_add(n); return ${call}(n); }\n`;
  const { changed } = changeUsers({ 'include/a.c': text });
  expect(changed['include/a.c']).toContain('#include "b-io.h"');
});

test('the report names lines that another include makes up for, and what is read though nothing of it is named', () => {
  const { outcome } = changeUsers({
    'include/b-io.h': split['include/b-io.h'].replace('int b_read', '#pragma pack(1)\nint b_read'),
    'include/h.h': '#pragma once\n#include "b.h"\nstatic inline void h(Node *n) { b_add(n); }\n',
    'a.c': '#include "h.h"\n#include "b.h"\nvoid f(Node *n) { b_del(n); }\n',
  });
  expect(outcome.plan).not.toBeNull();
  if (outcome.plan === null) return;
  const [header] = outcome.plan.situation.wrappers;
  expect(header && doubledOf(outcome.plan, header)).toEqual([
    { file: 'a.c', destination: 'include/b-graph.h', by: 'include/h.h' },
    { file: 'a.c', destination: 'include/b-io.h', by: 'include/h.h' },
  ]);
  expect(explainFile(outcome.plan, 'a.c').lines).toEqual([
    'a.c: 2 names',
    "  -: include/b-io.h ('#pragma pack(1)' acts without being named)",
    '  3: Node (named as the type of a pointer), of include/b-common.h',
    '  3: b_del (named), of include/b-graph.h',
  ]);
});

test('the report names what a file uses once, by the strongest of its uses', () => {
  const headers = ['x', 'y', 'z'];
  const { outcome } = changeUsers({
    ...Object.fromEntries(headers.map((x) => [`include/${x}.h`, `static inline void ${x}(Node *n) { b_add(n); }\n`])),
    'include/a.c': [
      '#include "b.h"\n',
      ...headers.map((x) => `#ifdef ${x.toUpperCase()}\n#include "${x}.h"\n#endif\n`),
      '#ifdef W\nvoid w(Node *n) { b_add(n); }\n#endif\n',
    ].join(''),
  });
  const { lines = [] } = (outcome.plan && explainFile(outcome.plan, 'include/a.c')) ?? {};
  expect(lines).toEqual([
    'include/a.c: 2 names',
    '  12: Node (named as the type of a pointer, and for 3 headers read here), of include/b-common.h',
    '  12: b_add (named, and for 3 headers read here), of include/b-graph.h',
  ]);
});

describe('what a part includes for its assertion', () => {
  const withAssertion = split['include/b-io.h'].replace('b-common.h"\n', 'b-common.h"\n#include "state.h"\n');
  const files = {
    'include/b-io.h': withAssertion,
    'include/state.h': '#pragma once\n#include "mode.h"\nextern int state;\n',
    'include/mode.h': '#pragma once\n#define MODE 1\n',
    'include/d.h': '#pragma once\nstatic inline int d(void) { return state & MODE; }\n',
    'include/a.c': uses('b_add(n);', '#include "b.h"\n#include "d.h"\n'),
    'include/m.c': uses('state = MODE;'),
  };
  const io = "parts: { common: {}, graph: {}, io: { assert: 'MINE();', assert_include: state.h } }\n";
  const change = (more = {}, parts = io) => changeUsers({ ...files, ...more }, undefined, undefined, {}, parts).changed;
  const behind = (includes: string): string => uses('b_add(n);', `${includes}#include "d.h"\n`);

  test('is nothing that a user of the header gets', () => {
    expect(change()).toEqual({ 'include/a.c': behind(GRAPH), 'include/m.c': uses('state = MODE;', COMMON) });
  });

  test('counts where the header included it itself', () => {
    const own = { 'include/a.c': behind(GRAPH + IO), 'include/m.c': uses('state = MODE;', IO) };
    expect(change({}, `${io}includes: { state.h: io }\n`)).toEqual(own);
  });

  test('is had of the other part that includes it', () => {
    const graph = split['include/b-graph.h'].replace('b-common.h"\n', 'b-common.h"\n#include "mode.h"\n');
    expect(change({ 'include/b-graph.h': graph })).toEqual({
      'include/a.c': behind(GRAPH),
      'include/m.c': uses('state = MODE;', GRAPH),
    });
  });
});
