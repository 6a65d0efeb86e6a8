import { expect, test } from '@jest/globals';
import { commonAnnotations } from '../../src/parse/declarations/annotations.ts';
import { segment } from '../../src/parse/segment.ts';
import { conditionalWord } from '../../src/parse/tokens/directive.ts';
import { lex } from '../../src/parse/tokens/lex.ts';
import { DEEPEST_NESTING, tooDeepAt } from '../../src/parse/tokens/nesting.ts';

/** Texts that end nowhere, or where that is easily looked for again and again, by the number of their lines. */
const shapes: Readonly<Record<string, (at: number) => string>> = {
  'parentheses never closed': (at) => `int x${at}(`,
  'parentheses never closed in paragraphs': (at) => `int x${at}(;\n`,
  'parentheses never closed in conditions': (at) => `#if A${at}\nint x${at}(\n#endif\n`,
  'braces never closed in paragraphs': (at) => `int f${at}(void) {\n`,
  'paragraphs of prose': (at) => `this is not C ${at}\n`,
  'prose in conditions': (at) => `#if A${at}\nnot C\n#endif\n`,
  'conditions behind a call': (at) => (at === 0 ? 'CALL(x)' : '#if A\n#endif'),
  'a condition with prose behind each': (at) => `#if A${at}\n#endif\nnot C\n`,
  'names on lines of their own': (at) => `NAME${at}`,
  'calls without an end': (at) => `CALL(x${at})`,
  'calls on one line': (at) => (at === 0 ? 'CALL(x) \\' : `CALL${at}(x) \\`),
  'calls that could be types': (at) => `CALL(x${at})\nf${at}(int a)`,
  'calls that could be types of functions in capitals': (at) => `CALL(x *)\nF${at}(int a)`,
  'assembly in conditions': (at) => `#if A${at}\n.macro x${at}\n#endif`,
  'words in conditions above a declaration': (at) => `#if A${at}\nword${at}\n#endif\nint f${at}(void);`,
  'text in conditions that spoils what is below': (at) => `#if A${at}\nword = ${at}\n#endif`,
  'beginnings in the branches of one condition': (at) => `#${at === 0 ? '' : 'el'}if A${at}\nlong`,
};

test.each(Object.entries(shapes))('%s are read in steps that grow as they do', (_, line) => {
  const [few, many] = [100, 1600].map((lines) =>
    tokenReads(Array.from({ length: lines }, (_, at) => line(at)).join('\n')),
  );
  expect((many ?? 0) / (few ?? 1)).toBeLessThan(20);
});

/** How often a token is looked at while a text is cut into segments. */
function tokenReads(text: string): number {
  let reads = 0;
  const tokens = new Proxy(lex(text), {
    get: (array, key) => {
      if (typeof key === 'string' && /^\d/.test(key)) reads++;
      return Reflect.get(array, key);
    },
  });
  segment(text, tokens, commonAnnotations, []);
  return reads;
}

test('a comment between # and its word is blank', () => {
  const words = [
    '#/* a */if X',
    '# /* a\n * b */ /* c */ ifdef X',
    '#\\\n/**/else',
    '%:/*/*/endif',
    `#${'/**/'.repeat(24)}1`,
  ];
  expect(words.map((text) => conditionalWord(text, { kind: 'directive', start: 0, end: text.length }))).toEqual([
    'if',
    'if',
    'else',
    'endif',
    null,
  ]);
});

test('brackets that open in each branch open once', () => {
  const line = '#ifdef A\nint f(int a) {\n#else\nint f(void) {\n#endif\n}\n';
  const many = line.repeat(DEEPEST_NESTING + 1);
  expect(tooDeepAt(many, lex(many))).toBeNull();
  const deep = '(\n#if A\n'.repeat(DEEPEST_NESTING / 2 + 1);
  expect(tooDeepAt(deep, lex(deep))).not.toBeNull();
});

test('text under #if 0 says nothing of the nesting behind it', () => {
  const text = '#if 0\n((((\n#endif\n'.repeat(DEEPEST_NESTING);
  expect(tooDeepAt(text, lex(text))).toBeNull();
});
