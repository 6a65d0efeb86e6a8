import { describe, expect, test } from '@jest/globals';
import { stopsTheRun } from '../../../src/diagnostics/diagnostic.ts';
import { contentAfter, type FileChange } from '../../../src/diff/file-change.ts';
import type { Manifest } from '../../../src/manifest/manifest.ts';
import { parseManifest } from '../../../src/manifest/parse-manifest.ts';
import { regenerateTree } from '../../../src/regenerate/regenerate-tree.ts';
import { splitTree } from '../../../src/split/split-tree.ts';
import { memoryTree } from '../../../src/text/tree.ts';

type Files = Readonly<Record<string, string>>;

const inC = (body: string): string => `#ifdef __cplusplus
extern "C" {
#endif

${body}
#ifdef __cplusplus
}
#endif
`;

test('a new part file has the brackets of what moves there', async () => {
  const header = guarded(inC('struct disk { int id; };\n\nint probe(int a);\n\nint next(int a);\n'));
  const { after, fresh } = await edited(
    header,
    manifest('probe: graph, next: graph'),
    manifest('probe: graph, next: io'),
  );
  expect(after['d-io.h']).toBe(guarded(`#include "d-common.h"\n\n${inC('int next(int a);\n')}`, 'D_IO_H'));
  expect(after).toEqual(fresh);
});

test('what comes beside a function in another bracket stands outside of that one and in its own', async () => {
  const header = guarded(
    inC(
      'struct disk { int id; };\n\n#pragma GCC visibility push(hidden)\nint probe(int a);\n#pragma GCC visibility pop\n\nint next(int a);\n\nint last(int a);\n',
    ),
  );
  const { after } = await edited(
    header,
    manifest('probe: graph, next: io, last: io'),
    manifest('probe: io, next: graph, last: io'),
  );
  const hidden = '#pragma GCC visibility push(hidden)\nint probe(int a);\n#pragma GCC visibility pop\n';
  expect(after['d-io.h']).toBe(guarded(`#include "d-common.h"\n\n${inC(`${hidden}\nint last(int a);\n`)}`, 'D_IO_H'));
  const both = await edited(
    header,
    manifest('probe: graph, next: io, last: io'),
    manifest('probe: graph, next: graph, last: io'),
  );
  expect(both.after['d-graph.h']).toBe(
    guarded(`#include "d-common.h"\n\n${inC(`${hidden}\nint next(int a);\n`)}`, 'D_GRAPH_H'),
  );
});

test('the wrapper includes the file of a part that had no functions', async () => {
  const header = guarded('struct disk { int id; };\n\nint probe(int a);\n\nint next(int a);\n');
  const { after, fresh } = await edited(
    header,
    manifest('probe: graph, next: graph'),
    manifest('probe: graph, next: io'),
  );
  expect(after['d.h']).toContain('#include "d-graph.h"\n#include "d-io.h"\n');
  expect(after).toEqual(fresh);
});

test('a file that all leave while others come keeps its guard', async () => {
  const header = guarded('int probe(int a);\n\nint next(int a);\n');
  const { after, fresh } = await edited(
    header,
    manifest('probe: common, next: io'),
    manifest('probe: io, next: common'),
  );
  expect(after['d-common.h']).toBe(guarded('int next(int a);\n', 'D_COMMON_H'));
  expect(after).toEqual(fresh);
});

test('what comes to a section that everything leaves is below its banner, once', async () => {
  const header = guarded('struct disk { int id; };\n\nint probe(int a);\n\nint next(int a);\n');
  const parts = 'graph: { banner: Main loop }, io: { banner: Any thread }';
  const { after, fresh } = await edited(
    header,
    manifest('probe: graph, next: io', parts),
    manifest('probe: io, next: graph', parts),
  );
  expect(after).toEqual(fresh);
});

test('the banner of a section that has nothing changes without a trace', async () => {
  const header = guarded('int probe(int a);\n\nint next(int a);\n');
  const { after, fresh } = await edited(
    header,
    manifest('probe: graph, next: graph', 'graph: {}, io: { into: graph, banner: Any thread }'),
    manifest('probe: graph, next: graph', 'graph: {}, io: { into: graph, banner: Every thread }'),
  );
  expect(after).toEqual(fresh);
});

test('a file that somebody emptied takes functions between its guards', async () => {
  const header = guarded('struct disk { int id; };\n\nint probe(int a);\n\nint next(int a);\n');
  const { after } = await edited(
    header,
    manifest('probe: graph, next: io'),
    manifest('probe: graph, last: io'),
    (files) => ({
      ...files,
      'd-io.h': '#ifndef D_IO_H\n#define D_IO_H\n\n#endif\n',
      'd-graph.h': `${files['d-graph.h']}`.replace('\n#endif', 'int last(int a);\n\n#endif'),
    }),
  );
  expect(after['d-io.h']).toBe(guarded('#include "d-common.h"\n\nint last(int a);\n', 'D_IO_H'));
});

test('an inline function takes along the include that its assertion needs', async () => {
  const header = guarded(
    'struct disk { int id; };\n\nint probe(int a);\n\nstatic inline int next(int a)\n{\n    return a;\n}\n',
  );
  const graph = 'assert: "lock();", assert_include: lock.h';
  const { after, fresh } = await edited(
    header,
    manifest('probe: io, next: graph', `graph: { ${graph} }, io: {}`),
    manifest('probe: io, next: graph', `graph: { ${graph}, into: io }, io: {}`),
  );
  expect(after['d-io.h']).toContain('#include "d-common.h"\n#include "lock.h"\n');
  expect(Object.keys(after)).toEqual(Object.keys(fresh));
  expect(after['d-common.h']).toBe(fresh['d-common.h']);
});

test('an include that an assertion needs opens a file that has had none', async () => {
  const header = guarded('int probe(int a);\n\nstatic inline int next(int a)\n{\n    return a;\n}\n');
  const parts = 'graph: { assert: "lock();", assert_include: lock.h }, io: {}';
  const { after } = await edited(
    header,
    manifest('probe: graph, next: io', parts),
    manifest('probe: graph, next: graph', parts),
  );
  expect(after['d-graph.h']).toContain('#define D_GRAPH_H\n\n#include "lock.h"\n\nint probe(int a);\n');
});

test('a part that gets another name leaves the lines of its file where they are', async () => {
  const header = guarded(
    '#define QUIET\n#include "noise.h"\n#error no noise\n\nstruct disk { int id; };\n\nint probe(int a);\n',
  );
  const { after, fresh } = await edited(
    header,
    manifest('probe: common'),
    manifest('probe: base').replace('common: {}', 'base: {}').replace('shared: common', 'shared: base'),
  );
  expect(after).toEqual(fresh);
});

test('a macro call that nothing defines goes with the declaration below it', async () => {
  const header = guarded(
    'struct disk { int id; };\n\nint probe(int a);\n\nDEPRECATED_FOR(another)\nint next(int a);\n\nint last(int a);\n',
  );
  const { after, fresh } = await edited(
    header,
    manifest('probe: graph, next: io, last: io'),
    manifest('probe: graph, next: graph, last: io'),
  );
  expect(after['d-graph.h']).toContain('DEPRECATED_FOR(another)\nint next(int a);\n');
  expect(after).toEqual(fresh);
});

describe('a manifest that lists part after part, as one that is learnt, tells no place in the other part', () => {
  const names = ['g1', 'g2', 'g3', 'g4', 'i1', 'i2', 'i3', 'i4'];
  const header = guarded(names.map((name) => `int ${name}(int a);\n`).join(''));
  const listed = (...moved: readonly string[]): string =>
    names.map((name) => `${name}: ${name < 'h' && !moved.includes(name) ? 'graph' : 'io'}`).join(', ');
  const declared = async (now: string, source = ''): Promise<readonly string[]> => {
    const { after } = await edited(header, manifest(listed()), manifest(now), (files) => ({ ...files, 'd.c': source }));
    return [...(after['d-io.h'] ?? '').matchAll(/int (\w+)\(/g)].map(([, name = '']) => name);
  };
  const defined = (...order: readonly string[]): string =>
    order.map((name) => `int ${name}(int a)\n{\n    return a;\n}\n`).join('\n');

  test('it comes to the function that is defined above it, else below it', async () => {
    expect(await declared(listed('g4'), defined('i1', 'i2', 'g1', 'g4', 'i3'))).toEqual(['i1', 'i2', 'g4', 'i3', 'i4']);
    expect(await declared(listed('g4'), defined('g1', 'g4', 'i3', 'i1'))).toEqual(['i1', 'i2', 'g4', 'i3', 'i4']);
  });

  test('several, one beside the other', async () => {
    expect(await declared(listed('g1', 'g3'), defined('i2', 'g1', 'g2', 'g3', 'i3'))).toEqual([
      ...['i1', 'i2', 'g1', 'g3', 'i3', 'i4'],
    ]);
  });

  test('to the end of the section where no source file defines it, or not beside one of them', async () => {
    expect(await declared(listed('g2'))).toEqual(['i1', 'i2', 'i3', 'i4', 'g2']);
    expect(await declared(listed('g2'), defined('g1', 'g2'))).toEqual(['i1', 'i2', 'i3', 'i4', 'g2']);
  });

  test('where its line in the manifest moves as well, that tells it', async () => {
    const order = 'g1: graph, g2: graph, g3: graph, i1: io, g4: io, i2: io, i3: io, i4: io';
    expect(await declared(order, defined('i3', 'g4'))).toEqual(['i1', 'g4', 'i2', 'i3', 'i4']);
  });

  test('a manifest in the order of the header does', async () => {
    const [was, now] = ['i1: io, g1: graph, i2: io, g2: graph', 'i1: io, g1: graph, i2: io, g2: io'];
    const mixed = guarded('int i1(int a);\nint g1(int a);\nint i2(int a);\nint g2(int a);\n');
    const source = { 'd.c': defined('i1', 'g2', 'i2') };
    const { after, fresh } = await edited(mixed, manifest(was), manifest(now), (files) => ({ ...files, ...source }));
    expect(after['d-io.h']).toBe(fresh['d-io.h']);
  });
});

describe('a function that moves stands where it means what it meant', () => {
  const listed = (gone: readonly string[]): string =>
    ['i1', 'i2', 'i3', 'i4', 'g1', 'g2', 'g3', 'g4']
      .map((name) => `${name}: ${name < 'h' && !gone.includes(name) ? 'graph' : 'io'}`)
      .join(', ');
  const graph = '#include "d-io.h"\n\nint g1(S *n);\nint g2(int n);\nint g3(int n);\nint g4(int n);\n';
  const moved = async (io: string, graphBody = graph, parts = 'io: {}, graph: {}', gone = ['g1']): Promise<string> => {
    const source = ['i1', 'g2', 'g1', 'i2'].map((name) => `int ${name}(int n)\n{\n    return n;\n}\n`).join('\n');
    const wrapper = parts.startsWith('io') ? ['d-io.h', 'd-graph.h'] : ['d-graph.h', 'd-io.h'];
    const { after } = await edited(
      guarded(
        'int i1(int n);\nint i2(int n);\nint i3(int n);\nint i4(int n);\nint g1(int n);\nint g2(int n);\nint g3(int n);\nint g4(int n);\n',
      ),
      manifest(listed([]), parts),
      manifest(listed(gone), parts),
      (files) => ({
        ...files,
        'd.h': guarded(wrapper.map((file) => `#include "${file}"\n`).join('')),
        'd-io.h': guarded(io, 'D_IO_H'),
        'd-graph.h': guarded(graphBody, 'D_GRAPH_H'),
        'd.c': source,
      }),
    );
    return (after['d-io.h'] ?? '').replace(/^(?:.*\n){3}/, '').replace(/\n#endif\n$/, '');
  };
  const others = 'int i2(S *n);\nint i3(int n);\nint i4(int n);\n';

  test('below what declares a name that it uses', async () => {
    for (const type of ['typedef struct S { int a; } S;', '#define S int', '#include "s.h"', 'DECLARE(S);'])
      expect(await moved(`int i1(int n);\n\n${type}\n\n${others}`)).toBe(
        `int i1(int n);\n\n${type}\n\n${others}int g1(S *n);\n`,
      );
    const last = `int i1(int n);\n${others.replace('S *', 'int ')}\ntypedef struct S S;\n`;
    expect(await moved(last)).toBe(`${last}\nint g1(S *n);\n`);
  });

  test('below another that comes with it and that it uses', async () => {
    const body = graph.replace('g2(int n)', 'g2(__typeof__(g1) *n)');
    const io = `int i1(int n);\n\ntypedef struct S S;\n\n${others}`;
    expect(await moved(io, body, undefined, ['g1', 'g2'])).toMatch(/S S;\n(?:.|\n)*int g1.*\nint g2/);
  });

  test('on the side of a macro of its name on which it stood', async () => {
    const macro = '#define g1(n) g1((n) + 1)';
    const first = 'int g1(int n);\nint g2(int n);\nint g3(int n);\nint g4(int n);\n';
    const io = `${macro}\n\nint i1(int n);\nint i2(int n);\nint i3(int n);\nint i4(int n);\n`;
    expect(await moved(io, first, 'graph: {}, io: {}')).toMatch(/int g1(?:.|\n)*#define g1/);
    expect(await moved(`int i1(int n);\n\n${macro}\n\n${others}`, graph.replace('g1', '(g1)'))).toMatch(
      /#define g1(?:.|\n)*int \(g1\)/,
    );
  });

  test('above a body that calls it', async () => {
    const first = 'int g1(int n);\nint g2(int n);\nint g3(int n);\nint g4(int n);\n';
    const caller = 'static inline int i1(int n)\n{\n    return g1(n);\n}\n';
    expect(await moved(`#include "d-graph.h"\n\n${caller}\n${others}`, first)).toMatch(/int g1(?:.|\n)*int i1/);
  });
});

describe('what a pragma reaches by macros or guarded files stays, and nothing comes to it', () => {
  const macros = '#define HIDE _Pragma("GCC visibility push(hidden)")\n#define SHOW _Pragma("GCC visibility pop")\n\n';
  const hidden = 'HIDE int g1(int n);\nint g2(int n);\nSHOW int g3(int n);\nint g4(int n);\n';
  const io = 'int i1(int n);\nint i2(int n);\nint i3(int n);\nint i4(int n);\n';
  const names = ['i1', 'i2', 'i3', 'i4', 'g1', 'g2', 'g3', 'g4'];
  const all = '#include "d-common.h"\n#include "d-io.h"\n#include "d-graph.h"\n';
  const moving = async (moved: string, graph: string, includes = all): Promise<readonly string[]> => {
    const listed = (gone: string): string =>
      names.map((name) => `${name}: ${name.startsWith('i') === (name !== gone) ? 'io' : 'graph'}`).join(', ');
    const [was, now] = [parsed(manifest(listed(''))), parsed(manifest(listed(moved)))];
    const files: Files = {
      'd.h': guarded(includes),
      'd-common.h': guarded('struct disk { int id; };\n', 'D_COMMON_H'),
      'd-io.h': guarded(io, 'D_IO_H'),
      'd-graph.h': guarded(graph, 'D_GRAPH_H'),
      'd.c': 'int g3(int n)\n{\n    return n;\n}\n\nint i1(int n)\n{\n    return n;\n}\n',
      'hide.h': guarded('#pragma GCC visibility push(hidden)\n', 'HIDE_H'),
      'show.h': guarded('#pragma GCC visibility pop\n', 'SHOW_H'),
    };
    const result = await regenerateTree({ tree: memoryTree(files), was, now, origin: null, scope: 'edited' });
    const stops = result.findings.filter((one) => stopsTheRun([one]));
    return stops.length > 0
      ? stops.map(({ code, message }) => `${code}: ${message}`)
      : [changed(files, result)['d-graph.h'] ?? ''];
  };
  const left = "'#pragma visibility' without its other end, and the split would part that from what it applies to";

  test.each(['g1', 'g2', 'g3'])('%s stays', async (name) => {
    expect(await moving(name, macros + hidden)).toEqual([`pragma-parted: 'HIDE' has ${left}`]);
  });

  test('by files', async () => {
    const graph =
      '#include "hide.h"\nint g1(int n);\nint g2(int n);\n#include "show.h"\nint g3(int n);\nint g4(int n);\n';
    expect(await moving('g2', graph)).toEqual([`pragma-parted: 'hide.h' has ${left}`]);
    expect((await moving('g4', graph)).join('')).not.toContain('pragma-parted');
  });

  test('by pragmas around the includes of the wrapper', async () => {
    const io = '#include "d-io.h"\n';
    const push = all.replace(io, `#pragma GCC visibility push(hidden)\n${io}#pragma GCC visibility pop\n`);
    const [enters, leaves] = ['enter', 'leave'].map((verb) => [
      `pragma-parted: '#pragma visibility' is around an include, and what moves would ${verb} it`,
    ]);
    expect(await moving('g1', hidden.replaceAll(/HIDE |SHOW /g, ''), push)).toEqual(enters);
    expect(await moving('i1', '', all.replace(io, `#include "hide.h"\n${io}#include "show.h"\n`))).toEqual(leaves);
  });

  test('what comes goes outside, and stops where there is no outside', async () => {
    expect((await moving('i1', macros + hidden)).join('')).toMatch(
      /\n(?:int i1\(int n\);\n+HIDE|SHOW .*\n(?:.*\n)*int i1)/,
    );
    const all = 'HIDE int g1(int n);\nint g2(int n);\nint g3(int n);\nint g4(int n);\nSHOW extern int last;\n';
    expect((await moving('i1', macros + all)).join('')).toMatch(/int i1\(int n\);\n+HIDE/);
    const endless = `#include "hide.h"\n${io.replaceAll('i', 'g').replaceAll('gnt', 'int')}`;
    expect(await moving('i1', endless)).toEqual([
      "pragma-parted: 'hide.h' has '#pragma visibility' without its other end, and 'i1' would come to where it applies",
    ]);
  });
});

test('a file that is not of the split is not written over', async () => {
  const [was, now] = [
    parsed(manifest('probe: graph, next: io')),
    parsed(manifest('probe: graph, next: io', 'graph: {}, io: { file: mine.h }')),
  ];
  const whole = { 'd.h': guarded('int probe(int a);\n\nint next(int a);\n'), 'mine.h': 'int mine(void);\n' };
  const files = changed(whole, await splitTree(memoryTree(whole), was));
  const origin = { revision: 'HEAD~1', isNamed: false, header: whole['d.h'], read: () => null };
  for (const known of [null, origin]) {
    const result = await regenerateTree({ tree: memoryTree(files), was, now, origin: known, scope: 'edited' });
    expect(result.findings.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'part-file-exists: mine.h exists, but it is not a part file of d.h yet',
    ]);
    expect(result.headers).toEqual([]);
  }
});

function guarded(body: string, guard = 'D_H'): string {
  return `#ifndef ${guard}\n#define ${guard}\n\n${body}\n#endif\n`;
}

function manifest(prototypes: string, others = 'graph: {}, io: {}'): string {
  return `version: 1
header: d.h
shared: common
parts: { common: {}, ${others} }
prototypes: { ${prototypes} }
`;
}

/** A header split by one manifest, edited by hand and regenerated by another, its history unknown; and split anew. */
async function edited(
  header: string,
  before: string,
  after: string,
  byHand: (files: Files) => Files = (files) => files,
): Promise<{ readonly after: Files; readonly fresh: Files }> {
  const [was, now] = [parsed(before), parsed(after)];
  const whole = { 'd.h': header };
  const files = byHand(changed(whole, await splitTree(memoryTree(whole), was)));
  const result = await regenerateTree({ tree: memoryTree(files), was, now, origin: null, scope: 'edited' });
  expect(result.findings.filter((one) => stopsTheRun([one]))).toEqual([]);
  return { after: changed(files, result), fresh: changed(whole, await splitTree(memoryTree(whole), now)) };
}

function parsed(text: string): Manifest {
  const { manifest: found } = parseManifest({ path: 'd.yaml', text });
  if (found === null) throw new Error(text);
  return found;
}

function changed(
  files: Files,
  { headers, assertions }: { readonly headers: readonly FileChange[]; readonly assertions: readonly FileChange[] },
): Files {
  const texts = new Map<string, string | null>(Object.entries(files));
  for (const change of [...headers, ...assertions]) texts.set(change.path, contentAfter(change));
  return Object.fromEntries([...texts].filter((entry): entry is [string, string] => entry[1] !== null).sort());
}
