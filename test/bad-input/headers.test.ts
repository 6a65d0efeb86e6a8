import { test } from '@jest/globals';
import { type BadInput, checkRefused } from './check-refused.ts';
import { soundProject } from './sound-project.ts';

const path = 'include/store.h';
const sound = soundProject[path] ?? '';
const manifest = soundProject['store.yaml'] ?? '';
const deep = 100_000;

function header(text: string, says: string, more: Readonly<Record<string, string>> = {}): BadInput {
  return { files: { [path]: text, ...more }, says };
}

/** With these lines below the header's last prototype, and these entries below the manifest's last. */
function added(lines: string, says: string, entries = ''): BadInput {
  return header(
    sound.replace('\n#endif', () => `${lines}\n\n#endif`),
    says,
    { 'store.yaml': manifest + entries },
  );
}

const tooDeep = (place: string): string =>
  `nested-too-deep include/store.h:${place}: include/store.h nests more than 256 levels of brackets and conditionals`;

test.each<[string, BadInput]>([
  [
    'a NUL byte',
    header(
      sound.replace('Store;', 'St\0re;'),
      'header-binary include/store.h:5:24: include/store.h contains a NUL byte: it is not a text file',
    ),
  ],
  [
    'no guard',
    header(
      sound.replace('#ifndef STORE_H\n#define STORE_H\n', '').replace('#endif\n', ''),
      'guard-missing include/store.h:3:1: include/store.h has no include guard',
    ),
  ],
  [
    'code behind the guard',
    header(`${sound}int after;\n`, 'code-outside-guard include/store.h:12:1: this is outside the include guard'),
  ],
  [
    'CR alone',
    header(
      sound.replaceAll('\n', '\r'),
      'header-line-ends include/store.h:1:1: the lines of include/store.h end in CR alone, which no compiler takes for a line end',
    ),
  ],
  [
    'more than 32 MiB',
    header(
      `${sound}/*${'x'.repeat(32 * 1024 * 1024)}*/`,
      "header-unusable store.yaml:2:9: 'include/store.h' is larger than any C header",
    ),
  ],
  ['nothing', header('', "prototype-unknown store.yaml:8:3: include/store.h has no prototype 'store_open'")],
  [
    'macros that bracket one another too deeply',
    added(`${'G_BEGIN_DECLS\n'.repeat(4_000)}int deep;\n${'G_END_DECLS\n'.repeat(4_000)}`, tooDeep('266:1')),
  ],
  [
    'pragmas that bracket one another too deeply',
    added(`${'#pragma pack(push)\n'.repeat(300)}int deep;\n${'#pragma pack(pop)\n'.repeat(300)}`, tooDeep('266:1')),
  ],
  [
    'brackets and conditionals that nest too deeply together',
    added(`${'#if A\nG_BEGIN_DECLS\n'.repeat(200)}int deep;\n${'G_END_DECLS\n#endif\n'.repeat(200)}`, tooDeep('267:1')),
  ],
  ['an open comment', added('/* open', "unbalanced include/store.h:10:1: '/*' begins a comment that nothing ends")],
  ['an open conditional', added('#if A', "unbalanced include/store.h:2:1: '#if' is unmatched")],
  ['an #endif too many', added('#endif', "unbalanced include/store.h:12:1: '#endif' is unmatched")],
  ['an open extern "C"', added('extern "C" {', `unbalanced include/store.h:10:1: 'extern "C" {' is unmatched`)],
  ['a brace too many', added('}', "unbalanced include/store.h:10:1: '}' is unmatched")],
  [
    'an open #pragma pack',
    added('#pragma pack(push, 1)', "unbalanced include/store.h:10:1: 'pragma pack' is unmatched"),
  ],
  ['an open G_BEGIN_DECLS', added('G_BEGIN_DECLS', "unbalanced include/store.h:10:1: 'G_BEGIN_DECLS' is unmatched")],
  ['100,000 parentheses', added(`int a = ${'('.repeat(deep)}1${')'.repeat(deep)};`, tooDeep('10:264'))],
  ['100,000 parentheses left open', added(`int a = ${'('.repeat(deep)};`, tooDeep('10:264'))],
  ['100,000 structures', added(`${'struct {'.repeat(deep)}${'} a;'.repeat(deep)}`, tooDeep('10:2048'))],
  ['100,000 conditionals', added(`${'#if A\n'.repeat(deep)}${'#endif\n'.repeat(deep)}`, tooDeep('265:1'))],
  [
    'a line of 1 MB',
    added(
      `int q(int ${'x'.repeat(1_000_000)});`,
      "prototype-unassigned include/store.h:10:5: prototype 'q' has no part",
    ),
  ],
  [
    'names that disagree',
    added(
      'int store_a(void), store_b(void);',
      "names-disagree include/store.h:10:20: one declaration makes 'store_a' (io) and 'store_b' (graph), but it can be in one part only",
      '  store_a: io\n  store_b: graph\n',
    ),
  ],
  [
    'a group that changes its condition',
    added(
      '#ifndef F\n#define F 1\nstatic inline int store_a(void) { return 0; }\nint store_b(void);\n#endif',
      "group-divided include/store.h:10:1: the group changes 'F', which its own condition tests, and its declarations go to different parts",
      '  store_a: io\n  store_b: graph\n',
    ),
  ],
  [
    'a guard taken elsewhere',
    {
      files: { 'other.h': '#define STORE_IO_H\n' },
      says: 'guard-taken store.yaml:6:3: the guard STORE_IO_H of include/store-io.h is already used in other.h',
    },
  ],
  [
    'a part file that exists',
    {
      files: { 'include/store-io.h': 'x\n' },
      says: 'part-file-exists store.yaml:6:3: include/store-io.h exists, but include/store.h is not split yet',
    },
  ],
  [
    'a licence from nowhere',
    header(
      sound.slice(sound.indexOf('#')),
      "file-missing store.yaml:3:18: the tree has no file 'gone.c' to take the licence from",
      {
        'store.yaml': manifest.replace('parts:', 'licence: { from: gone.c }\nparts:'),
      },
    ),
  ],
  [
    'a licence from a file without one',
    header(
      sound.slice(sound.indexOf('#')),
      'licence-text-missing store.yaml:3:18: store.c does not begin with a comment',
      {
        'store.yaml': manifest.replace('parts:', 'licence: { from: store.c }\nparts:'),
      },
    ),
  ],
])('a header: %s', async (_, input) => checkRefused(input));
