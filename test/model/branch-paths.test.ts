import { expect, test } from '@jest/globals';
import { type BranchPath, branchPaths, firstCovered } from '../../src/model/branch-paths.ts';
import { parseHeader } from '../../src/model/lower-header.ts';

const TEXT = `int a;
#if A
int b;
#if B
int c;
#else
int d;
#endif
#elif C
int e;
#else
int f;
#endif
#if A
int g;
#endif
int h;
`;

test('the first that covers, or is covered, is the one that a look at all before finds', () => {
  const header = parseHeader({ path: 'h.h', text: TEXT });
  const paths = [...branchPaths(header).values()];
  expect(paths).toHaveLength(8);
  for (const order of ordersOf(paths)) {
    const firstBefore = firstCovered<number>();
    const found = order.map((path, at) => firstBefore(path, at));
    const expected = order.map((path, at) => {
      const first = order.slice(0, at).findIndex((one) => isPrefix(one, path) || isPrefix(path, one));
      return first < 0 ? null : first;
    });
    expect(found).toEqual(expected);
  }
});

test('what stands in a thousand branches is told apart', () => {
  const branches = Array.from({ length: 1000 }, (_, at) => `#elif B${at}\nint x;`).join('\n');
  const header = parseHeader({ path: 'h.h', text: `#if A\nint x;\n${branches}\n#endif\nint x;\n` });
  const firstBefore = firstCovered<number>();
  const found = [...branchPaths(header).values()].map((path, at) => firstBefore(path, at));
  expect(found.slice(0, -1)).toEqual(Array.from({ length: 1001 }, () => null));
  expect(found.at(-1)).toBe(0);
});

test('a header is read for its branches once', () => {
  const header = parseHeader({ path: 'h.h', text: TEXT });
  expect(branchPaths(header)).toBe(branchPaths(header));
});

function isPrefix(one: BranchPath, other: BranchPath): boolean {
  return one.every((branch, depth) => other[depth] === branch);
}

/** Each item first, then the others in turn, and the same backwards. */
function ordersOf<T>(all: readonly T[]): readonly (readonly T[])[] {
  const turned = all.map((_, at) => [...all.slice(at), ...all.slice(0, at)]);
  return [...turned, ...turned.map((order) => order.toReversed())];
}
