import { expect, test } from '@jest/globals';
import { conservedTokens, isSubsequence } from './token-count.ts';

const HEADER = `/* Licence */
#ifndef A_H
#define A_H
#include "b.h"
#ifdef __cplusplus
extern "C" {
#endif
#define N 1 /* one */
int f(void); // "f"
#ifdef __cplusplus
}
#endif
#endif
`;

test('what the law speaks of, and nothing else', () => {
  expect(conservedTokens(HEADER).join(' ')).toBe('# define N 1 int f ( void ) ;');
});

test.each([
  ['a token lost', (text: string) => text.replace('void', '')],
  ['a macro changed', (text: string) => text.replace('N 1', 'N 2')],
  ['a brace lost', (text: string) => text.replace('}\n', '\n')],
])('%s is seen', (_, spoil) => {
  expect(conservedTokens(spoil(HEADER))).not.toEqual(conservedTokens(HEADER));
});

test('order', () => {
  expect(isSubsequence(['a', 'c'], ['a', 'b', 'c'])).toBe(true);
  expect(isSubsequence(['c', 'a'], ['a', 'b', 'c'])).toBe(false);
});
