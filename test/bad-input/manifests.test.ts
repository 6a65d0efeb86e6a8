import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from '@jest/globals';
import { type BadInput, checkRefused } from './check-refused.ts';
import { soundProject } from './sound-project.ts';

const sound = soundProject['store.yaml'] ?? '';

function manifest(text: string, says: string): BadInput {
  return { files: { 'store.yaml': text }, says };
}

function changed(from: string, to: string, says: string, files: BadInput['files'] = {}): BadInput {
  const input = manifest(
    sound.replace(from, () => to),
    says,
  );
  return { ...input, files: { ...input.files, ...files } };
}

const before = (lines: string): [string, string] => ['prototypes:', `${lines}\nprototypes:`];

test.each<[string, BadInput]>([
  [
    'missing',
    {
      manifests: ['gone.yaml'],
      says: 'input-unreadable gone.yaml: gone.yaml cannot be read: no such file or directory',
    },
  ],
  ['a folder', { manifests: ['include'], says: 'input-unreadable include: include cannot be read: it is a directory' }],
  [
    'an endless device',
    {
      manifests: ['/dev/zero'],
      says: 'input-unreadable /dev/zero: /dev/zero cannot be read: it is not a regular file',
    },
  ],
  [
    'a pipe that nobody writes to',
    {
      prepare: (folder) => execFileSync('mkfifo', [join(folder, 'pipe')]),
      manifests: ['pipe'],
      says: 'input-unreadable pipe: pipe cannot be read: it is not a regular file',
    },
  ],
  [
    'below a file',
    {
      manifests: ['store.c/x.yaml'],
      says: 'input-unreadable store.c/x.yaml: store.c/x.yaml cannot be read: not a directory',
    },
  ],
  [
    'two for one header',
    {
      files: { 'b.yaml': sound },
      manifests: ['store.yaml', 'b.yaml'],
      says: 'header-doubled b.yaml:2:9: two manifests split include/store.h',
    },
  ],
  ['empty', manifest('', 'manifest-missing-key store.yaml:1:1: the manifest is empty')],
  ['a NUL byte', manifest('version: 1\n\0', 'manifest-not-text store.yaml:2:1: a NUL byte: this is not a text file')],
  [
    'not UTF-8',
    changed('graph: {', 'graph: # \xff\n   {', 'manifest-not-text store.yaml:5:12: byte 0xFF is not UTF-8'),
  ],
  [
    'an alias bomb',
    manifest(
      'a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n',
      "manifest-alias store.yaml:2:8: the alias '*a' is not allowed",
    ),
  ],
  [
    'nested deeply',
    manifest(
      '['.repeat(100_000),
      'manifest-too-deep store.yaml:1:40: more than 40 levels of nesting; a manifest needs five',
    ),
  ],
  [
    'huge',
    manifest(
      `# ${'x'.repeat(5_000_000)}`,
      'manifest-too-large store.yaml: store.yaml has 5000002 bytes; at most 4194304 are read',
    ),
  ],
  ['a tab', changed('  io: {}', '\tio: {}', 'manifest-syntax store.yaml:6:1: Tabs are not allowed as indentation')],
  [
    'a bracket left open',
    changed(
      '  io: {}',
      '  io: {',
      'manifest-syntax store.yaml:7:1: Flow map in block collection must be sufficiently indented and end with a }',
    ),
  ],
  [
    'a key twice',
    changed(
      'store_close: graph',
      'store_open: graph',
      "manifest-duplicate-key store.yaml:9:3: the key 'store_open' is given twice in prototypes",
    ),
  ],
  [
    'a misspelt key',
    changed(
      'prototypes:',
      'protoypes:',
      "manifest-unknown-key store.yaml:7:1: unknown key 'protoypes'; did you mean 'prototypes'?",
    ),
  ],
  [
    'a misspelt part',
    changed(
      'store_close: graph',
      'store_close: grpah',
      "unknown-part store.yaml:9:16: prototypes.store_close: there is no part 'grpah'; did you mean 'graph'?",
    ),
  ],
  [
    'a header above the root',
    changed(
      'include/store.h',
      '../store.h',
      "path-leaves-root store.yaml:2:9: header leads out of the root of the tree by '..'",
    ),
  ],
  [
    'an absolute header',
    changed('include/store.h', '/etc/passwd', 'path-leaves-root store.yaml:2:9: header is absolute'),
  ],
  [
    'sources above the root',
    changed(
      ...before('definitions: ["../**/*.c"]'),
      "path-leaves-root store.yaml:7:15: definitions[0] leads out of the root of the tree by '..'",
    ),
  ],
  [
    'a header that is not there',
    changed(
      'include/store.h',
      'include/stoer.h',
      "file-missing store.yaml:2:9: the tree has no header 'include/stoer.h'",
    ),
  ],
  [
    'a header that is a folder',
    changed('include/store.h', 'include', "header-unusable store.yaml:2:9: 'include' is a directory"),
  ],
  [
    'a prototype without part',
    changed(
      'store_close: graph',
      'store_close:',
      "prototype-unassigned include/store.h:8:6: prototype 'store_close' has no part",
    ),
  ],
  [
    'a prototype left out',
    changed(
      '  store_close: graph\n',
      '',
      "prototype-unassigned include/store.h:8:6: prototype 'store_close' has no part",
    ),
  ],
  [
    'a misspelt prototype',
    changed(
      'store_close:',
      'store_clsoe:',
      "prototype-unknown store.yaml:9:3: include/store.h has no prototype 'store_clsoe'",
    ),
  ],
  [
    'functions of a missing file',
    changed(
      ...before('functions:\n  gone.c: { f: graph }'),
      'function-not-defined store.yaml:8:13: gone.c, said to define f(), does not exist',
    ),
  ],
  [
    'functions that are not there',
    changed(
      ...before('functions:\n  store.c: { f: graph }'),
      'function-not-defined store.yaml:8:14: store.c does not define f()',
    ),
  ],
  [
    'a part file that is a folder',
    changed('io: {}', 'io: { file: doc }', 'write-refused store.yaml:6:3: doc is a directory', { 'doc/a.txt': '' }),
  ],
  [
    'a part file below a file',
    changed(
      'io: {}',
      'io: { file: store.c/x.h }',
      'write-refused store.yaml:6:3: store.c/x.h needs a directory where there is a file',
    ),
  ],
  [
    'a part file in the git folder',
    changed('io: {}', 'io: { file: .git/x.h }', 'write-refused store.yaml:6:3: .git/x.h is in a git directory'),
  ],
  [
    "a part with the header's guard",
    changed(
      'io: {}',
      'io: { guard: STORE_H }',
      'guard-taken store.yaml:6:3: the guard STORE_H of include/store-io.h is already used in include/store.h',
    ),
  ],
])('a manifest: %s', async (_, input) => checkRefused(input));
