import fc from 'fast-check';

/** A tree of headers and users around a header that is split into three parts. Contents by path. */
export type GeneratedTree = Readonly<Record<string, string>>;

const PARTS = ['common', 'graph', 'io'] as const;
const OPTIONS = ['A', 'B'] as const;

/** Names that a part declares: functions, macros over names of any part, enumerators, a type that has weak uses. */
export const NAMES = {
  common: ['c_one', 'C_MAX', 'C_KIND'],
  graph: ['g_one', 'g_two', 'G_BOTH', 'G_FLAG'],
  io: ['i_one', 'i_two', 'I_CALL', 'I_OVER'],
} as const;
const USED = [...Object.values(NAMES).flat(), 'Node', 'M_0', 'M_1', 'M_2'] as const;

const split: GeneratedTree = {
  'include/b.h': guarded('B_H', '#include "b-common.h"\n#include "b-graph.h"\n#include "b-io.h"\n#include "extra.h"\n'),
  'include/b-common.h': guarded(
    'B_COMMON_H',
    'typedef struct Node Node;\nstruct Node { int id; };\nint c_one(Node *n);\n#define C_MAX 4\nenum { C_KIND };\n',
  ),
  'include/b-graph.h': guarded(
    'B_GRAPH_H',
    '#include "b-common.h"\nint g_one(Node *n);\nint g_two(Node *n);\n#define G_BOTH(n) (g_one(n) + i_two(n))\n#define G_FLAG C_MAX\n',
  ),
  'include/b-io.h': guarded(
    'B_IO_H',
    '#include "b-common.h"\nint i_one(Node *n);\nint i_two(Node *n);\n#define I_CALL(n) i_one(n)\n#define I_OVER(n) I_CALL(n)\n',
  ),
  'include/extra.h': guarded('EXTRA_H', 'int e_one(int n);\n'),
};

const HEADERS = 6;
const SOURCES = 5;

type Line =
  | { readonly kind: 'include'; readonly of: number }
  | { readonly kind: 'use'; readonly name: string }
  | { readonly kind: 'weak' }
  | { readonly kind: 'macro'; readonly of: number; readonly body: string }
  | {
      readonly kind: 'group';
      readonly option: string;
      readonly inside: readonly Line[];
      readonly otherwise: readonly Line[];
    }
  | { readonly kind: 'condition'; readonly name: string }
  | { readonly kind: 'talk'; readonly name: string };

/** A number below that of the file means a header further down, so that there is no cycle; others mean the wrapper. */
function lines(deepest: number): fc.Arbitrary<Line[]> {
  const named = fc.constantFrom(...USED, 'e_one');
  const simple: fc.Arbitrary<Line> = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constant('include' as const), of: fc.integer({ min: -1, max: deepest - 1 }) }),
    },
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('use' as const), name: named }) },
    { weight: 1, arbitrary: fc.constant<Line>({ kind: 'weak' }) },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('macro' as const), of: fc.integer({ min: 0, max: 2 }), body: named }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('condition' as const),
        name: fc.constantFrom('C_MAX', 'I_CALL', 'G_FLAG'),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('talk' as const), name: named }) },
  );
  const group: fc.Arbitrary<Line> = fc.record({
    kind: fc.constant('group' as const),
    option: fc.constantFrom(...OPTIONS),
    inside: fc.array(simple, { minLength: 1, maxLength: 2 }),
    otherwise: fc.array(simple, { maxLength: 1 }),
  });
  return fc.array(fc.oneof({ weight: 6, arbitrary: simple }, { weight: 1, arbitrary: group }), {
    minLength: 1,
    maxLength: 6,
  });
}

export function generatedTrees(): fc.Arbitrary<GeneratedTree> {
  const headers = fc.tuple(...Array.from({ length: HEADERS }, (_, at) => lines(at)));
  const sources = fc.tuple(...Array.from({ length: SOURCES }, () => lines(HEADERS)));
  return fc.record({ headers, sources }).map(({ headers: h, sources: s }) => ({
    ...split,
    ...Object.fromEntries(h.map((own, at) => [`include/h${at}.h`, guarded(`H${at}_H`, textOf(own, `h${at}`))])),
    ...Object.fromEntries(s.map((own, at) => [`src/u${at}.c`, textOf(own, `u${at}`)])),
  }));
}

function textOf(all: readonly Line[], file: string): string {
  return all.map((line, at) => lineText(line, `${file}_${at}`)).join('');
}

function lineText(line: Line, serial: string): string {
  switch (line.kind) {
    case 'include':
      return `#include "${line.of < 0 ? 'b' : `h${line.of}`}.h"\n`;
    case 'use':
      return `static int v_${serial} = sizeof(${line.name});\n`;
    case 'weak':
      return `int w_${serial}(Node *n);\n`;
    case 'macro':
      return `#define M_${line.of} ${line.body}\n`;
    case 'condition':
      return `#ifdef ${line.name}\nint d_${serial};\n#endif\n`;
    case 'talk':
      return `/* ${line.name} */ static const char *t_${serial} = "${line.name}";\n`;
    case 'group': {
      const inside = line.inside.map((one, at) => lineText(one, `${serial}_${at}`)).join('');
      const otherwise = line.otherwise.map((one, at) => lineText(one, `${serial}_e${at}`)).join('');
      return `#ifdef ${line.option}\n${inside}${otherwise === '' ? '' : `#else\n${otherwise}`}#endif\n`;
    }
  }
}

function guarded(name: string, body: string): string {
  return `#ifndef ${name}\n#define ${name}\n${body}#endif\n`;
}

export const MANIFEST =
  'version: 1\nheader: include/b.h\ninclude_dirs: [include]\n' +
  `parts: { ${PARTS.map((part) => `${part}: {}`).join(', ')} }\n` +
  'prototypes: { c_one: common, g_one: graph, g_two: graph, i_one: io, i_two: io }\n';
