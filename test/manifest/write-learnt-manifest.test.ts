import { expect, test } from '@jest/globals';
import {
  formatLearntManifest,
  type LearntManifest,
  type LearntPart,
} from '../../src/manifest/write-learnt-manifest.ts';
import { bytesOfText, displayText } from '../../src/text/source-text.ts';
import { soundManifest } from './check-manifest.ts';

const plain: LearntPart = {
  name: 'common',
  into: null,
  file: null,
  guard: null,
  banner: null,
  assert: null,
  assertInclude: null,
};

const manifest: LearntManifest = {
  header: 'include/block.h',
  shared: 'common',
  prelude: 'qemu/osdep.h',
  includeDirs: ['include'],
  parts: [
    plain,
    {
      ...plain,
      name: 'graph',
      file: 'include/x/block_graph.h',
      guard: 'GRAPH_H',
      banner: 'Graph API.\n\n  - # no comment\n\t"tab": größe',
      assert: 'g_assert(in_main() && !"x: y");',
      assertInclude: 'qemu/main-loop.h',
    },
    { ...plain, name: 'io_or_gs', into: 'graph', banner: '  Indented\nat its beginning.', assert: 'IO_OR_GS_CODE();' },
  ].map((part) => ({ ...part, banner: part.banner === null ? null : bytesOfText(part.banner) })),
  wrapperBanner: 'Add nothing: "here".',
  includes: new Map([['block/blockjob.h', 'wrapper']]),
  annotations: ['coroutine_fn'],
  definitions: ['block.c'],
  otherDefinitions: ['stubs/block.c'],
  placement: 'first',
  declarationMacros: ['REPORT_GUARD', 'no'],
  prototypes: new Map([
    ['bdrv_new', 'graph'],
    ['on', 'io_or_gs'],
  ]),
  declarations: new Map([['BDRV_POLL', 'io_or_gs']]),
  remarks: ['include/block.h:9 is not taken as a banner: it is below the includes.'],
};

test('writes what was learnt', () => {
  expect(displayText(formatLearntManifest(manifest, 's.json'))).toBe(`# yaml-language-server: $schema=s.json
version: 1
header: include/block.h
shared: common
prelude: qemu/osdep.h
include_dirs: [include]

# In the order in which the header includes them.
parts:
  common: {}
  graph:
    file: include/x/block_graph.h
    guard: GRAPH_H
    banner: |
      Graph API.

        - # no comment
      \t"tab": größe
    assert: "g_assert(in_main() && !\\"x: y\\");"
    assert_include: qemu/main-loop.h
  io_or_gs:
    into: graph
    banner: |2
        Indented
      at its beginning.
    assert: IO_OR_GS_CODE();

wrapper:
  banner: "Add nothing: \\"here\\"."

includes:
  block/blockjob.h: wrapper

annotations:
  - coroutine_fn

# Where the definitions are.
definitions:
  - "block.c"
  # Left out because they define the same functions again (stubs, other systems); add any that should assert:
  # - "stubs/block.c"

declaration_macros: [REPORT_GUARD, "no"]
placement: first

prototypes:
  bdrv_new: graph
  "on": io_or_gs

declarations:
  BDRV_POLL: io_or_gs

# What the files have and a manifest cannot say:
# - include/block.h:9 is not taken as a banner: it is below the includes.
`);
});

test('is read back as it was meant', () => {
  const read = soundManifest(displayText(formatLearntManifest(manifest, 's.json')));
  expect({
    parts: read.parts.map(({ span: _, mayCall: __, assertWhy: ___, file, ...part }) => ({ ...part, file })),
    wrapperBanner: read.wrapper.banner,
    includes: [...read.includes].map(([path, { value }]) => [path, value]),
    declarationMacros: read.declarationMacros,
    placement: read.placement,
    prototypes: [...read.prototypes].map(([name, { part }]) => [name, part]),
    declarations: [...read.declarations].map(([name, { value }]) => [name, value]),
  }).toEqual({
    parts: manifest.parts.map((part) => ({
      ...part,
      // A block of YAML ends with a line end.
      banner: part.banner === null ? null : `${part.banner}\n`,
      file: part.name === 'common' ? 'include/block-common.h' : 'include/x/block_graph.h',
      guard: part.guard,
    })),
    wrapperBanner: manifest.wrapperBanner,
    includes: [...manifest.includes],
    declarationMacros: manifest.declarationMacros,
    placement: manifest.placement,
    prototypes: [...manifest.prototypes],
    declarations: [...manifest.declarations],
  });
});

test('leaves out what there is nothing to say of', () => {
  const bare: LearntManifest = {
    ...manifest,
    prelude: null,
    includeDirs: [],
    parts: [plain],
    wrapperBanner: null,
    includes: new Map(),
    annotations: [],
    definitions: null,
    otherDefinitions: [],
    placement: 'after-declarations',
    declarationMacros: [],
    prototypes: new Map(),
    declarations: new Map(),
    remarks: [],
  };
  const text = formatLearntManifest(bare, 's.json');
  expect(text).toBe(`# yaml-language-server: $schema=s.json
version: 1
header: include/block.h
shared: common

# In the order in which the header includes them.
parts:
  common: {}

prototypes: {}
`);
  expect(soundManifest(text).parts).toHaveLength(1);
});
