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
