import { expect, test } from '@jest/globals';
import { parseManifest } from '../../../src/manifest/parse-manifest.ts';
import { parseWhole } from '../../../src/regenerate/merge/parse-whole.ts';
import { wholeHeaderTest } from '../../../src/regenerate/merge/whole-header.ts';

const yaml = `version: 1
header: include/a.h
parts: { common: {}, io: {} }
prototypes: { f: io, g: io }
`;

function isWhole(text: string, ...manifests: readonly string[]): boolean {
  const parsed = [yaml, ...manifests].map((one) => parseManifest({ path: 'a.yaml', text: one }).manifest);
  return wholeHeaderTest(
    'include/a.h',
    parsed.flatMap((manifest) => manifest ?? []),
  )(text);
}

test.each<[string, boolean, string]>([
  ['one that declares a function', true, 'int h(void);\nint f(void);\n'],
  ['one that declares none', false, 'int h(void);\n'],
  ['an empty one', false, ''],
  ['one that only speaks of a function', false, '/* f() and g() are in a-io.h */\n#define h f()\n'],
  ['a wrapper', false, '#include "a-common.h"\n#include "a-io.h"\n'],
  ['a wrapper that somebody added to', false, '#include "a-io.h"\nint f(void);\n'],
  ['a wrapper that spells its parts otherwise', false, '#include <include/a-io.h>\nint f(void);\n'],
  ['one that includes another header', true, '#include "b-io.h"\nint f(void);\n'],
])('%s', (_, expected, text) => {
  expect(isWhole(text)).toBe(expected);
});

test('the part files of an older version of the manifest count', () => {
  const renamed = yaml.replace('io: {}', 'io: { file: include/a-rest.h }');
  const wrapper = '#include "a-rest.h"\nint f(void);\n';
  expect([isWhole(wrapper), isWhole(wrapper, renamed)]).toEqual([true, false]);
});

test('a header without functions is whole until it includes its parts', () => {
  const none = yaml.replace(/^prototypes.*\n/m, '');
  const test = wholeHeaderTest(
    'include/a.h',
    [parseManifest({ path: 'a.yaml', text: none }).manifest].flatMap((one) => one ?? []),
  );
  expect([test('#define A 1\n'), test('#include "a-common.h"\n')]).toEqual([true, false]);
});

test('a header is read once for manifests that read it alike', () => {
  const manifestsOf = (...texts: readonly string[]) =>
    texts.flatMap((text) => parseManifest({ path: 'a.yaml', text }).manifest ?? []);
  const marked = `${yaml}annotations: [x_fn]\n`;
  const [was = [], now = []] = [manifestsOf(marked, marked), manifestsOf(marked)];
  const source = { path: 'include/a.h', text: 'int x_fn f(void);\n' };
  const header = parseWhole(source, was);
  expect(parseWhole({ ...source }, now)).toBe(header);
  const others = [parseWhole(source, manifestsOf(yaml)), parseWhole({ ...source, path: 'b.h' }, manifestsOf(yaml))];
  for (const other of [...others, parseWhole({ ...source, text: '' }, now)]) expect(other).not.toBe(header);
  expect(parseWhole(source, now)).toEqual(header);
});
