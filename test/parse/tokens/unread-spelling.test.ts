import { expect, test } from '@jest/globals';
import { lex } from '../../../src/parse/tokens/lex.ts';
import { unreadSpelling } from '../../../src/parse/tokens/unread-spelling.ts';

const read = (text: string): string | null => {
  const found = unreadSpelling(text, lex(text));
  return found && `${found.span.start}: ${found.what}`;
};

test.each([
  ['a name', 'int a_\\\nb(void);', '4: a name that a backslash at the end of a line divides is not read'],
  [
    'a keyword, with blanks and CRLF',
    'in\\ \r\nt a;',
    '0: a name that a backslash at the end of a line divides is not read',
  ],
  ['a macro', '#define a_\\\nb 1', '8: a name that a backslash at the end of a line divides is not read'],
  ['what a macro says', '#define a b_\\\nc', '10: a name that a backslash at the end of a line divides is not read'],
  ['braces', 'struct a <% int b; %>;', "9: the digraph '<%' is not read"],
  ['brackets', 'int a<:2:>;', "5: the digraph '<:' is not read"],
  ['a closing bracket alone', 'int a[2:>;', "7: the digraph ':>' is not read"],
  ['pasting', '#define a(b) b %:%: c', "15: the digraph '%:' is not read"],
  [
    "a comment's beginning",
    '/\\\n* a */ int b;',
    "0: a comment's beginning that a backslash at the end of a line divides is not read",
  ],
])('%s is not read', (_, text, told) => {
  expect(read(text)).toBe(told);
});

test.each([
  ['a splice between words', 'int \\\na;'],
  ['a splice behind a name', 'int a\\\n;'],
  ['lines of a macro', '#define a(b) \\\n  do { \\\nb; \\\n} while (0)'],
  ['a string', 'char *a = "b_\\\nc <% %> <: :>";'],
  ['a comment', '/* a\\\nb <% */ // <:\n'],
  ['a directive', '%:define a 1\n'],
  ["a comment's end", '/* a *\\\n/ int b;'],
  ['a number', 'int a = 12\\\n34;'],
  ['a label, a comparison and a remainder', 'a = b < c ? d % e : f > g;'],
])('%s is read', (_, text) => {
  expect(read(text)).toBeNull();
});
