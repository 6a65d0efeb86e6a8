import { expect, test } from '@jest/globals';
import { macroStateAbove } from '../../../src/model/bodies/macros-above.ts';

const TEXT = `#define A 1
#undef A
int a;
#include "h.h"
#define A(x) 2
 # undef B
int b;
%:define AB
#undef A
#include_next <i.h>
`;

test('what the last line above a place makes of a macro', () => {
  const at = (line: number): number => TEXT.split('\n').slice(0, line).join('\n').length;
  const state = (name: string, line: number) => macroStateAbove(TEXT, at(line), name)?.kind ?? null;
  const states = Array.from({ length: 11 }, (_, line) => state('A', line));
  const [none, yes, no] = [null, 'defined', 'undefined'];
  expect(states).toEqual([none, yes, no, no, none, yes, yes, yes, yes, no, none]);
  expect(state('B', 6)).toBe('undefined');
  expect(state('B', 10)).toBeNull();
  expect(state('AB', 10)).toBe('defined');
  expect(state('C', 10)).toBeNull();
  expect(macroStateAbove(TEXT, TEXT.indexOf('1'), 'A')?.span).toEqual({ start: 0, end: 9 });
});
