import { describe, expect, test } from '@jest/globals';
import { formatManifest, type ManifestDraft } from '../../src/manifest/write-manifest.ts';
import { bytesOfText, displayText } from '../../src/text/source-text.ts';
import { soundManifest } from './check-manifest.ts';

const draft: ManifestDraft = {
  schemaRef: '../node_modules/header-split/schema/manifest.schema.json',
  header: 'include/sysemu/block-backend.h',
  shared: 'common',
  parts: ['common', 'graph', 'io'],
  prelude: 'qemu/osdep.h',
  includeDirs: ['include', 'no', '.'],
  annotations: ['coroutine_fn', 'no'],
  suggestions: ['QEMU_X', 'QEMU_Y'],
  definitions: ['block.c', 'block/**/*.c', '!stubs/**'],
  prototypes: ['blk_new', 'on', 'null', 'y', bytesOfText('größe'), '$x'],
  licenceMissing: true,
  reinclude: true,
};

describe('formatManifest', () => {
  test('writes what init shows', () => {
    expect(
      displayText(formatManifest(draft)),
    ).toBe(`# yaml-language-server: $schema=../node_modules/header-split/schema/manifest.schema.json
version: 1
header: include/sysemu/block-backend.h
shared: common
prelude: qemu/osdep.h
include_dirs: [include, "no", .]
reinclude: once

# In the order in which the header will include them.
parts:
  common: {} # takes every declaration that is not assigned
  graph:
    # banner: What its users must know.
    # assert: my_assert(in_main_thread());
    # assert_include: my/thread.h
    # may_call: [graph, common]
  io:
    # banner: What its users must know.
    # assert: my_assert(in_main_thread());
    # assert_include: my/thread.h
    # may_call: [io, common]

# The header has no licence comment. The part files take theirs from a file of the tree:
# licence: { from: path/to/file.c }

annotations:
  - coroutine_fn
  - "no"
# Perhaps annotations as well: QEMU_X, QEMU_Y

# Where the definitions are.
definitions:
  - "block.c"
  - "block/**/*.c"
  - "!stubs/**"

# Write each prototype's part after its name; \`header-split assign\` fills in many at once.
prototypes:
  blk_new:
  "on":
  "null":
  "y":
  "größe":
  "$x":
`);
  });

  test('is read back as it was meant', () => {
    const manifest = soundManifest(displayText(formatManifest(draft)));
    expect({
      header: manifest.header.value,
      shared: manifest.shared,
      parts: manifest.parts.map(({ name }) => name),
      prelude: manifest.prelude,
      includeDirs: manifest.includeDirs,
      annotations: manifest.annotations,
      definitions: manifest.definitions,
      prototypes: [...manifest.prototypes.keys()],
      reinclude: manifest.reinclude,
    }).toEqual({
      header: draft.header,
      shared: draft.shared,
      parts: draft.parts,
      prelude: draft.prelude,
      includeDirs: ['include', 'no', ''],
      annotations: draft.annotations,
      definitions: draft.definitions,
      prototypes: draft.prototypes,
      reinclude: 'once',
    });
    expect([...manifest.prototypes.values()].every(({ part }) => part === null)).toBe(true);
  });

  test('writes sections and files as comments, in one column that leaves room for a part', () => {
    const long = 'blk_a_name_that_is_longer_than_most_of_them';
    const of = new Map([
      ['blk_new', { section: 'Requests', file: 'backend.c' }],
      ['on', { section: 'Requests', file: null }],
      ['null', { section: null, file: 'inline' }],
      [long, { section: bytesOfText('Größe'), file: 'io.c and 2 more' }],
    ]);
    const prototypes = ['blk_new', 'on', 'null', long];
    const text = displayText(formatManifest({ ...draft, prototypes, remarks: { of, folder: 'block/' } }));
    expect(text.slice(text.indexOf('# Write each'))).toBe(
      `# Write each prototype's part after its name; \`header-split assign\` fills in many at once.
# The comment after a name is the file in block/ that defines it.
prototypes:
  # Requests
  blk_new:        # backend.c
  "on":

  "null":         # inline

  # Größe
  ${long}: # io.c and 2 more
`,
    );
    expect([...soundManifest(text).prototypes.keys()]).toEqual(prototypes);
  });

  test('leaves out what is not known', () => {
    const bare: ManifestDraft = {
      schemaRef: 's.json',
      header: 'a b/ü.h',
      shared: 'io',
      parts: ['io'],
      prelude: null,
      includeDirs: [],
      annotations: [],
      definitions: null,
      prototypes: [],
      licenceMissing: false,
      reinclude: false,
    };
    const text = formatManifest({ ...bare, header: bytesOfText(bare.header) });
    expect(displayText(text)).toBe(`# yaml-language-server: $schema=s.json
version: 1
header: "a b/ü.h"
shared: io

# In the order in which the header will include them.
parts:
  io: {} # takes every declaration that is not assigned

prototypes: {}
`);
    expect(soundManifest(displayText(text)).header.value).toBe(bare.header);
  });
});
