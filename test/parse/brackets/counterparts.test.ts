import { describe, expect, test } from '@jest/globals';
import { areCounterpartFiles, areCounterparts, counterpartsAmong } from '../../../src/parse/brackets/counterparts.ts';

describe('two that may be the ends of a bracket', () => {
  test.each([
    ['FOO_PUSH ( 1 )', 'FOO_POP ( )'],
    ['PUSH_AND_SET_VISIBILITY_HIDDEN', 'POP_VISIBILITY'],
    ['PUSH_AND_SET_FUNCTION_VISIBILITY', 'POP_SAVED_FUNCTION_VISIBILITY'],
    ['BEGIN_FOO ( a )', 'END_FOO ( a )'],
    ['fooBegin', 'fooEnd'],
    ['FOO_IN', 'FOO_OUT'],
    ['WARNINGS_DISABLE', 'WARNINGS_ENABLE'],
    ['PUSH', 'POP'],
    ['PRAGMA ( GCC diagnostic push )', 'PRAGMA ( GCC diagnostic pop )'],
    ['STATE ( push , 1 )', 'STATE ( pop )'],
  ])('%s, %s', (open, close) => expect(areCounterparts(open, close)).toBe(true));

  test.each([
    ['a/pack-begin.h', 'a/pack-end.h'],
    ['abi_prefix.hpp', 'abi_suffix.hpp'],
    ['PackPush.h', 'PackPop.h'],
  ])('%s, %s', (open, close) => expect(areCounterpartFiles(open, close)).toBe(true));
});

describe('two that are not', () => {
  test.each([
    ['FOO_POP ( )', 'FOO_PUSH ( 1 )'],
    ['FOO_BEGIN', 'BAR_END'],
    ['PORT_IN ( a )', 'SIGNAL_OUT ( b )'],
    ['DECLARE ( a )', 'DECLARE ( b )'],
    ['EVENT ( read_begin , int )', 'EVENT ( read_end , int )'],
    ['EVENT ( f , int , start , int , end , int , a , b )', 'EVENT ( g , int , start , int , end , int , a , b )'],
    ['PUSHED', 'POPPED'],
  ])('%s, %s', (open, close) => expect(areCounterparts(open, close)).toBe(false));

  test.each([
    ['a/pack-begin.h', 'b/pack-end.h'],
    ['begin.h', 'send.h'],
    ['stdin.h', 'stdout.h'],
  ])('%s, %s', (open, close) => expect(areCounterpartFiles(open, close)).toBe(false));
});

test('the nearest before it that is open still', () => {
  const spellings = ['A_BEGIN', 'X', 'A_BEGIN', 'B_BEGIN', 'A_END', 'A_END', 'A_END'];
  expect(counterpartsAmong(spellings, areCounterparts)).toEqual([
    [2, 4],
    [0, 5],
  ]);
});
