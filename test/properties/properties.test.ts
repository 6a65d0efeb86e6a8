import { expect, test } from '@jest/globals';
import type { LawName } from './properties.ts';
import { seeds } from './seeds.ts';
import { type Attempt, tryCase } from './try-case.ts';

// A few cases of what `npm run test:properties` tries thousands of. A failure names a folder with the smallest case.

const few: Readonly<Record<LawName, number>> = { split: 40, 'manifest-edits': 8, 'hand-edits': 8 };

test.each(Object.entries(few) as [LawName, number][])(
  '%s',
  async (law, count) => {
    const failures: string[] = [];
    let [attempts, stops] = [0, 0];
    for (let seed = 1; seed <= count; seed++) {
      const attempt: Attempt = { law, seed, sizes: { edits: 6, byHand: 4 }, isThorough: seed % 20 === 0 };
      const verdict = await tryCase(attempt);
      if (verdict.kind === 'failed') failures.push(verdict.message);
      else [attempts, stops] = [attempts + verdict.counts.attempts, stops + verdict.counts.stops];
    }
    expect(failures).toEqual([]);
    expect(stops).toBeLessThan(attempts / 5);
  },
  180_000,
);

test.each(seeds)(
  'found before: $found',
  async ({ law, seed, sizes }) => {
    const verdict = await tryCase({ law, seed, sizes, isThorough: true });
    expect(verdict.kind === 'failed' ? verdict.message : '').toBe('');
  },
  180_000,
);
