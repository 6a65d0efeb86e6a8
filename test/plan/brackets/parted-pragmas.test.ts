import { expect, test } from '@jest/globals';
import { parseHeader } from '../../../src/model/lower-header.ts';
import { partedPragmas } from '../../../src/plan/brackets/parted-pragmas.ts';
import { type Placement, partTarget } from '../../../src/plan/placement.ts';

const LINES = [
  '#pragma omp declare simd',
  'int a;',
  '#pragma GCC diagnostic ignored "-Wx"',
  '#define B 1',
  '#pragma GCC diagnostic warning "-Wx"',
  '#pragma STDC FENV_ACCESS ON',
  '#undef B',
  '#pragma omp declare simd',
  'int c;',
];
const header = parseHeader({ path: 'h.h', text: `${LINES.join('\n')}\n` });

test('a pragma is parted from what goes elsewhere, however all are placed', () => {
  for (let number = 0; number < 2 ** LINES.length; number++) {
    const parts = LINES.map((_, at) => (number & (1 << at) ? 'one' : 'two'));
    const found = partedPragmas(header, placed(parts)).map(({ places: [first, second] }) => [
      first.place.line - 1,
      second ? second.place.line - 1 : null,
    ]);
    expect(found).toEqual(expected(parts));
  }
});

test('each item is looked at a few times, however many pragmas there are', () => {
  const lines = Array.from({ length: 2000 }, (_, at) => `#pragma p${at}\nint v${at};`);
  const many = parseHeader({ path: 'h.h', text: `${lines.join('\n')}\n` });
  let looks = 0;
  const items = new Proxy(many.items, {
    get: (target, key) => {
      looks += 1;
      return Reflect.get(target, key);
    },
  });
  const findings = partedPragmas({ ...many, items }, placed(many.items.map((_, at) => (at % 4 < 2 ? 'one' : 'two'))));
  expect(findings).toHaveLength(1999);
  expect(looks).toBeLessThan(20 * many.items.length);
});

function placed(parts: readonly string[]): readonly Placement[] {
  return parts.map((part) => ({ target: partTarget(part), by: 'manifest' }));
}

/** By looking at each pair of lines. */
function expected(parts: readonly string[]) {
  const code = [1, 3, 8];
  const isForOne = (at: number): boolean => at === 0 || at === 7;
  const isAlone = (at: number): boolean => at === 5;
  return [0, 2, 4, 5, 7].flatMap((at) => {
    const isElsewhere = (one: number): boolean => parts[one] !== parts[at];
    const below = code.filter((one) => one > at);
    const parted = (isForOne(at) ? below.slice(0, 1) : below).find(isElsewhere);
    const above = [1].find((one) => one < at && isElsewhere(one));
    if (parted === undefined) return isAlone(at) && above !== undefined ? [[at, above]] : [];
    return isAlone(at) && !code.some((one) => one < at && isElsewhere(one)) ? [] : [[at, parted]];
  });
}
