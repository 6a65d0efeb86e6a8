// A tree of many files around the header.
import { entries, header, headerOnly, manifest, times } from './pieces.mjs';

/** Files are dearer than lines: an eighth of the size. */
const FEWER = 3;
/** Of headers of which each includes all of the next layer. */
const LAYERS = 8;

/** A tree with so many files: `file(at)` gives path and text. */
const files = (lines, file) => ({
  tree: (n) => ({ ...headerOnly(lines), ...Object.fromEntries(times(n >> FEWER, file)) }),
});

export const treeShapes = {
  'files beside': files([], (at) => [`a${at}.c`, `int a${at};\n`]),
  folders: files([], (at) => [`d${at}/a.c`, `int a${at};\n`]),
  'folders nested': {
    tree: (n) => ({ ...headerOnly(), [`${'d/'.repeat(Math.min(n, 1000))}a.c`]: 'int a;\n' }),
  },
  'files that include it': files([], (at) => [`a${at}.c`, `#include "h.h"\nint a${at};\n`]),
  'files that name it': files([], (at) => [`a${at}.txt`, `see h.h, part ${at}\n`]),
  'headers that include it': files(['#include "a0.h"'], (at) => [
    `a${at}.h`,
    `#ifndef A${at}\n#define A${at}\n#include "h.h"\nint a${at};\n#endif\n`,
  ]),
  'headers in a chain': files(['#include "a0.h"'], (at) => [
    `a${at}.h`,
    `#ifndef A${at}\n#define A${at}\n#include "a${at + 1}.h"\n#endif\n`,
  ]),
  'headers in a ring': {
    tree: (n) => ({
      ...headerOnly('#include "a0.h"'),
      ...Object.fromEntries(
        times(n >> FEWER, (at) => [
          `a${at}.h`,
          `#ifndef A${at}\n#define A${at}\n#include "${at + 1 < n >> FEWER ? `a${at + 1}.h` : 'h.h'}"\n#endif\n`,
        ]),
      ),
    }),
  },
  'headers included': {
    tree: (n) => ({
      ...headerOnly(times(n >> FEWER, (at) => `#include "a${at}.h"`)),
      ...Object.fromEntries(
        times(n >> FEWER, (at) => [`a${at}.h`, `#pragma once\n#define M${at} ${at}\nint a${at};\n`]),
      ),
    }),
  },
  'headers included that include one another': {
    tree: (n) => ({
      ...headerOnly(times(n >> FEWER, (at) => `#include "a${at}.h"`)),
      ...Object.fromEntries(
        times(n >> FEWER, (at) => [`a${at}.h`, `#pragma once\n#include "a${at + 1}.h"\n#include "a${at + 2}.h"\n`]),
      ),
    }),
  },
  'headers included that include it': {
    tree: (n) => ({
      ...headerOnly(times(n >> FEWER, (at) => `#include "a${at}.h"\nint v${at};`)),
      ...Object.fromEntries(times(n >> FEWER, (at) => [`a${at}.h`, `#pragma once\n#include "h.h"\nint a${at};\n`])),
    }),
  },
  'headers included that have no guard': {
    tree: (n) => ({
      ...headerOnly(times(n >> FEWER, (at) => `#include "a${at}.h"\nint v${at};`)),
      ...Object.fromEntries(
        times(n >> FEWER, (at) => [`a${at}.h`, `A${at}_BEGIN_DECLS\nint a${at};\nA${at}_END_DECLS\n`]),
      ),
    }),
  },
  'headers without a guard in layers': {
    tree: (n) => {
      const width = Math.floor(Math.sqrt(n / LAYERS));
      const includes = (layer) => times(width, (at) => `#include "a${layer}-${at}.h"\n`).join('');
      const layers = times(LAYERS, (layer) => times(width, (at) => [`a${layer}-${at}.h`, includes(layer + 1)]));
      return { ...headerOnly(includes(0).trimEnd()), ...Object.fromEntries(layers.flat()) };
    },
  },
  'headers included that define annotations': {
    tree: (n) => ({
      'h.h': header(times(n >> FEWER, (at) => `#include "a${at}.h"\nANNOTATION${at} int g${at}(void);`)),
      'm.yaml': manifest({ entries: entries(n >> FEWER, 'g') }),
      ...Object.fromEntries(times(n >> FEWER, (at) => [`a${at}.h`, `#pragma once\n#define ANNOTATION${at}\n`])),
    }),
  },
  'macros of an included header': {
    tree: (n) => ({
      ...headerOnly('#include "a.h"', ...times(n, (at) => `int v${at}[M${at}];`)),
      'a.h': times(n, (at) => `#define M${at} 1\n`).join(''),
    }),
  },
  'chain of macros of an included header': {
    tree: (n) => ({
      ...headerOnly('#include "a.h"', 'M0 int v(void);'),
      'a.h': times(n, (at) => `#define M${at} M${at + 1}\n`).join(''),
    }),
  },
  'macros of an included header that each name the next twice': {
    tree: (n) => ({
      ...headerOnly('#include "a.h"', 'M0 int v(void);'),
      'a.h': times(n, (at) => `#define M${at} M${at + 1} M${at + 1}\n`).join(''),
    }),
  },
  'guards that other files test': files([], (at) => [`a${at}.c`, '#ifdef H_H\n#endif\n']),
  manifests: {
    tree: (n) =>
      Object.fromEntries(
        times(n >> FEWER, (at) => [
          [`h${at}.h`, `#ifndef H${at}\n#define H${at}\nint f${at}(void);\n#endif\n`],
          [
            at === 0 ? 'm.yaml' : `m${at}.yaml`,
            `version: 1\nheader: h${at}.h\nparts:\n  common: {}\n  io: {}\nprototypes:\n  f${at}: io\n`,
          ],
        ]).flat(),
      ),
    commands: ['check', 'diff', 'users'],
  },
};
