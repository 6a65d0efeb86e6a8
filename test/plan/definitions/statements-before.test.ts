import { expect, test } from '@jest/globals';
import { commonAnnotations } from '../../../src/parse/declarations/annotations.ts';
import { statementsIn } from '../../../src/plan/definitions/statements-before.ts';

const text = `int f(void)
{
    held();
    return g();
}

#ifdef A
int g(void) { held(); held(); return 0; }
#else
int g(void) { held(); return 1; }
#endif

int h(void) { return 0; }
`;

test.each<[names: readonly string[]]>([[['f', 'g', 'h']], [['f']], [[]]])(
  'of %j a file is read at once, with the same counts',
  (names) => {
    const count = statementsIn(() => (path) => (path === 'a.c' ? text : null), commonAnnotations, new Set(names));
    const counts = ['f', 'g', 'h', 'gone'].map((name) => count('a.c', name)('held();'));
    expect(counts).toEqual([1, 2, 0, 0]);
    expect(count('b.c', 'f')('held();')).toBe(0);
  },
);

test('without the version before the split nothing is known', () => {
  const count = statementsIn(() => null, commonAnnotations, new Set(['f']));
  expect(count('a.c', 'f')('held();')).toBeNull();
});
