import { expect, test } from '@jest/globals';
import { factsReader } from '../../src/model/condition-facts.ts';
import type { Header } from '../../src/model/header.ts';
import { parseHeader } from '../../src/model/lower-header.ts';

test.each([
  ['A', { A: true }],
  ['!A', { A: false }],
  ['((A))', { A: true }],
  ['!(!(A))', { A: true }],
  ['!!A', { '! ! A': true }],
  ['!defined A', { 'defined A': false }],
  ['!(!defined(A)) && (B)', { 'defined A': true, B: true }],
  ['(A) > (B)', { '( A ) > ( B )': true }],
  ['!(A) > (B)', { '! ( A ) > ( B )': true }],
  ['A || B', {}],
])('#if %s', (condition, facts) => {
  expect(factsOf(condition)).toEqual(facts);
});

test('nested as often as one likes', () => {
  const [open, close] = ['!('.repeat(64_000), ')'.repeat(64_000)];
  expect(factsOf(`${open}A${close}`)).toEqual({ A: true });
});

/** What `#if` of this condition tells below it, without the era. */
function factsOf(condition: string): Readonly<Record<string, boolean>> {
  const header: Header = parseHeader(
    { path: 'a.h', text: `#if ${condition}\nint f(void);\n#endif\n` },
    { annotations: [], brackets: [] },
  );
  const group = header.nodes.find((node) => node.kind === 'group');
  const facts = group ? factsReader(header)(group, 0, 0) : [];
  return Object.fromEntries([...facts].map(([key, holds]) => [key.slice('0 '.length), holds]));
}
