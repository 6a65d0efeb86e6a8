import { describe, expect, test } from '@jest/globals';
import { codesOf, divided } from './divided.ts';

const STRUCT = 'struct s {\n  int x;\n  int (*b)(void);\n  int (*a)(void);\n};\ntypedef struct s S;\n';

function codes(
  source: string,
  struct = STRUCT,
  path = 'a.c',
  more: Readonly<Record<string, string>> = {},
): readonly string[] {
  return codesOf(divided('{ s: { graph: [a], io: [b] } }', { 's.h': struct, [path]: source, ...more }));
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
    const { findings, text } = divided('{ s: { io: [a] } }', {
      's.h': `struct s {\n  int (*a)(void);\n  int x;\n  ${last}\n};\n`,
    });
    expect(findings).toEqual([]);
    expect(text('s.h')).toContain(`  int (*a)(void);\n  ${last}\n};`);
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

describe('spelt apart', () => {
  test.each([
    ['st\\\nruct s v = { 1, f, g };', {}],
    ['typedef struct s Ops;\nO\\  \nps v = { 1, f, g };', {}],
    ['size_t n = off\\\nsetof(struct s, a);', {}],
    ['#define W struct\nW s v = { 1, f, g };', {}],
    ['#define W() static struct\nW() s v = { 1, f, g };', {}],
    ['#define LB {\n#define RB }\nS v = LB 1, f, g RB;', {}],
    ['#define LB { 1,\nS v[] = { LB f, g } };', {}],
    ['#define LB {\nvoid h(void) { w = (S) LB 1, f, g }; }', {}],
    ['#define BEGIN(n) S n = {\nBEGIN(v) 1, f, g };', {}],
    ['S\n#include "d.inc"\n', { 'd.inc': 'v = { 1, f, g };' }],
    ['S w,\n#include "d.inc"\n;', { 'd.inc': 'v = { 1, f, g }' }],
    ['struct\n#include "d.inc"\nv = { 1, f, g };', { 'd.inc': 's\n' }],
    ['struct t { S o;\n#include "d.inc"\n', { 'd.inc': '} w = { { 1, f, g } };' }],
    ['typedef S BlockOps;\n#define DEF(n) n##Ops v = { 1, f, g }\nDEF(Block);', {}],
    ['typedef S Ops;\n#define CAT(a, b) a##b\n#define DEF(n) CAT(n, ps) v = { 1, f, g }\nDEF(O);', {}],
    ['S v = ?\x3f< 1, f, g ?\x3f>;', {}],
    ['%:define V { 1, f, g }\nS v = V;', {}],
  ])('%j', (source, more) => expect(codes(source, STRUCT, 'a.c', more)).toContain('member-order-matters'));

  test.each([
    ['#define DEF(n) static int n##_fn(void) { return 1; }\nDEF(s)\nS v = { .a = s_fn };', {}],
    ['#define W(x) x\nW(S) v = { .a = f };', {}],
    ['S *next,\n  *other;\n#include "d.inc"\n', { 'd.inc': 'int n;' }],
  ])('not %j', (source, more) => expect(codes(source, STRUCT, 'a.c', more)).toEqual([]));
});

describe('in C++', () => {
  test.each([
    'S h() { return S{ 1, f, g }; }',
    'S h() { return { 1, f, g }; }',
    'int k(S);\nint n = k({ 1, f, g });',
    'extern S v;\nvoid h() { v = { 1, f, g }; }',
    'S *v = new S{ 1, f, g };',
    'S v(1, f, g);',
    'void h() { auto [x, b, a] = v; use((S *)0); }',
    'S v = { .b = f, .a = g };',
    'std::vector<S> v{ { 1, f, g } };',
  ])('%j', (source) => expect(codes(source, STRUCT, 'a.cc')).toContain('member-order-matters'));

  test('no lists', () => expect(codes('int h(S *v) { v->a = f; return v->b(); }', STRUCT, 'a.cc')).toEqual([]));
});

describe('in memory', () => {
  test.each([
    'S o;\nlong n = (char *)&o.b - (char *)&o;',
    'int h(struct s *o) { return &o->b < &o->a; }',
    'S o;\nint n = (&o.b)[1]();',
    'S o;\nint (**p)(void) = &o.b;',
    'S o;\nvoid **p = (void **)&o;',
    'typedef int (*fn)(void);\nint h(S *o) { return ((fn *)o)[1](); }',
    'struct t { int x; int (*a)(void); };\nint h(S *o) { return ((struct t *)o)->a(); }',
    'void *t[3];\nS *o = (S *)t;',
    'struct { long x; } t;\nvoid h(S *o) { o = (void *)&t; }',
    'S o;\nextern void *raw[] __attribute__((alias("o")));',
    'void h(S *o) { memcpy(t, o, sizeof(S)); }',
    'void h(S *o, S *p) { memcpy(p, o, sizeof *o - sizeof o->a); }',
    'void h(S *o) { memset(&o->b, 0, 2 * sizeof(o->b)); }',
    'void h(S *o) { fwrite(o, sizeof *o, 1, out); }',
    'void h(S *o) { n = hash(o, sizeof(S)); }',
    'void h(S *o) { for (i = 0; i < sizeof(S) / sizeof(void *); i++) use(i); }',
    'S o;\nlong n = offsetof(__typeof__(o), a);',
    '#define AFTER(p, m) (offsetof(__typeof__(*(p)), m) + 8)\nint h(S *o) { return AFTER(o, a); }',
    'int h(S *o) { __asm__("call *8(%0)" : : "r"(o)); }',
    'void h(void) { S *o = dlsym(lib, "ops"); }',
    'struct t { S *ops; };\nint h(struct t *t) { return ((int (**)(void))t->ops)[1](); }',
    'void h(void) { S v = { .b = make(1), .a = make(2) }; }',
    'void h(int n) { S v = { .x = n++, .b = n++ }; }',
  ])('%j', (source) => expect(codes(source)).toContain('member-order-matters'));

  test.each([
    'void h(S *o, S *p) { memcpy(p, o, sizeof *o); memset(o, 0, sizeof(S)); }',
    'void h(S *o) { o = g_memdup(o, sizeof *o); }',
    'void h(S *o) { set(&o->a); load("a", (void **)&o->b); o->a = dlsym(lib, "a"); }',
    'void h(const S *o) { S *p = (S *)o; void *q = (void *)p; p = (S *)q; }',
    'struct t { S s; int n; };\nint h(S *o) { return ((struct t *)o)->n; }',
    'S o[3];\nint n = sizeof(o) / sizeof(o[0]);',
    'S *h(void) { return (S *)malloc(sizeof(S) + 8); }',
    'int h(S *o, char *b) { return snprintf(b, sizeof(b), "%d", use(o, b, sizeof b)); }',
    'int h(S *o, int n) { return n && o->x - n; }',
  ])('not %j', (source) => expect(codes(source)).toEqual([]));

  test('assembly that names a variable', () => {
    expect(codes('S the_ops;', STRUCT, 'a.c', { 'b.S': ' call *the_ops+8\n' })).toEqual(['member-order-matters']);
  });
});

describe('outside', () => {
  test.each<Record<string, string>>([
    { 'meson.build': "install_headers('s.h', subdir: 'x')\n" },
    { 'meson.build': "api = files('s.h')\ninstall_headers(api)\n" },
    { 'Makefile.am': 'include_HEADERS = a.h \\\n\ts.h\n' },
    { 'CMakeLists.txt': 'install(FILES s.h DESTINATION include)\n' },
    { Makefile: 'install:\n\tinstall -m 644 s.h $(DESTDIR)/usr/include\n' },
    { 'b.py': 'class s(ctypes.Structure):\n    _fields_ = [("x", c_long), ("b", c_void_p), ("a", c_void_p)]\n' },
    { 'b.rs': '#[repr(C)]\npub struct s {\n  x: i64, b: fn(), a: fn() }\n' },
    { 'b.lua': 'ffi.cdef[[ struct s { long x; int (*b)(void); int (*a)(void); }; ]]\n' },
  ])('%j', (more) => expect(codes('', STRUCT, 'a.c', more)).toEqual(['member-order-matters']));

  test.each<Record<string, string>>([
    { 'meson.build': "sources = files('s.h')\n" },
    { 'Makefile.am': 'noinst_HEADERS = s.h\nprog_SOURCES = s.h\ninstall-exec-hook:\n\techo\n' },
    { 'b.py': 'import ctypes\nprint("s", "a")\n' },
  ])('not %j', (more) => expect(codes('', STRUCT, 'a.c', more)).toEqual([]));
});

test.each(['_Pragma("pack(1)")\n', 'PACK_BEGIN\n', '#include <pshpack1.h>\n'])('packed by %j', (mark) =>
  expect(codes('', mark + STRUCT)).toEqual(['member-order-matters']),
);

test('packed by a macro with another name', () => {
  const struct = `#define TIGHT __attribute__((packed))\n${STRUCT.replace('};', '} TIGHT;')}`;
  expect(codes('', struct)).toEqual(['member-order-matters']);
});

test('an array without a length stays last, in the last section', () => {
  const struct = STRUCT.replace('};', '  char data[];\n};');
  const { findings, text } = divided('{ s: { graph: [a], io: [b] } }', { 's.h': struct });
  expect(findings).toEqual([]);
  expect(text('s.h')).toMatch(/\(\*a\)[\s\S]*\(\*b\)\(void\);\n {2}char data\[\];\n\};/);
  const again = divided('{ s: { graph: [a], io: [b] } }', { 's.h': text('s.h') ?? '' });
  expect([again.findings, again.changes]).toEqual([[], []]);
  const named = divided('{ s: { graph: [a, data], io: [b] } }', { 's.h': struct });
  expect(codesOf(named)).toEqual(['member-order-matters']);
});
