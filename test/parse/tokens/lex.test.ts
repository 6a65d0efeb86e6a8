import { expect, test } from '@jest/globals';
import { lex, lexLeadingComments } from '../../../src/parse/tokens/lex.ts';

/** A text and its tokens, each as its kind's first letter and its text. */
const cases: readonly (readonly [what: string, text: string, tokens: readonly string[]])[] = [
  ['nothing', '', []],
  ['blanks only', ' \t\f\v\r\n', []],
  ['identifiers and punctuators', 'a->b_1 $c ...', ['i a', 'p ->', 'i b_1', 'i $c', 'p ...']],
  ['a splice between tokens', 'a\\\nb', ['i a', 'i b']],
  ['blanks behind the backslash', 'a \\ \t\r\n b', ['i a', 'i b']],
  ['a backslash that splices nothing', 'a \\ b', ['i a', 'p \\', 'i b']],
  ['a directive over several lines', '#define X \\\n  1\nint', ['d #define X \\\n  1', 'i int']],
  ['blanks before and in a directive', '  #  if 0  \nx', ['d #  if 0', 'i x']],
  ['a # inside a line', 'a #b', ['i a', 'p #', 'i b']],
  ['a comment before a #', '/* c */ #if X', ['c /* c */', 'd #if X']],
  ['a comment that goes on in a directive', '#if X /* a\nb */ && Y\nz', ['d #if X /* a\nb */ && Y', 'i z']],
  ['a digraph begins a directive', '%:if X\n%:', ['d %:if X', 'd %:']],
  ['a line comment, spliced', '// a \\\nb\nc', ['c // a \\\nb', 'i c']],
  ['a line comment with CRLF', '// a\r\nb', ['c // a', 'i b']],
  ['a comment end, spliced', '/* a *\\\n/ b', ['c /* a *\\\n/', 'i b']],
  ['no comment end', '/* a *', ['c /* a *']],
  ['a comment of three characters', '/*/ x */', ['c /*/ x */']],
  ['a comment in a string', '"/*" "//"', ['s "/*"', 's "//"']],
  ['a string with escapes', '"\\"\\\\" x', ['s "\\"\\\\"', 'i x']],
  ['a string, spliced', '"a\\\nb" c', ['s "a\\\nb"', 'i c']],
  ['a string without end', '"abc\nint x', ['s "abc', 'i int', 'i x']],
  ['a string without end and CRLF', '"abc\r\nint', ['s "abc', 'i int']],
  ['a string that ends with the text', '"abc\\', ['s "abc\\']],
  ['an apostrophe alone', "don't\nx", ['i don', "c 't", 'i x']],
  ['literal prefixes', 'L"a" u8\'b\' U"c" Lx', ['s L"a"', "c u8'b'", 's U"c"', 'i Lx']],
  ['a raw string', 'R"(a "\n} /*)" b', ['s R"(a "\n} /*)"', 'i b']],
  ['a raw string with a delimiter and a prefix', 'u8R"x()")x" LR"()" b', ['s u8R"x()")x"', 's LR"()"', 'i b']],
  ['a raw string in a directive', '#define X R"(//\n/*)" 1\nb', ['d #define X R"(//\n/*)" 1', 'i b']],
  ['a raw string without end', 'R"x(\nint )y" b', ['s R"x(\nint )y" b']],
  ['no raw string', 'R "(" xR"(" R"a b("', ['i R', 's "("', 'i xR', 's "("', 'i R', 's "a b("']],
  ['numbers', "1.5e+3 0x1p-2 .5 1'000 1..2", ['n 1.5e+3', 'n 0x1p-2', 'n .5', 'n 1', "c '000 1..2"]],
  ['a byte order mark', '\u00ef\u00bb\u00bf#if X', ['d #if X']],
  ['a byte order mark elsewhere', 'a \u00ef\u00bb\u00bfb', ['i a', 'i \u00ef\u00bb\u00bfb']],
  ['latin-1 letters', 'gr\u00f6\u00dfe', ['i gr\u00f6\u00dfe']],
  ['trigraphs stay', 'a??(2??)', ['i a', 'p ?', 'p ?', 'p (', 'n 2', 'p ?', 'p ?', 'p )']],
];

test.each(cases)('%s', (_, text, tokens) => {
  expect(lex(text).map(({ kind, start, end }) => `${kind[0]} ${text.slice(start, end)}`)).toEqual(tokens);
});

test('tokens never overlap and never go back', () => {
  const text = cases.map(([, source]) => source).join('\n');
  let at = 0;
  for (const { start, end } of lex(text)) {
    expect(start).toBeGreaterThanOrEqual(at);
    expect(end).toBeGreaterThan(start);
    at = end;
  }
  expect(at).toBeLessThanOrEqual(text.length);
});

test('the comments that a text begins with are read, and no more than one token behind them', () => {
  const read = (text: string) =>
    lexLeadingComments(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);
  expect(read('/* a */ // b\nint x; /* c */')).toEqual(['comment /* a */', 'comment // b', 'identifier int']);
  expect(read('/* a */\n')).toEqual(['comment /* a */']);
});
