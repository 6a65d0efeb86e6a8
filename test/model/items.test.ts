import { expect, test } from '@jest/globals';
import { parseHeader } from '../../src/model/lower-header.ts';

/** A text -> its items but for definitions of macros, each as its kind and the functions, or else the names, that it makes. */
const cases: readonly (readonly [text: string, items: readonly string[]])[] = [
  ['API(image_t *)\nimage_open(const char *path);', ['prototype image_open']],
  ['API(image_t *)\nimage_list(image_t *, int);', ['prototype image_list']],
  ['API(image_t)\nimage_get(void);', ['prototype image_get']],
  ['API(image_t)\nimage_get();', ['prototype image_get']],
  ['API(const image_t *)\nNOTHROW image_get(int a) NOTHROW;', ['prototype image_get']],
  ['API(void *)\nALLOCATES\nALLOCATES_SIZE(2)\nimage_get(int a, ...);', ['prototype image_get']],
  ['API(int)\nIMAGE_GET(int a);', ['prototype IMAGE_GET']],
  ['API(image_t *)\nIMAGE_GET(image_t *image);', ['prototype IMAGE_GET']],
  ['API(image_t)\nimage_get(int a)\n{\n}\nint f(void);', ['function image_get', 'prototype f']],
  ['API(image_t)\nimages[3];\nint f(void);', ['variable images', 'prototype f']],
  ['DECLARE_LIST(image)\nDECLARE_LIST(page)\nint f(void);', ['macro-call image', 'macro-call page', 'prototype f']],
  [
    'DECLARE_OPS(int)\nDECLARE_OPS(long)\nint f(void);',
    ['macro-call DECLARE_OPS', 'macro-call DECLARE_OPS', 'prototype f'],
  ],
  ['DECLARE_OPS(int)\nLICENCE("GPL");\nint f(void);', ['macro-call DECLARE_OPS', 'macro-call LICENCE', 'prototype f']],
  ['DECLARE_LIST(image)\nDEFINE_LOCAL(int, count);', ['macro-call image', 'macro-call DEFINE_LOCAL']],
  ['DECLARE_LIST(image)\nlist_setup(image);', ['macro-call image', 'macro-call image']],
  ['DECLARE_LIST(image)\nlist_param(image, int, 0644);', ['macro-call image', 'macro-call image']],
  ['DECLARE_LIST(image)\nimage_t *image_get(void);', ['macro-call image', 'prototype image_get']],
  ['#ifdef __ASSEMBLER__\n.macro x\n.endm\n#endif\nint f(void);', ['broken', 'prototype f']],
  ['#ifdef __ASSEMBLER__\nnop\n#endif\nint f(void);', ['broken', 'prototype f']],
  ['#ifndef __ASSEMBLER__\nint g(void);\n#else\nnop\n#endif\nint f(void);', ['prototype g', 'broken', 'prototype f']],
  ['#if !defined(__ASSEMBLER__) && B\nnop\n#endif\nint f(void);', ['prototype f']],
  ['#ifdef A\nx = 3\n#else\nint g(void);\n#endif\nint f(void);', ['broken', 'prototype g', 'prototype f']],
  ['#ifdef A\nnop\n#endif\nint f(void);', ['prototype f']],
  ['#ifdef A\nstatic int\n#else\nint\n#endif\nf(void);\nint g(void);', ['prototype f', 'prototype g']],
  ['#ifdef A\ntypedef int t;\nstatic\n#endif\nint f(void) { }\nint g(void);', ['function f', 'prototype g']],
  ['#ifdef A\nint x[] = {\n#else\nint y[] = {\n#endif\n1 };\nint g(void);', ['variable x', 'prototype g']],
  ['#ifdef __cplusplus\ntemplate <class T>\n#endif\nint f(void);', ['broken', 'prototype f']],
  ['FLAG(A, 1) SET(A, 1)\nFLAG(B, 2)\nint f(void);', ['macro-call A', 'macro-call B', 'prototype f']],
  [
    'FLAG(A, 1) SET(A, 1)\n#ifdef B\nint g(void);\n#endif\nint f(void);',
    ['macro-call A', 'prototype g', 'prototype f'],
  ],
  ['API(int) LOG_INIT(int a)\n  NOTHROW;\nint f(void);', ['prototype LOG_INIT', 'prototype f']],
  ['API(log_t) LOG_INIT(int a)\n  NOTHROW;\nint f(void);', ['prototype LOG_INIT', 'prototype f']],
];

test.each(cases)('%j', (text, expected) => {
  const items = parseHeader({ path: 'a.h', text }).items.flatMap(({ content }) => {
    if (content.kind !== 'declaration') return content.kind === 'directive' ? [] : [content.kind];
    const { kind, functions, others } = content.declaration;
    const [name = null] = [...functions, ...others];
    return [[kind, ...(functions.length > 1 ? functions : [name]).flatMap((one) => one?.name ?? [])].join(' ')];
  });
  expect(items).toEqual(expected);
});
