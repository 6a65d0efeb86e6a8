import { describe, expect, test } from '@jest/globals';
import { editManifest } from '../../../src/manifest/edit/edit-manifest.ts';
import type { Beside, ManifestChange } from '../../../src/manifest/edit/manifest-change.ts';
import { bytesOfText, displayText } from '../../../src/text/source-text.ts';
import { soundManifest } from '../check-manifest.ts';

const head = `version: 1
header: a.h
parts: { common: {}, graph: {}, io: { banner: "x" }, 'on': {} }
`;

describe('a new entry', () => {
  test('goes behind its neighbour, in the order given, and above what stands below', () => {
    check(
      `prototypes:
  a: graph # the first

  # The others.
  d: io
`,
      [add('b', 'io', behind('a')), add('c', 'graph', behind('a'))],
      `prototypes:
  a: graph # the first
  b: io
  c: graph

  # The others.
  d: io
`,
    );
  });

  test('goes behind all lines of its neighbour', () => {
    check(
      `prototypes:
    a:
        part: graph
        why: >-
            two

            lines
        # of a
    # of c
    c: io`,
      [add('b', 'io', behind('a')), add('d', 'io', behind('c'))],
      `prototypes:
    a:
        part: graph
        why: >-
            two

            lines
        # of a
    b: io
    # of c
    c: io
    d: io`,
    );
  });

  test('leaves the comment above the entry that it precedes with that entry', () => {
    check(
      'prototypes:\n\n  # one\n  # two\n  b: io\n',
      [add('a', 'graph', ahead('b'))],
      'prototypes:\n\n  a: graph\n  # one\n  # two\n  b: io\n',
    );
  });

  test('goes behind the last entry without a neighbour', () => {
    check(
      'prototypes:\n  b: io\ndeclarations:\n  X: io\n',
      [add('a', 'graph', null)],
      'prototypes:\n  b: io\n  a: graph\ndeclarations:\n  X: io\n',
    );
  });

  test('is quoted where YAML would take it for something else', () => {
    check(
      'prototypes:\n  a: io\n',
      [add('y', 'io', behind('a')), add('null', 'on', behind('a')), add(bytesOfText('größe'), 'io', behind('a'))],
      'prototypes:\n  a: io\n  "y": io\n  "null": "on"\n  "größe": io\n',
    );
  });

  test('turns an empty section into a block, and makes one that is missing', () => {
    check(
      'prototypes: {} # none yet\ndeclarations: { X: io }\n',
      [add('a', 'io', null), add('b', 'io', null)],
      'prototypes: # none yet\n  a: io\n  b: io\ndeclarations: { X: io }\n',
    );
    check(
      'declarations:\n    X: io\n# end\n',
      [add('a', 'io', null)],
      'declarations:\n    X: io\n\nprototypes:\n    a: io\n# end\n',
    );
    check('definitions: ["*.c"]', [add('a', 'io', null)], 'definitions: ["*.c"]\n\nprototypes:\n  a: io');
  });

  test.each([
    ['{}', '{"x": "io"}'],
    ['{"a": "graph"}', '{"a": "graph", "x": "io"}'],
  ])('in JSON is JSON: %s', (old, edited) => {
    const json = (prototypes: string) =>
      `{"version": 1, "header": "a.h", "parts": {"io": {}, "graph": null}, "prototypes": ${prototypes}}`;
    expect(edit(json(old), [add('x', 'io', null)])).toBe(json(edited));
  });

  test('in JSON makes a section that is missing', () => {
    const old = '{\n  "version": 1,\n  "header": "a.h",\n  "parts": {"io": {}}\n}\n';
    expect(edit(old, [add('x', 'io', null)])).toBe(old.replace('{}}\n', '{}},\n  "prototypes": {"x": "io"}\n'));
  });
});

describe('a removed entry', () => {
  test('takes along the comment on its line and those indented below it, not the one above', () => {
    check(
      'prototypes:\n  # above\n  a: graph # a\n    # deeper\n  # below\n  b: io\n',
      [remove('a')],
      'prototypes:\n  # above\n  # below\n  b: io\n',
    );
  });

  test('leaves an empty mapping when it was the last', () => {
    check(
      'prototypes: # all\n  a: io\ndeclarations: &x\n  X: io',
      [remove('a'), remove('X', 'declarations')],
      'prototypes: {} # all\ndeclarations: &x {}\n',
    );
    check('prototypes: { a: io }\n', [remove('a')], 'prototypes: {  }\n');
  });

  test('makes room for new ones where none stays', () => {
    check('prototypes:\n  a: io', [remove('a'), add('b', 'io', null)], 'prototypes:\n  b: io\n');
    check('prototypes: { a: io }\n', [remove('a'), add('b', 'io', null)], 'prototypes: { b: io }\n');
  });

  test('does not lengthen a text above that keeps its blank lines', () => {
    check(
      'prototypes:\n  a:\n    part: io\n    why: |+\n      x\n\n  b: io\n\n  c: io\n',
      [remove('b')],
      'prototypes:\n  a:\n    part: io\n    why: |+\n      x\n\n  c: io\n',
    );
  });
});

describe('an assigned entry', () => {
  test.each([
    ['a: graph # why', 'a: io # why'],
    ['a: "graph"', 'a: "io"'],
    ["'a': 'graph'", "'a': 'io'"],
    ['a:', 'a: io'],
    ['a: # undecided', 'a: io # undecided'],
    ['a: ~', 'a: io'],
    ['a: &x graph', 'a: &x io'],
    ['a: &x', 'a: &x io'],
    ['&k a: !!str graph', '&k a: !!str io'],
    ['a:\n    graph', 'a:\n    io'],
    ['a: >-\n    graph\n\n  # below', 'a: io\n\n  # below'],
    ['? a', '? a\n  : io'],
    ['? a\n  : graph', '? a\n  : io'],
    ['a: { part: graph, assert: false, why: generated }', 'a: { part: io, assert: false, why: generated }'],
    ['a: { why: x, part }', 'a: { why: x, part : io }'],
    ['a: {}', 'a: {part: io}'],
    ['a: { assert: false }', 'a: { part: io, assert: false }'],
    ['a:\n    # first\n    why: x', 'a:\n    part: io\n    # first\n    why: x'],
    ['a:\n    part: # not yet\n    assert: false', 'a:\n    part: io # not yet\n    assert: false'],
  ])('%j', (old, edited) => {
    check(
      `prototypes:\n  before: io\n  ${old}\n  behind: io\n`,
      [assign('a', 'io')],
      `prototypes:\n  before: io\n  ${edited}\n  behind: io\n`,
    );
  });

  test('keeps a comment in its column, as far as there is room', () => {
    check(
      `prototypes:
  a:          # a.c
  longer: io  # a.c
  c: graph    # b.c
  d: { why: x, part: io } # a.c
  f: graph   # alone
  verylong: io  # in no column
`,
      [assign('a', 'graph'), assign('longer', 'graph'), assign('c', 'io'), assign('d', 'graph'), assign('f', 'io')],
      `prototypes:
  a: graph    # a.c
  longer: graph # a.c
  c: io       # b.c
  d: { why: x, part: graph } # a.c
  f: io   # alone
  verylong: io  # in no column
`,
    );
  });

  test('keeps quotes around a part that needs them, and gets them', () => {
    check(
      "prototypes: {a: 'io', b: io}\n",
      [assign('a', 'on'), assign('b', 'on')],
      'prototypes: {a: \'on\', b: "on"}\n',
    );
  });
});

describe('a flow mapping', () => {
  test.each<[string, readonly ManifestChange[], string]>([
    ['{a: graph, b: io}', [add('x', 'io', behind('a'))], '{a: graph, x: io, b: io}'],
    ['{a: graph, b: io}', [add('x', 'io', behind('b'))], '{a: graph, b: io, x: io}'],
    ['{ a: graph, b: io }', [add('x', 'io', ahead('a'))], '{ x: io, a: graph, b: io }'],
    [
      '{a: graph, b, c: }',
      [add('x', 'io', behind('b')), assign('b', 'io'), assign('c', 'io')],
      '{a: graph, b : io, x: io, c: io }',
    ],
    ['{ a: graph, b: io, c: io }', [remove('a')], '{ b: io, c: io }'],
    ['{ a: graph, b: io, c: io }', [remove('a'), remove('b')], '{ c: io }'],
    ['{ a: graph, b: io, c: io }', [remove('b')], '{ a: graph, c: io }'],
    ['{ a: graph, b: io, c: io }', [remove('c')], '{ a: graph, b: io }'],
    ['{ a: graph, b: io, c: io, }', [remove('c'), add('x', 'io', behind('b'))], '{ a: graph, b: io, x: io, }'],
    ['{a: io, # a\n  b: io}', [add('x', 'io', behind('a')), remove('b')], '{a: io, # a\n  x: io\n  }'],
    ['{a: io,\n  b: io}', [remove('b')], '{a: io}'],
    ['{a: io,\n  b: io, c: io}', [remove('b')], '{a: io,\n  c: io}'],
    [
      '{\n    a: io, # a\n    b: io # b\n  }',
      [add('x', 'io', behind('b'))],
      '{\n    a: io, # a\n    b: io, # b\n    x: io\n  }',
    ],
    [
      '{\n    # a\n    a: io,\n    b: io,\n  }',
      [add('x', 'io', ahead('a')), remove('b')],
      '{\n    x: io,\n    # a\n    a: io,\n  }',
    ],
    ['{ # open\n    a: io }', [add('x', 'io', ahead('a'))], '{ # open\n    x: io,\n    a: io }'],
    ['{\n    a: io\n  , b: io\n  }', [add('x', 'io', behind('a'))], '{\n    a: io\n  , x: io, b: io\n  }'],
    ['{ # none\n  }', [add('x', 'io', null)], '{ # none\n  x: io\n  }'],
  ])('%j', (old, changes, edited) => {
    const tail = 'declarations: { X: io }\n';
    check(`prototypes: ${old}\n${tail}`, changes, `prototypes: ${edited}\n${tail}`);
  });
});

test('lines end as those beside them do', () => {
  const crlf = (yaml: string): string => yaml.replaceAll('\n', '\r\n');
  const old = crlf(`${head}prototypes:\n  a: io\n  b: io\n  c:\n`);
  const changes = [add('x', 'io', behind('a')), remove('b'), assign('c', 'io')];
  expect(edit(old, changes)).toBe(crlf(`${head}prototypes:\n  a: io\n  x: io\n  c: io\n`));
  const flow = crlf(`${head}prototypes: {\n  a: io, # a\n  b: io\n}`);
  expect(edit(flow, [add('x', 'io', behind('b'))])).toBe(flow.replace('b: io', 'b: io,\r\n  x: io'));
});

test('a byte order mark stays, and bytes beyond ASCII are counted', () => {
  const old = bytesOfText(`\ufeff# größer\n${head}prototypes: # für\n  a: graph # daß\n`);
  expect(displayText(edit(old, [assign('a', 'io')]))).toBe(displayText(old).replace('a: graph', 'a: io'));
});

test('an entry that does not begin its line is not touched', () => {
  const manifest = soundManifest(`${head}? prototypes\n: a: io\n  b: io\n`);
  const outcome = editManifest(manifest, [remove('a')]);
  expect(outcome.kind === 'uneditable' && outcome.finding.places[0].place.line).toBe(5);
});

test('what cannot be done is a bug', () => {
  const manifest = soundManifest(`${head}prototypes: { a: io, b: io }\n`);
  expect(() => editManifest(manifest, [remove('c')])).toThrow("cannot remove 'c'");
  expect(() => editManifest(manifest, [add('a', 'io', null)])).toThrow("cannot add 'a'");
  expect(() => editManifest(manifest, [remove('a'), add('c', 'io', behind('a'))])).toThrow("beside 'a'");
  expect(() => editManifest(manifest, [assign('a', 'nowhere')])).toThrow('does not say what it should');
});

function check(sections: string, changes: readonly ManifestChange[], expected: string): void {
  expect(displayText(edit(bytesOfText(head + sections), changes))).toBe(head + expected);
}

function edit(bytes: string, changes: readonly ManifestChange[]): string {
  const outcome = editManifest(soundManifest(displayText(bytes)), changes);
  if (outcome.kind === 'uneditable') throw new Error(outcome.finding.message);
  return outcome.manifest.source.text;
}

function add(name: string, part: string, beside: Beside): ManifestChange {
  return { kind: 'add', section: 'prototypes', name, part, beside };
}

function remove(name: string, section: 'prototypes' | 'declarations' = 'prototypes'): ManifestChange {
  return { kind: 'remove', section, name, was: null };
}

function assign(name: string, part: string): ManifestChange {
  return { kind: 'assign', section: 'prototypes', name, part, was: null };
}

function behind(name: string): Beside {
  return { side: 'behind', name };
}

function ahead(name: string): Beside {
  return { side: 'before', name };
}
