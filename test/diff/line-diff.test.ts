import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatHunks } from '../../src/diff/hunks.ts';
import { diffLines, splitLines } from '../../src/diff/line-diff.ts';

const lines = fc.array(fc.constantFrom('a\n', 'b\n', '\n', '  c\n', '}\n'), { maxLength: 40 });

/** The later lines, rebuilt from the earlier ones and the changes; throws where what is kept differs. */
function rebuild(before: readonly string[], after: readonly string[]): readonly string[] {
  const rebuilt: string[] = [];
  let at = 0;
  for (const change of diffLines(before, after)) {
    rebuilt.push(...before.slice(at, change.beforeStart));
    expect(rebuilt).toHaveLength(change.afterStart);
    rebuilt.push(...after.slice(change.afterStart, change.afterEnd));
    at = change.beforeEnd;
  }
  return [...rebuilt, ...before.slice(at)];
}

test('the changes lead from one text to the other', () => {
  fc.assert(fc.property(lines, lines, (before, after) => expect(rebuild(before, after)).toEqual(after)));
});

test('as few lines change as the longest common subsequence allows', () => {
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const kept = before.length - diffLines(before, after).reduce((sum, c) => sum + c.beforeEnd - c.beforeStart, 0);
      expect(kept).toBe(longestCommon(before, after));
    }),
  );
});

describe('a change stands where a person would have made it', () => {
  const f = (name: string): string => `int ${name}(void)\n{\n    return 0;\n}\n`;
  test('a function is inserted as a whole', () => {
    const hunk = formatHunks(`${f('a')}\n${f('c')}`, `${f('a')}\n${f('b')}\n${f('c')}`);
    expect(hunk).toContain('+int b(void)\n+{\n+    return 0;\n+}\n+\n int c(void)\n');
  });
  test('an insertion is not divided by a line that stands on either side of it', () => {
    const hunk = formatHunks('a\n\nz\n', 'a\n\nb\n\nc\n\nz\n');
    expect(hunk).toContain(' a\n \n+b\n+\n+c\n+\n z\n');
    const removed = formatHunks('a\n\nb\n\nc\n\nz\n', 'a\n\nz\n');
    expect(removed).toContain(' a\n \n-b\n-\n-c\n-\n z\n');
  });
  test('a statement takes the blank line below it', () => {
    const hunk = formatHunks('{\n    int x;\n\n    f();\n}\n', '{\n    int x;\n\n    g();\n\n    f();\n}\n');
    expect(hunk).toContain(' \n+    g();\n+\n     f();\n');
  });
});

describe('large texts', () => {
  const declaration = (n: number): string => `int function_${n}(int a);\n\n`;
  const declarations = (count: number): string[] => Array.from({ length: count }, (_, n) => declaration(n));
  const shuffled = (list: readonly string[]): string[] => list.map((_, n) => list[(n * 7919) % list.length] ?? '');
  const noise = Array.from({ length: 2_000 }, (_, n) => `${n % 997}\n`);
  test('a header that gives way to a short wrapper', () => {
    const before = declarations(20_000).join('');
    const hunks = formatHunks(before, `/* */\n\n#include "a.h"\n\n${declaration(7)}`);
    expect(hunks.match(/^[+-]/gm)).toHaveLength(40_006 - 2 * 4);
  });
  test.each([
    ['each declaration elsewhere', () => shuffled(declarations(10_000))],
    ['in reverse', () => declarations(10_000).toReversed()],
    ['halves exchanged', () => [...declarations(10_000).slice(5_000), ...declarations(10_000).slice(0, 5_000)]],
  ])('20,000 moved lines: %s', (_, moved) => {
    const before = splitLines(declarations(10_000).join(''));
    const after = splitLines(moved().join(''));
    expect(rebuild(before, after)).toEqual(after);
  });
  test('too different to find the fewest lines: what stands once on either side stays', () => {
    const before = ['a\n', ...shuffled(noise), 'unique\n', ...noise, 'b\n'];
    const after = ['c\n', ...noise, 'unique\n', ...noise, 'd\n'];
    expect(rebuild(before, after)).toEqual(after);
    expect(diffLines(before, after)).toEqual([
      { beforeStart: 0, beforeEnd: 2001, afterStart: 0, afterEnd: 2001 },
      { beforeStart: 4002, beforeEnd: 4003, afterStart: 4002, afterEnd: 4003 },
    ]);
  });
});

function longestCommon(a: readonly string[], b: readonly string[]): number {
  let above = new Array<number>(b.length + 1).fill(0);
  for (const line of a) {
    const row = [0];
    for (const [j, other] of b.entries()) {
      row.push(line === other ? (above[j] ?? 0) + 1 : Math.max(above[j + 1] ?? 0, row[j] ?? 0));
    }
    above = row;
  }
  return above.at(-1) ?? 0;
}
