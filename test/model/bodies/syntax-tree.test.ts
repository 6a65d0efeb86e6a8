import { expect, test } from '@jest/globals';
import { askGrammar } from '../../../src/model/bodies/syntax-tree.ts';

test.each([
  ['labels', 'l:\n'.repeat(20_000)],
  ['a sum', `a = ${'1 + '.repeat(120_000)}1;`],
  ['else if', `if (a) b(); ${'else if (a) b(); '.repeat(16_000)}`],
  ['branches', `\n#if A\n${'b();\n#elif A\n'.repeat(2000)}#endif\n`],
])('%s that stand inside one another are no match for the stack', async (_, statements) => {
  const rest = `${statements} return 0; }`;
  const inserted = [{ start: 2, end: 7 }];
  const bodies = { before: `{ ${rest}`, after: `{ a(1); ${rest}`, removed: [], inserted };
  expect(await askGrammar(bodies)).toBe('agrees');
  expect(await askGrammar({ ...bodies, after: `{ a(1); ; ${rest}` })).toBe('objects');
});

test('in a statement of whatever length the tree counts', async () => {
  const long = `if (a) { ${'b(1); '.repeat(2000)} }`;
  const changed = long.replace('b(1);  }', 'b(x);  }');
  const bodies = { before: `{ ${long} }`, removed: [], inserted: [{ start: 2, end: 7 }] };
  expect(await askGrammar({ ...bodies, after: `{ a(1); ${long} }` })).toBe('agrees');
  expect(changed).not.toBe(long);
  expect(await askGrammar({ ...bodies, after: `{ a(1); ${changed.replace('x', 'x + 1')} }` })).toBe('objects');
});
