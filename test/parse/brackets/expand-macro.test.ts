import { expect, test } from '@jest/globals';
import { expandCall, type MacroDefinition } from '../../../src/parse/brackets/expand-macro.ts';

const macros: Readonly<Record<string, readonly MacroDefinition[]>> = {
  PRAGMA: [macro(['words'], '_Pragma(#words)')],
  INDIRECT: [macro(['words'], 'PRAGMA(words)')],
  STATE: [macro(['verb'], 'PRAGMA(GCC visibility verb)', '__VA_ARGS__')],
  PUSH: [macro(null, 'PRAGMA(GCC diagnostic push) PRAGMA(GCC diagnostic ignored "-Wall")')],
  PACK: [macro(['most'], 'INDIRECT(pack(push, most))')],
  ONE: [macro(null, ''), macro(null, '1')],
  JOIN: [macro(['left', 'right'], 'left ## right')],
  PACK_1: [macro(null, 'packed')],
  REST: [macro(['first'], '_Pragma(#rest)', 'rest')],
  SELF: [macro(null, 'SELF + 1')],
  TWICE: [macro(null, 'TWO TWO')],
  TWO: [macro(null, 'FOUR FOUR FOUR FOUR')],
  FOUR: [macro(null, 'x'.repeat(2000))],
};

test.each([
  ['PRAGMA(pack( push , ONE ))', '_Pragma("pack( push , ONE )")'],
  ['PACK(ONE)', '_Pragma("pack(push, 1)")'],
  ['PUSH', '_Pragma("GCC diagnostic push") _Pragma("GCC diagnostic ignored \\"-Wall\\"")'],
  ['STATE(push(hidden), 1, 2)', '_Pragma("GCC visibility push(hidden)")'],
  ['JOIN(PACK, _1)', 'packed'],
  ['REST(a, b, c)', '_Pragma("b, c")'],
  ['SELF', 'SELF + 1'],
  ['PACK', 'PACK'],
  ['PRAGMA(pack(', 'PRAGMA(pack('],
  ['TWICE', null],
])('%s', (call, expected) => {
  const [definition] = macros[/^\w+/.exec(call)?.[0] ?? ''] ?? [macro(null, call)];
  const text = definition ? expandCall(call, definition, (name) => macros[name] ?? []) : '';
  expect(text?.replaceAll(/ +/g, ' ') ?? null).toBe(expected);
});

function macro(parameters: readonly string[] | null, body: string, rest: string | null = null): MacroDefinition {
  return { parameters, rest, body };
}
