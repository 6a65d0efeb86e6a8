import { expect, test } from '@jest/globals';
import { countExamples, type Example, weigh } from '../../src/suggest/weigh.ts';

const locks = { key: 'locks', words: 'locks', site: null, expected: () => 0.2 };
const example = (part: string, ...evidence: Example['evidence']): Example => ({ part, evidence });

test('an example does not count for itself', () => {
  const others = [example('io', locks), example('graph'), example('graph')];
  const own = example('graph', locks);
  const without = weigh(['graph', 'io'], countExamples(others), own.evidence, null);
  expect(weigh(['graph', 'io'], countExamples([...others, own]), own.evidence, own.part)).toEqual(without);
  expect(weigh(['graph', 'io'], countExamples([...others, own]), own.evidence, null)).not.toEqual(without);
});

test('what the examples have decides between parts of which the same is expected', () => {
  const counts = countExamples([example('io', locks), example('io', locks), example('graph'), example('graph')]);
  expect(weigh(['graph', 'io'], counts, [locks], null).part).toBe('io');
});
