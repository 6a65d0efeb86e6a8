import { expect, test } from '@jest/globals';
import type { Manifest } from '../../src/manifest/manifest.ts';
import { parseManifest } from '../../src/manifest/parse-manifest.ts';
import { parseHeader } from '../../src/model/lower-header.ts';
import { afterWhatTheyRead, siblingLoops } from '../../src/part-files/rules/sibling-loops.ts';
import { filesReachedFrom, filesThatReach } from '../../src/part-files/rules/siblings.ts';
import type { SplitHeaders } from '../../src/part-files/split-headers.ts';

const options = { annotations: [], brackets: [] };

/** A split into part files `a.h`, `b.h` and so on; each includes those of its letters. */
function splitOf(includes: Readonly<Record<string, string>>): { split: SplitHeaders; manifest: Manifest } {
  const names = Object.keys(includes);
  const parts = names.map((name) => `  ${name}: { file: ${name}.h }\n`).join('');
  const text = `version: 1\nheader: h.h\nshared: a\nparts:\n${parts}prototypes: {}\n`;
  const { manifest } = parseManifest({ path: 'm.yaml', text });
  if (manifest === null) throw new Error('the manifest has faults');
  const headers = names.map((name) => {
    const lines = [...(includes[name] ?? '')].map((to) => `#include "${to}.h"\n`);
    return parseHeader({ path: `${name}.h`, text: lines.join('') }, options);
  });
  const wrapper = parseHeader({ path: 'h.h', text: '' }, options);
  return { split: { wrapper, parts: new Map(headers.map((one) => [one.source.path, one])), options }, manifest };
}

test('part files that read one another are one loop, in wrapper order', () => {
  const { split, manifest } = splitOf({ a: 'b', b: 'c', c: 'ad', d: 'e', e: 'd', f: 'fa' });
  const [first, second] = [
    ['a.h', 'b.h', 'c.h'],
    ['d.h', 'e.h'],
  ];
  const loops = { 'a.h': first, 'b.h': first, 'c.h': first, 'd.h': second, 'e.h': second };
  expect(Object.fromEntries(siblingLoops(split, manifest))).toEqual(loops);
});

test('who reaches a file and what a file reaches are one relation', () => {
  const { split, manifest } = splitOf({ a: '', b: 'a', c: 'bz', d: 'e', e: 'd' });
  const reaching = (file: string): readonly string[] =>
    [...split.parts].flatMap(([from, header]) => (filesReachedFrom(header, split, manifest).has(file) ? [from] : []));
  for (const file of split.parts.keys())
    expect([...filesThatReach(file, split, manifest)].sort()).toEqual(reaching(file));
});

test('a chain of includes may be as long as it likes', () => {
  const chain = new Map(Array.from({ length: 50_000 }, (_, at) => [`${at}`, at < 49_999 ? [`${at + 1}`] : []]));
  expect(afterWhatTheyRead(chain)[0]).toBe('49999');
});
