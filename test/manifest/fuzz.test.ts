import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseManifest } from '../../src/manifest/parse-manifest.ts';

const SOUND = `version: 1
header: include/x.h
parts:
  common: {}
  graph: { assert: "a();", may_call: [graph, io] }
  io_or_gs: { into: io }
  io:
    banner: |
      two
      lines
licence: { from: a.c }
brackets: [[A, B]]
definitions: ["**/*.c"]
prototypes:
  f: io
  g: { part: graph, assert: false, comment: own, why: x }
  h:
functions: { a.c: { k: io } }
`;

const fragment = fc.constantFrom(
  ...[
    '',
    'null',
    '~',
    'true',
    '1',
    '[',
    '{',
    '}',
    ']',
    ': ',
    '\n',
    '  ',
    '"',
    "'",
    '- ',
    '&a ',
    '*a',
    '!!x ',
    '? ',
    '|',
    '#',
  ],
  ...['\t', '\r', '\xff', '\xc3\xa4', 'io', 'common', '<<: ', '---\n', '%YAML 1.1\n', ',', '{}', '[]', '../', '...\n'],
);
const change = fc.record({ at: fc.nat(SOUND.length), length: fc.nat(20), insert: fragment });

test('whatever is broken in a manifest, there is either a manifest or a finding, and it has a place', () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
      let text = SOUND;
      for (const { at, length, insert } of changes) text = text.slice(0, at) + insert + text.slice(at + length);
      const { manifest, findings } = parseManifest({ path: 'x', text });
      expect(manifest === null).toBe(findings.length > 0);
      const lines = text.split('\n').length;
      for (const { places } of findings) {
        for (const { place } of places) {
          expect(place.line).toBeGreaterThanOrEqual(1);
          expect(place.line).toBeLessThanOrEqual(lines);
          expect(place.endColumn).toBeGreaterThan(place.column);
        }
      }
    }),
    { numRuns: 300 },
  );
});
