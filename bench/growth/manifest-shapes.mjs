// A manifest that grows.
import { ASSERTING, entries, header, manifest, times } from './pieces.mjs';

const CHECK = ['check'];

/** A manifest has at most 1,024 part files: more would time the refusal. */
const SIZES_OF_PARTS = [64, 256, 1000];

/** Only the manifest grows. */
const only = (text) => ({ tree: (n) => ({ 'h.h': header(), 'm.yaml': text(n) }), commands: CHECK });
const withParts = (lines, sizes) => ({
  ...(sizes && { sizes }),
  ...only((n) => manifest({ parts: ['  common: {}', '  io: {}', ...lines(n)].join('\n') })),
});

export const manifestShapes = {
  'parts without an item': withParts((n) => times(n, (at) => `  p${at}: {}`), SIZES_OF_PARTS),
  'more part files than a manifest may have': withParts((n) => times(n + 1024, (at) => `  p${at}: {}`)),
  parts: {
    sizes: SIZES_OF_PARTS,
    tree: (n) => ({
      'h.h': header(times(n, (at) => `int g${at}(void);`)),
      'm.yaml': manifest({
        parts: ['  common: {}', '  io: {}', ...times(n, (at) => `  p${at}: {}`)].join('\n'),
        entries: times(n, (at) => `  g${at}: p${at}`),
      }),
    }),
    commands: ['check', 'diff', 'apply', 'regenerate'],
  },
  'parts that assert': {
    sizes: SIZES_OF_PARTS,
    tree: (n) => ({
      'h.h': header(times(n, (at) => `int g${at}(void);`)),
      'a.c': times(n, (at) => `int g${at}(void)\n{\n    return ${at};\n}\n`).join('\n'),
      'm.yaml': manifest({
        parts: ['  common: {}', '  io: {}', ...times(n, (at) => `  p${at}: { assert: 'a${at}();' }`)].join('\n'),
        entries: times(n, (at) => `  g${at}: p${at}`),
      }),
    }),
    commands: ['check', 'diff', 'apply'],
  },
  'parts into one another': withParts((n) => times(n, (at) => `  p${at}: { into: ${at === 0 ? 'io' : `p${at - 1}`} }`)),
  'parts into a ring': withParts((n) => times(n, (at) => `  p${at}: { into: p${(at + 1) % n} }`)),
  'parts into one': {
    tree: (n) => ({
      'h.h': header(times(n, (at) => `int g${at}(void);`)),
      'm.yaml': manifest({
        parts: ['  common: {}', '  io: {}', ...times(n, (at) => `  p${at}: { into: io }`)].join('\n'),
        entries: times(n, (at) => `  g${at}: p${at}`),
      }),
    }),
    commands: ['check', 'diff', 'apply'],
  },
  'parts that may call all': withParts((n) =>
    times(n >> 4, (at) => `  p${at}: { may_call: [${times(16, (by) => `p${(at + by) % (n >> 4)}`).join(', ')}] }`),
  ),
  'parts of one file': withParts((n) => times(n, (at) => `  p${at}: { file: a.h }`)),
  'parts with banners': withParts((n) => times(n, (at) => `  p${at}: { banner: Part ${at}. }`), SIZES_OF_PARTS),
  banner: withParts((n) => [`  p: { banner: "${'word '.repeat(n)}" }`]),
  'banner of lines': withParts((n) => ['  p:', '    banner: |', ...times(n, (at) => `      line ${at}`)]),
  'assertion of a part': withParts((n) => [`  p: { assert: "a(${'1 + '.repeat(n)}1);" }`]),
  licence: only((n) => manifest({ rest: `licence: "${'word '.repeat(n)}"\n` })),
  annotations: only((n) => manifest({ rest: `annotations: [${times(n, (at) => `a${at}`).join(', ')}]\n` })),
  'annotations used': {
    tree: (n) => ({
      'h.h': header(times(n, (at) => `a${at} int g${at}(void);`)),
      'm.yaml': manifest({
        rest: `annotations: [${times(n, (at) => `a${at}`).join(', ')}]\n`,
        entries: entries(n, 'g'),
      }),
    }),
    commands: CHECK,
  },
  'macros of declarations': only((n) =>
    manifest({ rest: `declaration_macros: [${times(n, (at) => `D${at}`).join(', ')}]\n` }),
  ),
  'pairs of brackets': only((n) =>
    manifest({ rest: `brackets: [${times(n, (at) => `[B${at}, E${at}]`).join(', ')}]\n` }),
  ),
  'folders of includes': only((n) => manifest({ rest: `include_dirs: [${times(n, (at) => `d${at}`).join(', ')}]\n` })),
  'folders of includes and includes': {
    tree: (n) => ({
      'h.h': header(times(n, (at) => `#include "a${at}.h"`)),
      'm.yaml': manifest({ rest: `include_dirs: [${times(n, (at) => `d${at}`).join(', ')}]\n` }),
    }),
    commands: CHECK,
  },
  globs: only((n) =>
    manifest({ parts: ASSERTING, rest: `definitions: [${times(n, (at) => `"src/a${at}/*.c"`).join(', ')}]\n` }),
  ),
  'globs and files': {
    tree: (n) => ({
      'h.h': header(),
      'm.yaml': manifest({
        parts: ASSERTING,
        rest: `definitions: [${times(n >> 3, (at) => `"src/a${at}.c"`).join(', ')}]\n`,
      }),
      ...Object.fromEntries(times(n >> 3, (at) => [`src/a${at}.c`, `int a${at};\n`])),
    }),
    commands: CHECK,
  },
  'globs that exclude': only((n) =>
    manifest({ parts: ASSERTING, rest: `definitions: ["**/*.c", ${times(n, (at) => `"!a${at}/**"`).join(', ')}]\n` }),
  ),
  'glob of stars': only((n) => manifest({ parts: ASSERTING, rest: `definitions: ["${'*a'.repeat(n)}"]\n` })),
  'glob of folders': only((n) => manifest({ parts: ASSERTING, rest: `definitions: ["${'**/'.repeat(n)}a.c"]\n` })),
  'glob of braces': only((n) =>
    manifest({ parts: ASSERTING, rest: `definitions: ["${'{a,'.repeat(n)}b${'}'.repeat(n)}.c"]\n` }),
  ),
  'glob of parentheses': only((n) =>
    manifest({ parts: ASSERTING, rest: `definitions: ["${'+(a|'.repeat(n)}b${')'.repeat(n)}.c"]\n` }),
  ),
  'includes placed': {
    tree: (n) => ({
      'h.h': header(times(n, (at) => `#include <sys/a${at}.h>`)),
      'm.yaml': manifest({ rest: `includes:\n${times(n, (at) => `  sys/a${at}.h: io\n`).join('')}` }),
    }),
    commands: CHECK,
  },
  'declarations assigned': {
    tree: (n) => ({
      'h.h': header(times(n, (at) => `#define M${at} ${at}`)),
      'm.yaml': `${manifest()}declarations:\n${times(n, (at) => `  M${at}: io\n`).join('')}`,
    }),
    commands: ['check', 'diff', 'regenerate'],
  },
  'declarations misspelt': {
    tree: (n) => ({
      'h.h': header(times(n, (at) => `#define DEVICE_SIZE_${at} ${at}`)),
      'm.yaml': `${manifest()}declarations:\n${times(n, (at) => `  DEVISE_SIZE_${at}: io\n`).join('')}`,
    }),
    commands: CHECK,
  },
  'functions of files': {
    tree: (n) => ({
      'h.h': header(),
      'a.c': times(n, (at) => `int g${at}(void)\n{\n    return ${at};\n}\n`).join('\n'),
      'm.yaml': `${manifest({ parts: ASSERTING })}functions:\n  a.c:\n${times(n, (at) => `    g${at}: io\n`).join('')}`,
    }),
    commands: ['check', 'diff', 'regenerate'],
  },
  'functions of files that are missing': only(
    (n) => `${manifest({ parts: ASSERTING })}functions:\n${times(n, (at) => `  a${at}.c: { g: io }\n`).join('')}`,
  ),
  'functions misspelt': {
    tree: (n) => ({
      'h.h': header(),
      'a.c': times(n, (at) => `int device_open_${at}(void)\n{\n    return ${at};\n}\n`).join('\n'),
      'm.yaml': `${manifest({ parts: ASSERTING })}functions:\n  a.c:\n${times(n, (at) => `    devise_open_${at}: io\n`).join('')}`,
    }),
    commands: CHECK,
  },
  'prototypes with settings': {
    tree: (n) => ({
      'h.h': header(times(n, (at) => `/* c${at} */\nint g${at}(void);\n`)),
      'm.yaml': manifest({
        entries: times(n, (at) => `  g${at}: { part: ${at % 2 ? 'io' : 'common'}, comment: own, why: because ${at} }`),
      }),
    }),
    commands: ['check', 'diff', 'regenerate'],
  },
  'prototypes in another order': {
    tree: (n) => ({
      'h.h': header(times(n, (at) => `int g${at}(void);`)),
      'm.yaml': manifest({ entries: entries(n, 'g').reverse() }),
    }),
    commands: CHECK,
  },
  'entries of parts not known': only((n) => manifest({ entries: times(n, (at) => `  g${at}: q${at}`) })),
  'keys not known': only((n) => `${manifest()}${times(n, (at) => `key${at}: 1\n`).join('')}`),
  'keys twice': only((n) => manifest({ entries: times(n, () => '  g0: io') })),
  'lists nested': only((n) => `${manifest()}licence: ${'['.repeat(n)}${']'.repeat(n)}\n`),
  'lists nested without an end': only((n) => `${manifest()}licence: ${'['.repeat(n)}\n`),
  'mappings nested': only((n) => `${manifest()}licence: ${'{a: '.repeat(n)}1${'}'.repeat(n)}\n`),
  'mappings nested by indentation': only(
    (n) => `${manifest()}licence:\n${times(Math.min(n, 2000), (at) => `${' '.repeat(at + 1)}a:`).join('\n')}\n`,
  ),
  'dashes nested': only((n) => `${manifest()}licence:\n  ${'- '.repeat(n)}a\n`),
  'quotes never closed': only((n) => `${manifest()}licence: "${'a\n  '.repeat(n)}\n`),
  'comments of a manifest': only((n) => `${manifest()}${times(n, (at) => `# c${at}\n`).join('')}`),
  documents: only((n) => `${manifest()}${times(n, () => '---\na: 1\n').join('')}`),
  anchors: only((n) => `${manifest()}licence: [${times(n, (at) => `&a${at} a, *a${at}`).join(', ')}]\n`),
  tabs: only((n) => `${manifest()}${'\t'.repeat(n)}a: 1\n`),
  'manifest that is no mapping': only((n) => 'a '.repeat(n)),
};
