import { expect, test } from '@jest/globals';
import { explainEntries } from '../../../src/manifest/edit/explain-entries.ts';
import { parseManifest } from '../../../src/manifest/parse-manifest.ts';
import { bytesOfText } from '../../../src/text/source-text.ts';

const head = 'version: 1\nheader: a.h\nparts: { io: {}, common: {} }\n';

test.each<[string, string, string | null, string]>([
  [
    'a scalar',
    'prototypes:\n  f: io # kept\n  g: io\n',
    'it "waits"',
    'prototypes:\n  f: { part: io, why: "it \\"waits\\"" } # kept\n  g: io\n',
  ],
  ['a quoted scalar', "prototypes:\n  f: 'io'\n", 'x', 'prototypes:\n  f: { part: io, why: "x" }\n'],
  [
    'no part yet',
    'prototypes:\n  f:   # block.c\n  g: io\n',
    'x',
    'prototypes:\n  f: { why: "x" } # block.c\n  g: io\n',
  ],
  [
    'an entry whose comment is in a column',
    'prototypes:\n  f: io                           # a.c\n  g: io                           # a.c\n',
    'ä',
    'prototypes:\n  f: { part: io, why: "ä" }       # a.c\n  g: io                           # a.c\n',
  ],
  [
    'one that is too long for it',
    'prototypes:\n  f: io       # a.c\n  g: io       # a.c\n',
    'because it is so',
    'prototypes:\n  f: { part: io, why: "because it is so" } # a.c\n  g: io       # a.c\n',
  ],
  [
    'one whose neighbours have left the column',
    'prototypes:\n  f: io       # a.c\n  g: { part: io, why: longer } # a.c\n',
    'because it is so',
    'prototypes:\n  f: { part: io, why: "because it is so" } # a.c\n  g: { part: io, why: longer } # a.c\n',
  ],
  [
    'a mapping before a column',
    'prototypes:\n  f: { part: io }       # a.c\n  g: io                 # a.c\n',
    'because it is so',
    'prototypes:\n  f: { part: io, why: "because it is so" } # a.c\n  g: io                 # a.c\n',
  ],
  [
    'a mapping whose reason goes',
    'prototypes:\n  f: { part: io, why: x } # a.c\n  g: io                   # a.c\n',
    null,
    'prototypes:\n  f: { part: io }         # a.c\n  g: io                   # a.c\n',
  ],
  ['no part yet, at the end', 'prototypes:\n  f:', 'x', 'prototypes:\n  f: { why: "x" }'],
  [
    'a flow mapping',
    'prototypes:\n  f: { part: io, assert: false }\n',
    'ä',
    'prototypes:\n  f: { part: io, assert: false, why: "ä" }\n',
  ],
  [
    'a reason that changes',
    'prototypes:\n  f: { why: old, part: io }\n',
    'new',
    'prototypes:\n  f: { part: io, why: "new" }\n',
  ],
  [
    'a reason that goes',
    'prototypes:\n  f: { part: io, why: old } # x\n',
    null,
    'prototypes:\n  f: { part: io } # x\n',
  ],
  [
    'a block mapping',
    'prototypes:\n  f:\n    part: io\n  g: io\n',
    'x',
    'prototypes:\n  f:\n    part: io\n    why: "x"\n  g: io\n',
  ],
  ['flow style', 'prototypes: { f: io, g: common }\n', 'x', 'prototypes: { f: { part: io, why: "x" }, g: common }\n'],
  ['what is so already', 'prototypes:\n  f: { why: x , part: io }\n', 'x', 'prototypes:\n  f: { why: x , part: io }\n'],
])('%s gets its reason, and all else stays', (_, before, why, after) => {
  const { manifest } = parseManifest({ path: 'm.yaml', text: bytesOfText(head + before) });
  if (manifest === null) throw new Error('bad test');
  const edited = explainEntries(manifest, new Map([['f', why]]));
  expect(edited.source.text).toBe(bytesOfText(head + after));
  expect(edited.prototypes.get('f')?.why).toBe(why);
});

test('JSON stays JSON', () => {
  const text = '{"version":1,"header":"a.h","parts":{"common":{}},"prototypes":{"f":"common"}}';
  const { manifest } = parseManifest({ path: 'm.json', text });
  if (manifest === null) throw new Error('bad test');
  const edited = explainEntries(manifest, new Map([['f', 'x']]));
  expect(JSON.parse(edited.source.text).prototypes.f).toEqual({ part: 'common', why: 'x' });
});
