import { expect, test } from '@jest/globals';
import { splitTree } from '../../../src/split/split-tree.ts';
import { memoryTree } from '../../../src/text/tree.ts';
import { soundManifest } from '../../manifest/check-manifest.ts';

const times = (n: number, line: (at: number) => string): string =>
  Array.from({ length: n }, (_, at) => line(at)).join('\n');

/** Splits a header of these lines, with prototypes `g0` and so on in these parts in turn. Which findings of which code. */
async function findingsOf(
  lines: string,
  n: number,
  parts: readonly string[],
): Promise<Readonly<Record<string, number>>> {
  const header = `#ifndef H_H\n#define H_H\n${lines}\n#endif\n`;
  const entries = times(n, (at) => `  g${at}: ${parts[at % parts.length]}`);
  const manifest = soundManifest(
    `version: 1\nheader: h.h\nlicence: MIT\nparts: { common: {}, io: {}, graph: {} }\nprototypes:\n${entries}\n`,
  );
  const { findings } = await splitTree(memoryTree({ 'h.h': header }), manifest);
  const counts: Record<string, number> = {};
  for (const { code } of findings) if (code !== 'part-empty') counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

/** Too many for whoever looks at all of them again after each move. */
const MANY = 1500;

test('each definition and its end move to the part that uses it', async () => {
  const pair = (at: number): string => `#define X${at} ${at}\nint g${at}(int a[X${at}]);\n#undef X${at}`;
  expect(await findingsOf(times(MANY, pair), MANY, ['io'])).toEqual({ 'declaration-moved': 2 * MANY });
});

test('definitions of one macro move to the part that uses it', async () => {
  const pair = (at: number): string => `#define X ${at}\nint g${at}(int a[X]);\n#undef X`;
  expect(await findingsOf(times(MANY, pair), MANY, ['io'])).toEqual({ 'declaration-moved': 2 * MANY });
});

test('types follow one another to the part of the first', async () => {
  const types = `${times(MANY, (at) => `struct s${at + 1} { struct s${at} a; int n[M]; };`)}\nint g0(struct s${MANY} *p);`;
  const manifest = soundManifest(
    'version: 1\nheader: h.h\nlicence: MIT\nparts: { common: {}, io: {} }\nprototypes: { g0: io }\ndeclarations: { s0: io }\n',
  );
  const header = `#ifndef H_H\n#define H_H\nstruct s0 { int a; };\n${types}\n#endif\n`;
  const { headers } = await splitTree(memoryTree({ 'h.h': header }), manifest);
  expect(headers.map(({ path }) => path)).toEqual(['h-io.h', 'h.h']);
});

test('moves without end are given up, and the run says which macro was next', async () => {
  const pair = (at: number): string => `#define X ${at}\nint g${at}(int a[X]);\n#undef X`;
  const counts = await findingsOf(times(MANY, pair), MANY, ['io', 'graph']);
  expect(counts).toMatchObject({ unsettled: 1 });
});

test('a use has nothing to do with a macro that ended before it', async () => {
  const lines = `typedef int old_t;
typedef int new_t;
#define T old_t
#undef T
#define T new_t
struct s { T a; };
int g0(struct s *p);`;
  const manifest = soundManifest(
    `version: 1
header: h.h
licence: MIT
parts: { common: {}, io: {}, graph: {} }
prototypes: { g0: graph }
declarations: { old_t: io, s: graph }
`,
  );
  const { headers } = await splitTree(memoryTree({ 'h.h': `#ifndef H_H\n#define H_H\n${lines}\n#endif\n` }), manifest);
  const graph = headers.find(({ path }) => path === 'h-graph.h');
  expect(graph?.kind === 'create' ? graph.after : '').not.toContain('h-io.h');
});

test('macros that lead to too many others are refused, and the run says where', async () => {
  const chain = times(1200, (at) => `#define M${at} M${at + 1}`);
  const users = times(1200, (at) => `int v${at}[M0];`);
  expect(await findingsOf(`${chain}\n${users}\nint g0(void);`, 1, ['io'])).toMatchObject({ 'macros-entangled': 1 });
});
