import { expect, test } from '@jest/globals';
import { syncManifest } from '../../../src/adopt/sync/sync-manifest.ts';
import { stopsTheRun } from '../../../src/diagnostics/diagnostic.ts';
import { formatFindings } from '../../../src/report/text.ts';
import { memoryTree } from '../../../src/text/tree.ts';
import { soundManifest } from '../../manifest/check-manifest.ts';

const yaml = `version: 1
header: d.h
parts:
  common: {}
  graph: {}
  io:
    banner: |
      I/O API.
      Thread-safe.
  gs: { into: io, banner: Either. }
prototypes:
  d_new: graph
  d_free: graph
  d_read: io
  d_poll: gs
declarations:
  D_MAX: io
  D_WAIT: gs
`;

const graph = 'void d_new(void);\nvoid d_free(void);\n';
const io =
  '/*\n * I/O API.\n * Thread-safe.\n */\n\n#define D_MAX 3\nvoid d_read(void);\n\n/* Either. */\n\n#define D_WAIT 1\nvoid d_poll(void);\n';

test('a tree as the manifest has it changes nothing', () => {
  check({}, []);
});

test('new functions come with the part of their file, behind the function before them', () => {
  check({ graph: graph.replace('void d_free', 'int d_a(void), d_b(void);\nvoid d_free') }, [
    'd_a: graph behind d_new',
    'd_b: graph behind d_new',
  ]);
  check({ graph: `static inline int d_a(void) { return 0; }\n${graph}` }, ['d_a: graph before d_new']);
  check({ common: 'void d_a(void);\n' }, ['d_a: common at the end']);
});

test('new functions come with the section that they stand in', () => {
  const below = (line: string): string => io.replace(line, `${line}\nvoid d_a(void);`);
  check({ io: below(' */') }, ['d_a: io before d_read']);
  check({ io: below('void d_read(void);') }, ['d_a: io behind d_read']);
  check({ io: below('/* Either. */') }, ['d_a: gs behind d_read']);
  check({ io: below('void d_poll(void);') }, ['d_a: gs behind d_poll']);
});

test('functions that are gone go out', () => {
  check({ graph: 'void d_new(void);\n#if 0\nvoid d_free(void);\n#endif\n' }, ['d_free out']);
  check({ graph: '' }, ['d_new out', 'd_free out']);
});

test('functions that stand elsewhere get that part, unless they stand where they should as well', () => {
  const line = 'void d_free(void);\n';
  check({ graph: graph.replace(line, ''), io: io + line }, ['d_free from graph to gs']);
  check({ io: io + line }, []);
  check({ yaml: yaml.replace('d_free: graph', 'd_free:') }, ['d_free from nothing to graph']);
});

test('a function does not change its section within a file', () => {
  check({ io: io.replace('void d_poll(void);\n', '').replace('void d_read', 'void d_poll(void);\nvoid d_read') }, []);
});

test('assigned declarations follow as functions do; those that are not assigned stay so', () => {
  const line = '#define D_MAX 3\n';
  check({ io: io.replace(line, '') }, ['D_MAX out']);
  check({ io: io.replace(line, ''), graph: graph + line }, ['D_MAX from io to graph']);
  check({ graph: graph + line }, []);
  check({ io: `${io}#define D_NEW 1\nstruct New { int n; };\n` }, []);
});

test('what the manifest cannot say is an error, and nothing changes', () => {
  const added = 'void d_a(void);\n';
  checkStopped({ graph: graph + added, io: io + added }, ['prototype-doubled d-graph.h:8:6']);
  checkStopped({ wrapper: added }, ['prototype-in-wrapper d.h:9:6']);
  checkStopped({ graph: '#define D_MAX 3\n', common: '#define D_MAX 3\n', io: io.replace('#define D_MAX 3\n', '') }, [
    'declaration-misplaced d-common.h:6:1',
  ]);
});

test('what cannot be read with certainty is an error', () => {
  checkStopped({ graph: null }, ['part-file-missing d-graph.h:0:0']);
  checkStopped({ graph: `#if A\n${graph}` }, ['unbalanced d-graph.h:2:1']);
  checkStopped({ graph: graph.replace('void d_free(void);', 'void ODD( d_free(void);') }, [
    'declaration-unreadable d-graph.h:7:1',
  ]);
});

test('a header that is whole has to be split first', () => {
  const tree = memoryTree({ 'd.h': '#ifndef D_H\n#define D_H\nvoid d_new(void);\n#endif\n' });
  const { findings, changes } = syncManifest(tree, soundManifest(yaml));
  expect(findings.map(({ code }) => code)).toEqual(['not-split-yet']);
  expect(changes).toEqual([]);
});

test('the manifest is the one that a second run leaves as it is', () => {
  const tree = treeOf({
    graph: `void d_a(void);\n${graph}void d_b(void);\n`,
    io: '#define D_WAIT 1\nvoid d_free(void);\n',
  });
  const { after } = syncManifest(tree, soundManifest(yaml));
  expect(after.source.text).toBe(
    yaml
      .replace('  d_new: graph\n', '  d_a: graph\n  d_new: graph\n')
      .replace('d_free: graph\n', 'd_free: graph\n  d_b: graph\n')
      .replace('  d_read: io\n  d_poll: gs\n', '')
      .replace('  D_MAX: io\n', ''),
  );
  expect(syncManifest(tree, after).changes).toEqual([]);
});

/** The bodies of the files; null: there is none. */
type Files = {
  readonly yaml?: string;
  readonly common?: string;
  readonly graph?: string | null;
  readonly io?: string;
  readonly wrapper?: string;
};

function treeOf({ common = '', graph: ofGraph = graph, io: ofIo = io, wrapper = '' }: Files) {
  const file = (name: string, body: string): string => `/* L */\n#ifndef ${name}\n#define ${name}\n\n${body}\n#endif\n`;
  const includes = '#include "d-common.h"\n#include "d-graph.h"\n#include "d-io.h"\n\n';
  return memoryTree({
    'd.h': file('D_H', includes + wrapper),
    'd-common.h': file('D_COMMON_H', `\n${common}`),
    ...(ofGraph === null ? {} : { 'd-graph.h': file('D_GRAPH_H', `\n${ofGraph}`) }),
    'd-io.h': file('D_IO_H', ofIo),
  });
}

function check(files: Files, expected: readonly string[]): void {
  const { changes, findings } = syncManifest(treeOf(files), soundManifest(files.yaml ?? yaml));
  expect(formatFindings(findings, false)).toBe('');
  expect(
    changes.map((change) => {
      if (change.kind === 'remove') return `${change.name} out`;
      if (change.kind === 'assign') return `${change.name} from ${change.was ?? 'nothing'} to ${change.part}`;
      const { beside } = change;
      return `${change.name}: ${change.part} ${beside === null ? 'at the end' : `${beside.side} ${beside.name}`}`;
    }),
  ).toEqual(expected);
}

function checkStopped(files: Files, expected: readonly string[]): void {
  const manifest = soundManifest(yaml);
  const { changes, findings, after } = syncManifest(treeOf(files), manifest);
  expect(
    findings.map(({ code, places: [{ place }] }) => `${code} ${place.file}:${place.line}:${place.column}`),
  ).toEqual(expected);
  expect(stopsTheRun(findings)).toBe(true);
  expect(changes).toEqual([]);
  expect(after).toBe(manifest);
}
