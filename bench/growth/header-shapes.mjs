// A header of many items.
import { entries, header, headerOnly, manifest, OTHERS, times } from './pieces.mjs';

/** Where the change is large, or has many lines that are the same, its diff is measured as well. */
const CHANGING = ['init', 'check', 'diff'];

const items = (line) => ({ tree: (n) => headerOnly(times(n, line)) });
const text = (lines) => ({ tree: (n) => headerOnly(lines(n)) });
/** Prototypes `g0` to `g(n - 1)` in two parts, each with what stands around it. */
const prototypes = (line, { rest, parts, more } = {}) => ({
  commands: CHANGING,
  tree: (n) => ({
    'h.h': header(times(n, line)),
    'm.yaml': manifest({
      parts: `  common: {}\n  io: {}${more ? `\n${more}` : ''}`,
      entries: entries(n, 'g', parts),
      rest,
    }),
  }),
});
const ALL = [
  'init',
  'check',
  'diff',
  'apply',
  'check of a split',
  'regenerate',
  'regenerate many',
  'regenerate from history',
  'sync',
  'series',
];

export const headerShapes = {
  prototypes: { ...prototypes((at) => `int g${at}(void);`), commands: [...ALL, ...OTHERS] },
  'prototypes in blocks': {
    tree: (n) => ({
      'h.h': header(times(n, (at) => `int g${at}(void);`)),
      'm.yaml': manifest({ entries: times(n, (at) => `  g${at}: ${at < n / 2 ? 'common' : 'io'}`) }),
    }),
    commands: ALL,
  },
  'prototypes with comments': {
    ...prototypes((at) => `/* What g${at} does. */\nint g${at}(void);\n`),
    commands: ALL,
  },
  'prototypes with doc comments': prototypes((at) => `/** What g${at} does. */\nint g${at}(void);\n`),
  'prototypes with comments behind': prototypes((at) => `int g${at}(void); /* g${at} */`),
  'prototypes with titles': prototypes((at) => `/* Title ${at} */\n\nint g${at}(void);\n`),
  'prototypes with conditions': prototypes((at) => `#ifdef A${at}\nint g${at}(void);\n#endif`),
  'prototypes in two branches': prototypes((at) => `#ifdef A\nint g${at}(void);\n#else\nint g${at}(int);\n#endif`),
  'prototypes with types': prototypes((at) => `struct s${at};\nint g${at}(struct s${at} *p);`),
  'prototypes with macros of their names': prototypes((at) => `int g${at}(void);\n#define g${at}() 0`),
  'prototypes with stubs': prototypes((at) => `#ifdef A\nint g${at}(void);\n#else\n#define g${at}() 0\n#endif`),
  'prototypes between definitions': prototypes((at) => `#define X ${at}\nint g${at}(int a[X]);\n#undef X`),
  'prototypes of one part between definitions': prototypes((at) => `#define X ${at}\nint g${at}(int a[X]);\n#undef X`, {
    parts: ['io'],
  }),
  'prototypes of three parts between definitions': prototypes(
    (at) => `#define X ${at}\nint g${at}(int a[X]);\n#undef X`,
    { parts: ['io', 'graph'], more: '  graph: {}' },
  ),
  'prototypes of one part between definitions of their own': prototypes(
    (at) => `#define X${at} ${at}\nint g${at}(int a[X${at}]);\n#undef X${at}`,
    { parts: ['io'] },
  ),
  'prototypes between definitions of their own': prototypes(
    (at) => `#define X${at} ${at}\nint g${at}(int a[X${at}]);\n#undef X${at}`,
  ),
  'prototypes between definitions in conditions': prototypes(
    (at) => `#ifdef A${at}\n#define X ${at}\n#endif\nint g${at}(int a[X]);`,
  ),
  'types that follow assigned types': {
    tree: (n) => ({
      'h.h': header(
        times(n, (at) => `typedef int t${at};\nstruct s${at} { t${at} x; };\nint g${at}(struct s${at} *p);`),
      ),
      'm.yaml': `${manifest({ entries: entries(n, 'g') })}declarations:\n${times(n, (at) => `  t${at}: io\n`).join('')}`,
    }),
  },
  'types in a chain that follow an assigned type': {
    tree: (n) => ({
      'h.h': header(
        'typedef int t0;',
        times(n, (at) => `typedef t${at} t${at + 1};`),
      ),
      'm.yaml': `${manifest()}declarations:\n  t0: io\n`,
    }),
  },
  'users of a chain of macros': text((n) => [
    ...times(n >> 1, (at) => `#define M${at} M${at + 1}`),
    ...times(n >> 1, (at) => `int v${at}[M0];`),
  ]),
  'users of one macro': text((n) => ['#define M 1', ...times(n, (at) => `int v${at}[M];`)]),
  'items on one line': text((n) => times(n, (at) => `int v${at};`).join(' ')),
  'prototypes on one line': {
    tree: (n) => ({
      'h.h': header(times(n, (at) => `int g${at}(void);`).join(' ')),
      'm.yaml': manifest({ entries: entries(n, 'g') }),
    }),
  },
  'prototypes on one line without a part': {
    tree: (n) => headerOnly(times(n, (at) => `int g${at}(void);`).join(' ')),
    commands: ['check'],
  },
  'paragraphs of prose': items((at) => `this is not C ${at}\n`),
  'words behind a star': text((n) => [`int *${times(n, (at) => `W${at}`).join(' ')} g(void);`]),
  'prototypes with annotations not known': prototypes((at) => `ANNOTATION${at} int g${at}(void) OTHER${at};`),
  'prototypes in brackets': prototypes((at) => `G_BEGIN_DECLS\nint g${at}(void);\nG_END_DECLS`),
  'prototypes in pragmas': prototypes((at) => `#pragma pack(push, 1)\nint g${at}(void);\n#pragma pack(pop)`),
  'prototypes in linkage': prototypes(
    (at) => `#ifdef __cplusplus\nextern "C" {\n#endif\nint g${at}(void);\n#ifdef __cplusplus\n}\n#endif`,
  ),
  'prototypes under one comment': {
    commands: CHANGING,
    tree: (n) => ({
      'h.h': header('/* Heads all. */', ...times(n, (at) => `int g${at}(void);`)),
      'm.yaml': manifest({ entries: entries(n, 'g') }),
    }),
  },
  'prototypes under one comment that names them': {
    tree: (n) => ({
      'h.h': header(`/* ${times(n, (at) => `g${at}`).join(' ')} */`, ...times(n, (at) => `int g${at}(void);`)),
      'm.yaml': manifest({ entries: entries(n, 'g') }),
    }),
  },
  'prototypes under one condition': {
    commands: CHANGING,
    tree: (n) => ({
      'h.h': header('#ifdef A', ...times(n, (at) => `int g${at}(void);`), '#endif'),
      'm.yaml': manifest({ entries: entries(n, 'g') }),
    }),
  },
  'prototypes without a part': { tree: (n) => headerOnly(times(n, (at) => `int g${at}(void);`)), commands: ['check'] },
  'entries without a prototype': {
    tree: (n) => ({ 'h.h': header(), 'm.yaml': manifest({ entries: entries(n, 'g') }) }),
    commands: ['check', 'diff'],
  },
  'entries misspelt': {
    tree: (n) => ({
      'h.h': header(times(n, (at) => `int device_open_${at}(void);`)),
      'm.yaml': manifest({ entries: entries(n, 'devise_open_') }),
    }),
    commands: ['check', 'diff'],
  },
  'functions declared again': {
    commands: CHANGING,
    tree: (n) => ({
      'h.h': header(times(n, (at) => `int g${at >> 1}(void);`)),
      'm.yaml': manifest({ entries: entries(n >> 1, 'g', ['io']) }),
    }),
  },
  'one function declared again': {
    commands: CHANGING,
    tree: (n) => ({
      'h.h': header(times(n, () => 'int g0(void);')),
      'm.yaml': manifest({ entries: ['  g0: io'] }),
    }),
  },
  'functions inline': prototypes((at) => `static inline int g${at}(void) { return ${at}; }`),
  'functions inline with a macro each': {
    ...prototypes((at) => `#define M${at} ${at}\nstatic inline int g${at}(void) { return M${at}; }`),
    commands: ['init', 'check', 'diff', 'apply', 'regenerate'],
  },
  'functions inline in a chain': prototypes(
    (at) => `static inline int g${at}(void) { return ${at === 0 ? '0' : `g${at - 1}()`}; }`,
    { parts: ['io'] },
  ),
  'functions inline in a chain across parts': prototypes(
    (at) => `static inline int g${at}(void) { return ${at === 0 ? '0' : `g${at - 1}()`}; }`,
    { rest: '' },
  ),
  'functions inline with one type each': prototypes(
    (at) => `struct s${at} { int a; };\nstatic inline int g${at}(struct s${at} *p) { return p->a; }`,
  ),
  'functions inline that call one': prototypes(
    (at) => `static inline int g${at}(void) { return ${at === 0 ? '0' : 'g0()'}; }`,
  ),
  macros: items((at) => `#define M${at} ${at}`),
  'macros with arguments': items((at) => `#define M${at}(a, b) ((a) + (b) + ${at})`),
  'macros defined twice': items((at) => `#define M${at >> 1} ${at}`),
  'macro defined again': { ...items((at) => `#define M ${at}`), commands: CHANGING },
  'macros defined and undefined': items((at) => `#define M${at} 1\n#undef M${at}`),
  'macro defined and undefined': items((at) => `#define M ${at}\n#undef M`),
  'macros undefined': items((at) => `#undef M${at}`),
  'macros by default': items((at) => `#ifndef M${at}\n#define M${at} 1\n#endif`),
  'chain of macros': items((at) => `#define M${at} M${at + 1}`),
  'chain of macros backwards': items((at) => `#define M${at} M${at - 1}`),
  'chain of macros to a function': {
    tree: (n) => ({
      'h.h': header(
        times(n, (at) => `#define M${at} M${at + 1}`),
        `#define M${n} f0()`,
      ),
      'm.yaml': manifest(),
    }),
  },
  'chain of macros to a forbidden function': {
    tree: (n) => ({
      'h.h': header(
        times(n, (at) => `#define M${at} M${at + 1}`),
        `#define M${n} f0()`,
      ),
      'm.yaml': manifest({ parts: '  common: { may_call: [common] }\n  io: {}' }),
    }),
  },
  'ring of macros': {
    tree: (n) => headerOnly(times(n, (at) => `#define M${at} M${(at + 1) % n}`)),
  },
  'macros that name all before': {
    tree: (n) => headerOnly(times(n >> 4, (at) => `#define M${at} ${times(16, (by) => `M${at - by - 1}`).join(' ')}`)),
  },
  'macros that call functions of a part': {
    tree: (n) => ({
      'h.h': header(times(n, (at) => `int g${at}(void);\n#define M${at} g${at}()`)),
      'm.yaml': manifest({ entries: entries(n, 'g', ['io']) }),
    }),
  },
  'macros that call one forbidden function': {
    tree: (n) => ({
      'h.h': header(times(n, (at) => `#define M${at} f0()`)),
      'm.yaml': manifest({ parts: '  common: { may_call: [common] }\n  io: {}' }),
    }),
  },
  types: items((at) => `typedef struct s${at} s${at};`),
  'chain of types': items((at) => `typedef ${at === 0 ? 'int' : `t${at - 1}`} t${at};`),
  structures: items((at) => `struct s${at} { struct s${at - 1} *before; };`),
  'structures announced': items((at) => `struct s${at};`),
  variables: { ...items((at) => `extern int v${at};`), commands: CHANGING },
  enumerations: items((at) => `enum { E${at} };`),
  'lines that are opaque': items((at) => `foo bar${at} baz 1;`),
  'calls of macros': items((at) => `DECLARE_THING(t${at})`),
  'calls of macros with conditions behind': {
    tree: (n) => headerOnly('FOO(x)', ...times(n, () => '#if A\n#endif')),
  },
  'names on lines': items((at) => `NAME${at}`),
  'names in paragraphs': items((at) => `NAME${at}\n`),
  'parentheses never closed': items((at) => `int x${at}(`),
  'parentheses never closed in paragraphs': items((at) => `int x${at}(;\n`),
  'parentheses never closed in conditions': items((at) => `#if A${at}\nint x${at}(\n#endif`),
  'parentheses closed in one branch': items((at) => `int x${at}(int a\n#if A${at}\n, int b)\n#endif\n;`),
  'braces never closed in paragraphs': items((at) => `struct s${at} {\n`),
  'braces closed that were not open': { ...items(() => '}'), commands: CHANGING },
  conditions: items((at) => `#if A${at}\nint v${at};\n#endif`),
  'conditions around nothing': items((at) => `#if A${at}\n#endif`),
  'conditions never closed': { tree: (n) => headerOnly(times(Math.min(n, 200), (at) => `#if A${at}`)) },
  'conditions closed that were not open': items(() => '#endif'),
  branches: text((n) => ['#if A', ...times(n, (at) => `#elif B${at}\nint v${at};`), '#endif']),
  'branches that define a macro and use it': text((n) => [
    '#if A',
    ...times(n, (at) => `#elif B${at}\n#define M ${at}\nint v[M];`),
    '#endif',
  ]),
  'branches that declare one function': {
    tree: (n) => ({
      'h.h': header('#if A', ...times(n, (at) => `#elif B${at}\nint g0(void);`), '#endif'),
      'm.yaml': manifest({ entries: ['  g0: io'] }),
    }),
  },
  'branches around nothing': text((n) => ['#if A', 'int v;', ...times(n, (at) => `#elif B${at}`), '#endif']),
  'branches with a prototype each': {
    tree: (n) => ({
      'h.h': header('#if A', ...times(n, (at) => `#elif B${at}\nint g${at}(void);`), '#endif'),
      'm.yaml': manifest({ entries: entries(n, 'g') }),
    }),
  },
  'branches in a declaration': text((n) => [
    'int a =',
    '#if A',
    ...times(n, (at) => `${at}\n#elif B${at}`),
    '#endif',
    ';',
  ]),
  'conditions in a declaration': text((n) => ['int a[] = {', ...times(n, (at) => `#if A${at}\n${at},\n#endif`), '};']),
  'conditions that are disabled': items((at) => `#if 0\n@ ' ${at}\n#endif`),
  'conditions on a macro defined inside': items((at) => `#ifndef M${at}\n#define M${at}\nint v${at};\n#endif`),
  'conditions on one macro': { ...items((at) => `#ifdef A\nint v${at};\n#endif`), commands: CHANGING },
  'conditions nested and beside one another': items(
    (at) => `#if A\n#if B\n#if C\n#if D\nint v${at};\n#endif\n#endif\n#endif\n#endif`,
  ),
  comments: items((at) => `/* c${at} */\n`),
  'comments on lines': items((at) => `// c${at}`),
  'comments between titles': { ...items((at) => `/* c${at} */\n\n\nint v${at};\n`), commands: CHANGING },
  'comments above one declaration': text((n) => [...times(n, (at) => `/* c${at} */\n`), 'int v;']),
  'comments between conditions': items((at) => `/* c${at} */\n#if A${at}\n#endif\n`),
  'comments above macros': items((at) => `/* c${at} */\n\n#define M${at} 1\n`),
  'comments before the guard': {
    tree: (n) => ({ 'h.h': `${times(n, (at) => `/* c${at} */\n\n`).join('')}${header()}`, 'm.yaml': manifest() }),
  },
  'comments behind the guard': {
    tree: (n) => ({ 'h.h': `${header()}${times(n, (at) => `/* c${at} */\n\n`).join('')}`, 'm.yaml': manifest() }),
  },
  'declarations behind the guard': {
    tree: (n) => ({ 'h.h': `${header()}${times(n, (at) => `int v${at};\n`).join('')}`, 'm.yaml': manifest() }),
  },
  'declarations without a guard': {
    tree: (n) => ({ 'h.h': `${times(n, (at) => `int v${at};\n`).join('')}int f0(void);\n`, 'm.yaml': manifest() }),
  },
  includes: items((at) => `#include <sys/a${at}.h>`),
  'includes between declarations': items((at) => `#include <sys/a${at}.h>\nint v${at};`),
  'includes of one file': items(() => '#include "a.h"'),
  'includes by macros': items((at) => `#include MACRO${at}`),
  brackets: items((at) => `G_BEGIN_DECLS\nint v${at};\nG_END_DECLS`),
  'brackets never closed': items(() => 'G_BEGIN_DECLS'),
  'brackets never closed around declarations': items((at) => `G_BEGIN_DECLS\nint v${at};`),
  'brackets closed that were not open': items(() => 'G_END_DECLS'),
  'brackets nested': text((n) => [...times(n, () => 'G_BEGIN_DECLS'), 'int v;', ...times(n, () => 'G_END_DECLS')]),
  'brackets of many names': items((at) => `A${at}_BEGIN\nint v${at};\nA${at}_END`),
  'brackets crossed': text((n) => [...times(n, (at) => `A${at}_BEGIN`), ...times(n, (at) => `A${at}_END`)]),
  'pragmas nested': text((n) => [
    ...times(n, () => '#pragma pack(push)'),
    'int v;',
    ...times(n, () => '#pragma pack(pop)'),
  ]),
  pragmas: items((at) => `#pragma once${at}`),
  'linkage nested': { tree: (n) => headerOnly('extern "C" {'.repeat(n), 'int v;', '}'.repeat(n)) },
  'parentheses nested': text((n) => [`int a = ${'('.repeat(n)}1${')'.repeat(n)};`]),
  'parentheses nested in a macro': text((n) => [`#define M ${'('.repeat(n)}1${')'.repeat(n)}`]),
  'parentheses nested in a condition': text((n) => [`#if ${'('.repeat(n)}A${')'.repeat(n)}`, 'int v;', '#endif']),
  'braces nested': text((n) => [`struct ${'{ struct '.repeat(n)}s x; ${'} x;'.repeat(n)}`]),
  'conditions nested': text((n) => [...times(n, (at) => `#if A${at}`), 'int v;', ...times(n, () => '#endif')]),
  'directives not known': items((at) => `#error message ${at}`),
};
