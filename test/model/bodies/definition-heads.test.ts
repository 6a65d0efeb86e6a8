import { describe, expect, test } from '@jest/globals';
import { mayDefine } from '../../../src/model/bodies/definition-heads.ts';

const names = new Set(['f']);
const above = '/* License. */\n\n';

describe('a file that only speaks of a function is not parsed', () => {
  test.each([
    ['a comment', '/* f() does this. */\nint g;\n'],
    ['a comment behind code', 'int g; /* f() does this. */\n'],
    ['the third line of a comment', '/*\n * This is\n * what f() does.\n */\n'],
    ['a comment to the end of the line', 'int g; // f() does this\n'],
    ['a comment below a string that ends in R', 'char *g = "_ADR";\n/* f() does this. */\n'],
  ])('%s', (_, text) => expect(mayDefine(above + text, names)).toBe(false));
});

describe('a file that may define it is', () => {
  test.each([
    ['a definition behind a comment', '/* g */ int f(void)\n{\n}\n'],
    ['a name in doubled parentheses', 'int ((f))(void)\n{\n}\n'],
    ['a comment that a string seems to open', 'char *g = "/*";\nint f(void)\n{\n}\n'],
    ['a comment that a character seems to open', "int g = '/*';\nint f(void)\n{\n}\n"],
    ['a comment that an include seems to open', '#include <g/*.h>\nint f(void)\n{\n}\n'],
    ['a comment that a comment seems to open', '//* g\nint f(void)\n{\n}\n'],
    ['an end of a comment that is spliced', '/* g *\\\n/ int f(void)\n{\n}\n'],
    ['a comment that a string seems to open, which is spliced', 'char *g = "\\\n/*";\nint f(void)\n{\n}\n'],
    ['a raw string', 'char *g = R"(\n/*\n)";\nint f(void)\n{\n}\n'],
    ['a raw string with a prefix', 'char *g = u8R"x(\n/*\n)x";\nint f(void)\n{\n}\n'],
    ['a raw string below a string that ends in R', 'char *g = "R" R"(\n/*\n)";\nint f(void)\n{\n}\n'],
    ['slashes in a string', 'char *g = "http://"; int f(void)\n{\n}\n'],
    ['slashes in a comment that ends', '/* http://g */ int f(void)\n{\n}\n'],
  ])('%s', (_, text) => expect(mayDefine(above + text, names)).toBe(true));
});
