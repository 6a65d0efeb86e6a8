import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { assignYaml } from './assign-yaml.ts';

const NAMES = ['rdb_load', 'rdb_save', 'get_name', 'set_name', 'y', 'größe'];

const entry = fc.record({
  value: fc.constantFrom('', ' graph', ' "io"', " 'io'", ' ~', ' { why: "graph: io" }', ' {part: graph}', ' &a graph'),
  comment: fc.constantFrom('', ' # graph', '   # io, graph', '\t# x'),
  above: fc.constantFrom('', '\n', '  # graph: io\n', '\n  # io\n'),
});

const pattern = fc.constantFrom('rdb*', '*_name', '*', 'y', 'größe', '/^.e/', 'rdb_load', '[a-g]*');

const drawn = fc.record({
  entries: fc.tuple(entry, entry, entry, entry, entry, entry),
  patterns: fc.uniqueArray(pattern, { minLength: 1, maxLength: 3 }),
  part: fc.constantFrom('graph', 'io', 'common'),
  assigned: fc.constantFrom('keep', 'skip', 'replace'),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  tail: fc.constantFrom('', '\n', '\n# end', '\ndeclarations: { X: io }\n'),
} as const);

/** A part, where a part is assigned, and blanks before comments. */
function withoutParts(yaml: string): string {
  return yaml
    .replace(/^( {2}[^\s:#]+:)(?: (?:&a)?)?(?: ?["']?(?:graph|io|common)["']?| ~)?(?=[ \t]*(?:#|\r?$))/gm, '$1')
    .replace(/part: ?(?:graph|io|common)(?:, ?)?/g, '')
    .replace(/[ \t]+(?=#|\r?$)/gm, '');
}

test('assigning changes the parts of the functions meant, and no other byte', () => {
  fc.assert(
    fc.property(drawn, ({ entries, patterns, part, assigned, lineEnd, tail }) => {
      const lines = entries.map(({ value, comment, above }, at) => `${above}  ${NAMES[at]}:${value}${comment}`);
      const head = 'version: 1\nheader: a.h # graph\nparts: {common: {}, graph: {}, io: {}}\n';
      const yaml = `${head}prototypes:\n${lines.join('\n')}${tail}`.replaceAll('\n', lineEnd);
      const written = patterns.map((one) => `${one}=${part}`);
      const { before, after, yaml: edited, changes, kept, findings } = assignYaml(yaml, written, { assigned });
      expect(findings).toEqual([]);
      expect(withoutParts(edited)).toBe(withoutParts(yaml));
      const changed = new Set(changes.map(({ name }) => name));
      const left = new Set(kept.map(({ name }) => name));
      for (const [name, { part: was }] of before.prototypes) {
        const now = after.prototypes.get(name)?.part;
        expect(now).toBe(changed.has(name) ? part : was);
        if (assigned !== 'replace' && was !== null) expect(now).toBe(was);
        if (left.has(name)) expect(now).toBe(was);
      }
      const again = assignYaml(edited, written, { assigned });
      expect([again.yaml, again.changes]).toEqual([edited, []]);
    }),
    { numRuns: 300, seed: 20261127 },
  );
});
