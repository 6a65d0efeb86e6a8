import { describe, expect, test } from '@jest/globals';
import { memoryTree } from '../../src/text/tree.ts';
import { changeUsers, split } from './change-users.ts';

const IO = '#include "b-io.h"\n';
const GRAPH = '#include "b-graph.h"\n';
const COMMON = '#include "b-common.h"\n';
const uses = (body: string, head = IO): string => `${head}void f(void) { ${body} }\n`;

/** The errors of `check` on a tree with these files: file, line and message. */
function lostIn(files: Readonly<Record<string, string>>, users?: string): readonly string[] {
  const graph = split['include/b-graph.h'].replace('#endif', 'struct Deep { int d; };\n#endif');
  const { outcome } = changeUsers({ 'include/b-graph.h': graph, ...files }, users, { kind: 'tell' });
  return outcome.findings.map(({ code, message, places: [{ place }] }) => `${code} ${place.line}: ${message}`);
}

describe('a file that reads some parts is told which it lost', () => {
  test.each([
    ['a function', uses('b_read(0); b_add(0);'), 2, 'b_add and does not read include/b-graph.h'],
    ['one that it reads by another header', `#include "r.h"\n${uses('b_add(0);', '')}`, 2, 'b_add'],
    ['the address of one', uses('g(&b_add);'), 2, 'b_add'],
    ['the struct of a value', `${IO}struct Deep *y;\nstruct Deep x;\n`, 3, 'Deep'],
    ['one that is measured', uses('g(sizeof(struct Deep));'), 2, 'Deep'],
    ['one in a list', uses('struct o o = { 1, b_add };'), 2, 'b_add'],
    ['a macro in a condition', `${GRAPH}#ifdef B_READ\n#endif\n`, 2, 'B_READ and does not read include/b-io.h'],
    ['by the macro of a header', `${IO}#include "m.h"\n${uses('ADD(0);', '')}`, 3, 'b_add (by the macro ADD)'],
    ['by its own macro', `${IO}#define A(n) b_add(n)\n${uses('A(0);', '')}`, 3, 'b_add (by the macro A)'],
    ['by a header that stands for itself nowhere', `${IO}#include "s.h"\n`, 2, 'b_add'],
    ['one whose part is read below the use', `${uses('b_add(0);')}${GRAPH}`, 2, 'b_add and reads include/b-graph.h'],
    [
      'by its own macro above the part',
      `${IO}#define A(n) b_add(n)\n${uses('A(0);', '')}${GRAPH}`,
      3,
      'b_add (by the macro A)',
    ],
    ['by a header that reads a part below the use', `${IO}#include "late.h"\n`, 2, 'b_add'],
  ])('%s', (_, text, line, message) => {
    const found = lostIn({
      'include/a.c': text,
      'include/r.h': IO,
      'include/m.h': '#define ADD(n) b_add(n)\n',
      'include/s.h': 'static inline void s(void) { b_add(0); }\n',
      'include/late.h': `static inline void s(void) { b_add(0); }\n${IO}`,
    });
    expect(found).toEqual([expect.stringContaining(`user-lost-part ${line}: include/a.c uses ${message}`)]);
  });

  test('and not what a macro stands for that is defined as late as its part is read', () => {
    expect(lostIn({ 'include/a.c': `${IO}int a = sizeof(A);\n#define A b_add\n${GRAPH}` })).toEqual([]);
  });

  test('each name once, with the line to add', () => {
    const { outcome } = changeUsers({ 'include/a.c': uses('b_add(0); b_add(1); b_del(0);') }, undefined, {
      kind: 'tell',
    });
    expect(outcome.findings.map(({ next }) => next)).toEqual(
      Array(2).fill('Include "b-graph.h" in include/a.c behind `#include "b-io.h"`, or run `regenerate`.'),
    );
  });

  test('a header that reads parts itself is the one to change, and not each of its users', () => {
    const header = `#pragma once\n${IO}static inline void h(void) { b_add(0); }\n`;
    const user = '#include "h.h"\nint x;\n';
    expect(lostIn({ 'include/h.h': header, 'include/a.c': user, 'include/o.c': user })).toEqual([
      'user-lost-part 3: include/h.h uses b_add and does not read include/b-graph.h, which declares it',
    ]);
  });
});

describe('nothing is said of', () => {
  test.each([
    ['a file that reads the wrapper', uses('b_add(0);', `${IO}#include "w.h"\n`)],
    ['a file that reads no part', uses('b_add(0);', '')],
    ['a use above all that reads the header', `void f(void) { b_add(0); }\n${IO}`],
    ['a local of the name', uses('int b_add = 0; g(b_add);')],
    ['a second local of the name', uses('int a, b_add = 0; g(b_add);')],
    ['a pointer of the name', uses('Node *b_add; g(b_add);')],
    ['a parameter of the name', `${IO}void f(Node *b_add) { g(b_add); }\n`],
    ['a member and a designator', uses('x.b_add = y->b_add; struct o o = { .b_add = 0 };')],
    ['a label', uses('b_add: g();')],
    ['a file that declares it itself', `${IO}void b_add(Node *n);\n${uses('b_add(0);', '')}`],
    ['a header that declares it', uses('b_add(0);', `${IO}#include "d.h"\n`)],
    ['a header that has a static of the name', uses('b_add(0);', `${IO}#include "i.h"\n`)],
    ['a header that defines it', uses('b_add(0);', `${IO}#include "x.h"\n`)],
    ['what no compiler reads', `${IO}#if 0\nvoid f(void) { b_add(0); }\n#endif\n`],
    ['the body of a macro that nobody uses', `${IO}#define A(n) b_add(n)\n`],
    ['a file that cannot be told', `#include HEADER\n${uses('b_add(0);')}`],
    ['a macro that may make it', `${IO}#define R(x) b_##x(0)\nint x = R(add);\n`],
    ['a pointer to a tag', `${IO}struct Deep *x;\nstruct Deep *f(struct Deep *y);\n`],
  ])('%s', (_, text) => {
    const found = lostIn({
      'include/a.c': text,
      'include/w.h': '#include "b.h"\nstatic inline void w(void) { b_read(0); b_add(0); }\n',
      'include/d.h': 'void b_add(struct Node *n);\n',
      'include/i.h': 'static inline void b_add(struct Node *n) {}\n',
      'include/x.h': '#define b_add my_add\n',
    });
    expect(found.filter((one) => one.startsWith('user-lost-part'))).toEqual([]);
  });

  test('a type that the prelude declares', () => {
    const files = { 'include/a.c': uses('Deep *x;'), 'include/p.h': 'typedef struct Deep Deep;\n' };
    expect(lostIn(files, 'users: { rewrite: all }\n')).toHaveLength(1);
    expect(lostIn(files, 'prelude: include/p.h\nusers: { rewrite: all }\n')).toEqual([]);
  });

  test('a file whose includes are not the manifest’s to change', () => {
    const files = { 'include/a.c': uses('b_add(0);') };
    const head = 'users: { rewrite: all';
    expect(lostIn(files, `${head}, keep: { include/a.c: { why: a copy } } }\n`)).toEqual([]);
    expect(lostIn(files, `${head}, files: ['!include/a.c'] }\n`)).toEqual([]);
  });
});

describe('`regenerate` adds the line', () => {
  const before = memoryTree({
    ...split,
    'include/b-io.h': `${split['include/b-io.h']}void b_add(Node *n);\n`,
    'include/b-graph.h': split['include/b-graph.h'].replace('void b_add(Node *n);\n', ''),
  });
  const follow = (files: Readonly<Record<string, string>>) => changeUsers(files, undefined, { kind: 'follow', before });

  test.each([
    ['behind the include that gave the name', `${IO}#include <x.h>\n`, `${IO}${GRAPH}#include <x.h>\n`],
    ['behind a header that gave it', `${COMMON}#include "r.h"\n`, `${COMMON}#include "r.h"\n${GRAPH}`],
    [
      'as the line is spelt',
      '#  include <b-io.h> // why\r\n',
      '#  include <b-io.h> // why\r\n#  include <b-graph.h>\r\n',
    ],
  ])('%s', (_, head, after) => {
    const files = { 'include/a.c': uses('b_add(0); b_del(0); b_read(0);', head), 'include/r.h': IO };
    const { changed, codes } = follow(files);
    expect(changed).toEqual({ 'include/a.c': uses('b_add(0); b_del(0); b_read(0);', after) });
    expect(codes).toEqual(['user-follows include/a.c']);
    expect(lostIn({ ...files, 'include/a.c': changed['include/a.c'] ?? '' })).toEqual([]);
  });

  test('spelt as the file spells a part, and not as most of the tree spells the header', () => {
    const wrapped = '#include "../include/b.h"\n';
    const files = { 'tool/k.c': wrapped, 'tool/l.c': wrapped, 'include/a.c': uses('b_add(0); b_read(0);') };
    const keep = 'users: { rewrite: all, files: ["!tool/**"] }\n';
    const { changed } = changeUsers(files, keep, { kind: 'follow', before });
    expect(changed).toEqual({ 'include/a.c': uses('b_add(0); b_read(0);', `${IO}${GRAPH}`) });
  });
});
