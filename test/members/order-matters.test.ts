import { describe, expect, test } from '@jest/globals';
import { codesOf, divided } from './divided.ts';

const STRUCT = 'struct s {\n  int x;\n  int (*b)(void);\n  int (*a)(void);\n};\ntypedef struct s S;\n';

function codes(source: string, struct = STRUCT, path = 'a.c'): readonly string[] {
  return codesOf(divided('{ s: { graph: [a], io: [b] } }', { 's.h': struct, [path]: source }));
}

describe('by position', () => {
  test.each([
    'struct s v = { 1, f, g };',
    'static const S v = { 1, f, g };',
    'S v[] = { { 1, f, g }, { 2, f, g } };',
    'S v[2] = { [1] = { 1, f, g } };',
    'S v[] = { 1, f, g, 2, f, g };',
    'S w, v = { 1, f, g };',
    'void h(void) { use(&(S){ 1, f, g }); }',
    'void h(void) { use((const struct s[]){ { 1, f, g } }); }',
    'S v = { .b = f, g };',
    'S v __attribute__((section("x"))) = { 1, f, g };',
    '#define OPS(f, g) { 1, f, g }\nS v = OPS(x, y);',
    '#define DEF(n) S n = { 1, f, g }\nDEF(v);',
    'struct t { int n; S ops; };\nstruct t v = { 1, { 1, f, g } };',
    'struct t { int n; S ops; };\nstruct t v = { .ops = { 1, f, g } };',
    'typedef struct { S ops[2]; } T;\nT v = { { { 1, f, g } } };',
    'typedef S Alias;\nAlias v = { 1, f, g };',
    'S v = { 1, NULL };',
    'struct t { struct { S ops; } in; };\nstruct t v = { { { 1, f, g } } };',
    'struct t { struct { S ops; } in; };\nstruct t v = { .in = { { 1, f, g } } };',
    'typedef S SA[2];\nSA v = { { 1, f, g } };',
    '#define OPS_T static const S\nOPS_T v = { 1, f, g };',
    '#define OPS(n) S n\nOPS(v) = { 1, f, g };',
    '#define OPS(n) static struct s n##_ops\nOPS(v) = { 1, f, g };',
    'typeof(S) v = { 1, f, g };',
    'S v{ 1, f, g };',
    '#define MAKE(T, ...) (T){ __VA_ARGS__ }\nvoid h(void) { use(MAKE(S, 1, f, g)); }',
    '#define DEF(type, name, a, b) type name = { 1, a, b }\nDEF(struct s, v, f, g);',
    'S v[] = {\n#include "table.inc"\n};',
    'struct { int n; S ops; } v[] = { { 1, { 1, f, g } } };',
    'struct { S ops; } v = { .ops = { 1, f, g } };',
    'void h(void) { struct { struct s ops; } v = { { 1, f, g } }; }',
    '__typeof__(w) v = { 1, f, g };',
    'void h(void) { v = (__typeof__(w)){ 1, f, g }; }',
    'struct t { int n; S ops; };\nstruct t v = { .ops.x = 1, f, g };',
    'struct t { int n; S ops[1]; };\nstruct t v = { .ops[0].x = 1, f, g };',
    'struct t { int n; struct { S ops; } in; };\nstruct t v = { .in.ops = { 1, f, g } };',
    'struct t { int n; S ops; };\nstruct t v = { .ops = 1, f, g };',
    'struct t { int n; S ops; };\ntypedef struct t T;\nT v = { 1, { 1, f, g } };',
    'struct t { int n; S ops; };\ntypedef struct t T[1];\nT v = { { 1, { 1, f, g } } };',
    'struct s v ALIGNED(8) = { 1, f, g };',
    'struct s ALIGNED(8) v = { 1, f, g };',
    'EXPORT(struct s v) = { 1, f, g };',
    '#define T(x) struct x\nT(s) v = { 1, f, g };',
    '#define D(t, n) struct t n\nD(s, v) = { 1, f, g };',
    '#define D(t, n, ...) struct t n = { __VA_ARGS__ }\nD(s, v, 1, f, g);',
    '#define OPS(n) n = { 1, f, g }\nstruct s OPS(v);',
    'S v =\n#include "v.inc"\n;',
    'struct s (v) = { 1, f, g };',
    'struct s v\n#include "v.inc"\n;',
    'struct ALIGNED(8) s v = { 1, f, g };',
    '#define P struct { S ops; }\nP v = { { 1, f, g } };',
    '#define T(x) struct x\nvoid h(void) { use((T(s)){ 1, f, g }); }',
    'typedef typeof(struct s) A;\nA v = { 1, f, g };',
    'typedef struct s A ALIGNED(8);\nA v = { 1, f, g };',
    'S v = <% 1, f, g %>;',
    'typedef struct s S1, S2;\nS2 v = { 1, f, g };',
  ])('%j', (source) => expect(codes(source)).toEqual(['member-order-matters']));

  test.each([
    'S v = { .a = f, .b = g };',
    'S v = { a: f, b: g };',
    'S v = { 0 };',
    'S v = {};',
    'S v[2] = { { 0 }, { .a = f } };',
    'S *v[] = { &x, &y };',
    'S v = { 1 };',
    'S v = { 1, .a = f };',
    'S w = v;',
    'struct t { S *ops; int n; };\nstruct t v = { &x, 1 };',
    'struct t { int n; S ops; };\nstruct t v = { 1, { .a = f } };',
    '#define COMMON .a = f, .b = g\nS v = { COMMON };',
    'void h(S *s) { int v[] = { 1, 2, 3 }; }',
    '#define OPS(n) S n\nOPS(v) = { .a = f };',
    '#define SIZE(T) sizeof(T)\nint n = SIZE(S);',
    'struct t { struct { S ops; } in; };\nstruct t v = { .in = { .ops = { .a = f } } };',
    'struct { int n; struct s ops; } v = { .ops = { .a = f } };',
    '__typeof__(w) v = { .a = f };',
    'struct s v ALIGNED(8) = { .a = f };',
    '#define D(t, n) struct t n\nD(s, v) = { .a = f };',
    'struct t { int n; S ops; };\nstruct t v = { .ops.a = f, .n = 1 };',
    'struct s make(int n) { int v[] = { 1, 2 }; return w; }',
    'S f(S v, int n) { if (n) { a, b; } return v; }',
  ])('not %j', (source) => expect(codes(source)).toEqual([]));
});

describe('by layout', () => {
  test.each([
    ['size_t n = offsetof(struct s, a);', STRUCT],
    ['size_t n = __builtin_offsetof(S, a);', STRUCT],
    ['size_t n = (size_t)&((struct s *)0)->a;', STRUCT],
    ['size_t n = (size_t)&((struct s *)8)->a;', STRUCT],
    ['#define OFF(t, m) offsetof(t, m)\nsize_t n = OFF(struct s, a);', STRUCT],
    ['#define OFF(t, m) ((size_t)&((t *)0)->m)\nsize_t n = OFF(S, a);', STRUCT],
    ['#define OFF(t, m) offsetof(struct t, m)\nsize_t n = OFF(s, a);', STRUCT],
    ['#define OFF(t, m) offsetof(t, m)\n#define OFF2(t) OFF(t, a)\nsize_t n = OFF2(S);', STRUCT],
    ['_Static_assert(sizeof(S) == 24, "");', STRUCT],
    ['', STRUCT.replace('};', '} __attribute__((packed));')],
    ['', STRUCT.replace('struct s {', 'struct __packed s {')],
    ['', `#pragma pack(push, 1)\n${STRUCT}#pragma pack(pop)\n`],
    [
      '',
      STRUCT.replace('int x;', 'int x;\n  struct s2 { int i; } in;')
        .replace('graph', 'io')
        .replace('int x;\n', '')
        .replace('in;', 'a;')
        .replace('(*a)', '(*c)'),
    ],
    ['union u { S s; int n; };', STRUCT],
    [
      '',
      STRUCT.replace('int x;', 'enum { N = 3 } x;\n  int y[N];')
        .replace('int (*b)(void);', 'enum { M } b;')
        .replace('(*a)(void)', 'a[M + 1]'),
    ],
    [
      '',
      STRUCT.replace('int x;', '#define N 3\n  int x;')
        .replace('(*b)(void)', 'b;\n#define M 4')
        .replace('(*a)(void)', 'a[M]'),
    ],
  ])('%j', (source, struct) => expect(codes(source, struct)).toContain('member-order-matters'));

  test('assembly', () => expect(codes('/* s */ mov s(%rip)', STRUCT, 'a.S')).toEqual(['member-order-matters']));

  test.each([
    ['size_t n = offsetof(struct other, a);', STRUCT],
    ['size_t n = sizeof(S);', STRUCT],
    [
      '#define container_of(p, t, m) ((t *)((char *)(p) - offsetof(t, m)))\nstruct s *v = container_of(p, struct s, a);',
      STRUCT,
    ],
    ['#define field(t, m) sizeof(((t *)0)->m)\nsize_t n = field(S, a);', STRUCT],
    ['struct s *v = container_of(p, struct s, a);', STRUCT],
    ['', `#pragma pack(push, 1)\n#pragma pack(pop)\n${STRUCT}`],
  ])('not %j', (source, struct) => expect(codes(source, struct)).toEqual([]));
});

test('a struct whose members stay has no such finding', () => {
  const struct = 'struct s {\n  int x;\n  int (*a)(void);\n  int (*b)(void);\n};\n';
  expect(codes('struct s v = { 1, f, g };', struct)).toEqual([]);
});

test.each(['FLEX(char, data);', 'char data[FLEX_ARRAY];'])(
  'what may be an array without a length stays last: %s',
  (last) => {
    const { findings } = divided('{ s: { io: [a] } }', {
      's.h': `struct s {\n  int x;\n  int (*a)(void);\n  ${last}\n};\n`,
    });
    expect(findings.map(({ code }) => code)).not.toEqual([]);
  },
);

test('a function that returns the struct does not define it', () => {
  expect(codes('struct s make(void) { return v; }\nstruct s make2(int n)\n{\n  return v;\n}')).toEqual([]);
});

test('conditionals may be nested 200 deep', () => {
  const lines = Array.from({ length: 200 }, (_, at) => [`#if A${at}`, `  int (*m${at})(int);`]).flat();
  const text = `struct s {\n${lines.join('\n')}\n${'#endif\n'.repeat(200)}};\n`;
  expect(codesOf(divided('{ s: { graph: ["m*1"], io: [m0] } }', { 's.h': text }))).toBeDefined();
});
