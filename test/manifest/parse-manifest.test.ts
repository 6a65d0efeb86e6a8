import { describe, expect, test } from '@jest/globals';
import { bytesOfText } from '../../src/text/source-text.ts';
import { findingsOf, soundManifest } from './check-manifest.ts';

const FULL = `version: 1
header: include/sysemu/block-backend.h
shared: common
prelude: qemu/osdep.h
parts:
  common: {}
  graph:
    file: include/sysemu/graph.h
    guard: GRAPH_H
    banner: |
      Graph API.
      Größe.
    assert: "  g_assert(qemu_in_main_thread()); "
    assert_include: qemu/main-loop.h
    may_call: [graph, io_or_gs, io, common]
  io:
  io_or_gs: { into: io, assert: IO_OR_GS_CODE(); }
wrapper: { banner: Nothing in here., remove: true }
users:
  rewrite: all
  files: ['**', '!roms/**']
  keep: { hw/foo.c: { why: a copy } }
  need: { block/foo.c: [graph] }
licence: { from: block.c }
includes: { block/blockjob.h: wrapper, a.h: drop, b.h: io }
include_dirs: [include/, .]
brackets: [[G_BEGIN_DECLS, G_END_DECLS]]
annotations: [coroutine_fn, true]
declaration_macros: [ERRP_GUARD]
definitions: ["block.c", "block/**/*.c", "!stubs/**"]
placement: first
reinclude: once
prototypes:
  blk_new: graph
  blk_bs:
  blk_co_preadv: { part: io, assert: false, why: generated }
  blk_flush: { part: io, comment: own }
  null: io
  on: graph
  no: ~
declarations: { BDRV_POLL_WHILE: io_or_gs }
functions:
  block/block-backend.c: { blk_root_activate: graph }
`;

describe('a sound manifest', () => {
  const manifest = soundManifest(FULL);

  test('keeps the place of the header', () => {
    expect(manifest.header).toEqual({ value: 'include/sysemu/block-backend.h', span: { start: 19, end: 49 } });
  });

  test('fills in the files of its parts', () => {
    expect(manifest.parts.map(({ name, file, into }) => [name, file, into])).toEqual([
      ['common', 'include/sysemu/block-backend-common.h', null],
      ['graph', 'include/sysemu/graph.h', null],
      ['io', 'include/sysemu/block-backend-io.h', null],
      ['io_or_gs', 'include/sysemu/block-backend-io.h', 'io'],
    ]);
  });

  test('reads a part, its texts as bytes', () => {
    const graph = manifest.parts[1];
    expect(graph).toMatchObject({
      guard: 'GRAPH_H',
      banner: bytesOfText('Graph API.\nGröße.\n'),
      assert: 'g_assert(qemu_in_main_thread());',
      assertInclude: 'qemu/main-loop.h',
      mayCall: ['graph', 'io_or_gs', 'io', 'common'],
    });
    expect(FULL.slice(graph?.span.start, graph?.span.end)).toBe('graph');
  });

  test('reads the prototypes in order, names that YAML has other ideas about among them', () => {
    const entries = [...manifest.prototypes].map(([name, { span, ...entry }]) => ({ name, ...entry }));
    const plain = { part: null, assert: true, comment: null, why: null, assertWhy: null };
    expect(entries).toEqual([
      { ...plain, name: 'blk_new', part: 'graph' },
      { ...plain, name: 'blk_bs' },
      { ...plain, name: 'blk_co_preadv', part: 'io', assert: false, why: 'generated' },
      { ...plain, name: 'blk_flush', part: 'io', comment: 'own' },
      { ...plain, name: 'null', part: 'io' },
      { ...plain, name: 'on', part: 'graph' },
      { ...plain, name: 'no' },
    ]);
  });

  test('reads everything else', () => {
    const { source, header, parts, prototypes, includes, declarations, functions, licence, bracketSpans, ...rest } =
      manifest;
    expect(rest).toEqual({
      shared: 'common',
      prelude: 'qemu/osdep.h',
      wrapper: { banner: 'Nothing in here.', remove: { start: expect.any(Number), end: expect.any(Number) } },
      users: expect.objectContaining({
        rewrite: 'all',
        files: ['**', '!roms/**'],
        keep: new Map([['hw/foo.c', { value: 'a copy', span: expect.anything() }]]),
        need: new Map([['block/foo.c', { value: ['graph'], span: expect.anything() }]]),
      }),
      includeDirs: ['include', ''],
      brackets: [['G_BEGIN_DECLS', 'G_END_DECLS']],
      annotations: ['coroutine_fn', 'true'],
      declarationMacros: ['ERRP_GUARD'],
      definitions: ['block.c', 'block/**/*.c', '!stubs/**'],
      placement: 'first',
      reinclude: 'once',
    });
    expect(licence).toMatchObject({ kind: 'from', file: 'block.c' });
    expect([...includes].map(([name, { value }]) => [name, value])).toEqual([
      ['block/blockjob.h', 'wrapper'],
      ['a.h', 'drop'],
      ['b.h', 'io'],
    ]);
    expect(declarations.get('BDRV_POLL_WHILE')?.value).toBe('io_or_gs');
    expect(functions.get('block/block-backend.c')?.get('blk_root_activate')?.value).toBe('graph');
  });
});

describe('defaults', () => {
  const minimal = (parts: string, header = 'x.h') => soundManifest(`version: 1\nheader: ${header}\nparts: ${parts}\n`);

  test('of a minimal manifest', () => {
    const { source, header, parts, bracketSpans, ...rest } = minimal('{ io: {}, graph: {} }');
    expect(rest).toEqual({
      shared: 'io',
      prelude: null,
      wrapper: { banner: null, remove: null },
      users: null,
      licence: { kind: 'none' },
      includes: new Map(),
      includeDirs: null,
      brackets: [],
      annotations: [],
      declarationMacros: [],
      definitions: null,
      placement: 'after-declarations',
      reinclude: 'guarded',
      prototypes: new Map(),
      declarations: new Map(),
      functions: new Map(),
    });
  });

  test('the shared part is common, wherever it stands', () => {
    expect(minimal('{ io: {}, common: {} }').shared).toBe('common');
  });

  test.each([
    ['x.h', 'x-io.h'],
    ['a.b/x', 'a.b/x-io'],
    ['a/x.y.hpp', 'a/x.y-io.hpp'],
    ['a/.h', 'a/.h-io'],
  ])('the part io of %s is %s', (header, file) => {
    expect(minimal('{ io: {} }', header).parts[0]?.file).toBe(file);
  });

  test('a chain of into ends at its file, also when a later part is meant', () => {
    const files = minimal('{ c: {}, a: { into: b }, b: { into: d }, d: {} }').parts.map(({ file }) => file);
    expect(files).toEqual(['x-c.h', 'x-d.h', 'x-d.h', 'x-d.h']);
  });
});

describe('how a manifest is written down', () => {
  test('CRLF and a byte order mark change nothing but the places', () => {
    const plain = soundManifest(FULL);
    const other = soundManifest(`\ufeff${FULL.replaceAll('\n', '\r\n')}`);
    expect(other.parts.map(({ banner }) => banner)).toEqual(plain.parts.map(({ banner }) => banner));
    expect([...other.prototypes.keys()]).toEqual([...plain.prototypes.keys()]);
  });

  test.each([
    ['latin-1', 'version: 1\nheader: caf\xe9.h\nfoo: 1\n', '2:12-13 manifest-not-text: byte 0xE9 is not UTF-8'],
    ['a sequence cut short', 'version: 1\n# \xef\xbf!\n', '2:3-4 manifest-not-text: byte 0xEF is not UTF-8'],
    ['after good UTF-8', '# \xc3\xa4\xff\n', '1:5-6 manifest-not-text: byte 0xFF is not UTF-8'],
  ])('%s is not UTF-8', (_name, bytes, expected) => {
    expect(findingsOf(bytes)).toContain(expected);
  });

  test('a binary file has one finding', () => {
    expect(findingsOf('\x7fELF\x02\0\0')).toEqual(['1:6-7 manifest-not-text: a NUL byte: this is not a text file']);
  });
});
